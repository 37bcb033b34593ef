"""P104."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import did_you_mean
from ledger.checks.names import names_in_registers
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = ledger.settings.fields
    if not known:
        return
    for spot, field in _fields(ledger):
        if field not in known:
            hint = did_you_mean(field, known) or f"可写：{'、'.join(known)}"
            yield Finding(spot, f"ledger.yaml 的 fields 里没有“{field}”", hint)


def _fields(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        if plan.field:
            yield Spot(path, ("field",)), plan.field
        for n, item in enumerate(plan.items):
            if item.field:
                yield Spot(path, ("items", n, "field")), item.field
    for name, holding in names_in_registers(ledger):
        if name.what == "field":
            yield holding.spot(*name.pointer), name.text


RULE = Rule(
    code="P104",
    name="unknown-field",
    severity=Severity.ERROR,
    what="领域不在 ledger.yaml 的 fields 里。",
    why="按领域统计时，写错的领域会单独成一行，原来的领域就少一项。",
    example="# ledger.yaml 的 fields: [经济体制, 社会体制]\nfield: 经济领域",
    fix="改成 fields 里的写法；确是新领域的，在 ledger.yaml 的 fields 里加上。",
    check=_check,
)
