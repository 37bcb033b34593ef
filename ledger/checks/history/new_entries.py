"""Entries that the new version of a ledger has and the old one had not, wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.base.diagnostics import Spot
from ledger.checks.history.comparison import Comparison
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import Thing
from ledger.model.entries import Entry

_ENTRY_KINDS = frozenset({Kind.ENTRY_ADDED, Kind.ENTRY_INSERTED, Kind.ENTRY_EDITED})


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry, what it was recorded of, and where it stands."""

    thing: str
    subject: str
    entry: Entry
    spot: Spot

    def at(self, key: str) -> Spot:
        return Spot(self.spot.path, (*self.spot.pointer, key))


def new_entries(comparison: Comparison, *things: str) -> Iterator[NewEntry]:
    """Of such things: entries added or put in, those that were made to say another event or unit, logs of new things."""
    for change in comparison.changes:
        if change.thing not in things:
            continue
        if change.kind in _ENTRY_KINDS:
            if _says_more(change.before, change.after):
                yield NewEntry(change.thing, change.subject, change.after, change.spot)
        elif change.kind is Kind.ADDED:
            yield from _of_thing(change.after)


def _says_more(before: Entry | None, after: Entry) -> bool:
    return before is None or (before.event, before.by) != (after.event, after.by)


def _of_thing(thing: Thing) -> Iterator[NewEntry]:
    for n, entry in enumerate(thing.log):
        yield NewEntry(thing.kind, thing.subject, entry, thing.entry_spot(n))
