"""F105."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import CLAIMING, PlacedItem, placed_items
from ledger.checks.rule import Finding, Rule
from ledger.measures.standing import standing_of
from ledger.model.ledger import Ledger

_RESULT = "制度成果"


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        item = placed.item
        if not (item.hard or item.focus) or _has_result(placed, day):
            continue
        standing = standing_of(placed.plan, item, ledger, day)
        claims = [n for n, e in placed.entries("完成") if e.date == standing.history.claimed]
        if standing.is_claimed and claims:
            word = "硬骨头" if item.hard else "重点"
            message = f"{word}事项 {placed.ref} 报了完成，没有一份佐证是{_RESULT}"
            spot = placed.spot("log", claims[-1], "event")
            yield Finding(spot, message, "有制度成果的，佐证写 kind: 制度成果；没有的，问清改革改在哪里")


def _has_result(placed: PlacedItem, day: date) -> bool:
    entries = (e for _, e in placed.entries(*CLAIMING) if e.date <= day)
    return any(evidence.kind == _RESULT for entry in entries for evidence in entry.evidence)


RULE = Rule(
    code="F105",
    name="done-without-institution",
    severity=Severity.WARNING,
    what="重点事项或硬骨头（focus、hard）报了完成，各份佐证都没有写明是制度成果。",
    why="改革要看体制机制上有没有突破：只有会议纪要、总结和数据，说明开了会、做了事，不说明改了什么。",
    example=(
        "focus: true\n"
        "log:\n"
        "  - date: 2017-09-22\n"
        "    event: 完成\n"
        "    evidence:\n"
        "      - title: 推进会会议纪要\n"
        "        kind: 会议纪要"
    ),
    fix="有制度成果的补上（退回后再报，或在下一条里写明）；没有的，由改革办判断算不算完成，不算的核验退回。",
    check=_check,
)
