"""I164."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I164",
    name="locked-cell-changed",
    severity=Severity.WARNING,
    what="锁定的格子在交回时变了，或锁定的一列被删了。",
    why="时限、名称由台账算出，改在表里不作数；但改它的人是有话要说。",
    example="时限   发出时 2017-12-31，交回时 2018-06-30",
    fix="时限要改，走申请延期；名称、状态有出入的，核实后用 ledger record 记。",
)
