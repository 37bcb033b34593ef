"""R106."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R106",
    name="duplicate-key",
    severity=Severity.ERROR,
    what="同一处把一个键写了两次。",
    why="两个值只能算一个，算哪个各程序不同；悄悄丢掉一个，时限或牵头单位就可能是错的。",
    example="due: 2017-06-30\nlead: 市财政局\ndue: 2017-12-31",
    fix="保留正确的一个，删去另一个；两条记录不要并在一个“- ”之下。",
)
