"""I165."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I165",
    name="row-of-no-item",
    severity=Severity.ERROR,
    what="填了内容的一行，不知道是哪一项：没有编号，编号不在发出的表里，台账里已经没有，或同一编号有几行、填的不一样。",
    why="猜一项记上，就记到了别人头上。",
    example="编号（空）  事项 新增一项  本月状态 有进展",
    fix="填上或改回编号；新事项另走立项；几行只留一行。",
)
