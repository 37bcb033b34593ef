"""A document → a record, or the diagnostics that say in the reader's words what is wrong and where."""

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ledger.base.diagnostics import Diagnostic, Place, Pointer, Severity
from ledger.base.text import did_you_mean, nearest, one_line, quoted, shorten
from ledger.files.document import Document
from ledger.loading.kinds import Kind, adapter
from ledger.model.fields import spelling

_CODES = {
    "unexpected_keyword_argument": "R120",
    "missing": "R121",
    "value_error": "R123",
    "literal_error": "R124",
    "less_than_equal": "R124",
    "string_pattern_mismatch": "R124",
    "string_too_long": "R124",
}
WRONG_SHAPE = "R122"
MOST_FAULTS = 50


def read_record(document: Document, kind: Kind) -> tuple[Any | None, list[Diagnostic]]:
    """The typed record, or every fault of the document (never both)."""
    try:
        return adapter(kind).validate_python(document.data), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        first = [_diagnostic(document, kind, fault) for fault in faults[:MOST_FAULTS]]
        return None, [*first, *_the_rest(first[-1].place, len(faults) - len(first))]


def record_of(data: Mapping[str, Any], kind: Kind) -> Any | None:
    """The same of what a file says, for whoever has no use for its faults: None."""
    try:
        return adapter(kind).validate_python(data)
    except ValidationError:
        return None


def _the_rest(place: Place, count: int) -> list[Diagnostic]:
    """One file does not drown the others."""
    if count <= 0:
        return []
    message = f"本文件还有 {count} 处问题没有列出"
    return [Diagnostic(WRONG_SHAPE, Severity.ERROR, message, place, "先改正列出的，再运行 ledger check")]


def _diagnostic(document: Document, kind: Kind, error: ErrorDetails) -> Diagnostic:
    pointer = tuple(error["loc"])
    code = _CODES.get(error["type"], WRONG_SHAPE)
    unknown = code == "R120"
    place = document.place(pointer, key=unknown)
    hint, fix = _hint(error, pointer, kind.record), None
    if error["type"] == "value_error":
        from ledger.loading.forms import remedy  # noqa: PLC0415 - most files are read without a fault

        hint, fix = remedy(error, place)
    return Diagnostic(code, Severity.ERROR, _message(error, pointer), place, hint, fix=fix)


_MESSAGES = {
    "unexpected_keyword_argument": "没有“{key}”这个键",
    "missing": "缺少 {key}",
    "value_error": "{key}：{error}",
    "literal_error": "{key}：{value}不在可写的值里",
    "less_than_equal": "{key}：超过 {le}",
    "string_too_long": "{key}：超过 {max_length} 个字",
    "tuple_type": "{key}：应是以“- ”开头的若干项",
    "dataclass_type": "{key}：应是若干行“键: 值”",
    "string_type": "{key}：应是文字",
    "string_too_short": "{key}：没有内容",
}


def told(error: ErrorDetails, record: type, name: str) -> tuple[str, str]:
    """What is wrong with a value of a record that stands in no file, under the ``name`` that people know it by; the hint."""
    pointer = tuple(error["loc"])
    hint = _hint(error, pointer, record)
    if error["type"] == "value_error":
        from ledger.loading.forms import form_for  # noqa: PLC0415 - most values are read without a fault

        form = form_for(error)
        hint = f"写作 {form}" if form else ""
    return _message(error, pointer, name), hint


def _message(error: ErrorDetails, pointer: Pointer, name: str = "") -> str:
    key, context = name or _key(pointer), error.get("ctx", {})
    value = quoted(error["input"])
    if error["type"] == "string_pattern_mismatch":
        kinds = "空白、换行、/ 或 #" if "#" in context["pattern"] else "换行"
        return f"{key}：{value}里不能有{kinds}" if error["input"] else f"{key}：没有内容"
    return _MESSAGES.get(error["type"], "{key}：{message}").format(
        key=key, value=value, message=error["msg"], **context
    )


def _key(pointer: Pointer) -> str:
    names = [str(step) for step in pointer if isinstance(step, str)]
    return shorten(one_line(names[-1]), 40) if names else "文件"


def _hint(error: ErrorDetails, pointer: Pointer, record: type) -> str:
    if error["type"] == "literal_error":
        return "可写：" + "、".join(re.findall(r"'([^']*)'", error.get("ctx", {}).get("expected", "")))
    if error["type"] == "missing":
        return f"补上 {_key(pointer)}"
    if error["type"] == "unexpected_keyword_argument":
        keys = [key for _, key in spelling(_record_at(record, pointer[:-1]))]
        guess = nearest(str(pointer[-1])[:80], keys)
        return did_you_mean(str(pointer[-1])[:80], keys) if guess else f"这里可写：{'、'.join(sorted(keys))}"
    return ""


def _record_at(record: type, pointer: Pointer) -> type:
    """The record class that stands at ``pointer``: steps into fields, passes over list positions."""
    for step in pointer:
        if isinstance(step, int):
            continue
        hints: Mapping[str, Any] = get_type_hints(record)
        name = next((f for f in hints if f.rstrip("_") == step), None)
        inner = next((t for t in _parts(hints[name]) if dataclasses.is_dataclass(t)), None) if name else None
        if not isinstance(inner, type):
            return record
        record = inner
    return record


def _parts(hint: Any) -> list[Any]:
    inner = [part for argument in get_args(hint) for part in _parts(argument)]
    return inner or [hint]
