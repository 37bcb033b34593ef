"""R104."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R104",
    name="anchor-or-alias",
    severity=Severity.ERROR,
    what="文件里用了锚点（&名称）或别名（*名称）。",
    why="别名让一处内容出现在多处，改一处动全部；台账要求每条记录各自写明，改动才看得清。",
    example="with: &配合 [市财政局, 市审计局]\n# ……\nwith: *配合",
    fix="把内容在每一处原样写出；值本身以 & 或 * 开头的，加引号。",
)
