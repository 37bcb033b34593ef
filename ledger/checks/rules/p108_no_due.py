"""P108."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items
from ledger.checks.rule import Finding, Rule
from ledger.measures.replay import replay
from ledger.model.items import State
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        item = placed.item
        if item.due is not None or item.nodes:  # with nodes: P112
            continue
        history = replay(item, placed.plan.lead, day)
        dated = history.due is not None or any(x.node is None for x in history.extensions)
        if history.state in UNDONE and not dated:
            yield Finding(
                placed.spot("title"),
                f"{placed.ref} 没有时限（待定）",
                "写 due: 时限，或 due: 长期 并写 review_by",
            )


UNDONE = frozenset({State.NOT_STARTED, State.IN_PROGRESS, State.SUSPENDED})


RULE = Rule(
    code="P108",
    name="no-due",
    severity=Severity.WARNING,
    what="事项没有写时限（待定），且尚未办结。",
    why="待定的事项计入总数，但永远不会逾期，也不会被提示，容易不了了之。",
    example="- id: 6\n  title: 引导企业参与数据开发利用\n  lead: 市经济信息化委     # 没有 due",
    fix=(
        "与牵头单位商定时限，写 due；确属常年任务的写 due: 长期 和 review_by。"
        "已入库的事项用 批准延期 或 更正 定下时限。"
    ),
    check=_check,
)
