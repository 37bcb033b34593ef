"""``ledger list KIND`` of a register: what all of them share; its own file says the columns and the figures."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.measures.selection import Selection
from ledger.measures.states import State, takes
from ledger.measures.thing_selection import check_filters, fits_thing
from ledger.measures.thing_states import ThingStanding, thing_standings, thing_states
from ledger.model.ledger import Ledger
from ledger.model.register import Register, ThingType
from ledger.reports.blocks import Block, Cell, Column, Facts, Report, Table, Tone, cells
from ledger.reports.listing import Listing, narrowed
from ledger.reports.words import iso

Things = Sequence[ThingStanding[Any]]
Value = Decimal | int | str | None


@dataclass(frozen=True, slots=True)
class ThingColumn:
    """A column: ``key`` in JSON, ``head`` for readers. ``of`` gives a value or, for the eye, a cell."""

    key: str
    head: str
    of: Callable[[ThingStanding[Any]], Any]
    wrap: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class ThingFigure:
    """A figure of the things that are listed; ``of`` gives None where there is nothing to measure.

    ``name`` in JSON; ``unit`` stands behind the value: 件, %, 人.
    """

    name: str
    label: str
    of: Callable[[Things, date], Value]
    unit: str = ""

    def text(self, things: Things, day: date) -> str:
        """``91.9%``; ``—`` without a value."""
        value = self.of(things, day)
        return f"{value}{self.unit}" if value is not None else "—"


@dataclass(frozen=True, slots=True)
class RegisterList:
    """How one register, or what stands under ``key`` in its things, is listed.

    ``states`` come beside those of the event table. ``more`` gives blocks of its own below the table, made of what is listed.
    ``beside`` looks at a ledger on a day, once, and then says of each thing what stands elsewhere: the progress of its
    items. Columns, states and figures read it as ``thing.beside``.
    ``source`` gives the things where what they owe, or whether they are there yet, stands elsewhere than in their own log.
    """

    register: Register[Any]
    title: str
    columns: tuple[ThingColumn, ...]
    key: str = ""
    states: Mapping[str, State[Any]] = field(default_factory=dict)
    kinds: Mapping[str, State[Any]] = field(default_factory=dict)
    figures: tuple[ThingFigure, ...] = ()
    more: Callable[[Ledger, Things, date], Sequence[Block]] = lambda _, __, ___: ()
    beside: Callable[[Ledger, date], Callable[[ThingStanding[Any]], Any]] | None = None
    source: Callable[[Ledger, date], Iterable[ThingStanding[Any]]] | None = None

    @property
    def thing(self) -> ThingType[Any]:
        return self.register.thing.inner[self.key] if self.key else self.register.thing

    def figure(self, name: str) -> ThingFigure:
        return next(f for f in self.figures if f.name == name)

    @property
    def all_states(self) -> Mapping[str, State[Any]]:
        return {**thing_states(self.thing), **self.states}

    def things(self, ledger: Ledger, day: date) -> list[ThingStanding[Any]]:
        """All of them."""
        if self.source is not None:
            return list(self.source(ledger, day))
        found = thing_standings(ledger, day, self.register, self.key)
        if self.beside is None:
            return list(found)
        look = self.beside(ledger, day)
        return [replace(thing, beside=look(thing)) for thing in found]

    def chosen(self, things: Things, ledger: Ledger, chosen: Selection) -> list[ThingStanding[Any]]:
        """Raises LedgerError for a filter that means nothing here."""
        check_filters(self.thing, self.thing.word, chosen)
        return [
            thing
            for thing in things
            if fits_thing(thing, ledger, chosen)
            and (not chosen.only_open or thing.is_open)
            and takes(self.all_states, chosen.states, thing, thing.course.day)
            and takes(self.kinds, chosen.kinds, thing, thing.course.day)
        ]


def register_listing(kind: str, label: str, spec: RegisterList) -> Listing:
    """``kind`` is what ``ledger list`` calls it, ``label`` what the index of lists says of it."""

    def build(ledger: Ledger, day: date, chosen: Selection) -> Report:
        return _report(kind, spec, ledger, day, chosen)

    tracked = spec.thing.events is not None
    return Listing(kind, label, build, tracked, spec.all_states, spec.kinds, spec)


def _report(kind: str, spec: RegisterList, ledger: Ledger, day: date, chosen: Selection) -> Report:
    things = spec.chosen(spec.things(ledger, day), ledger, chosen)
    if chosen.figure:
        return _one_figure(spec, things, day, chosen.figure)
    tracked = spec.thing.events is not None
    data = [_data(thing, spec) for thing in things]
    heads = [Column(c.head, right=c.right, wrap=c.wrap) for c in spec.columns]
    columns = (Column("编号"), *heads, *_tracked_columns(spec.thing))
    table = Table(columns, tuple(_row(thing, spec) for thing in things))
    figures = {f.name: f.of(things, day) for f in spec.figures}
    facts = [("合计", Cell(f"{len(things)}"))] + [(f.label, Cell(f.text(things, day))) for f in spec.figures]
    blocks = ([table] if things else [], [Facts(tuple(facts))], spec.more(ledger, things, day))
    title = narrowed(spec.title, chosen, spec.all_states, spec.kinds)
    keys = ("id", *(c.key for c in spec.columns), *(_TRACKED if tracked else ()))
    numbers = {name: str(v) if isinstance(v, Decimal) else v for name, v in figures.items()}
    return Report(
        title, day, tuple(b for part in blocks for b in part), {kind: data, "figures": numbers}, data, keys
    )


def _one_figure(spec: RegisterList, things: Things, day: date, name: str) -> Report:
    """One figure by itself: what stands beside a number of a bulletin prints it."""
    figure = spec.figure(name)
    value = figure.of(things, day)
    text = str(value) if value is not None else None
    data = {"figure": name, "label": figure.label, "value": text, "unit": figure.unit}
    blocks = (Facts(((figure.label, Cell(figure.text(things, day))),)),)
    return Report(f"{spec.title}：{figure.label}", day, blocks, data, [data], tuple(data))


def _tracked_columns(thing: ThingType[Any]) -> tuple[Column, ...]:
    """No column of states where what happens leads from none to another: what is owed says all."""
    if thing.events is None:
        return ()
    owed = Column("还欠", wrap=True)
    return (Column("状态"), owed) if thing.events.states else (owed,)


_TRACKED = ("state", "owed", "due", "overdue_days")


def _row(thing: ThingStanding[Any], spec: RegisterList) -> tuple[Cell, ...]:
    own = cells(thing.ref, *(shown_value(c.of(thing)) for c in spec.columns))
    state = (Cell(thing.course.state_word),) if spec.thing.events and spec.thing.events.states else ()
    return (*own, *state, *((owed_cell(thing),) if spec.thing.events else ()))


def owed_cell(thing: ThingStanding[Any]) -> Cell:
    """What has to be done first, and by when or how late."""
    duty, late = thing.owed, thing.overdue_days
    if duty is None:
        return Cell("")
    days = duty.overdue_days(thing.course.day)
    return (
        Cell(f"{duty.what}（逾期{days}天）", Tone.BAD)
        if late and days
        else Cell(f"{duty.what}，{duty.due}前")
    )


def shown_value(value: Any) -> Any:
    return "、".join(map(str, value)) if isinstance(value, tuple | list) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Cell):
        return value.text
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _data(thing: ThingStanding[Any], spec: RegisterList) -> dict[str, Any]:
    own = {"id": thing.ref} | {c.key: _plain(c.of(thing)) for c in spec.columns}
    if spec.thing.events is None:
        return own
    duty = thing.owed
    return own | {
        "state": thing.course.state,
        "owed": duty.what if duty else None,
        "due": iso(duty.due) if duty else None,
        "overdue_days": thing.overdue_days,
    }
