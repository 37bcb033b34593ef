"""I173."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I173",
    name="leads-disagree",
    severity=Severity.ERROR,
    what="几家共同牵头的事项，有的报已完成，有的不是；或都报已完成，佐证不一样。",
    why="一家说完成、一家说没有，完成率就看收表的先后。",
    example="市发展改革委 已完成    市财政局 有进展",
    fix="请牵头单位商定后由一家改报，或核对后用 ledger record 记。",
)
