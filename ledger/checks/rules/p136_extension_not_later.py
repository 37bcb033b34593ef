"""P136."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.base.days import Due
from ledger.base.diagnostics import Severity
from ledger.checks.items import items_with, written_due
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.items import Item
from ledger.model.ledger import Ledger

_LIMITS = ("document_due", "due", "until")
"""How things of registers call what an extension moves; of several the earliest, any of which it may be about."""


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    yield from _of_items(ledger)
    for holding in holdings(ledger):
        key = _limit(holding.record)
        for n, entry in standing(holding.record.log) if holding.type.events and key else ():
            limit = getattr(holding.record, key)
            if entry.event == "批准延期" and entry.until and entry.until <= limit:
                message = f"{entry.event}到 {entry.until}，不晚于原定期限 {limit}"
                related = ((holding.spot(key), "原定的期限"),)
                yield Finding(holding.spot("log", n, "until"), message, "核对批准的日期", related)


def _limit(record: Any) -> str:
    return next((key for key in _LIMITS if isinstance(getattr(record, key, None), date)), "")


def _of_items(ledger: Ledger) -> Iterator[Finding]:
    for placed in items_with(ledger, "申请延期", "批准延期"):
        for n, entry in placed.entries("申请延期", "批准延期"):
            due = _due(placed.item, entry.node)
            if entry.until and due and due.last and entry.until <= due.last:
                message = f"{entry.event}到 {entry.until}，不晚于原定时限 {due}"
                related = ((placed.spot("due"), "事项的时限"),)
                yield Finding(placed.spot("log", n, "until"), message, "核对批准的日期", related)


def _due(item: Item, node: str | None) -> Due | None:
    if node is None:
        return written_due(item)
    return next((n.due for n in item.nodes if n.id == node), None)


RULE = Rule(
    code="P136",
    name="extension-not-later",
    severity=Severity.WARNING,
    what="延期后的日期不晚于原定时限。",
    why="延期是往后延。日期不晚于原时限，等于没有延，或者把时限提前了，多半是年份、月份写错。",
    example=(
        "due: 2017-06-30\n"
        "log:\n"
        "  - date: 2017-06-19\n"
        "    event: 批准延期\n"
        "    by: 市委改革办\n"
        "    until: 2017-06-30      # 与原时限同一天"
    ),
    fix="核对批准的日期；原时限录入有误的，用 更正（field: due）。已经入库（合并）的记录不改：用 更正 作废，再另记一条对的；还没有入库的，直接改。",
    check=_check,
)
