"""U102."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.units import Unit, Units


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    path = ledger.paths.get(("units", ""), "")
    looped: set[Unit] = set()
    for n, unit in enumerate(ledger.units):
        if unit.successor is None:
            continue
        spot = Spot(path, ("units", n, "successor"))
        if ledger.units.find(unit.successor) is None:
            guess = ledger.units.suggestion(unit.successor)
            hint = f"是否为“{guess}”？" if guess else "在 units.yaml 中登记继任单位"
            yield Finding(spot, f"{unit.id} 的继任单位“{unit.successor}”没有登记", hint)
            continue
        chain = _chain(ledger.units, unit)
        if chain[-1] == unit and unit not in looped:
            looped.update(chain)
            names = "→".join(u.id for u in chain)
            yield Finding(spot, f"继任关系绕成一圈：{names}", "从仍在使用的单位删去 successor")


def _chain(units: Units, unit: Unit) -> list[Unit]:
    """From the unit through those who followed it, up to the last or to one seen before."""
    chain = [unit]
    while (following := _following(units, chain[-1])) is not None:
        chain.append(following)
        if following in chain[:-1]:
            break
    return chain


def _following(units: Units, unit: Unit) -> Unit | None:
    if unit.successor is None:
        return None
    return units.find(unit.successor, days_after(unit.until, 1) if unit.until else None)


RULE = Rule(
    code="U102",
    name="successor-astray",
    severity=Severity.ERROR,
    what="继任单位没有登记，或继任关系绕成一圈。",
    why="单位撤并后，欠账由继任单位接着还；找不到继任单位，或互为继任，欠账就落空。",
    example=(
        "- id: 市旅游局\n  until: 2017-07-31\n  successor: 市旅发局       # 没有登记，应为 市旅游发展委"
    ),
    fix="successor 写承接职责的单位，并在 units.yaml 登记；绕成一圈的，从最后仍在的单位删去 successor。",
    check=_check,
)
