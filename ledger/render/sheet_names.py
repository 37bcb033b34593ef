"""Names that spreadsheets take for sheets."""

import re
from collections.abc import Iterable, Iterator

from ledger.base.text import one_line
from ledger.render.ooxml import clean

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31  # in units of UTF-16
_TAKEN = frozenset({"history"})  # Excel keeps it for itself


def legal_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The names as near as may be: cut to length, and numbered where two were alike (capitals make no difference)."""
    seen = {*_TAKEN, *(name.casefold() for name in taken)}
    found = []
    for name in wanted:
        legal = next(n for n in _numbered(_legal(name)) if n.casefold() not in seen)
        seen.add(legal.casefold())
        found.append(legal)
    return found


def _legal(name: str) -> str:
    return _FORBIDDEN.sub("-", clean(one_line(name))).strip("' ") or "表"


def _numbered(name: str) -> Iterator[str]:
    number = 1
    while True:
        tail = f" ({number})" if number > 1 else ""
        yield _cut(name, _LONGEST - len(tail)).strip("' ") + tail
        number += 1


def _cut(name: str, units: int) -> str:
    while len(name.encode("utf-16-le")) > 2 * units:
        name = name[:-1]
    return name
