"""I206."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I206",
    name="assessed-twice",
    severity=Severity.ERROR,
    what="几份督察评估事项表里都有这一项，填的不一样。",
    why="不知道以哪一份为准。",
    example="评估/改革办.xlsx：已完成；评估/专项小组.xlsx：未启动",
    fix="问明以哪份为准，另一份移走，再收一次。",
)
