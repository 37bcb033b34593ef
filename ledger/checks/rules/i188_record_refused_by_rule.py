"""I188."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I188",
    name="record-refused-by-rule",
    severity=Severity.ERROR,
    what="一次记许多条的表里，照这一行记下，台账就通不过检查。",
    why="记进去的每一条都要过台账自己的规则，一次记一条的如此，一次记许多条的也如此。",
    example="zb-2017-05/1,销号,2017-06-20      <- 还没有核验通过",
    fix="按所指的规则（ledger rule 代码）改好这一行，或删去它。",
)
