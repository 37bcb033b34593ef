"""A record → data as a file would say it: every scalar a text, what has its default left out."""

import dataclasses
from typing import Any

from ledger.files.scalars import Value
from ledger.model.fields import spelling


def written(record: Any) -> dict[str, Value]:
    """The other way round of reading it: the same record comes back. One name stands alone, several in a list."""
    defaults = {field.name: field.default for field in dataclasses.fields(record)}
    kind: Any = type(record)
    values = ((name, key, getattr(record, name)) for name, key in spelling(kind))
    return {key: _value(value) for name, key, value in values if value != defaults[name]}


def _value(value: Any) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    if _is_record(value):
        return written(value)
    if isinstance(value, tuple):
        texts = [_value(v) for v in value]
        return texts[0] if len(texts) == 1 and isinstance(texts[0], str) else texts
    return str(value)


def _is_record(value: Any) -> bool:
    """Whether it is a record of files, and no value with a text of its own (a time limit)."""
    return hasattr(type(value), "__pydantic_config__")
