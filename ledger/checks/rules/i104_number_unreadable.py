"""I104."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I104",
    name="number-unreadable",
    severity=Severity.ERROR,
    what="序号不能作编号：里面有空格、/ 或 #，或者被 Excel 存成了日期。",
    why="编号是引用的依据：zb-2017-05/1 里的 / 分开方案和事项。1-2 被存成日期以后，原来写的是什么已经看不出来。",
    example="序号：1月2日                # 原来写的是 1-2",
    fix="把序号一列设成文本格式，再写一遍；去掉空格、/ 和 #。",
)
