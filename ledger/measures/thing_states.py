"""A thing of a register with what it asks of people, and the states that lists of such things are narrowed by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from ledger.measures.holdings import courses, inner_courses
from ledger.measures.states import State, this_month
from ledger.model.duty import Duty
from ledger.model.forms import form
from ledger.model.ledger import Ledger
from ledger.model.register import Course, Register, ThingType, since

T = TypeVar("T")


@dataclass(frozen=True)
class ThingStanding(Generic[T]):
    """A course and its duties, met and unmet, by their days; ``beside`` is what its list found out about it elsewhere."""

    course: Course[T]
    duties: tuple[Duty, ...]
    beside: Any = field(default=None, kw_only=True)

    @property
    def ref(self) -> str:
        return self.course.ref

    @property
    def record(self) -> T:
        return self.course.record

    @property
    def owed(self) -> Duty | None:
        """What has to be done first."""
        return next((d for d in self.duties if d.met_on is None), None)

    @property
    def overdue_days(self) -> int:
        """Of what is overdue longest."""
        return max((d.overdue_days(self.course.day) for d in self.duties), default=0)

    @property
    def is_open(self) -> bool:
        """Whether anything is still wanted: of what has no end of its own, whether anything is owed."""
        ended = self.course.type.ended
        return self.course.state not in ended if ended else self.owed is not None


def thing_standings(
    ledger: Ledger, day: date, register: Register[Any], key: str = ""
) -> Iterator[ThingStanding[Any]]:
    """Of what the register holds, or of what stands under ``key`` in its things; in the order of the file."""
    found = inner_courses(ledger, day, register, key) if key else courses(ledger, day, register)
    return (standing_of_thing(each, ledger) for each in found)


def standing_of_thing(course: Course[T], ledger: Ledger) -> ThingStanding[T]:
    duties = sorted(course.type.duties(course, ledger), key=lambda d: (d.due, d.what, d.unit))
    return ThingStanding(course, tuple(duties))


def thing_states(kind: ThingType[Any]) -> Mapping[str, State[ThingStanding[Any]]]:
    """Those of its event table; ``this_month`` and ``this_year``, where it is dated; ``overdue``: something it asks for is late."""
    table, months = kind.events, _MONTHS if _is_dated(kind) else {}
    if table is None:
        return months
    states = months | {name: State(word, _is_in(name)) for name, word in table.states.items()}
    return {**states, "overdue": State("逾期未办", lambda thing, _: thing.overdue_days > 0)}


def _is_dated(kind: ThingType[Any]) -> bool:
    return any(field.name == kind.dated for field in form(kind.record))


def _dated(thing: ThingStanding[Any]) -> date | None:
    return since(thing.course.type, thing.record)


_MONTHS: dict[str, State[ThingStanding[Any]]] = {
    "this_month": State("本月", lambda thing, day: this_month(_dated(thing), day)),
    "this_year": State("本年", lambda thing, day: this_month(_dated(thing), day, year=True)),
}


def _is_in(name: str) -> Any:
    return lambda thing, _: thing.course.state == name


def choice_states(field: str, words: Iterable[str]) -> Mapping[str, State[ThingStanding[Any]]]:
    """What --kind may name where ``field`` says of which kind a thing is: each word is its own name."""
    return {word: State(word, _says(field, word)) for word in words}


def _says(field: str, word: str) -> Any:
    return lambda thing, _: getattr(thing.record, field) == word
