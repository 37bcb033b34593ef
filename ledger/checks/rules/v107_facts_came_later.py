"""V107."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V107",
    name="facts-came-later",
    severity=Severity.WARNING,
    what="月报印发以后补记了当月的事实，现在算出的数不同，月报还没有更正。",
    why="补记是允许的，但印发的数字因此变了，要让拿着月报的人知道变了多少、为什么。",
    example="补记：2017-09-28 完成，2017-10-12 补记；9 月月报的完成率因此由 64.3% 变为 64.4%",
    fix="运行 ledger bulletin --month 2017-09 --write：原数不动，加写更正，列出补记的各条。",
)
