"""R108."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R108",
    name="syntax",
    severity=Severity.ERROR,
    what="文件不是合法的 YAML。",
    why="缩进、冒号、引号有一处不对，整个文件的层级就无法确定，只能不计入任何数字。",
    example="items:\n  - id: 1\n   title: 缩进少一格\n    lead:市财政局",
    fix="到所指的行列，检查缩进是否对齐、冒号后是否有空格、引号和括号是否成对；含冒号或 # 的值加引号。",
)
