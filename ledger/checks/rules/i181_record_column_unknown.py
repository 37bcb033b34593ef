"""I181."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I181",
    name="record-column-unknown",
    severity=Severity.WARNING,
    what="一次记许多条的表里，有一列的名称不认得，没有读。",
    why="列名写错一个字，整列的说明就没有记下；不说出来，没有人会发现。",
    example="编号,事件,日期,说名      <- 应为 说明",
    fix="要记的，列名改成认得的：由谁、说明、原因、进度、节点、至、改为、佐证 等；不要的不用管，或者删去。",
)
