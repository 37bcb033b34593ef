"""I200."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I200",
    name="assessment-without-conclusion",
    severity=Severity.ERROR,
    what="收回的督察评估事项表里，这一行填了内容，没有写评估结论，或写的不是三种结论之一。",
    why="三类事项的统计靠评估结论；猜一个，统计就不真。",
    example="zb-2017-05/3 | 评估结论：基本完成",
    fix="从已完成、已启动未完成、未启动里选一个；没有评估的行，各格都留空。",
)
