"""R109."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R109",
    name="file-too-large",
    severity=Severity.ERROR,
    what="文件超过 8 MiB。",
    why="一个方案的台账不会有这么大，多半是误放的附件或导出的数据；读入会拖慢每一个命令。",
    example="plans/2017/zb-2017-05.yaml     # 20.0 MiB",
    fix=(
        "方案确实很大的按方案拆成多个文件；误放的移出台账文件夹，附件在 evidence 的 file 或 url 里写明去处。"
    ),
)
