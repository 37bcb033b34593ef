"""P132."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import entries
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log, n, entry in entries(ledger):
        if entry.cause is None:
            continue
        causes = ledger.policies.on(entry.date).causes
        if causes and entry.cause not in causes:
            hint = did_you_mean(entry.cause, causes) or f"可写：{'、'.join(causes)}"
            yield Finding(log.spot(n, "cause"), f"policy.yaml 的 causes 里没有“{entry.cause}”", hint)


RULE = Rule(
    code="P132",
    name="unknown-cause",
    severity=Severity.WARNING,
    what="原因不在 policy.yaml 当时那一版的 causes 里。",
    why="按原因统计“卡在哪里”，写法不统一就归不到一起。",
    example="cause: 缺钱             # causes 里是 资金未落实",
    fix="从 causes 里选一个；确是新原因的，在 policy.yaml 的 causes 里加上；具体情况写进 note。",
    check=_check,
)
