"""I147."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I147",
    name="row-contradicts-itself",
    severity=Severity.ERROR,
    what="同一行里两格的话对不上。",
    why="两句话不能都对，记哪一句都是猜。",
    example="状态：已完成     进度：60%",
    fix="核对这一行，改对其中一个。",
)
