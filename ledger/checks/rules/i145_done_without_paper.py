"""I145."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I145",
    name="done-without-paper",
    severity=Severity.ERROR,
    what="写着已完成，没有佐证。",
    why="报完成要有文件、纪要或数据，否则核验无从核起。",
    example="状态：已完成     佐证：",
    fix="在佐证一格写文号或材料名称；还没有做完的，状态改成 已启动未完成。",
)
