"""A log walked through its event table up to a day, for things whose facts leave nothing behind but a state."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ledger.model.entries import Entry
from ledger.model.events import EventTable
from ledger.model.facts import facts


class Stride(NamedTuple):
    """One fact; ``counted`` is False when its event table does not allow it there, and it did nothing."""

    entry: Entry
    before: str
    after: str
    counted: bool


def walk(
    table: EventTable,
    log: Sequence[Entry],
    day: date,
    effect: Callable[[Entry, str], str] = lambda _, state: state,
) -> Iterator[Stride]:
    """Every fact by ``day`` in the order of dates; ``effect`` gives the state where the table leaves it open."""
    state = table.start
    for entry in facts(log, day):
        event = table.find(entry.event)
        if (
            event is None
            or event.word != entry.event
            or not (event.allowed is None or state in event.allowed)
        ):
            yield Stride(entry, state, state, counted=False)
            continue
        result = event.outcomes.get(entry.result or "")
        before, state = state, event.leads_to or result or effect(entry, state)
        yield Stride(entry, before, state, counted=True)


def counted(table: EventTable, log: Sequence[Entry], day: date) -> list[Entry]:
    """The facts that count."""
    return [stride.entry for stride in walk(table, log, day) if stride.counted]
