"""V101."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V101",
    name="bulletin-unknown",
    severity=Severity.ERROR,
    what="月报没有文首（或不是本程序认得的格式），无从核对。",
    why="月报的数字要能重算，就得写明是按哪一天、哪一份台账算的；没有文首，或由更新的程序生成，本程序不能假装核对过。",
    example="# bulletins/2017-10.md 第一行就是标题，没有 --- 之间的文首",
    fix="用 ledger bulletin --month 2017-10 --write 生成；由更新的程序生成的，先升级 ledger；文件名和文首的月份要一致。",
)
