"""Runs of the ladder in memory: what ``escalate --write`` does to the register, without files."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from build import day

from ledger.actions.issuing import draft
from ledger.base.days import add_months, month_end
from ledger.measures.escalation import rulings
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip


def month_ends(first: str, last: str) -> Iterator[date]:
    """``month_ends("2017-01", "2017-10")``."""
    on, end = month_end(day(f"{first}-01")), month_end(day(f"{last}-01"))
    while on <= end:
        yield on
        on = month_end(add_months(on, 1))


def run(ledger: Ledger, on: date, issued: date | None = None) -> tuple[Ledger, list[Slip], list[Ruling]]:
    """The ledger with its new papers in the order of ids, as loading gives it; the papers; all rulings."""
    found = rulings(ledger, on)
    new = draft(ledger, found, on, issued or on)
    slips = tuple(sorted((*ledger.slips, *new), key=lambda s: s.id))
    return replace(ledger, slips=slips), new, found


def run_months(
    ledger: Ledger,
    first: str,
    last: str,
    between: Callable[[Ledger, date], Ledger] = lambda ledger, _: ledger,
) -> tuple[Ledger, dict[int, list[Ruling]]]:
    """One run at every month's end; ``between`` is what happens after each. Rulings by month."""
    found: dict[int, list[Ruling]] = {}
    for on in month_ends(first, last):
        ledger, _, found[on.month] = run(ledger, on)
        ledger = between(ledger, on)
    return ledger, found


def proposed(found: list[Ruling]) -> list[Ruling]:
    return [r for r in found if r.outcome is Outcome.PROPOSE]
