"""What an item's log amounts to on a day: the facts applied so far, and what they left behind."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from ledger.base.days import Due
from ledger.model.entries import Entry
from ledger.model.items import State


class Step(NamedTuple):
    """One fact and what it did; ``counted`` is False when it did nothing because it may not happen there."""

    entry: Entry
    before: State
    after: State
    counted: bool


@dataclass(slots=True)
class Pause:
    """A 暂缓 from ``start`` through ``until``; ``resumed`` when 恢复 came first."""

    start: date
    until: date
    resumed: date | None = None

    def end(self, day: date) -> date:
        """The first day that is no longer suspended, or ``day`` while it lasts."""
        lapsed = self.until + timedelta(days=1)
        return min(lapsed, day) if self.resumed is None else min(lapsed, day, self.resumed)


class Extension(NamedTuple):
    """An approved extension; ``node`` when it moves only that node."""

    approved: date
    until: date
    node: str | None


@dataclass(slots=True)
class History:
    """What an item's log amounts to on ``day``. Names of units are as written."""

    day: date
    title: str
    due: Due | None
    leads: tuple[str, ...]
    unit: Callable[[str], str] = str
    unit_on: Callable[[str, date], str] = lambda name, _: name
    state: State = State.NOT_STARTED
    started: date | None = None
    claimed: date | None = None
    accepted: date | None = None
    closed: date | None = None
    cycle: date | None = None
    relapsed: bool = False
    cause: str | None = None
    review: date | None = None
    into: tuple[str, ...] = ()
    departed: date | None = None
    reached: dict[str, date] = field(default_factory=dict)
    extensions: list[Extension] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    _before_pause: State = State.NOT_STARTED

    def lapse(self, day: date) -> None:
        """End a pause whose last day is over: it needs no entry."""
        if self.state is State.SUSPENDED and self.pauses[-1].until < day:
            self.state = self._before_pause

    def suspend(self, entry: Entry, until: date) -> None:
        self._before_pause = self.state
        self.pauses.append(Pause(entry.date, until))
        self.state = State.SUSPENDED

    def resume(self, entry: Entry) -> None:
        self.pauses[-1].resumed = entry.date
        self.state = self._before_pause
