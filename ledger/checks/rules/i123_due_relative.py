"""I123."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I123",
    name="due-relative",
    severity=Severity.ERROR,
    what="时限从另一件事算起：会后、印发后、收到之日起，或者只写了多少天以内。",
    why="那件事发生在哪一天，表上没有，算不出是否逾期。",
    example="完成时限：会后7日内",
    fix="查明那件事的日期，把到期的那一天写进格里：2017-06-30。",
)
