"""I170."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I170",
    name="answer-incomplete",
    severity=Severity.ERROR,
    what="填的话不全：没有选本月状态，选的不是四个词之一，选了“有进展”没有写做了什么，或写的是“暂无进展”。",
    why="“正在协调”是有进展还是无进展，只有报的人知道。",
    example="本月状态（空）  进展情况 正在协调",
    fix="请报送单位补全：已启动、有进展、已完成、无进展选一个；有进展的写做了什么。",
)
