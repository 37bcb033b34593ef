"""Every log of the ledger, whatever it belongs to, for the rules that hold for all of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from ledger.base.diagnostics import Pointer, Spot
from ledger.measures.holdings import holdings
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, EventTable
from ledger.model.facts import voided
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger
from ledger.model.once import once, walked
from ledger.model.plans import PLAN_EVENTS, ref_of
from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS


class Log(NamedTuple):
    """One log: whose it is, where it stands, and which events it may hold."""

    ref: str
    path: str
    pointer: Pointer
    table: EventTable
    entries: tuple[Entry, ...]

    def spot(self, entry: int, *steps: str | int, key: bool = False) -> Spot:
        """Where the entry of that number stands, or what ``steps`` lead to within it."""
        return Spot(self.path, (*self.pointer, "log", entry, *steps), key)


def standing(entries: Sequence[Entry]) -> Iterable[tuple[int, Entry]]:
    """The entries that no 更正 made void, each with its number in the log.

    A landed entry is never edited, so making it void has to be enough to silence every rule about it.
    """
    for entry in entries:
        if entry.event == CORRECT:
            void = voided(entries, date.max)
            return [(n, e) for n, e in enumerate(entries) if n not in void]
    return enumerate(entries)


Told: TypeAlias = tuple[Log, int, Entry]
"""A standing entry: in whose log, its number in it, and what it says. There are too many of them for names."""


class Event(NamedTuple):
    """What was told of one kind of event in the logs of one kind of things, in the order of the logs."""

    table: EventTable
    word: str
    told: list[Told]


@walked
def logs(ledger: Ledger) -> Iterator[Log]:
    """Plans with their items, then slips with their rows, then what the registers hold."""
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        yield Log(plan.id, path, (), PLAN_EVENTS, plan.log)
        for n, item in enumerate(plan.items):
            yield Log(ref_of(plan, item), path, ("items", n), ITEM_EVENTS, item.log)
    for slip in ledger.slips:
        path = ledger.paths["slip", slip.id]
        yield Log(slip.id, path, (), SLIP_EVENTS, slip.log)
        for n, row in enumerate(slip.rows):
            yield Log(f"{slip.id}/{row.id}", path, ("rows", n), ROW_EVENTS, row.log)
    for thing in holdings(ledger):
        if thing.type.events is not None:
            yield Log(thing.ref, thing.path, thing.pointer, thing.type.events, thing.record.log)


@walked
def other_logs(ledger: Ledger) -> Iterator[Log]:
    """All but those of items."""
    return (log for log in logs(ledger) if log.table is not ITEM_EVENTS)


def number_of(entry: Entry, log: Sequence[Entry]) -> int:
    """Its number in the log. By identity: two entries may say the same."""
    return next(n for n, other in enumerate(log) if other is entry)


@walked
def entries(ledger: Ledger) -> Iterator[Told]:
    """Every standing entry of every log."""
    for log in logs(ledger):
        for n, entry in standing(log.entries):
            yield log, n, entry


@walked
def proven(ledger: Ledger) -> Iterator[Told]:
    """Those that name papers."""
    return (told for told in entries(ledger) if told[2].evidence)


@once
def events(ledger: Ledger) -> Sequence[Event]:
    """The same by kind, for rules that ask what an event needs before they look at an entry."""
    found: dict[int, dict[str, Event]] = {}
    for told in entries(ledger):
        log, _, entry = told
        words = found.setdefault(id(log.table), {})
        event = words.get(entry.event)
        if event is None:
            event = words[entry.event] = Event(log.table, entry.event, [])
        event.told.append(told)
    return [event for words in found.values() for event in words.values()]
