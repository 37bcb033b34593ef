"""Plans that ask to be closed, or are, with the gates as they stood on that day: for the rules about them."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Spot
from ledger.base.text import first_of
from ledger.checks.items import placed_items
from ledger.checks.logs import number_of
from ledger.checks.rule import Finding
from ledger.measures.gates import WORDS, Gate, Shortfall, standing_requests
from ledger.model.ledger import Ledger

_SHOWN = 3


def refused(ledger: Ledger, key: str, hint: str) -> Iterator[Finding]:
    """Of every plan the last 申请销账 or 销账 that stands, if the gate did not hold on its day."""
    for plan in ledger.plans:
        requests = standing_requests(plan)
        if not requests:
            continue
        from ledger.measures.closing import closing_of  # noqa: PLC0415 - few ledgers close a plan

        entry = requests[-1]
        gate = next(g for g in closing_of(plan, ledger, entry.date).gates if g.key == key)
        if not gate.holds:
            path = ledger.paths["plan", plan.id]
            spot = Spot(path, ("log", number_of(entry, plan.log), "event"))
            message = f"{plan.id} 在 {entry.date} {entry.event}时，{WORDS[key]}不过：{_named(gate)}"
            yield Finding(spot, message, hint, tuple(_related(ledger, gate)))


def _named(gate: Gate) -> str:
    words = [f"{s.ref} {s.why}" for s in gate.shortfalls]
    return first_of(words, _SHOWN, " 等 {n} 处")


def _related(ledger: Ledger, gate: Gate) -> Iterator[tuple[Spot, str]]:
    """Where the items stand; findings and surveys are named by reference."""
    wanted: dict[str, Shortfall] = {s.ref.partition("#")[0]: s for s in gate.shortfalls}
    for placed in placed_items(ledger):
        if placed.ref in wanted:
            yield placed.spot("id"), wanted[placed.ref].why


def last_day(ledger: Ledger) -> dict[str, date]:
    """When each plan that is closed was closed, by id."""
    found = {}
    for plan in ledger.plans:
        closed = next((e.date for e in standing_requests(plan) if e.event == "销账"), None)
        if closed is not None:
            found[plan.id] = closed
    return found
