"""R111."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R111",
    name="unreadable",
    severity=Severity.ERROR,
    what="文件或文件夹读不出来。",
    why="系统不允许读取，或读取时出错；里面的内容不在任何数字里。",
    example="plans/2017/zb-2017-05.yaml: Permission denied",
    fix="检查文件和所在文件夹的权限，保证运行 ledger 的用户可以读取；磁盘出错的从仓库重新检出。",
)
