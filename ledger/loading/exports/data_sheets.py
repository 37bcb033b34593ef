"""The sheets that make an exported workbook whole: one for each kind of record, a column for each of its keys.

A row names what it belongs to: its plan, its item, its entry by number within the log.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic.fields import FieldInfo

from ledger.model.entries import Entry, Evidence, Voided
from ledger.model.fields import spelling
from ledger.model.items import Item, Node
from ledger.model.plans import Part, Plan

PLAN, ITEM, ENTRY = "所属方案", "所属事项", "第几条记录"


@dataclass(frozen=True, slots=True)
class DataSheet:
    """``owners`` are the heads that say what a row belongs to; ``apart`` keys have sheets of their own.

    ``inner`` is a key that holds one record, whose keys are columns of this sheet.
    """

    name: str
    record: type
    owners: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    inner: tuple[str, type] | None = None

    @property
    def heads(self) -> list[str]:
        return [*self.owners, *(column.head for column in columns(self))]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """``keys`` lead to the value: ``("voids", "date")``. ``names``: it may hold several."""

    head: str
    keys: tuple[str, ...]
    names: bool


PLANS = DataSheet("数据-方案", Plan, (), ("parts", "log", "items"))
PARTS = DataSheet("数据-部分", Part, (PLAN,))
ITEMS = DataSheet("数据-事项", Item, (PLAN,), ("nodes", "log"))
NODES = DataSheet("数据-节点", Node, (PLAN, ITEM))
ENTRIES = DataSheet("数据-记录", Entry, (PLAN, ITEM, ENTRY), ("evidence", "voids"), ("voids", Voided))
EVIDENCE = DataSheet("数据-佐证", Evidence, (PLAN, ITEM, ENTRY))
THINGS = "数据-登记簿"
"""What registers hold: which register, the thing's id, and its record as JSON in pieces that a cell can hold."""
THING_HEADS = ("登记簿", "编号", "数据")
DATA_SHEETS = (PLANS, PARTS, ITEMS, NODES, ENTRIES, EVIDENCE)


@cache
def columns(sheet: DataSheet) -> tuple[DataColumn, ...]:
    """In the order of the record; heads are the titles of its keys."""
    own = [c for c in _columns(sheet.record) if c.keys[0] not in sheet.apart]
    if sheet.inner:
        key, record = sheet.inner
        title = _titles(sheet.record)[key]
        own += [DataColumn(title + c.head, (key, *c.keys), c.names) for c in _columns(record)]
    return tuple(own)


def _columns(record: type) -> list[DataColumn]:
    hints, titles = get_type_hints(record), _titles(record)
    return [DataColumn(titles[key], (key,), _holds_names(hints[name])) for name, key in spelling(record)]


def _titles(record: type) -> Mapping[str, str]:
    hints = get_type_hints(record, include_extras=True)
    return {key: _title(hints[name]) for name, key in spelling(record)}


def _title(hint: Any) -> str:
    return next(mark.title for mark in hint.__metadata__ if isinstance(mark, FieldInfo) and mark.title)


def _holds_names(hint: Any) -> bool:
    return hint == tuple[str, ...] or tuple[str, ...] in get_args(hint)
