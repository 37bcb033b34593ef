"""I186."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I186",
    name="record-field-missing",
    severity=Severity.ERROR,
    what="一次记许多条的表里，这一行少了那个事件必须有的内容。",
    why="没有依据的完成、没有期限的延期，记下也不算数。",
    example="编号,事件,日期,佐证\nzb-2017-05/1,完成,2017-06-20,",
    fix="补上缺的那一格；哪个事件要写什么，见 plans/README.md。",
)
