"""A record of any register, made of the examples that its own file gives: what holds for all of them is tried on these."""

from typing import Any, get_args, get_origin, get_type_hints

from build import make_ledger
from pydantic.fields import FieldInfo

from ledger.actions.importing.thing_fates import reader
from ledger.loading.things.tables import ThingTable
from ledger.model.forms import FormField, form
from ledger.model.ledger import Ledger
from ledger.model.register import Register, ThingType

_BY_TYPE = {"date": "2017-09-30", "Due": "2017Q3", "bool": "true", "int": "3", "Decimal": "86.10"}


def sample(record: Any, name: str = "") -> dict[str, Any]:
    """Every field but logs and lists of records, as a file would say it; ``name`` is the id."""
    hints = get_type_hints(record, include_extras=True)
    data = {
        f.key: sample(f.inner) if f.inner else _example(f, hints[f.name])
        for f in form(record)
        if not (f.inner and f.many)
    }
    return data | ({"id": name} if name else {})


def _example(field: FormField, hint: Any) -> Any:
    marks = [mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, FieldInfo)]
    given = next((mark.examples[0] for mark in marks if mark.examples), None)
    if given is not None:
        return list(map(_text, given)) if isinstance(given, list) else _text(given)
    return _choice(hint) or _BY_TYPE.get(field.holds.__name__, "文字")


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _choice(hint: Any) -> str:
    """The first word of a closed set; empty where it is none."""
    if type(get_args(hint)[0] if get_args(hint) else None) is str and get_origin(hint) is not None:
        return str(get_args(hint)[0]) if "Literal" in str(hint) else ""
    return next(filter(None, map(_choice, get_args(hint)[:1])), "")


def made(kind: ThingType[Any], name: str, **inner: Any) -> Any:
    return reader(kind.record).validate_python(sample(kind.record, name) | inner)


def holding(table: ThingTable) -> Ledger:
    """A ledger that holds one of what the table lists."""
    outer = table.register.thing
    inner = {table.key: [sample(table.thing.record, "1")]} if table.key else {}
    return make_ledger(**{table.register.name: [made(outer, "T-1", **inner)]})


def without(register: Register[Any]) -> Ledger:
    return make_ledger(**{register.name: ()})
