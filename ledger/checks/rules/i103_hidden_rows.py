"""I103."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I103",
    name="hidden-rows",
    severity=Severity.WARNING,
    what="表里有隐藏的行（或被筛选掉的行），没有读。",
    why="打开表的人看不见的，不应悄悄进了台账；看得见的人以为已经导入的，又不应悄悄漏掉。",
    example="第 3、5 行隐藏着",
    fix="要导入的，取消隐藏或筛选后再导入；不要的，删去。",
)
