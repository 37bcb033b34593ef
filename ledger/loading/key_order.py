"""In which order the keys of a file are written: that of its record, entries as their own record has it."""

import dataclasses
from functools import cache
from typing import Any, get_args, get_type_hints

from ledger.files.layout import Order, Pages
from ledger.loading.kinds import Kind
from ledger.model.fields import spelling
from ledger.model.slips import Row


@cache
def key_order(kind: Kind) -> Order:
    """Of a file of this kind, down to its entries and their evidence."""
    return _order(kind.record)


def _order(record: Any) -> Order:
    hints = get_type_hints(record)
    return {key: _inner(hints[name]) for name, key in spelling(record)}


def _inner(hint: Any) -> Order:
    found = next((t for t in _parts(hint) if dataclasses.is_dataclass(t)), None)
    if found is None:
        return {}
    own_log = "log" in {f.name for f in dataclasses.fields(found)}
    return Pages(_order(found)) if own_log and found is not Row else _order(found)


def _parts(hint: Any) -> list[Any]:
    return [part for argument in get_args(hint) for part in _parts(argument)] or [hint]
