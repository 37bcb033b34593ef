"""What a change does to the figures: two versions of a ledger judged on one day."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from operator import is_

from ledger.base.days import parse_month
from ledger.measures.comparing.rank_moves import RankMoves, rank_moves
from ledger.measures.escalation import rulings
from ledger.measures.paper_counts import PaperCount, count_proposed
from ledger.measures.progress import IN_COUNT, Tally, tally
from ledger.measures.rulings import Outcome, Ruling
from ledger.measures.scoring.published import published_through
from ledger.measures.standing import Standing, judge_alike, standings
from ledger.model.ledger import Ledger


@dataclass(frozen=True)
class Side:
    """One version of the ledger, judged on the day; ``other`` saves judging again what both versions share."""

    ledger: Ledger
    day: date
    other: "Side | None" = field(default=None, repr=False, compare=False)

    @cached_property
    def standings(self) -> list[Standing]:
        """All that is counted, as ``status`` counts it: two items of one number (P101) are two."""
        other = self.other
        shared = other.standings if other and judge_alike(self.ledger, other.ledger) else ()
        return list(standings(self.ledger, self.day, shared))

    @cached_property
    def items(self) -> dict[str, Standing]:
        """By reference, in the order of the ledger."""
        return {s.ref: s for s in self.standings}

    @cached_property
    def tally(self) -> Tally:
        return self.count(self.standings)

    def count(self, items: Iterable[Standing]) -> Tally:
        return tally(items, self.ledger.policies.on(self.day).due_soon)

    @cached_property
    def proposed(self) -> list[Ruling]:
        """The rows that a run on the day would put into papers."""
        ruled = rulings(self.ledger, self.day, self.standings)
        return [r for r in ruled if r.outcome is Outcome.PROPOSE]

    @cached_property
    def papers(self) -> dict[str, PaperCount]:
        return count_proposed(self.proposed, self.ledger.policies.on(self.day).ladder.grouping)

    def counted(self) -> Counter[str]:
        """The items of the denominator, each as often as it counts."""
        return Counter(s.ref for s in self.standings if s.status in IN_COUNT)

    def overdue(self) -> Counter[str]:
        return Counter(s.ref for s in self.standings if s.overdue)


@dataclass(frozen=True, slots=True)
class UnitMove:
    """What moved of the items that a unit leads. ``rows``: how many it would find in papers of the day, before and after."""

    unit: str
    before: Tally
    after: Tally
    rows: tuple[int, int]

    @property
    def moved(self) -> bool:
        return self.rows[0] != self.rows[1] or any(self.before[f] != self.after[f] for f in WATCHED)


WATCHED = ("total", "completed", "in_progress", "overdue", "late")
"""Figures whose movement is shown unit by unit."""


@dataclass(frozen=True)
class Effect:
    """Both sides; ``before`` is judged by its own rules."""

    before: Side
    after: Side

    @cached_property
    def joined(self) -> list[str]:
        """Items that count now and did not."""
        return _in_order(self.after, self.after.counted() - self.before.counted())

    @cached_property
    def left(self) -> list[str]:
        """Items that counted and do not any more."""
        return _in_order(self.before, self.before.counted() - self.after.counted())

    @cached_property
    def newly_overdue(self) -> list[str]:
        return _in_order(self.after, self.after.overdue() - self.before.overdue())

    @cached_property
    def no_longer_overdue(self) -> list[str]:
        return _in_order(self.before, self.before.overdue() - self.after.overdue())

    @cached_property
    def units(self) -> list[UnitMove]:
        """Every unit of which something moved, as units.yaml orders them, by the names of the new version."""
        before, after = _led(self.before, self.then), _led(self.after, self.name)
        rows = (
            Counter(self.then(r.unit) for r in self.before.proposed),
            Counter(self.name(r.unit) for r in self.after.proposed),
        )
        found = [
            UnitMove(
                unit,
                self.before.count(before.get(unit, ())),
                self.after.count(after.get(unit, ())),
                (rows[0][unit], rows[1][unit]),
            )
            for unit in sorted({*before, *after, *rows[0], *rows[1]}, key=self.after.ledger.units.order)
            if rows[0][unit] != rows[1][unit] or not _shared(before.get(unit, []), after.get(unit, []))
        ]
        return [move for move in found if move.moved]

    @cached_property
    def ranks(self) -> RankMoves | None:
        """Whose score or rank is another; None where nothing is scored on either side."""
        return self._ranks(self.after.day)

    @cached_property
    def published_ranks(self) -> RankMoves | None:
        """The same for the newest period before it that is published: what a late fact would make of it (更正)."""
        day = self.after.day.replace(day=1) - timedelta(days=1)
        newest = published_through(self.after.ledger, f"{day:%Y-%m}")
        return self._ranks(parse_month(newest[0].month)) if newest else None

    def _ranks(self, day: date) -> RankMoves | None:
        return rank_moves(self.before.ledger, self.after.ledger, day, lambda unit: self.then(unit, day))

    def name(self, unit: str, day: date | None = None) -> str:
        """What the new version calls a unit, on the day that is judged if on no other."""
        return self.after.ledger.units.current(unit, day or self.after.day)

    def then(self, unit: str, day: date | None = None) -> str:
        """A unit of the old version by its new name: one that the change renames is one unit.

        One succeeded by a unit that was there beside it keeps its own: what it owed moves, and is seen to move.
        """
        now, known = self.name(unit, day), self.before.ledger.units
        beside = known.find(now) is not None and known.current(now, day or self.before.day) != unit
        kept = self.after.ledger.units.find(unit)
        return unit if beside and kept is not None and kept.id != now else now


def _led(side: Side, name: Callable[[str], str]) -> dict[str, list[Standing]]:
    led: dict[str, list[Standing]] = {}
    for standing in side.standings:
        for unit in dict.fromkeys(map(name, standing.leads)):
            led.setdefault(unit, []).append(standing)
    return led


def _shared(before: list[Standing], after: list[Standing]) -> bool:
    """Whether they are the same things, judged once for both sides (and so by the same rules)."""
    return len(before) == len(after) and all(map(is_, before, after))


def _in_order(side: Side, refs: Counter[str]) -> list[str]:
    return [ref for ref in side.items for _ in range(refs[ref])]
