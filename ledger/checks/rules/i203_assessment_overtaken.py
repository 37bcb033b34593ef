"""I203."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I203",
    name="assessment-overtaken",
    severity=Severity.ERROR,
    what="评估结论与台账不一致，而事项表发出以后，台账里记了启动、完成、核验等。",
    why="结论说的可能是发出那天的情形；照收会把后来的事实退回去。",
    example="评估结论：已启动未完成；发出后记了：2017-07-10 完成",
    fix="核对以后用 ledger record 记，或重新发表评估。",
)
