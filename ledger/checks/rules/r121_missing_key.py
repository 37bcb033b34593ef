"""R121."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R121",
    name="missing-key",
    severity=Severity.ERROR,
    what="缺少必须写的键。",
    why="没有编号、名称、日期、事件，这条内容就无法引用，也无法计入。",
    example="- id: 1\n  due: 2017-06-30        # 缺 title",
    fix="在所指的位置补上该键。",
)
