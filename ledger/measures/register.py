"""The register of papers on a day: what of it is open, how it was answered, how many went from rung to rung."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from ledger.base.days import add_months, month_end
from ledger.measures.paper_counts import PaperCount
from ledger.measures.progress import percent
from ledger.model.slips import RUNGS

if TYPE_CHECKING:
    from ledger.measures.settled import RowStanding


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


def replies(rows: "Iterable[RowStanding]", day: date) -> Replies:
    """A row counts once it was answered, or its reply limit is over and the matter had not ended before that.

    What was withdrawn, is being reviewed or suspended does not; a reply that was sent back is none until another comes.
    """
    known = list(rows)
    return Replies(
        due=sum(is_asked(r, day) for r in known),
        answered=sum(is_answered(r, day) for r in known),
        in_time=sum(is_answered_in_time(r, day) for r in known),
    )


def is_asked(row: "RowStanding", day: date) -> bool:
    """Whether the row counts as one that had to be answered."""
    paper = row.paper
    return not (paper.withdrawn or paper.frozen(day) or row.suspended) and row.reply_asked(day)


def is_answered(row: "RowStanding", day: date) -> bool:
    return is_asked(row, day) and row.replied is not None


def is_answered_in_time(row: "RowStanding", day: date) -> bool:
    return is_asked(row, day) and row.replied_in_time


def passed_on(counts: dict[str, PaperCount]) -> dict[str, str | None]:
    """Of the papers of the rung below, how many per cent this rung has: 25 to 20 is 80.0 (domain.md §1.1, row 9)."""
    return {above: percent(counts[above].papers, counts[below].papers) for below, above in pairwise(RUNGS)}


def lapsing(rows: "Iterable[RowStanding]", day: date) -> "list[tuple[date, RowStanding]]":
    """What lapses through the end of next month, the nearest first."""
    found = [(limit, r) for r in rows if (limit := lapse(r, day)) is not None]
    return sorted(found, key=lambda pair: (pair[0], pair[1].paper.ref))


def lapse(row: "RowStanding", day: date) -> date | None:
    """Its next limit, if that comes by the end of next month."""
    limit = row.next_limit(day)
    return limit if limit is not None and limit <= month_end(add_months(day, 1)) else None
