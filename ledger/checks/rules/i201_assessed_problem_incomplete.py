"""I201."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I201",
    name="assessed-problem-incomplete",
    severity=Severity.ERROR,
    what="收回的督察评估事项表里，写了问题没有期限（或只有要求、期限，没有问题），期限读不出或早于评估日，或事项没有牵头单位。",
    why="没有问题、责任单位和时限的问题清单，督不了，也销不了号。",
    example="存在问题：清单没有公开 | 整改期限：尽快",
    fix="补写问题和期限，期限写作 2017-08-31 的样式；评估的日子用 --date 写明。",
)
