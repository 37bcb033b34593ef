"""V104."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V104",
    name="bulletin-draft",
    severity=Severity.ERROR,
    what="月报是草稿：生成时台账文件没有全部提交，或当月还没有过完。",
    why="没有提交的文件别人手里没有，按它算的数字谁也复核不了。",
    example="draft: true",
    fix="先提交台账文件，再运行 ledger bulletin --month 2017-10 --write 重新生成，两者都提交。",
)
