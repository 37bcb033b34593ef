"""I125."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I125",
    name="due-ambiguous",
    severity=Severity.ERROR,
    what="时限有两种读法。",
    why="照一种读，另一种就错了；哪一种对，只有定时限的人知道。",
    example="完成时限：2027年前           # 2026年底，还是2027年底？",
    fix="写明到哪一天、哪个月底或年底。",
)
