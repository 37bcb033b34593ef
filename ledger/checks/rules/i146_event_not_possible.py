"""I146."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I146",
    name="event-not-possible",
    severity=Severity.ERROR,
    what="照这一行记下的记录，按事项这时的状态不能发生。",
    why="不能发生的记录不计数，记了也白记；多半是台账漏记了一步。",
    example="状态：已完成          # 台账里还在暂缓",
    fix="核对这一行和台账。漏记的先用 ledger record 补记，错记的记 更正。",
)
