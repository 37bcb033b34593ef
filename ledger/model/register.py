"""A register (登记簿): one file in ``registers/`` says what may be written, what may happen and what is owed.

Reading, schemas, ``list``, ``show``, ``record``, overdue, upcoming, a unit's page, the calendar feed, review and export
take it from here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ledger.base.days import parse_month
from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import EventTable

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

T = TypeVar("T")


@dataclass(frozen=True)  # with slots, 3.11 cannot call Course[Finding](…)
class Course(Generic[T]):
    """A thing of a register on a day: the facts that count by then, in the order of their days, and where they lead.

    ``parent`` is the course of the thing it stands in: of a finding its inspection. ``state`` is empty for plain records.
    """

    type: "ThingType[T]"
    ref: str
    record: T
    day: date
    facts: tuple[Entry, ...] = ()
    state: str = ""
    parent: "Course[Any] | None" = None

    @property
    def title(self) -> str:
        return str(getattr(self.record, "title", None) or self.type.word)

    @property
    def state_word(self) -> str:
        table = self.type.events
        return table.states.get(self.state, "") if table else ""

    def first(self, *events: str) -> Entry | None:
        """The first fact of those events (Chinese words)."""
        return next((e for e in self.facts if e.event in events), None)

    def last(self, *events: str) -> Entry | None:
        return next((e for e in reversed(self.facts) if e.event in events), None)

    def on(self, *events: str) -> date | None:
        """The day of the first of them."""
        entry = self.first(*events)
        return entry.date if entry else None


def _owes_nothing(_: Course[Any], __: "Ledger") -> Iterator[Duty]:
    return iter(())


@dataclass(frozen=True)
class ThingType(Generic[T]):
    """One kind of thing that a register holds.

    ``kind`` names it in code and JSON, ``word`` for readers. With ``events`` it is a tracked thing and its record has
    ``log``; without, a plain record. ``unit`` is the field that says who is responsible,
    ``ended`` the states in which nothing is wanted any more, ``dated`` the field that says since when there is such a thing, if it has
    one: before that day it does not exist. ``inner`` are the types of the things that
    stand in it, by the key of their list: a finding of an inspection is called ``<inspection>/3``.
    """

    kind: str
    word: str
    record: type[T]
    events: EventTable | None = None
    duties: "Callable[[Course[T], Ledger], Iterator[Duty]]" = _owes_nothing
    unit: str = ""
    ended: frozenset[str] = frozenset()
    dated: str = "date"
    inner: "Mapping[str, ThingType[Any]]" = field(default_factory=dict)


@dataclass(frozen=True)
class Register(Generic[T]):
    """``registers/NAME.yaml``, a list under the key NAME; with ``folder``, one file a thing in a folder of that name.

    ``name`` is also the module's and what ``ledger list`` calls it; ``word`` the register's title, ``about`` what an editor says of the file.
    """

    name: str
    word: str
    about: str
    thing: ThingType[T]
    folder: bool = False

    @property
    def types(self) -> list[ThingType[Any]]:
        """Its own type and those within it."""
        return list(_types(self.thing))

    @property
    def file(self) -> str:
        """Where it stands in the ledger's folder, as people are told."""
        return f"{self.name}/*.yaml" if self.folder else f"registers/{self.name}.yaml"


def since(thing: ThingType[Any], record: Any) -> date | None:
    """Since when there is the thing; None where nothing says so."""
    return day_said(getattr(record, thing.dated, None))


def day_said(value: object) -> date | None:
    """The day that a ``dated`` field says; what is of a month (``2017-10``) is there from its last day."""
    if isinstance(value, str):
        return parse_month(value)
    return value if isinstance(value, date) else None


class Held(Protocol):
    """What stands in a register, or in a thing of it: a course, or a thing with its place."""

    @property
    def type(self) -> ThingType[Any]: ...
    @property
    def record(self) -> Any: ...
    @property
    def parent(self) -> "Held | None": ...


def began(thing: Held) -> date | None:
    """Its own day, else that of what it stands in: of a finding its inspection's."""
    own = since(thing.type, thing.record)
    return own or (began(thing.parent) if thing.parent else None)


def _types(thing: ThingType[Any]) -> Iterator[ThingType[Any]]:
    yield thing
    for inner in thing.inner.values():
        yield from _types(inner)
