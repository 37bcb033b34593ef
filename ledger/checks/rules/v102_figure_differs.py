"""V102."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V102",
    name="figure-differs",
    severity=Severity.ERROR,
    what="月报里计算的部分，与按当时的台账重算的不一样：逐处指出行、写着多少、应为多少。",
    why="数字印出去，人就按它表扬、约谈。手改一个数字，表和文字就对不上，后来的人也算不回去。",
    example="完成率64.6%（461/717）      <- 重算是 64.3%",
    fix="恢复原来的数字，或用 ledger bulletin --month 2017-10 --write 重新生成。要说的话写在计算的部分之间。",
)
