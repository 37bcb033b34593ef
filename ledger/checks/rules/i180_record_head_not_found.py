"""I180."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I180",
    name="record-head-not-found",
    severity=Severity.ERROR,
    what="一次记许多条的表里，没有找到写着“编号”和“事件”的一行列名，或其下没有记录。",
    why="不知道哪一列是编号、哪一列是事件，就不知道记在谁名下、记什么。",
    example="zb-2017-05/1,启动,2017-03-01      <- 上面没有列名的一行",
    fix="在数据上面加一行列名：编号、事件、日期，再加用到的 由谁、说明、进度、佐证 等；也可用英文的键，如 ref、event、date。",
)
