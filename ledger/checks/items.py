"""Every item with the place where it stands, for the rules about items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from ledger.base.days import Due
from ledger.base.diagnostics import Pointer, Spot
from ledger.checks.logs import Log, standing
from ledger.measures.plans import plan_standing
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.events import CORRECT
from ledger.model.facts import facts
from ledger.model.items import ITEM_EVENTS, Item
from ledger.model.ledger import Ledger
from ledger.model.once import once, walked
from ledger.model.plans import Plan, ref_of

CLAIMING = tuple(event.word for event in ITEM_EVENTS if "evidence" in event.required)
"""Events that say that something is done, and with what it is proven."""


class PlacedItem(NamedTuple):
    """An item, its plan, and where it stands in the plan's file."""

    plan: Plan
    item: Item
    path: str
    number: int

    @property
    def ref(self) -> str:
        return ref_of(self.plan, self.item)

    def spot(self, *steps: str | int, key: bool = False) -> Spot:
        """Where the item stands, or what ``steps`` lead to within it."""
        return Spot(self.path, ("items", self.number, *steps), key)

    def entries(self, *events: str) -> list[tuple[int, Entry]]:
        """Its standing entries of those events, each with its number in the log."""
        return [(n, e) for n, e in standing(self.item.log) if e.event in events]

    def proof(self, entry: int, number: int) -> Spot:
        """Where that paper of the entry is named."""
        key = "number" if self.item.log[entry].evidence[number].number else "title"
        return self.spot("log", entry, "evidence", number, key)

    @property
    def told(self) -> Log:
        """Its log with what every log has."""
        return Log(self.ref, self.path, ("items", self.number), ITEM_EVENTS, self.item.log)

    @property
    def began(self) -> date | None:
        """The day of its first fact; of one that was claimed at once, when its plan was adopted or issued."""
        first = next(iter(facts(self.item.log, date.max)), None)
        if first is not None and first.event not in CLAIMING:
            return first.date
        plan = plan_standing(self.plan, date.max)
        return min((day for day in (plan.adopted, plan.issued) if day is not None), default=None)


@walked
def placed_items(ledger: Ledger) -> Iterator[PlacedItem]:
    """In the order of the plans' ids, then as written."""
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        for n, item in enumerate(plan.items):
            yield PlacedItem(plan, item, path, n)


@walked
def items_with(ledger: Ledger, *events: str) -> Iterator[PlacedItem]:
    """Those that have one of the events in their log, made void or not; in the same order."""
    placed = placed_items(ledger)
    told = (course.numbers for course in courses(ledger) if not course.words.isdisjoint(events))
    return (placed[n] for n in sorted(chain.from_iterable(told)))


@once
def by_place(ledger: Ledger) -> Mapping[tuple[str, Pointer], PlacedItem]:
    """Every item by its file and its pointer there, for rules that come to it from its log."""
    return {(placed.path, ("items", placed.number)): placed for placed in placed_items(ledger)}


class Course(NamedTuple):
    """Items whose logs tell the same events, as written; ``numbers`` are theirs among :func:`placed_items`.

    ``straight``: the log is in the order of days and corrects nothing, so that it says the facts as it stands.
    """

    straight: bool
    words: frozenset[str]
    numbers: list[int]


@once
def courses(ledger: Ledger) -> Sequence[Course]:
    """Ten thousand logs tell a few hundred, for rules that ask of a course what holds for all who took it."""
    found: dict[tuple[bool, tuple[str, ...]], list[int]] = {}
    for n, placed in enumerate(placed_items(ledger)):
        log = placed.item.log
        words, days = tuple([entry.event for entry in log]), [entry.date for entry in log]
        straight = CORRECT not in words and days == sorted(days)
        found.setdefault((straight, words), []).append(n)
    return [Course(straight, frozenset(words), numbers) for (straight, words), numbers in found.items()]


class Items:
    """Items by reference, looked up in the plans that somebody asks about: a ledger has far more than papers name."""

    def __init__(self, ledger: Ledger) -> None:
        self._paths = ledger.paths
        self._plans = {plan.id: plan for plan in ledger.plans}
        self._numbers: dict[str, dict[str, int]] = {}

    def find(self, ref: str) -> PlacedItem | None:
        """The item of that reference; of several with one id the first."""
        identifier, _, item = ref.partition("/")
        plan = self._plans.get(identifier)
        if plan is None:
            return None
        if identifier not in self._numbers:
            last = len(plan.items) - 1
            self._numbers[identifier] = {i.id: last - n for n, i in enumerate(reversed(plan.items))}
        number = self._numbers[identifier].get(item)
        if number is None:
            return None
        return PlacedItem(plan, plan.items[number], self._paths["plan", identifier], number)


def as_it_reads(item: Item) -> Item:
    """The item without what was made void since: replayed to any day, it says what its log now says of that day."""
    if not any(e.event == CORRECT for e in item.log):
        return item
    kept = (replace(e, voids=None) if e.voids else e for _, e in standing(item.log))
    return replace(item, log=tuple(kept))


def written_due(item: Item) -> Due | None:
    """The time limit as written, a slip of the pen mended; extensions do not move it."""
    if any(e.event == CORRECT for e in item.log):
        return replay(item, (), date.max).due
    return item.due
