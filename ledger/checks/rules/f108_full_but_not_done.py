"""F108."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import items_with
from ledger.checks.rule import Finding, Rule
from ledger.measures.standing import standing_of
from ledger.model.ledger import Ledger

_DONE, _GRACE = 100, 15


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for placed in items_with(ledger, "进展"):
        said = [(n, e) for n, e in placed.entries("进展") if e.percent is not None and e.date <= day]
        n, entry = max(said, key=lambda told: (told[1].date, told[0]), default=(0, None))
        if entry is None or entry.percent != _DONE:
            continue
        if (day - entry.date).days > _GRACE and standing_of(placed.plan, placed.item, ledger, day).is_open:
            days = (day - entry.date).days
            message = f"{placed.ref} {entry.date} 报进度 100%，{days} 天过去还没有报完成"
            hint = "办完的报完成，附佐证；没有办完的，如实改报进度"
            yield Finding(placed.spot("log", n, "percent"), message, hint)


RULE = Rule(
    code="F108",
    name="full-but-not-done",
    severity=Severity.WARNING,
    what="最近一次报的进度是 100%，半个月过去，事项还没有报完成。",
    why="进度报到头、又拿不出佐证报完成，数字好看而事情没有办完；核验也就一直轮不到它。",
    example="- {date: 2017-08-28, event: 进展, percent: 100}\n# 到 10 月底还没有 完成",
    fix="办完的，记 完成 并附佐证；没有办完的，再记一条 进展，写实际的进度和还差什么。",
    check=_check,
)
