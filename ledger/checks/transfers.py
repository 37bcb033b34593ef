"""Every 移交 with those who led just before it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.base.diagnostics import Spot
from ledger.checks.items import PlacedItem, items_with
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.ledger import Ledger
from ledger.model.once import walked

TRANSFER = "移交"


@dataclass(frozen=True, slots=True)
class Transfer:
    """One 移交; ``leads`` are the units (by the name they bear today) that led until then."""

    placed: PlacedItem
    number: int
    entry: Entry
    leads: tuple[str, ...]

    def spot(self, key: str) -> Spot:
        """Where the entry's ``key`` stands."""
        return self.placed.spot("log", self.number, key)


@walked
def transfers(ledger: Ledger) -> Iterator[Transfer]:
    """In the order of items, each as written."""

    def unit(name: str) -> str:
        return ledger.units.current(name, date.max)

    for placed in items_with(ledger, TRANSFER):
        for n, entry in placed.entries(TRANSFER):
            before = replace(placed.item, log=_before(placed, entry))
            leads = replay(before, placed.plan.lead, date.max, unit).leads
            yield Transfer(placed, n, entry, leads)


def _before(placed: PlacedItem, transfer: Entry) -> tuple[Entry, ...]:
    """The standing facts that precede it, and every slip of the pen that was mended, whenever that was."""
    known = [e for e in facts(placed.item.log, date.max) if e.voids is None]
    at = next(n for n, e in enumerate(known) if e is transfer)
    return (*known[:at], *(e for e in known[at:] if e.field is not None))
