"""Which tables there are of what registers hold, and their columns: read off the records, so a new register has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.model.forms import FormField, form
from ledger.model.register import Register, ThingType
from ledger.model.shelves import registers

_OF_PLANS = frozenset({"items", "nodes", "parts"})
OWNER = "owner"
"""The key of the column that says in which thing one stands; no record has it."""


@dataclass(frozen=True, slots=True)
class ThingField:
    """A column: ``keys`` lead to the value in the record, ``("team", "office")``."""

    head: str
    keys: tuple[str, ...]
    field: FormField

    @property
    def key(self) -> str:
        return ".".join(self.keys)


@dataclass(frozen=True)
class ThingTable:
    """The things of a register, or (``key``) what stands in a list of theirs: the findings of all inspections."""

    register: Register[Any]
    key: str = ""

    @property
    def thing(self) -> ThingType[Any]:
        return self.register.thing.inner[self.key] if self.key else self.register.thing

    @property
    def name(self) -> str:
        """What command lines call it: the list in which it stands, unless plans have one of that name.

        Of two of one name, as ``scores``, it is what people fill: the list within the things of the register.
        """
        if not self.key and self.register.name in self.register.thing.inner:
            return self.thing.kind
        return (self.thing.kind if self.key in _OF_PLANS else self.key) or self.register.name

    @property
    def title(self) -> str:
        return self.thing.word if self.key else self.register.word

    @property
    def owner(self) -> str:
        """The head of the column that says in which thing a row's stands; empty where it stands in none."""
        return f"所属{self.register.thing.word}" if self.key else ""

    @cached_property
    def columns(self) -> tuple[ThingField, ...]:
        """Without the log and what has tables of its own; two columns of one title are told apart by their keys."""
        found, heads = list[ThingField](), set[str]()
        for column in _columns(self.thing.record, frozenset(self.thing.inner)):
            twin = column.head in heads or column.head == self.owner
            heads.add(column.head)
            found.append(
                ThingField(f"{column.head}（{column.key}）", column.keys, column.field) if twin else column
            )
        return tuple(found)

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The titles of what no cell can hold: lists of records."""
        known = {"log", *self.thing.inner}
        return tuple(f.title for f in form(self.thing.record) if f.inner and f.many and f.key not in known)

    def column(self, key: str) -> ThingField | None:
        return next((column for column in self.columns if column.key == key), None)


def _columns(record: Any, apart: frozenset[str]) -> Iterator[ThingField]:
    for field in form(record):
        if field.key == "log" or field.key in apart:
            continue
        if field.inner is None:
            yield ThingField(field.title, (field.key,), field)
        elif not field.many:
            for inner in _columns(field.inner, frozenset()):
                yield ThingField(f"{field.title}·{inner.head}", (field.key, *inner.keys), inner.field)


def tables() -> Iterator[ThingTable]:
    """Every register's, each before those of what stands in its things."""
    for register in registers().values():
        yield ThingTable(register)
        yield from (ThingTable(register, key) for key in register.thing.inner)


def table_named(word: str) -> ThingTable:
    """By its name, or what one thing of it is called: problems, problem, 问题. Raises LedgerError for other words."""
    known = dict[str, ThingTable]()
    for table in tables():
        for name in (table.name, table.thing.kind, table.title, table.thing.word):
            known.setdefault(name, table)
    if word not in known:
        hint = did_you_mean(word, known) or f"可写 {'、'.join(table.name for table in tables())}"
        raise LedgerError(f"没有{quoted(word)}这个登记簿；{hint}")
    return known[word]
