"""R112."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R112",
    name="nested-too-deep",
    severity=Severity.ERROR,
    what="文件的嵌套超过 32 层。",
    why="台账的结构最多七八层，嵌套过深不是台账的内容，读它会耗尽内存。",
    example="[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    fix="检查是否误放了别的文件，或缺了配对的括号；参照 plans/README.md 的样例改写。",
)
