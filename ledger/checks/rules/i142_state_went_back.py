"""I142."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I142",
    name="state-went-back",
    severity=Severity.ERROR,
    what="表里的状态比台账倒退，或者台账里已暂缓、终止，表里却照常推进。",
    why="已完成的退回去要有人决定，要有理由；表格倒退多半是用了旧表。",
    example="状态：台账里是“已完成”，表里是“已启动未完成”",
    fix="旧表换成新表。确已退回、恢复、暂缓、终止的，用 ledger record 记清由谁决定；台账记错的记 更正。",
)
