"""I152."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I152",
    name="plan-without-title",
    severity=Severity.WARNING,
    what="新方案的名称表上没有写，先用编号代替。",
    why="月报、通报、提示单上写的都是方案名称。",
    example="title: zb-2017-17",
    fix="在表头上面写一行名称再导入，或导入以后照改方案文件的 title。",
)
