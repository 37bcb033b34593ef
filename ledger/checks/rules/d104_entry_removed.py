"""D104."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import entry_name, finding
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import LOGGED


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.ENTRY_REMOVED, *LOGGED):
        message = f"{change.subject} 已入库的记录 {entry_name(change.before)}被删去"
        yield finding(change, message, "恢复原文；记错了的，在最后记 更正，用 voids 作废这一条")


RULE = Rule(
    code="D104",
    name="entry-removed",
    severity=Severity.ERROR,
    what="已经入库的一条记录被删去。方案、事项、单据、单据各行和登记簿里的记录都一样。",
    why=(
        "台账的每一个数字都由记录推算。删去一条，过去任何一天的数字都可能跟着变，公布过的就对不上，"
        "也看不出谁在什么时候改了主意。"
    ),
    example=("log:\n  - date: 2017-03-15\n    event: 启动\n  # 入库时这里还有 2017-06-22 的 完成，被删去"),
    fix=(
        "恢复原文。记错了的，在 log 最后补一条 更正，写 by、note 和 voids（作废哪一天的哪条记录）："
        "作废以后它不再起作用，但看得到记过什么、为什么作废。"
    ),
    compare=_compare,
)
