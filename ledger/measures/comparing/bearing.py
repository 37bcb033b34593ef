"""Which changes of a ledger bear on a day in its past: facts of later days, and what came about later, do not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import ITEM, PLAN, Thing
from ledger.measures.holdings import holdings
from ledger.measures.relogged import relogged
from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.model.register import day_said
from ledger.model.shelves import thing_types


def is_late_fact(change: Change, day: date) -> bool:
    """An entry that was added since, about a time up to the day: 补记."""
    return change.kind is Kind.ENTRY_ADDED and isinstance(change.after, Entry) and change.after.date <= day


def bearing(changes: Iterable[Change], day: date) -> list[Change]:
    """Those that can move a figure of that day; what came or went with a greater thing is told by that thing."""
    return [c for c in changes if _day(c) <= day and c.kind is not Kind.MOVED and not c.nested]


def _day(change: Change) -> date:
    """From which day on it can move a figure."""
    sides = (change.before, change.after)
    return min((day for side in sides for day in _days(side)), default=date.min)


def _days(side: object) -> list[date]:
    """From when a side is there.

    A paper and a tracked thing of a register are with their first fact, a plain record on its day, rules and units when
    they are in force.
    """
    if isinstance(side, Entry):
        return [side.date]
    if isinstance(side, Thing) and side.log and side.kind not in {PLAN, ITEM}:
        return [entry.date for entry in side.log]
    since = day_said(side.fields.get(_dated(side.kind))) if isinstance(side, Thing) else None
    return [since] if since else []


def _dated(kind: str) -> str:
    """The key that says since when there is such a thing."""
    return thing_types()[kind].dated if kind in thing_types() else "from"


def counted_then(ledger: Ledger, old: Ledger, day: date) -> Ledger:
    """``ledger`` without the plans, papers and tracked things that came since and were not there on the day.

    They are no facts of it; papers that were decided on the day and signed later answer what a bulletin says is to be
    issued. Of a plan of which nothing was recorded yet, what was recorded of later days says nothing either.
    """
    plans = {p.id: p for p in old.plans}
    slips = {s.id for s in old.slips}
    held = {(h.type.kind, h.ref) for h in holdings(old)}
    return replace(
        ledger,
        plans=tuple(
            _then(p, plans.get(p.id), day) for p in ledger.plans if p.id in plans or _was_there(p, day)
        ),
        registers=relogged(
            ledger,
            lambda log: log,
            lambda kind, ref, thing: (kind.kind, ref) in held or _was_there(thing, day),
        ),
        slips=tuple(s for s in ledger.slips if s.id in slips or _was_there(s, day)),
    )


def _was_there(thing: Any, day: date) -> bool:
    """A record without a log has no day of its own."""
    log = getattr(thing, "log", ())
    return not log or bool(facts(log, day))


def _then(plan: Plan, old: Plan | None, day: date) -> Plan:
    unrecorded = old is not None and not old.log and plan.log and not facts(plan.log, day)
    return replace(plan, log=()) if unrecorded else plan
