"""I187."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I187",
    name="record-entry-twice",
    severity=Severity.ERROR,
    what="一次记许多条的表里，这一条与台账里或表里前面的一条一字不差。",
    why="同一张表记了两次，同一件事就有了两条，进展、回复都数重了。",
    example="zb-2017-05/1,启动,2017-03-01      <- 上次已经记过",
    fix="删去这一行；确是同一天的另一件事，在说明里写清。",
)
