"""Values → YAML text that this project's own parser reads back as exactly the same text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.files.composition import compose

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

# plain they would read back, but an editor or another program would take them for something else than text
_WORD = re.compile(r"y|n|yes|no|on|off|true|false|null|~|=|<<", re.IGNORECASE)
_NUMBER = re.compile(
    r"[-+]?(?:\.inf|\.nan|0x[\da-f_]+|0o[0-7_]+|0b[01_]+"
    r"|(?=\.?\d)[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?)",
    re.IGNORECASE | re.ASCII,
)
_DATE_AND_TIME = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt]| +)\d.*", re.ASCII)
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)

_TYPED = {
    "focus": re.compile("true|false"),
    "hard": re.compile("true|false"),
    "selected": re.compile("true|false"),
    "consult": re.compile("true|false"),
    "self_check": re.compile("true|false"),
    "false_report": re.compile("true|false"),
    "score": re.compile(r"\d+(\.\d+)?", re.ASCII),
    "weight": re.compile(r"\d+(\.\d+)?", re.ASCII),
}
"""Keys whose values are meant as what an editor takes them for, and so want no quotation marks."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}

# what most values are made of; nothing of it means anything to a parser, wherever it stands
_EVIDENT = re.compile(r"[\w〔《“（][\w〔〕《》“”（）、，。；·/.%-]*")


@dataclass(frozen=True, slots=True)
class Layout:
    """How far a list's dash stands from its key, and what follows the dash from the dash."""

    dash: int = 2
    inner: int = 2


@lru_cache(maxsize=65536)  # keys and names of units come thousands of times
def scalar(text: str, *, flow: bool) -> str:
    """``text`` in one line: plain where that reads back and misleads nobody, else in quotation marks.

    Raises LedgerError for control characters, which YAML does not carry or no editor shows.
    """
    _refuse_control(text)
    hidden = not text.isprintable() and any(_is_hidden(c) for c in text)
    if not hidden and not _misleads(text) and _reads_back(text, flow=flow):
        return text
    if not hidden and ("\\" in text or '"' in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(c) for c in text) + '"'


def field_text(key: str, text: str, *, flow: bool) -> str:
    """The same of the value of ``key``: a flag or a number stays what it is."""
    form = _TYPED.get(key)
    return text if form and form.fullmatch(text) else scalar(text, flow=flow)


def flow_text(value: Value, *, inside: bool = False) -> str:
    """A value in one line; ``inside`` brackets more characters have a meaning."""
    if isinstance(value, str):
        return scalar(value, flow=inside)
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(v, inside=True) for v in value) + "]"
    return "{" + ", ".join(f"{key_text(k)}: {_inside(k, v)}" for k, v in value.items()) + "}"


def key_text(key: str) -> str:
    """A key as it stands before its colon."""
    return scalar(key, flow=True)


def _inside(key: str, value: Value) -> str:
    return field_text(key, value, flow=True) if isinstance(value, str) else flow_text(value, inside=True)


def literal_lines(text: str, *, kept: bool = False) -> list[str] | None:
    """``|-`` and the text below it, not yet indented; None where that would hide something.

    Hidden are characters that nobody sees and blanks that an editor would strip, unless the text is ``kept`` as its
    writer had it: then None only where it would not read back. Raises LedgerError for control characters.
    """
    _refuse_control(text)
    lines = text.removesuffix("\n").split("\n")
    if kept:
        head = "|" if text.endswith("\n") else "|-"
        below = "".join(f"  {line}\n" if line else "\n" for line in lines)
        read = compose(f"k: {head}\n{below}".encode())
        return [head, *lines] if lines[-1] and not read.faults and read.data == {"k": text} else None
    if not lines[0] or not lines[-1] or lines[0].startswith(" "):
        return None
    if any(line.endswith(" ") or (not line.isprintable() and any(map(_is_hidden, line))) for line in lines):
        return None
    return ["|" if text.endswith("\n") else "|-", *lines]


def _refuse_control(text: str) -> None:
    if not text.isprintable() and any(
        unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" for c in text
    ):
        shown = text.encode("utf-8", "backslashreplace").decode()
        raise LedgerError(f"{quoted(shown)} 里有控制字符，不能写进台账；请删去后再记")


def _is_hidden(character: str) -> bool:
    """Breaks a line, drives the direction of writing, cannot be seen, or is refused by the parser."""
    return unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} or character in "\ufffe\uffff"


def _escaped(character: str) -> str:
    if _is_hidden(character) and character not in _ESCAPES:
        code = ord(character)
        return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return _ESCAPES.get(character, character)


def _misleads(text: str) -> bool:
    if _WHOLE_NUMBER.fullmatch(text):
        return False
    return any(form.fullmatch(text) for form in (_WORD, _NUMBER, _DATE_AND_TIME))


def _reads_back(text: str, *, flow: bool) -> bool:
    """Asked of the parser itself; nobody knows by heart what a plain scalar may hold."""
    if _EVIDENT.fullmatch(text):
        return True
    if flow:
        probe, wanted = (
            f"{{k: {text}, l: [{text}, {text}], m: {text}}}",
            {"k": text, "l": [text] * 2, "m": text},
        )
    else:
        probe, wanted = f"k: {text}\nl: {text}  # m\n", {"k": text, "l": text}
    read = compose(probe.encode())
    return not read.faults and read.data == wanted
