"""The register of papers on a day: what of it is open, how it was answered, how many went from rung to rung."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ledger.base.days import add_months, month_end
from ledger.measures.paper_counts import PaperCount
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


def replies(rows: Iterable[RowStanding], day: date) -> Replies:
    """A row counts once it was answered, or its reply limit is over and the matter had not ended before that.

    What was withdrawn, is being reviewed or suspended does not; a reply that was sent back is none until another comes.
    """
    asked = [r for r in rows if not r.paper.withdrawn and not r.paper.frozen(day) and not r.suspended]
    asked = [r for r in asked if r.reply_asked(day)]
    return Replies(
        due=len(asked),
        answered=sum(r.replied is not None for r in asked),
        in_time=sum(r.replied_in_time for r in asked),
    )


def passed_on(counts: dict[str, PaperCount]) -> dict[str, str | None]:
    """Of the papers of the rung below, how many per cent this rung has: 25 to 20 is 80.0 (domain.md §1.1, row 9)."""
    return {above: percent(counts[above].papers, counts[below].papers) for below, above in pairwise(RUNGS)}


def lapsing(rows: Iterable[RowStanding], day: date) -> list[tuple[date, RowStanding]]:
    """What lapses through the end of next month, the nearest first."""
    until = month_end(add_months(day, 1))
    found = [(limit, r) for r in rows if (limit := r.next_limit(day)) is not None and limit <= until]
    return sorted(found, key=lambda pair: (pair[0], pair[1].paper.ref))
