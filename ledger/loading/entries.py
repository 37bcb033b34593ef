"""One entry by itself, before any file holds it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ledger.model.entries import Entry


def read_entry(fields: Mapping[str, Any]) -> Entry | None:
    """The typed record of what a file would say; None where it would be refused, at its place, once it is there."""
    try:
        return _adapter().validate_python(dict(fields))
    except ValidationError:
        return None


@cache
def _adapter() -> TypeAdapter[Entry]:
    return TypeAdapter(Entry)
