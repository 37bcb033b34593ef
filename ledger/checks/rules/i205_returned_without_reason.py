"""I205."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I205",
    name="returned-without-reason",
    severity=Severity.ERROR,
    what="评估结论不认可报完成的事项，要记核验退回，却没有写存在问题，也没有写备注。",
    why="退回不说为什么，单位不知道改什么。",
    example="评估结论：未启动 | 存在问题：（空） | 备注：（空）",
    fix="写明存在问题（连同整改期限），或写在备注里。",
)
