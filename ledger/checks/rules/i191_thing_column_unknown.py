"""I191."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I191",
    name="thing-column-unknown",
    severity=Severity.WARNING,
    what="登记簿的表里有一列没有读：列名不是这个登记簿的字段；或者是由记录推算的状态、一格装不下的清单（这两样只作说明）。",
    why="没有读的一列里也许有要紧的内容。列名差一个字就对不上，所以逐列说明。",
    example="编号,名称,责任部门          # 字段叫 责任单位\nWT-2017-01,材料重复提交,市教育局",
    fix="要记的，把列名改成字段的名称；状态用 ledger record 记；清单照改登记簿文件；用不着的，不用管。",
)
