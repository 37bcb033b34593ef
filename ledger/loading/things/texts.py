"""A field's value as the text of a cell, and back: what is written here is read as the same."""

import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ledger.base.day_forms import day_form, due_form
from ledger.base.days import Due
from ledger.files.scalars import Value
from ledger.files.sheets.exact import exact, exact_names
from ledger.loading.things.tables import ThingField

_BETWEEN = re.compile(r"[、，,；;\n]")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_FLAGS = {"true": "是", "false": "否"}


def value_at(data: "Value | None", keys: Sequence[str]) -> "Value | None":
    """What the keys lead to in the data of a file; None where nothing is said."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def cell_text(column: ThingField, value: "Value | None") -> str:
    """Of what a file would say; nothing for nothing."""
    if value is None:
        return ""
    if column.field.many:
        return exact_names([str(v) for v in value] if isinstance(value, list) else [str(value)])
    return _FLAGS.get(str(value), str(value)) if column.field.holds is bool else exact(str(value))


def cell_value(column: ThingField, text: str) -> Value:
    """What a file would say for a cell with that text; whether the field takes it is the record's to say.

    Several names stand between 、 or one of its kin, days and numbers are taken in the forms that people give them.
    """
    if column.field.many:
        names = _from_json(text, "[") or [name.strip() for name in _BETWEEN.split(text) if name.strip()]
        several: list[Value] = [_single(column.field.holds, str(name)) for name in names]
        return several[0] if len(several) == 1 and column.field.alone else several
    return _single(column.field.holds, text)


def _single(holds: type, text: str) -> str:
    if holds is date:
        return day_form(text) or text
    if holds is Due:
        return due_form(text) or text
    if holds is bool:
        return next((flag for flag, word in _FLAGS.items() if word == text), text)
    if holds in {int, Decimal}:
        return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text
    found = _from_json(text, '"')
    return found if isinstance(found, str) else text


def _from_json(text: str, start: str) -> "str | list[object] | None":
    """What was written as JSON because a cell would not keep it; None for what people wrote themselves."""
    if not text.startswith(start):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, str | list) else None
