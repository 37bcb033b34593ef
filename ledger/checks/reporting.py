"""What units report of their items, entry by entry: for the rules that look for formalism."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Spot
from ledger.checks.items import PlacedItem, items_with
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.once import walked

REPORTS = ("启动", "进展", "节点完成", "完成")


@dataclass(frozen=True, slots=True)
class Reported:
    """An entry that leads make about their own work; ``units`` are those who made it, as they were called then."""

    placed: PlacedItem
    number: int
    entry: Entry
    units: tuple[str, ...]

    @property
    def ref(self) -> str:
        return self.placed.ref

    @property
    def month(self) -> tuple[int, int]:
        return (self.entry.date.year, self.entry.date.month)

    def spot(self, *steps: str | int) -> Spot:
        """Where it stands, or what ``steps`` lead to within it."""
        return self.placed.spot("log", self.number, *steps)


@walked
def reported(ledger: Ledger, day: date) -> Iterator[Reported]:
    """Every standing report dated by ``day``, item by item, in the order of its file.

    It is made by whom it names, if that is a lead of the item, else by all leads as they were written.
    """
    for placed in items_with(ledger, *REPORTS):
        for n, entry in placed.entries(*REPORTS):
            if entry.date <= day:
                yield Reported(placed, n, entry, _units(placed, entry, ledger))


def _units(placed: PlacedItem, entry: Entry, ledger: Ledger) -> tuple[str, ...]:
    leads = placed.item.lead or placed.plan.lead
    units = tuple(dict.fromkeys(ledger.units.current(name, entry.date) for name in leads))
    by = ledger.units.current(entry.by, entry.date) if entry.by else None
    return (by,) if by in units and by is not None else units
