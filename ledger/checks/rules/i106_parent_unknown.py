"""I106."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I106",
    name="parent-unknown",
    severity=Severity.ERROR,
    what="“上级编号”一格所指的行不在表里，或者绕了一圈又指回自己。",
    why="不知道属于哪一部分，层级就错了。",
    example="序号 1.1，上级编号 8         # 表里没有 8",
    fix="改成上级那一行的编号；没有上级的留空。",
)
