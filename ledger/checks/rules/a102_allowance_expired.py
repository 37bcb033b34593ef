"""A102."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="A102",
    name="allowance-expired",
    severity=Severity.WARNING,
    what="放行说明过了到期日，不再起作用；它原来放行的问题照常列出。到期日当天仍有效。",
    why="放行是暂时的。到期不提醒，暂时就成了永远。",
    example="# 今天是 2017-10-31\ntitle: 出台配套办法  # ledger: allow P108 until 2017-09-30 — 等上级文件",
    fix="问题已经改好的，删去注释；确需继续放行的，写新的到期日，并把理由写到现在为止。",
)
