"""R113."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R113",
    name="empty-or-not-a-mapping",
    severity=Severity.ERROR,
    what="文件是空的，或最外层不是“键: 值”。",
    why="程序不知道这是哪个方案、哪份单据；可能是忘了保存，也可能漏了编号等各行。",
    example="- id: 1\n  title: 最外层直接写成了列表",
    fix="参照 plans/README.md 的样例补全内容；不再需要的文件删去。",
)
