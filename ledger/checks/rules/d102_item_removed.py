"""D102."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import finding, thing_name
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ITEM, NODE, THINGS

_HINTS = {
    ITEM: "恢复原文；不再办的记 终止，合并办的记 并入，分开办的记 拆分",
    NODE: "恢复原文；已经做到的记 节点完成，改期的记 批准延期 并写 node",
}


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.REMOVED, ITEM, NODE):
        counted = "，各项数字里没有它了" if change.thing == ITEM else "，不再按它催办"
        yield finding(change, f"{thing_name(change.before)}被删去{counted}", _HINTS[change.thing])
    for change in comparison.of(Kind.RENUMBERED, ITEM, NODE):
        message = f"{THINGS[change.thing]}的编号 {change.before} 被改为 {change.after}"
        yield finding(change, message, "改回原来的编号；新的事项用没有用过的编号", "id")


RULE = Rule(
    code="D102",
    name="item-removed",
    severity=Severity.ERROR,
    what="已经入库的事项或节点被删去，或改了编号。",
    why=(
        "删去一个没有办成的事项，完成率就上升了，而事情没有办；改了编号，发出去的单据和会议材料就指不到它。"
        "事项退出计数，要有一条写明由谁决定的记录。方案的 parts 只是标题，可以删改。"
    ),
    example=("items:\n  - id: 1\n    title: 建立企业投资项目负面清单\n  # 入库时这里还有 id: 2，被删去"),
    fix=(
        "恢复原文。不再办的，在事项的 log 里记 终止，写 by 和 note；与别的事项合并的记 并入，"
        "分成几个的记 拆分，都写 into。编号一经入库不再改，也不给别的事项用。"
    ),
    compare=_compare,
)
