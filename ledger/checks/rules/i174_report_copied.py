"""I174."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I174",
    name="report-copied",
    severity=Severity.ERROR,
    what="进展情况照抄以前所报（只改了月份、标点也算），没有新的内容，没有收。",
    why="照抄的进展让停着的事看起来在动。",
    example="10月：正在征求意见     11月：正在征求意见。",
    fix="退回重报；确实没有动的，改选“无进展”，写明原因。",
)
