"""I183."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I183",
    name="record-event-unknown",
    severity=Severity.ERROR,
    what="一次记许多条的表里，这一行的事件，那一种事没有。",
    why="事项、方案、三单一书、上级文件各有各的事件；别的词程序不知道是什么意思。",
    example="zb-2017-05/1,办结,2017-06-20      <- 应为 完成",
    fix="改成那一种事可记的事件；事件表见 plans/README.md。",
)
