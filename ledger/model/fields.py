"""How a scalar of a file, which is always text, becomes a typed value; and what a YAML editor may see there instead."""

import dataclasses
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_type_hints

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from ledger.base.counts import Count, parse_count
from ledger.base.days import FIRST_YEAR, LAST_YEAR, Due, parse_day, parse_due, parse_month
from ledger.base.text import quoted

STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
"""Every record's configuration: a key that nobody knows is a fault, never ignored."""

IDENTIFIER = r"[^\s/#]+"
LONGEST_IDENTIFIER = 80
_WHOLE = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_SIGNED = re.compile(r"-?(0|[1-9]\d{0,8})(\.\d{1,6})?", re.ASCII)
_DECIMAL = re.compile(r"(0|[1-9]\d{0,8})(\.\d{1,6})?", re.ASCII)
_DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_DUE_PATTERN = r"^(\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|Q[1-4]|H[12])?|长期)$"
_COUNT_PATTERN = r"^(0|近?[1-9]\d{0,8}|[1-9]\d{0,8}[余多])$"
_QUARTER_PATTERN = r"^\d{4}Q[1-4]$"
_ONE_LINE = r"^[^\r\n]+$"
_DUE_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": _DUE_PATTERN,
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
}
_QUOTED = ["number", "string"]  # quoted, as `ledger fmt` writes it, 86.10 stays 86.10 in any program
_TEXTUAL = ["string", "number"]  # what is all digits to an editor is still text to us


def about(title: str, description: str, *examples: Any, alias: str | None = None) -> Any:
    """What a YAML editor shows of a key on hover; ``alias`` where the file's word is one of Python's."""
    return Field(title=title, description=description, examples=list(examples) or None, alias=alias)


def _text_only(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("这里应是一个值，不是列表或映射")  # noqa: TRY004 - pydantic reports value errors
    return value


def _read_day(value: Any) -> Any:
    if isinstance(value, str):  # nearly always
        return parse_day(value)
    return value if isinstance(value, date) else parse_day(_text_only(value))


def _read_due(value: Any) -> Any:
    return value if isinstance(value, Due) else parse_due(_text_only(value))


def _read_quarter(value: Any) -> Any:
    due = value if isinstance(value, Due) else parse_due(_text_only(value))
    if "Q" not in due.text:
        raise ValueError(f"{quoted(due.text)}不是季度，应写作 2017Q3 的样式")
    return due


def _read_month(value: Any) -> Any:
    parse_month(_text_only(value))
    return value


def _read_whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if not _WHOLE.fullmatch(_text_only(value)):
        raise ValueError(f"{quoted(value)}不是整数，应写作 60 的样式")
    return int(value)


def _read_count(value: Any) -> Any:
    return value if isinstance(value, Count) else parse_count(_text_only(value))


def _read_decimal(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if not _DECIMAL.fullmatch(_text_only(value)):
        raise ValueError(f"{quoted(value)}不是数，应写作 2 或 2.5 的样式")
    return Decimal(value)


def _read_signed(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if not _SIGNED.fullmatch(_text_only(value)):
        raise ValueError(f"{quoted(value)}不是数，应写作 7.8 或 -9.4 的样式")
    return Decimal(value)


def _read_flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if _text_only(value) not in {"true", "false"}:
        raise ValueError(f"{quoted(value)}应写作 true 或 false")
    return value == "true"


def _read_names(value: Any) -> Any:
    if isinstance(value, str) and value.strip():
        return (value,)
    names = tuple(value) if isinstance(value, list | tuple) else None
    if not names or not all(isinstance(n, str) and n.strip() for n in names):
        raise ValueError("应是一个名称，或方括号里的几个名称")
    if len(set(names)) < len(names):
        raise ValueError("同一个名称写了两次")
    return names


Text = Annotated[str, StringConstraints(min_length=1), WithJsonSchema({"type": _TEXTUAL, "minLength": 1})]
Line = Annotated[
    str,
    StringConstraints(pattern=_ONE_LINE, max_length=500),
    WithJsonSchema({"type": _TEXTUAL, "pattern": _ONE_LINE, "maxLength": 500}),
]
Identifier = Annotated[
    str,
    StringConstraints(pattern=rf"^{IDENTIFIER}$", max_length=LONGEST_IDENTIFIER),
    WithJsonSchema({"type": _TEXTUAL, "pattern": rf"^{IDENTIFIER}$", "maxLength": LONGEST_IDENTIFIER}),
]
Day = Annotated[
    date,
    BeforeValidator(_read_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DAY_PATTERN}),
]
DueText = Annotated[Due, BeforeValidator(_read_due), WithJsonSchema(_DUE_SCHEMA)]
QuarterText = Annotated[
    Due, BeforeValidator(_read_quarter), WithJsonSchema({"type": "string", "pattern": _QUARTER_PATTERN})
]
"""``2017Q3`` and nothing else."""
_MONTH_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])$"
MonthText = Annotated[
    str, BeforeValidator(_read_month), WithJsonSchema({"type": "string", "pattern": _MONTH_PATTERN})
]
"""``2017-10``."""
Whole = Annotated[int, BeforeValidator(_read_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
CountText = Annotated[
    Count,
    BeforeValidator(_read_count),
    WithJsonSchema({"type": ["integer", "string"], "pattern": _COUNT_PATTERN, "minimum": 0}),
]
"""``170``, or a bound, kept as written: ``170余``, ``近170``."""
Percent = Annotated[
    int,
    BeforeValidator(_read_whole),
    Field(le=100),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100}),
]
Days = Annotated[
    int,
    BeforeValidator(_read_whole),
    Field(le=3660),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 3660}),
]
Months = Annotated[
    int,
    BeforeValidator(_read_whole),
    Field(le=120),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 120}),
]
Number = Annotated[
    Decimal,
    BeforeValidator(_read_decimal),
    WithJsonSchema({"type": _QUOTED, "minimum": 0, "pattern": f"^{_DECIMAL.pattern}$"}),
]
Signed = Annotated[
    Decimal,
    BeforeValidator(_read_signed),
    WithJsonSchema({"type": _QUOTED, "pattern": f"^{_SIGNED.pattern}$"}),
]
Flag = Annotated[bool, BeforeValidator(_read_flag), WithJsonSchema({"type": "boolean"})]
Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_read_names),
    WithJsonSchema(
        {
            "oneOf": [
                {"type": _TEXTUAL},
                {"type": "array", "items": {"type": _TEXTUAL}, "minItems": 1, "uniqueItems": True},
            ]
        }
    ),
]


Named = Literal["unit", "decider", "leader", "group", "field", "cause", "plan", "item", "thing"]
"""What a text may name: ``decider`` a unit or a leader, ``thing`` whatever has a reference."""


@dataclass(frozen=True, slots=True)
class Naming:
    """That a text is the name of something; rules see that it exists, filters and forms find it by this."""

    what: Named


UnitName = Annotated[Line, Naming("unit")]
UnitNames = Annotated[Names, Naming("unit")]
Decider = Annotated[Line, Naming("decider")]
LeaderName = Annotated[Line, Naming("leader")]
LeaderNames = Annotated[Names, Naming("leader")]
GroupName = Annotated[Line, Naming("group")]
GroupNames = Annotated[Names, Naming("group")]
FieldName = Annotated[Line, Naming("field")]
CauseName = Annotated[Line, Naming("cause")]
PlanRef = Annotated[Line, Naming("plan")]
PlanRefs = Annotated[Names, Naming("plan")]
ItemRef = Annotated[Line, Naming("item")]
ItemRefs = Annotated[Names, Naming("item")]
ThingRef = Annotated[Line, Naming("thing")]
ThingRefs = Annotated[Names, Naming("thing")]


def takes_one_alone(mark: object) -> bool:
    """Whether a field with that in its hint takes a single name as it takes a list: ``Names`` and its kin."""
    return isinstance(mark, BeforeValidator) and mark.func is _read_names


@cache
def spelling(record: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a record in order, each with the key that stands for it in files: ``participants``, ``with``."""
    hints = get_type_hints(record, include_extras=True)
    return tuple((f.name, _alias(hints[f.name]) or f.name) for f in dataclasses.fields(record))


def _alias(hint: Any) -> str | None:
    marks = getattr(hint, "__metadata__", ())
    return next((m.alias for m in marks if getattr(m, "alias", None)), None)
