"""I167."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I167",
    name="not-part-of-return",
    severity=Severity.WARNING,
    what="表里多了一行、一列或批注，没有读。",
    why="填报人、备注之类可以不管；要报的写在那里，就收不到。",
    example="填报人：张三    电话：6220",
    fix="看一眼；要报的请填在留空的各列里再报。",
)
