"""A record → data as a file would say it: every scalar a text, what has its default left out."""

import dataclasses
from typing import Any

from ledger.files.scalars import Value
from ledger.model.forms import form


def written(record: Any) -> dict[str, Value]:
    """The other way round of reading it: the same record comes back. One name stands alone, several in a list."""
    defaults = {field.name: field.default for field in dataclasses.fields(record)}
    values = ((field, getattr(record, field.name)) for field in form(type(record)))
    return {f.key: _value(value, alone=f.alone) for f, value in values if value != defaults[f.name]}


def _value(value: Any, *, alone: bool = False) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    if _is_record(value):
        return written(value)
    if isinstance(value, tuple):
        texts = [_value(v) for v in value]
        return texts[0] if len(texts) == 1 and alone else texts
    return str(value)


def _is_record(value: Any) -> bool:
    """Whether it is a record of files, and no value with a text of its own (a time limit)."""
    return hasattr(type(value), "__pydantic_config__")
