"""I168."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I168",
    name="answer-faulty",
    severity=Severity.ERROR,
    what="要填的格子里是错误值，或没有算过的公式。",
    why="“#REF!”不是进展情况。",
    example="#REF!",
    fix="改成文字再报。",
)
