"""I120."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I120",
    name="due-not-understood",
    severity=Severity.ERROR,
    what="时限一格的话读不懂：没有日期，或者日期旁边的话改变了它的意思。",
    why="时限读错一天，该提示的没有提示，没有逾期的算成逾期。读不懂的不猜。",
    example="完成时限：6月底或7月初",
    fix="改成一个日期，如 2017年6月底前、2017-06-30；几个日期用顿号隔开；没有定的留空。",
)
