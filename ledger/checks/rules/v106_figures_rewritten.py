"""V106."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V106",
    name="figures-rewritten",
    severity=Severity.ERROR,
    what="月报与当时的台账一致，但台账里那一天以前的记录后来被改动（不是补记），现在算出的数不同，月报没有更正。",
    why="印发的数字和现在的台账是两套，拿着月报的人和查台账的人会各说各话。",
    example="zb-2017-05/3 的 2017-09-20 完成 改成了 2017-10-08，9 月月报还是原来的完成率",
    fix="先看改动该不该有（ledger diff）；属实的，运行 ledger bulletin --month 2017-09 --write：原数不动，加写更正。",
)
