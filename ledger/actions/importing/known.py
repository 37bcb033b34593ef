"""What an item's log says already, so that nothing is recorded twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from ledger.files.sheets.cells import seen
from ledger.loading.phrases.papers import papers_in
from ledger.measures.standing import CLAIMED
from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.items import State

_MADE_VISIBLE = re.compile(r"\\u[0-9a-f]{4}")


@dataclass(frozen=True, slots=True)
class Known:
    """What a log says already; notes and papers without their blanks, papers by number and by title.

    ``landed``: the item is in the ledger.
    """

    state: State
    landed: bool
    percent: int | None
    notes: frozenset[str]
    papers: frozenset[str]

    @classmethod
    def of(cls, state: State, log: Sequence[Entry], *, landed: bool = True) -> Self:
        standing = facts(log, date.max)
        percents = [e.percent for e in standing if e.percent is not None]
        names = [name for e in standing for p in e.evidence for name in (p.number, p.title) if name]
        # a cell that repeats them is split at 、 within a title, too
        papers = (part for name in names for part in (name, *papers_in(name)))
        notes = frozenset(squeezed(e.note) for e in standing if e.note)
        percent = 100 if state in CLAIMED else percents[-1] if percents else None
        return cls(state, landed, percent, notes, frozenset(map(squeezed, papers)))


def squeezed(text: str) -> str:
    """Without blanks and line breaks, which a cell puts anywhere, and what nobody sees, also where it was made visible."""
    return _MADE_VISIBLE.sub("", "".join(seen(text).split()))
