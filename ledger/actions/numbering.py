"""Numbers of papers: by kind and year of 签发, never used twice, a void one stays used (domain.md §4.4.12)."""

from collections.abc import Iterable
from itertools import chain
from pathlib import PurePosixPath

from ledger.model.numbers import Numbered, read_id
from ledger.model.policy import Rung
from ledger.model.slips import PREFIXES, Slip

_MARKS = {"提示单": "提", "交办单": "交", "催办单": "催", "责令书": "责"}


class Register:
    """Hands out the next numbers after those of ``slips``; gaps are not filled.

    ``papers`` are paths of their Markdown: one whose record is lost may have been sent, so its number is used too.
    """

    def __init__(self, slips: Iterable[Slip], papers: Iterable[str] = ()) -> None:
        self._last: dict[tuple[str, int], int] = {}
        sent = (PurePosixPath(path).stem for path in papers)
        for known in map(read_id, chain((slip.id for slip in slips), sent)):
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
