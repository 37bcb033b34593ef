"""P113."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items, written_due
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        due = written_due(placed.item) if placed.item.nodes else None
        for n, node in enumerate(placed.item.nodes):
            if due and due.last and node.due.last and node.due.last > due.last:
                message = f"节点 {node.id} 的时限 {node.due} 晚于事项的时限 {due}"
                related = ((placed.spot("due"), "事项的时限"),)
                yield Finding(placed.spot("nodes", n, "due"), message, "改正写错的那个日期", related)


RULE = Rule(
    code="P113",
    name="node-after-item",
    severity=Severity.WARNING,
    what="节点的时限晚于事项的时限。",
    why="事项到期时节点还没到期，前后矛盾；多半是某个日期写错。",
    example="due: 2017-06-30\nnodes:\n  - id: a\n    title: 出台细则\n    due: 2017-09-30",
    fix="核对方案原文，改正写错的日期；事项已延期的，节点也用 批准延期（写 node）。",
    check=_check,
)
