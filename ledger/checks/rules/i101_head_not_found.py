"""I101."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I101",
    name="head-not-found",
    severity=Severity.ERROR,
    what="表格里没有找到表头：没有一行写着事项和另外一列的名称。",
    why="不知道哪一列是什么，就只能猜；猜错了，牵头单位和时限都会记错。",
    example=("某市2017年台账\n1   建立负面清单   市财政局   6月底前      <- 上面没有写列名的一行"),
    fix="在数据上面加一行列名，如 序号、工作任务、责任单位、完成时限；列名换一种常用的说法。",
)
