"""Numbers of papers: by kind and year of 签发, never used twice, a void one stays used (domain.md §4.4.12)."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ledger.model.policy import Rung
from ledger.model.slips import PREFIXES, Slip

_ID = re.compile(r"(TS|JB|CB|ZL)-(\d{4})-(\d{1,6})", re.ASCII)
_MARKS = {"提示单": "提", "交办单": "交", "催办单": "催", "责令书": "责"}


class Numbered(NamedTuple):
    """A paper's place in its register: ``TS-2017-025``."""

    prefix: str
    year: int
    number: int

    @property
    def id(self) -> str:
        return f"{self.prefix}-{self.year:04}-{self.number:03}"


def numbered(identifier: str) -> Numbered | None:
    """What an id says; None where it is not written like one."""
    match = _ID.fullmatch(identifier)
    return Numbered(match[1], int(match[2]), int(match[3])) if match else None


class Register:
    """Hands out the next numbers after those of ``slips``; gaps are not filled."""

    def __init__(self, slips: Iterable[Slip]) -> None:
        self._last: dict[tuple[str, int], int] = {}
        for known in (numbered(slip.id) for slip in slips):
            if known is not None:
                key = (known.prefix, known.year)
                self._last[key] = max(self._last.get(key, 0), known.number)

    def take(self, kind: str, year: int) -> Numbered:
        key = (PREFIXES[kind], year)
        self._last[key] = self._last.get(key, 0) + 1
        return Numbered(*key, self._last[key])


def document_number(numbered: Numbered, rung: Rung, prefix: str) -> str:
    """云改办提〔2017〕25号, without leading zeros (GB/T 9704-2012, 7.2.5); or 2017年第4期."""
    if rung.numbering == "issue":
        return f"{numbered.year}年第{numbered.number}期"
    return f"{prefix}{rung.mark or _MARKS[rung.kind]}〔{numbered.year}〕{numbered.number}号"
