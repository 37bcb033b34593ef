"""Everything that the registers hold, where it stands, and what became of it by a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ledger.base.diagnostics import Pointer, Spot
from ledger.measures.standing import Standing
from ledger.model.duty import Duty
from ledger.model.ledger import Ledger
from ledger.model.once import walked
from ledger.model.register import Course, Register, ThingType, since
from ledger.model.shelves import registers
from ledger.model.walks import walk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Holding:
    """A thing of a register: its reference, and where it stands in which file."""

    type: ThingType[Any]
    ref: str
    record: Any
    path: str
    pointer: Pointer
    parent: "Holding | None" = None

    def spot(self, *steps: str | int) -> Spot:
        """Where it stands, or what ``steps`` lead to within it."""
        return Spot(self.path, (*self.pointer, *steps))


@walked
def holdings(ledger: Ledger) -> Iterator[Holding]:
    """Register by register, each thing before those within it."""
    for name in ledger.registers:
        yield from held(ledger, registers()[name])


def in_files(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What has a file of its own: the name of its register, and its id."""
    for name, records in ledger.registers.items():
        if registers()[name].folder:
            yield from ((name, record.id) for record in records)


def held(ledger: Ledger, register: Register[Any]) -> Iterator[Holding]:
    """What one register holds."""
    for n, record in enumerate(ledger.of(register)):
        pointer = () if register.folder else (register.name, n)
        path = ledger.paths.get((register.name, record.id), "")
        yield from _with_inner(Holding(register.thing, record.id, record, path, pointer))


def within_record(kind: ThingType[Any], record: Any) -> Iterator[Holding]:
    """A record that no file holds yet, and what stands in it."""
    return _with_inner(Holding(kind, record.id, record, "", ()))


def _with_inner(holding: Holding) -> Iterator[Holding]:
    yield holding
    for key, kind in holding.type.inner.items():
        for n, record in enumerate(getattr(holding.record, key)):
            pointer = (*holding.pointer, key, n)
            ref = f"{holding.ref}/{record.id}"
            yield from _with_inner(Holding(kind, ref, record, holding.path, pointer, holding))


def courses(ledger: Ledger, day: date, register: Register[T]) -> Iterator[Course[T]]:
    """The things of one register as they stand on ``day``, not those within them; what is dated later is left out."""
    things: tuple[Any, ...] = ledger.of(register)
    for record in things:
        start = since(register.thing, record)
        if start is None or start <= day:
            yield course(register.thing, record.id, record, day)


def inner_courses(ledger: Ledger, day: date, register: Register[Any], key: str) -> Iterator[Course[Any]]:
    """The things that stand under ``key`` in those of the register: the findings of all inspections."""
    for parent in courses(ledger, day, register):
        yield from within(parent, key)


def within(parent: Course[Any], key: str) -> Iterator[Course[Any]]:
    """The things that stand under ``key`` in one; what is dated later is left out."""
    kind = parent.type.inner[key]
    for record in getattr(parent.record, key):
        start = since(kind, record)
        if start is None or start <= parent.day:
            yield course(kind, f"{parent.ref}/{record.id}", record, parent.day, parent)


def course(
    kind: ThingType[T], ref: str, record: T, day: date, parent: Course[Any] | None = None
) -> Course[T]:
    """What its log comes to on the day; a plain record has no state."""
    if kind.events is None:
        return Course(kind, ref, record, day, parent=parent)
    log = getattr(record, "log")  # noqa: B009 - not every record of the type variable has one
    strides = [s for s in walk(kind.events, log, day) if s.counted]
    state = strides[-1].after if strides else kind.events.start
    return Course(kind, ref, record, day, tuple(s.entry for s in strides), state, parent)


def every_course(ledger: Ledger, day: date) -> Iterator[Course[Any]]:
    """Of all registers, and of what stands within their things."""
    for name in ledger.registers:
        for outer in courses(ledger, day, registers()[name]):
            yield from _down(outer)


def _down(outer: Course[Any]) -> Iterator[Course[Any]]:
    yield outer
    for key in outer.type.inner:
        for inner in within(outer, key):
            yield from _down(inner)


def register_duties(ledger: Ledger, day: date, _: list[Standing]) -> Iterator[Duty]:
    """What the things of registers ask of somebody, as each register's own file says."""
    for each in every_course(ledger, day):
        yield from each.type.duties(each, ledger)
