"""I207."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I207",
    name="assessed-against-rules",
    severity=Severity.ERROR,
    what="照这一行记下，就通不过另一条规则。",
    why="台账里不能有通不过检查的记录。",
    example="核验通过的日期早于报完成的日期",
    fix="照所说的规则改正，再收一次；或核对后用 ledger record 记。",
)
