"""I194."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I194",
    name="thing-differs",
    severity=Severity.ERROR,
    what="登记簿的表里，一格与台账里已经登记的不一样。",
    why="表不能改台账：改了期限、责任单位、名称，过去的数字跟着变，谁也不知道。变化要记成记录，登记错的由人照改。",
    example="编号,问题,责任单位,整改期限\ndc-2017-08/1,窗口未合并,市教育局,2017-12-31   # 台账里是 2017-09-30",
    fix="核对哪一个对。表错了改表；有变化的用 ledger record 记（如 批准延期）；台账里登记错的，照改登记簿文件，提交时说明依据。",
)
