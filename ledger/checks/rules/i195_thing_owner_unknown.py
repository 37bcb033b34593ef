"""I195."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I195",
    name="thing-owner-unknown",
    severity=Severity.ERROR,
    what="登记簿的表里，一行所属的那一件（如问题所属的督察）没有写，或台账里没有。",
    why="督察问题写在它的督察文件里；不知道是哪次督察，就没有地方登记。",
    example="所属督察,序号,问题,责任单位,整改期限\ndc-2017-99,1,窗口未合并,市教育局,2017-09-30",
    fix="改正所属的编号；还没有登记的，先登记它（ledger new，或先导入那张表）。",
)
