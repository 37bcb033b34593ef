"""P114."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import did_you_mean
from ledger.checks.known import known_of
from ledger.checks.logs import entries
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import UPSTREAM_EVENTS


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not ledger.upstream:
        return
    known = known_of(ledger)
    for plan in ledger.plans:
        for n, name in enumerate(plan.upstream):
            if not known.document(name):
                hint = did_you_mean(name, known.documents) or "在 registers/upstream.yaml 中登记"
                spot = Spot(ledger.paths["plan", plan.id], ("upstream", n))
                yield Finding(spot, f"上级文件登记簿里没有 {name}", hint)
    for log, n, entry in entries(ledger):
        if log.table is UPSTREAM_EVENTS and entry.plan and not known.plan(entry.plan):
            hint = did_you_mean(entry.plan, known.plans) or "先建方案文件"
            yield Finding(log.spot(n, "plan"), f"{log.ref} 的配套方案 {entry.plan} 不存在", hint)


RULE = Rule(
    code="P114",
    name="unknown-upstream",
    severity=Severity.ERROR,
    what="方案的 upstream 不在上级文件登记簿里，或登记簿里“配套印发”的方案不存在。",
    why="对接是否完成看两边能否对上；编号写错，上级文件会一直显示没有配套。",
    example="# registers/upstream.yaml 里登记的是 zy-2016-11\nupstream: zy-2016-12",
    fix=(
        "按提示改正编号；上级文件还没有登记的，在 registers/upstream.yaml 里补上；方案还没有建的，"
        "先建方案文件。"
    ),
    check=_check,
)
