"""I135."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I135",
    name="state-not-understood",
    severity=Severity.ERROR,
    what="状态一格的话读不懂，或者说了两种情况。",
    why="“已完成或基本完成”照已完成记，完成率就虚高；没有做完的再也不会有人催。",
    example="是否完成：已完成或基本完成",
    fix="写 已完成、已启动未完成 或 未启动 中的一个；百分比另写一格。",
)
