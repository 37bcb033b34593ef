"""P124."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.logs import Log, proven
from ledger.checks.rule import Finding, Rule
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for name, uses in _uses(ledger).items():
        if len({use.item for use in uses}) == 1:
            continue
        first, *others = sorted(uses, key=lambda use: use.day)
        for use in others:
            if use.item != first.item:
                message = f"佐证“{name}”已由 {first.item} 使用"
                related = ((first.spot, f"{first.item} 先用"),)
                yield Finding(use.spot, message, "核对文号；各事项用各自的材料", related)


class _Use(NamedTuple):
    item: str
    day: date
    log: Log
    entry: int
    number: int

    @property
    def spot(self) -> Spot:
        key = "number" if self.log.entries[self.entry].evidence[self.number].number else "title"
        return self.log.spot(self.entry, "evidence", self.number, key)


def _uses(ledger: Ledger) -> dict[str, list[_Use]]:
    """Of papers that several logs name: the others, nearly all, are only looked at."""
    first: dict[str, Log] = {}
    claims = [told for told in proven(ledger) if told[0].table is ITEM_EVENTS]
    named = ((evidence.name, log) for log, _, entry in claims for evidence in entry.evidence)
    shared = {name for name, log in named if name and first.setdefault(name, log) is not log}
    uses: dict[str, list[_Use]] = {}
    for log, n, entry in claims if shared else ():
        for k, evidence in enumerate(entry.evidence):
            if evidence.name in shared:
                uses.setdefault(evidence.name, []).append(_Use(log.ref, entry.date, log, n, k))
    return uses


RULE = Rule(
    code="P124",
    name="evidence-used-twice",
    severity=Severity.ERROR,
    what="同一份佐证被两个事项使用。同一事项退回后再报、节点和完成用同一份，不在此列。",
    why="一份文件证明两件事，往往是照抄凑数（纸面销号），完成率就虚了。",
    example=(
        "- number: 云政办发〔2017〕31号     # zb-2017-05/1 已用过\n  title: 企业投资项目负面清单管理办法"
    ),
    fix=(
        "文号写错的改正；各事项改用各自的材料；一份文件确实同时落实两项的，写到章节，"
        "例如 title: 云政办发〔2017〕31号第三章。"
    ),
    check=_check,
)
