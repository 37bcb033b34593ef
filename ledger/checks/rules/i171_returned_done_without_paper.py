"""I171."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I171",
    name="returned-done-without-paper",
    severity=Severity.ERROR,
    what="报“已完成”没有佐证文号，或佐证文号里写的不是文件：待补、见附件、同上。",
    why="没有文件可查的完成无法核验。",
    example="本月状态 已完成   佐证文号（空）\n本月状态 已完成   佐证文号 正在印发",
    fix="请报送单位补上文号；还没有材料的，改报“有进展”。",
)
