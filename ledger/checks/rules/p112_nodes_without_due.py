"""P112."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items, written_due
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        if not placed.item.nodes:
            continue
        due = written_due(placed.item)
        if due is None:
            hint = "给事项写 due，一般取最后一个节点的时限"
        elif due.is_long_term:
            hint = "有期限的工作单列为事项"
        else:
            continue
        message = f"{placed.ref} 有节点而时限是{due or '待定'}，节点过期不会算逾期"
        yield Finding(placed.spot("nodes", key=True), message, hint)


RULE = Rule(
    code="P112",
    name="nodes-without-due",
    severity=Severity.WARNING,
    what="事项有节点，自己却没有到期日（没有写时限，或写长期）。",
    why="事项是否逾期先看自己的时限；没有到期日的，节点过了也不会算逾期，节点就等于没有定。",
    example=(
        "- id: 2\n"
        "  title: 健全联合审图机制   # 没有 due\n"
        "  nodes:\n"
        "    - id: a\n"
        "      title: 出台细则\n"
        "      due: 2017-09-30"
    ),
    fix="给事项写 due，一般取最后一个节点的时限；常年任务里有期限的工作，单列为事项。",
    check=_check,
)
