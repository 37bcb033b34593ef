"""A104."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="A104",
    name="allowance-too-long",
    severity=Severity.WARNING,
    what="放行说明的到期日在一年（366 天）以后。到期以前它照样起作用。",
    why="放行是暂时的，隔一段时间要有人再看一次；写得太远，等于把这条规则关掉了。",
    example="- id: 3\n  title: 出台配套办法  # ledger: allow P108 until 2099-12-31 — 时限待定",
    fix="到期日改到一年以内；到时还没有解决的，再写新的到期日和理由。",
)
