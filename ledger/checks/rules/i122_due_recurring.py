"""I122."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I122",
    name="due-recurring",
    severity=Severity.ERROR,
    what="时限是每年、每季度、每月都有的。",
    why="一个事项只有一个时限，完成一次就办结了；第二年的那一次没有人再提示。",
    example="完成时限：每年2月底前",
    fix="每次（每年）列一个事项，各写各的时限；或者写 长期，另加一栏“复查日期”。",
)
