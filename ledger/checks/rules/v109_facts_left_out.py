"""V109."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V109",
    name="facts-left-out",
    severity=Severity.ERROR,
    what="算出月报的那份台账，到月底已经旧了：月底前提交过的记录没有算进去，数因此不同，月报没有更正。",
    why="这些记录不是补记：出月报时台账里已经有了。挑一个旧的提交来算，数字再对得上也不是那个月的数。",
    example="9 月 16 日提交了“核验退回”，9 月月报却取自 9 月 1 日的提交，仍写已完成",
    fix="还没有印发的，更新到最新的台账，重新生成；已经印发的，运行 ledger bulletin --month 2017-09 --write，加写更正。",
)
