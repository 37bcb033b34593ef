"""I102."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I102",
    name="column-twice",
    severity=Severity.ERROR,
    what="一张表里有两列说的是一回事，整张表没有读。",
    why="两列写得不一样时，不知道照哪一列。",
    example="序号 | 工作任务 | 牵头单位 | 牵头部门",
    fix="留一列；另一列改个名称，或者删去。",
)
