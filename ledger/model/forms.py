"""What the fields of a record are, as files, lists, sheets and rules need to know them: read off its type hints."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from ledger.base.days import Due
from ledger.base.diagnostics import Pointer
from ledger.model.fields import Named, Naming, spelling, takes_one_alone


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: ``name`` in code, ``key`` in files, ``title`` what people call it.

    ``naming`` says what its texts name, None where they name nothing. ``inner`` is the record of which it holds a list
    (or, not ``many``, one). ``many``: a list of names or of records. ``holds`` is the type of one value: ``str`` where
    it is none of a date, a time limit, a flag or a number. ``alone``: of many a single one may stand without a list.
    """

    name: str
    key: str
    title: str
    description: str
    required: bool
    naming: Named | None
    many: bool
    inner: type | None
    holds: type = str
    alone: bool = False


_SCALARS = (Due, date, bool, int, Decimal)


def form(record: Any) -> tuple[FormField, ...]:
    """The fields of a record's class in order, ``log`` among them."""
    return _form(record)


def field_of(record: Any, name: str) -> FormField:
    """The one that code calls ``name``; files may have another key for it."""
    return next(f for f in form(record) if f.name == name)


@cache
def _form(record: Any) -> tuple[FormField, ...]:
    hints = get_type_hints(record, include_extras=True)
    optional = {
        f.name
        for f in dataclasses.fields(record)
        if f.default is not dataclasses.MISSING or f.default_factory is not dataclasses.MISSING
    }
    return tuple(_field(name, key, hints[name], name not in optional) for name, key in spelling(record))


def _field(name: str, key: str, hint: Any, required: bool) -> FormField:
    marks = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, FieldInfo)]
    title = next((m.title for m in marks if m.title), name)
    description = next((m.description for m in marks if m.description), "")
    parts = list(_parts(hint))
    naming = next((part.what for part in parts if isinstance(part, Naming)), None)
    inner = next((part for part in parts if isinstance(part, type) and _is_record(part)), None)
    many = any(part is tuple for part in parts)
    holds = next((kind for kind in _SCALARS if kind in parts), str)
    alone = any(map(takes_one_alone, parts))
    return FormField(name, key, title, description, required, naming, many, inner, holds, alone)


def _is_record(part: type) -> bool:
    """Time limits and counts are scalars that have parts of their own."""
    return dataclasses.is_dataclass(part) and hasattr(part, "__pydantic_config__")


def _parts(hint: Any) -> Iterator[Any]:
    """The hint taken apart: its types, and what is noted beside them."""
    yield from getattr(hint, "__metadata__", ())
    if get_origin(hint) is not None:
        yield get_origin(hint)
    arguments = get_args(hint)
    if not arguments:
        yield hint
    for argument in arguments[:1] if hasattr(hint, "__metadata__") else arguments:
        yield from _parts(argument)


def field_words(record: Any, key: str) -> str:
    """What people call a key, also a dotted one that leads into records: ``team.office`` is 督察组·牵头.

    A number counts the records of a list from 1.
    """
    own, _, rest = key.partition(".")
    field = next((f for f in form(record) if f.key == own), None)
    if field is None or not rest:
        return field.title if field else key
    number, _, inner = rest.partition(".") if field.many else ("", "", rest)
    title = f"{field.title}第{number}条" if number else field.title
    return f"{title}·{field_words(field.inner, inner)}" if inner and field.inner else title


@dataclass(frozen=True, slots=True)
class NameAt:
    """A text that names something, and where in the record it stands."""

    what: Named
    text: str
    pointer: Pointer


def names_in(record: Any) -> Iterator[NameAt]:
    """Every name that the record and what it holds mentions, but those of its log."""
    for field in form(type(record)):
        value = getattr(record, field.name)
        if value is None or field.key == "log":
            continue
        if field.inner is not None:
            for at, part in _records(field, value):
                yield from (NameAt(n.what, n.text, (*at, *n.pointer)) for n in names_in(part))
        elif field.naming and isinstance(value, tuple):
            yield from (NameAt(field.naming, text, (field.key, n)) for n, text in enumerate(value))
        elif field.naming:
            yield NameAt(field.naming, value, (field.key,))


def _records(field: FormField, value: Any) -> Iterator[tuple[Pointer, Any]]:
    if not field.many:
        yield (field.key,), value
    else:
        yield from (((field.key, n), part) for n, part in enumerate(value))
