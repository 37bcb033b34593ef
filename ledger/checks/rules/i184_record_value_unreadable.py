"""I184."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I184",
    name="record-value-unreadable",
    severity=Severity.ERROR,
    what="一次记许多条的表里，有一格读不出来：不是日期，日期还没有到，看不出作废哪一条，或佐证不是文号也不是材料。",
    why="日期定先后、定逾期；读错一个字，后面的数字全错。",
    example="zb-2017-05/1,启动,三月上旬",
    fix="日期写作 2017-06-30、2017/6/30 或 2017年6月30日；作废写日期和事件，中间用冒号隔开。",
)
