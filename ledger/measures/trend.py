"""Figures month by month. Each point says of its own day what ``status`` says of it, from the dates of facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.base.days import add_months, month_end
from ledger.base.garbage import no_garbage_collection
from ledger.measures.counting import Counting
from ledger.measures.known import count_recorded_later
from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.plans import plan_standing
from ledger.measures.progress import Tally, tally
from ledger.measures.selection import Selection, selected
from ledger.measures.standing import Standing, judge_alike, standings
from ledger.model.ledger import Ledger
from ledger.model.units import Units


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of a month on its last day, or on the judged day within it.

    ``papers`` are those issued in the month by that day; none where items were chosen: the register is the whole ledger's.
    """

    day: date
    tally: Tally
    papers: dict[str, PaperCount]

    @property
    def month(self) -> str:
        """``2017-10``."""
        return self.day.isoformat()[:7]


@dataclass(frozen=True, slots=True)
class Past:
    """The ledger as it was on ``day``: the files of a ``commit``, or (None) today's without what was recorded later."""

    day: date
    ledger: Ledger
    commit: str | None


@dataclass(frozen=True, slots=True)
class Recalled:
    """A point as it was known ``then``, and as it is ``now``; so many entries of by then were ``recorded_later``."""

    then: Point
    now: Point
    recorded_later: int
    commit: str | None


def point(ledger: Ledger, day: date, chosen: Selection) -> Point:
    """What ``chosen`` (names as they are called on the day) come to."""
    return _point(ledger, day, chosen, _select(ledger, day, chosen, standings(ledger, day)))


@no_garbage_collection()
def recalled(ledger: Ledger, past: Past, chosen: Selection) -> Recalled:
    """The day of ``past`` then and now. ``chosen``: names as the ``ledger`` of now calls them on that day."""
    day, then = past.day, past.ledger
    judged = list(standings(ledger, day))
    shared = judged if judge_alike(then, ledger) else ()
    asked = _called_then(chosen, ledger.units, then.units, day)
    mine = list(_select(ledger, day, chosen, judged))
    theirs = list(_select(then, day, asked, standings(then, day, shared)))
    about = None if chosen == Selection() else {s.ref for s in (*mine, *theirs)}
    return Recalled(
        _point(then, day, asked, theirs),
        _point(ledger, day, chosen, mine),
        count_recorded_later(ledger, then, day, about),
        past.commit,
    )


def _select(ledger: Ledger, day: date, chosen: Selection, judged: Iterable[Standing]) -> Iterator[Standing]:
    return selected(judged, (plan_standing(p, day) for p in ledger.plans), chosen, Counting(ledger, day))


def _point(ledger: Ledger, day: date, chosen: Selection, items: Iterable[Standing]) -> Point:
    papers = count_papers(ledger.slips, day, day.replace(day=1)) if chosen == Selection() else {}
    return Point(day, tally(items, ledger.policies.on(day).due_soon), papers)


def _called_then(chosen: Selection, now: Units, then: Units, day: date) -> Selection:
    """The same units by the names of an older register, which may not know what became of them since."""

    def names(units: tuple[str, ...]) -> tuple[str, ...]:
        meant = [n for n in now.names if now.current(n, day) in units]
        return tuple(dict.fromkeys(then.current(n, day) for n in (*units, *meant)))

    return replace(chosen, groups=names(chosen.groups), leads=names(chosen.leads), units=names(chosen.units))


def month_ends(last: date, months: int, first: date | None) -> list[date]:
    """The last days of ``months`` months up to that of ``last``, which stands for its own month; oldest first.

    Months that ended before ``first`` are left out.
    """
    ends = [month_end(add_months(last, -n)) for n in range(months - 1, 0, -1)]
    return [*(end for end in ends if first is not None and end >= first), last]
