"""I110."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I110",
    name="due-is-a-number",
    severity=Severity.ERROR,
    what="时限一格是一个数，像是没有设成日期格式的日期。",
    why="Excel 把日期存成天数，去掉格式就只剩 42916 一类的数；也可能真是别的数。",
    example="完成时限：42916              # 2017年6月30日？",
    fix="把这一格设成日期格式，看清是哪一天再导入。",
)
