"""I131."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I131",
    name="units-not-understood",
    severity=Severity.ERROR,
    what="单位一格读不开：括号不配对，夹着不是单位的话，或者“和”字两边分不分得开说不准。",
    why="单位分错了，就多出一个不存在的单位，真正该办的反而没有。",
    example="责任单位：市财政局（会同市审计局",
    fix="补全括号，单位之间用顿号，别的话移到备注栏。",
)
