"""I175."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I175",
    name="words-copied",
    severity=Severity.WARNING,
    what="状态是新的（启动、完成），进展情况却照抄以前所报；已照收。",
    why="多半是懒得改字，也可能填错了行。",
    example="10月：正在征求意见     11月：已完成，正在征求意见",
    fix="问一问是不是填错了行。",
)
