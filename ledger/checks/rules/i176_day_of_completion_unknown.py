"""I176."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I176",
    name="day-of-completion-unknown",
    severity=Severity.ERROR,
    what="报“已完成”没有说哪一天；时限就在所报的月份里，按默认的日期记就成了逾期完成。",
    why="报送表没有日期一列。因为默认的日期，把按时的说成逾期，不公道。",
    example="时限 2017-11-15，11月10日办结，按 2017-11-30 记",
    fix="问明完成日期，用 ledger record 编号 完成 --date 日期 记；或用 --date 指明整批记在哪一天。",
)
