"""The register of papers on a day: what of it is open, how it was answered, how many went from rung to rung."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ledger.base.days import add_months, month_end
from ledger.measures.papers import IssuedRow, PaperCount
from ledger.measures.progress import percent
from ledger.measures.settled import RowStanding
from ledger.model.slips import RUNGS


@dataclass(frozen=True, slots=True)
class Replies:
    """Rows that were answered, or had to be by the day: ``due`` of them, ``answered``, and ``in_time``."""

    due: int
    answered: int
    in_time: int

    @property
    def rate(self) -> str | None:
        return percent(self.answered, self.due)

    @property
    def in_time_rate(self) -> str | None:
        return percent(self.in_time, self.due)


def replies(rows: Iterable[IssuedRow], day: date) -> Replies:
    """A row counts once its reply limit is over or it was answered; what was withdrawn or is being reviewed does not.

    Sent back twice is no reply (domain.md §4.4.7).
    """
    papers = [p for p in rows if not p.withdrawn and not p.frozen(day)]
    known = [p for p in papers if p.replied is not None or p.slip.reply_due < day]
    return Replies(
        due=len(known),
        answered=sum(p.replied is not None and not p.spurned for p in known),
        in_time=sum(p.replied_in_time for p in known),
    )


def passed_on(counts: dict[str, PaperCount]) -> dict[str, str | None]:
    """Of the papers of the rung below, how many per cent this rung has: 25 to 20 is 80.0 (domain.md §1.1, row 9)."""
    return {above: percent(counts[above].papers, counts[below].papers) for below, above in pairwise(RUNGS)}


def lapsing(rows: Iterable[RowStanding], day: date) -> list[tuple[date, RowStanding]]:
    """What lapses through the end of next month, the nearest first."""
    until = month_end(add_months(day, 1))
    found = [(limit, r) for r in rows if (limit := r.next_limit(day)) is not None and limit <= until]
    return sorted(found, key=lambda pair: (pair[0], pair[1].paper.ref))
