"""I111."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I111",
    name="day-unreadable",
    severity=Severity.ERROR,
    what="要写哪一天的格（实际完成时间、复查日期）里，写的不是一天。",
    why="完成在哪一天，决定是按期还是逾期。",
    example="实际完成时间：6月",
    fix="写明年月日，如 2017-06-30；没有完成的留空。",
)
