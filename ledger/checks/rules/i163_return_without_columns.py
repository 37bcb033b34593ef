"""I163."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I163",
    name="return-without-columns",
    severity=Severity.ERROR,
    what="报送表（督察评估事项表）的表头不全：编号、要填的各列少了或有两列；或有几页都像。",
    why="列不全，就不知道哪个格子说的是什么，整份都不收。",
    example="编号 | 事项 | 时限 | 状态 | 本月状态 | 进展情况     # 佐证文号一列被删",
    fix="从发出的那份重新填，或把填好的各列贴回去。",
)
