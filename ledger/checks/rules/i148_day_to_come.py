"""I148."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I148",
    name="day-to-come",
    severity=Severity.ERROR,
    what="这一行写的日期还没有到，或者不是日期。",
    why="没有发生的事不记；多半是年份写错了，或者把时限写进了完成时间。",
    example="完成时间：2071-06-30",
    fix="核对日期；还没有发生的，把这一格空着。",
)
