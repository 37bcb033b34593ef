"""What stands behind a claim, a led project or a task force: its items, and people and units as they are called on a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ledger.measures.tasks import TaskProgress, Tasks
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.sponsors import leader_of
from ledger.reports.items import done_of


@dataclass(frozen=True, slots=True)
class Led:
    """``leader`` and ``unit`` are empty where the thing names none; ``units`` also has those that take part."""

    items: TaskProgress
    leader: str
    unit: str
    units: tuple[str, ...]

    @property
    def done(self) -> str:
        """3/5（逾期1）."""
        return done_of(self.items.items)


def led(ledger: Ledger, day: date) -> Callable[[ThingStanding[Any]], Led]:
    """For the lists of claims, sponsors and task forces: what stands ``beside`` each."""

    @cache
    def tasks() -> Tasks:
        """Judged when the first thing asks: most ledgers have none."""
        return Tasks(ledger, day)

    def look(thing: ThingStanding[Any]) -> Led:
        def called(name: str) -> str:
            return ledger.units.current(name, day) if name else ""

        record = thing.record
        own = getattr(record, "unit", "")
        named = (own, *getattr(record, "participants", ()), *(m.unit for m in getattr(record, "members", ())))
        items = tasks().of(getattr(record, "plans", ()), record.items)
        leader = leader_of(thing.course) if hasattr(record, "leader") else ""
        units = tuple(dict.fromkeys(called(name) for name in named if name))
        return Led(items, called(leader), called(own), units)

    return look
