"""P140."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.items import Items, PlacedItem, as_it_reads, items_with, written_due
from ledger.checks.logs import number_of
from ledger.checks.rule import Finding, Rule
from ledger.measures.descent import full_ref
from ledger.measures.limits import effective_due
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger


class _Departure(NamedTuple):
    """An item that went into another, and its time limit on that day."""

    parent: PlacedItem
    entry: Entry
    due: date

    @property
    def spot(self) -> Spot:
        return self.parent.spot("log", number_of(self.entry, self.parent.item.log), "event")


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    items = Items(ledger)
    by_heir: dict[str, list[_Departure]] = {}
    for placed in items_with(ledger, *EVENTS):
        departure = _departure(placed)
        if departure is not None:
            for ref in departure.entry.into or ():
                by_heir.setdefault(full_ref(ref, placed.plan), []).append(departure)
    for ref, departures in by_heir.items():
        heir = items.find(ref)
        if heir is not None:
            yield from _of_heir(heir, departures)


EVENTS = ("并入", "拆分")


def _departure(placed: PlacedItem) -> _Departure | None:
    """None where none counts, or the item had no time limit."""
    steps = replay(placed.item, placed.plan.lead, date.max).steps
    entry = next((s.entry for s in steps if s.counted and s.entry.event in EVENTS), None)
    due = _due(placed, entry.date) if entry else None
    return _Departure(placed, entry, due) if entry and due else None


def _of_heir(heir: PlacedItem, departures: list[_Departure]) -> Iterator[Finding]:
    approved = [e.date for _, e in heir.entries("批准延期") if e.node is None]
    moved = [d for d in departures if not any(day >= d.entry.date for day in approved) and _is_later(heir, d)]
    if not moved:
        return
    first = min(moved, key=lambda d: d.due)
    due, before = _due(heir, first.entry.date), f"{first.entry.event}前 {first.parent.ref} 的"
    if due is None:
        message = f"{heir.ref} 没有到期日（{written_due(heir.item) or '待定'}），{before}时限是 {first.due}"
    else:
        message = f"{heir.ref} 的时限 {due} 晚于{before} {first.due}"
    hint = f"时限沿用 {first.due}；确需推迟的，经批准后记 批准延期"
    related = tuple((d.spot, f"{d.parent.ref} 的{d.entry.event}") for d in moved)
    yield Finding(heir.spot("due" if heir.item.due else "id"), f"{message}，没有批准延期", hint, related)


def _is_later(heir: PlacedItem, departure: _Departure) -> bool:
    due = _due(heir, departure.entry.date)
    return due is None or due > departure.due


def _due(placed: PlacedItem, day: date) -> date | None:
    """The time limit of that day, with all that was mended since."""
    history = replay(as_it_reads(placed.item), placed.plan.lead, day)
    history.due = written_due(placed.item)
    return effective_due(history, day)


RULE = Rule(
    code="P140",
    name="heir-due-later",
    severity=Severity.WARNING,
    what="由别的事项拆分、并入来的事项，时限晚于原事项在拆分、并入那一天的时限（或者没有到期日），又没有批准延期。",
    why=(
        "拆出的事项沿用原时限，并入的以最早的时限为准。拆一拆、并一并就把时限推后，"
        "等于没有人批准的延期：原来逾期的不再逾期，原来要催办的不再催办。"
    ),
    example=(
        "- id: 3\n"
        "  due: 2017-06-30\n"
        "  log:\n"
        "    - date: 2017-05-10\n"
        "      event: 拆分\n"
        "      by: 市委改革办\n"
        "      into: [12, 13]\n"
        "- id: 12\n"
        "  due: 2017-12-31        # 晚于原事项的 2017-06-30"
    ),
    fix=(
        "due 与原事项相同或更早，已经入库（合并）的用 更正（field: due）改过来；确需推迟的，经批准后再记 批准延期。"
        "拆分、并入以前就批准推迟的，给原事项补记 批准延期。"
    ),
    check=_check,
)
