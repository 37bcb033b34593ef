"""The things of a ledger that stand in no other: a register that yields its own here is reviewed like the rest."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Spot
from ledger.measures.comparing.things import (
    CALENDAR,
    LEADER,
    PLAN,
    POLICY,
    SCORING,
    SETTINGS,
    SLIP,
    UNIT,
    Root,
)
from ledger.measures.holdings import holdings
from ledger.model.ledger import Ledger


def roots(ledger: Ledger) -> Iterator[Root]:
    """Plans, slips, what the registers hold, then the heads of the ledger."""
    paths = ledger.paths
    for plan in ledger.plans:
        yield Root(PLAN, plan.id, plan, Spot(paths["plan", plan.id]))
    for slip in ledger.slips:
        yield Root(SLIP, slip.id, slip, Spot(paths["slip", slip.id]))
    for thing in holdings(ledger):
        if thing.parent is None:
            yield Root(thing.type.kind, thing.ref, thing.record, thing.spot(), thing.type)
    yield from _versions(ledger)
    path = ledger.paths.get(("scoring", ""), "")
    for n, scheme in enumerate(ledger.scoring.schemes):
        name = scheme.from_.isoformat() if scheme.from_ else "（未写 from）"
        yield Root(SCORING, name, scheme, Spot(path, ("schemes", n)))
    yield from _register(ledger)
    if ("ledger", "") in paths:
        yield Root(SETTINGS, paths["ledger", ""], ledger.settings, Spot(paths["ledger", ""]))
    calendar = paths.get(("calendar", ""), "")
    for year, rest in sorted(ledger.calendar.extra.items()):
        yield Root(CALENDAR, str(year), rest, Spot(calendar, ("years",)))


def _versions(ledger: Ledger) -> Iterator[Root]:
    path = ledger.paths.get(("policy", ""), "")
    for n, version in enumerate(ledger.policies.versions):
        name = version.from_.isoformat() if version.from_ else "（未写 from）"
        yield Root(POLICY, name, version, Spot(path, ("versions", n)))


def _register(ledger: Ledger) -> Iterator[Root]:
    """Of the units of one name the later ones are called by their first day as well."""
    path, register = ledger.paths.get(("units", ""), ""), ledger.units.register
    first: dict[str, date] = {}
    for unit in register.units:
        start = unit.from_ or date.min
        first[unit.id] = min(start, first.get(unit.id, start))
    for n, unit in enumerate(register.units):
        later = unit.from_ is not None and unit.from_ > first[unit.id]
        subject = f"{unit.id}（{unit.from_}起）" if later else unit.id
        yield Root(UNIT, subject, unit, Spot(path, ("units", n)))
    for n, leader in enumerate(register.leaders):
        yield Root(LEADER, leader.id, leader, Spot(path, ("leaders", n)))
