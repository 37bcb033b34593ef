"""I161."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I161",
    name="return-of-another-month",
    severity=Severity.ERROR,
    what="交回的是别的月份、或别的台账的报送表。",
    why="上月的表混进来，就把上月的话记成本月的进展。",
    example="2017-10-市财政局.xlsx     # 正在收 2017-11",
    fix="移走；确实要收那个月的，用 --month 指明，另收一次。",
)
