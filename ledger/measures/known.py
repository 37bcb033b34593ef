"""What had been recorded by a day, as the entries themselves say, and what was recorded about that time afterwards."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ledger.measures.holdings import holdings
from ledger.measures.relogged import relogged
from ledger.model.entries import Entry
from ledger.model.facts import voided
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan, ref_of
from ledger.model.registers.upstream import REGISTER as UPSTREAM
from ledger.model.slips import Row, Slip

Log = tuple[Entry, ...]
Logged = TypeVar("Logged", Plan, Item, Slip, Row)


def known_by(ledger: Ledger, day: date) -> Ledger:
    """The ledger without what was recorded after ``day``; an entry that does not say when was recorded on its date.

    Entries dated after the day say nothing about it and stay, so that what nobody added to late is the same object
    as before. A 更正 goes with the entry that it voids: it shall void no other.
    """
    return replace(
        ledger,
        plans=tuple(_plan(plan, day) for plan in ledger.plans),
        slips=tuple(_slip(slip, day) for slip in ledger.slips),
        registers=relogged(ledger, lambda log: _kept(log, day)),
    )


def _plan(plan: Plan, day: date) -> Plan:
    items = tuple(_in_time(item, day) for item in plan.items)
    return _in_time(plan if items == plan.items else replace(plan, items=items), day)


def _slip(slip: Slip, day: date) -> Slip:
    rows = tuple(_in_time(row, day) for row in slip.rows)
    return _in_time(slip if rows == slip.rows else replace(slip, rows=rows), day)


def _in_time(thing: Logged, day: date) -> Logged:
    kept = _kept(thing.log, day)
    return thing if kept is thing.log else replace(thing, log=kept)


def _kept(log: Log, day: date) -> Log:
    late = {n for n, e in enumerate(log) if e.recorded is not None and e.recorded > day}
    if not late:
        return log
    corrections = voided(log, day)
    late |= {corrections[n] for n in late & corrections.keys()}
    return tuple(e for n, e in enumerate(log) if n not in late)


def count_recorded_later(now: Ledger, then: Ledger, day: date, about: set[str] | None = None) -> int:
    """Entries dated by ``day`` that there are ``now``, and were not in what was known ``then``.

    An entry is known by what it says, so that a thing under another id or in another file has nothing new. ``about``:
    only what stands in the logs of these items, of either version.
    """
    mine, theirs = list(_logs(now, about)), list(_logs(then, about))
    shared = {id(log) for log in mine} & {id(log) for log in theirs}
    return (_said(mine, day, shared) - _said(theirs, day, shared)).total()


def _said(logs: list[Log], day: date, shared: set[int]) -> Counter[Entry]:
    return Counter(e for log in logs if id(log) not in shared for e in log if e.date <= day)


def first_fact(ledger: Ledger) -> date | None:
    """The day of the earliest entry about plans, items, papers or documents from above: what trends are made of.

    Other registers reach further back: a pilot of years ago is no month of the items'.
    """
    counted = replace(ledger, registers={UPSTREAM.name: ledger.upstream})
    return min((entry.date for log in _logs(counted) for entry in log), default=None)


def _logs(ledger: Ledger, about: set[str] | None = None) -> Iterator[Log]:
    """Every log, or those of some items."""
    for plan in ledger.plans:
        yield from (item.log for item in plan.items if about is None or ref_of(plan, item) in about)
    if about is not None:
        return
    yield from (plan.log for plan in ledger.plans)
    yield from (thing.record.log for thing in holdings(ledger) if thing.type.events is not None)
    for slip in ledger.slips:
        yield slip.log
        yield from (row.log for row in slip.rows)
