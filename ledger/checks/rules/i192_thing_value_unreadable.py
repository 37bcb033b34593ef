"""I192."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I192",
    name="thing-value-unreadable",
    severity=Severity.ERROR,
    what="登记簿的表里，一格的内容不是这个字段能写的：日期写不成日期，种类不在可写的几个里，数不是数。",
    why="读不准的不猜：猜错的日期和数会进月报。",
    example="编号,名称,种类,开始\ndc-2017-08,专项督察,专题督察,2017-08-14",
    fix="照提示改这一格；可写的值见 ledger rule、plans/README.md 或编辑器里的提示。",
)
