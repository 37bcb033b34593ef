"""I108."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I108",
    name="cell-without-value",
    severity=Severity.ERROR,
    what="格里是 #REF! 一类的错误，或者是一个没有算过的公式。",
    why="看不到值，就不知道写的是什么；当作空格，就丢了一个时限或单位。",
    example="完成时限：#REF!",
    fix="改正公式，或把值直接写进格里；没有算过的，用 Excel 或 WPS 打开存一次。",
)
