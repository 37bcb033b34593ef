"""P106."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items, written_due
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        start = placed.item.start
        due = written_due(placed.item) if start else None
        if start and due and start.first and due.last and due.last < start.first:
            message = f"时限 {due} 早于计划启动 {start}"
            related = ((placed.spot("start"), "计划启动"),)
            yield Finding(placed.spot("due"), message, "改正写错的那个日期", related)


RULE = Rule(
    code="P106",
    name="due-before-start",
    severity=Severity.ERROR,
    what="事项的时限早于计划启动时间。",
    why="这样的事项永远不可能按时完成，牵头单位的按时率从第一天起就是错的。",
    example="start: 2017-09\ndue: 2017-06-30",
    fix="核对方案原文，改正写错的那个日期；方案已调整的，用 批准延期 记录，不改原时限。",
    check=_check,
)
