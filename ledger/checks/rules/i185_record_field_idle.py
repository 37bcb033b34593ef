"""I185."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I185",
    name="record-field-idle",
    severity=Severity.ERROR,
    what="一次记许多条的表里，这一格的内容那个事件用不到。",
    why="多半是事件写错了，或者填串了列；照记下去，写的话没有人会看到。",
    example="编号,事件,日期,至\nzb-2017-05/1,启动,2017-03-01,2017-12-31",
    fix="清空这一格；其实是延期的，把事件改成 申请延期 或 批准延期。",
)
