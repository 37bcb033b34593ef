"""I121."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I121",
    name="due-without-year",
    severity=Severity.ERROR,
    what="时限没有写年份，表格和命令也没有说明是哪一年。",
    why="“6月底前”过了年再读，就是另一年。",
    example="完成时限：年底前",
    fix="用 --year 2017 说明是哪一年，或在格里写全：2017年底前。",
)
