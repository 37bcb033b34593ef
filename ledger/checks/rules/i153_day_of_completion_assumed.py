"""I153."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I153",
    name="day-of-completion-assumed",
    severity=Severity.WARNING,
    what="导入的表写着已完成，没有写哪一天；没有别的记录说明时限那天还没有办完，按默认的日期记就成了逾期完成。",
    why="因为默认的日期，把按时的算成逾期，不公道；写进台账的日期，以后只能更正。",
    example="时限 2017-06-30，6月20日办结，11月导入，表上没有完成日期",
    fix="加一列“实际完成时间”写明日期，再导入；确按某一天记的，用 --date 指明。",
)
