"""I196."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I196",
    name="thing-told-twice",
    severity=Severity.ERROR,
    what="登记簿的表里，同一个编号有两行，说的不一样。",
    why="不知道以哪一行为准。完全一样的两行算一行。",
    example="编号,名称\nWT-2017-01,材料重复提交\nWT-2017-01,窗口没有合并",
    fix="留一行；确是两件的，编号分开。",
)
