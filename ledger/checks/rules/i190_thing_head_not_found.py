"""I190."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I190",
    name="thing-head-not-found",
    severity=Severity.ERROR,
    what="用 --into 导入登记簿的表，没有找到写着编号和别的字段的表头。",
    why="列名是认出各格的唯一依据；认不出表头，一行都读不了。",
    example="这个,那个\n甲,乙",
    fix="第一行写列名：字段的名称（编号、名称、责任单位 等）或它的英文键。ledger export 空表.xlsx --kind 登记簿 可以取一张带列名的表。",
)
