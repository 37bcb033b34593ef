"""R102."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R102",
    name="byte-order-mark",
    severity=Severity.ERROR,
    what="文件以字节序标记（BOM）开头。",
    why="BOM 看不见，却算在第一个键的名称里；不同程序处理不一，差异对比时也会多出一处改动。",
    example="# 文件最前面有三个看不见的字节 EF BB BF\nid: zb-2017-05",
    fix="用编辑器另存为“UTF-8”（不要选“UTF-8 BOM”）；UTF-16 的文件同样另存为“UTF-8”。",
)
