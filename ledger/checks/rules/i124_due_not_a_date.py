"""I124."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I124",
    name="due-not-a-date",
    severity=Severity.ERROR,
    what="时限一格写的不是时间，是要求、步骤或进展。",
    why="“尽快”没有到期的一天，永远不会逾期，也就没有人催。",
    example="完成时限：尽快",
    fix="写明日期；确实没有定的留空（待定），一直要做的写 长期。",
)
