"""会诊 of a unit: which of its items are stuck, how late, which papers they had and why, found in its own items (S3 #56)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.measures.duties import duties
from ledger.measures.scoring.called import months_last
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.standing import Standing, standings
from ledger.model.duty import LIMIT, REPLY, Duty
from ledger.model.items import State
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class StuckItem:
    """An item that is overdue or suspended, and the papers it has had, the first issued first."""

    standing: Standing
    papers: tuple[RowStanding, ...]

    @property
    def cause(self) -> str | None:
        return self.standing.cause


@dataclass(frozen=True, slots=True)
class Cause:
    """Why items of the unit are stuck; ``word`` is None where nobody wrote it. ``everywhere`` counts all units' items."""

    word: str | None
    items: tuple[StuckItem, ...]
    everywhere: int


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """``led`` and ``joined`` are its items, stuck or not; ``duties`` what else it owes and is late with.

    ``last_in`` are the periods in whose published ranking it was last, the latest first.
    """

    unit: str
    day: date
    led: tuple[Standing, ...]
    joined: tuple[Standing, ...]
    stuck: tuple[StuckItem, ...]
    stuck_joined: tuple[StuckItem, ...]
    causes: tuple[Cause, ...]
    duties: tuple[Duty, ...]
    last_in: tuple[str, ...] = ()

    @property
    def overdue(self) -> int:
        """Of those that it leads."""
        return sum(s.overdue for s in self.led)


def diagnose(ledger: Ledger, unit: str, day: date, known: Sequence[Standing] | None = None) -> Diagnosis:
    """``unit`` as it is called on the day; ``known`` saves judging every item again."""
    judged = list(standings(ledger, day)) if known is None else list(known)
    led = tuple(s for s in judged if unit in s.leads)
    joined = tuple(s for s in judged if unit in s.participants)
    papers = _papers(ledger, day, [s for s in (*led, *joined) if _is_stuck(s)], judged)
    stuck, stuck_joined = _stuck(led, papers), _stuck(joined, papers)
    names = {item.standing.ref for item in stuck}
    late = (d for d in duties(ledger, day, judged) if d.unit == unit and d.overdue_days(day))
    others = tuple(d for d in late if _is_apart(d, names, papers))
    last_in = months_last(ledger, unit, day)
    return Diagnosis(unit, day, led, joined, stuck, stuck_joined, _causes(stuck, judged), others, last_in)


def _is_stuck(standing: Standing) -> bool:
    return standing.overdue or standing.status is State.SUSPENDED


def _stuck(items: Iterable[Standing], papers: dict[str, list[RowStanding]]) -> tuple[StuckItem, ...]:
    """The longest overdue first, what is suspended last."""
    found = sorted(filter(_is_stuck, items), key=lambda s: -s.overdue_days)
    return tuple(StuckItem(s, tuple(papers.get(s.ref, ()))) for s in found)


def _papers(
    ledger: Ledger, day: date, items: Iterable[Standing], judged: list[Standing]
) -> dict[str, list[RowStanding]]:
    wanted = {s.ref for s in items}
    found: dict[str, list[RowStanding]] = {}
    for row in sorted(row_standings(ledger, day, known=judged), key=lambda r: r.paper.issued):
        if row.paper.row.subject in wanted:
            found.setdefault(row.paper.row.subject, []).append(row)
    return found


def _is_apart(duty: Duty, stuck: set[str], papers: dict[str, list[RowStanding]]) -> bool:
    """Whether it is not told already: with a stuck item, or with that one's papers."""
    pressed = {row.paper.ref for ref in stuck for row in papers.get(ref, ())}
    return duty.ref.partition("#")[0] not in stuck and not (
        duty.what in {REPLY, LIMIT} and duty.ref in pressed
    )


def _causes(stuck: Sequence[StuckItem], judged: Iterable[Standing]) -> tuple[Cause, ...]:
    """The commonest first; what nobody wrote a cause of last."""
    everywhere: dict[str | None, int] = {}
    for standing in filter(_is_stuck, judged):
        everywhere[standing.cause] = everywhere.get(standing.cause, 0) + 1
    words = dict.fromkeys(item.cause for item in stuck)
    found = [Cause(w, tuple(i for i in stuck if i.cause == w), everywhere[w]) for w in words]
    return tuple(sorted(found, key=lambda c: (c.word is None, -len(c.items), c.word or "")))
