"""I182."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I182",
    name="record-ref-unknown",
    severity=Severity.ERROR,
    what="一次记许多条的表里，这一行的编号在台账里没有。",
    why="记不到名下的事实就丢了；猜一个相近的，记到了别人名下。",
    example="zb-2017-50/1,启动,2017-03-01      <- 应为 zb-2017-05/1",
    fix="改正编号；用 ledger items、ledger list 查看。",
)
