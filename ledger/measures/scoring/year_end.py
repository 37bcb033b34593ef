"""年底综合考核 (S3 #49, domain.md §5.6): a share of the published months, the rest is the year-end score."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ledger.measures.scoring.card import two_places
from ledger.measures.scoring.human import HumanScores
from ledger.measures.scoring.measured import plain
from ledger.measures.scoring.places import rank_among
from ledger.measures.scoring.published import published_in
from ledger.model.ledger import Ledger
from ledger.model.registers.scores import HumanScore
from ledger.model.scoring import HUNDRED


@dataclass(frozen=True, slots=True)
class YearLine:
    """A unit through its names. ``months`` are the published periods in which it had a score, the earliest first.

    In a period in which several units had a score that are one by now, it is their mean.
    """

    unit: str
    months: tuple[tuple[str, Fraction], ...]
    year_end: HumanScore | None
    carry: Fraction

    @property
    def mean(self) -> Fraction | None:
        """Of the months, exact; None without any."""
        return _mean([score for _, score in self.months]) if self.months else None

    @property
    def monthly(self) -> Fraction | None:
        """What the months carry into the year, of at most ``carry`` times a hundred."""
        if not self.carry:
            return Fraction(0)
        return self.carry * self.mean if self.mean is not None else None

    @property
    def yearly(self) -> Fraction | None:
        """What the year-end score adds; nothing is asked of it where the months carry all."""
        if self.carry == 1:
            return Fraction(0)
        return (1 - self.carry) * Fraction(self.year_end.score) if self.year_end and not self.excess else None

    @property
    def excess(self) -> bool:
        """Whether the year-end score is more than a hundred (C103): it does not count before it is put right."""
        return self.year_end is not None and self.year_end.score > HUNDRED

    @property
    def score(self) -> Decimal | None:
        """Out of a hundred, rounded once, here; None where either part is missing."""
        if self.monthly is None or self.yearly is None:
            return None
        return two_places(self.monthly + self.yearly)

    @property
    def formula(self) -> str:
        """What gives the score, or the part that is known, with the numbers put in; exact, for a calculator."""
        parts = []
        if self.carry and self.months:
            sum_ = "+".join(plain(score) for _, score in self.months)
            parts.append(f"{plain(self.carry)}*({sum_})/{len(self.months)}")
        if self.carry != 1 and self.year_end and not self.excess:
            parts.append(f"{plain(1 - self.carry)}*{plain(Fraction(self.year_end.score))}")
        return "+".join(parts)


@dataclass(frozen=True, slots=True)
class YearPlace:
    """``rank`` is None without a score."""

    line: YearLine
    rank: int | None


def year_lines(ledger: Ledger, year: int, kind: str, day: date, carry: int) -> list[YearLine]:
    """The units of a pool as they are called on ``day``: those in force then, and whoever was published and has no heir.

    ``carry`` is the share of the months, per cent.
    """
    scores, human = _published(ledger, year, kind, day), HumanScores.named(ledger, str(year), day)
    in_force = [unit.id for unit in ledger.units if unit.kind == kind and unit.in_force(day)]
    return [
        YearLine(
            unit,
            tuple((month, _mean(found)) for month, found in sorted(scores[unit].items())),
            human.of_unit(unit, None),
            Fraction(carry, 100),
        )
        for unit in sorted({*in_force, *scores}, key=ledger.units.order)
    ]


def _mean(scores: Sequence[Fraction]) -> Fraction:
    return sum(scores, Fraction(0)) / len(scores)


def _published(
    ledger: Ledger, year: int, kind: str, day: date
) -> defaultdict[str, dict[str, list[Fraction]]]:
    """Scores by unit and period."""
    found: defaultdict[str, dict[str, list[Fraction]]] = defaultdict(dict)
    for ranking in published_in(ledger, year):
        for place in ranking.pool(kind):
            if place.score is not None:
                unit = ledger.units.current(place.unit, day)
                found[unit].setdefault(ranking.month, []).append(Fraction(place.score))
    return found


def year_ranked(lines: Sequence[YearLine]) -> list[YearPlace]:
    """The highest first; ties share a rank; at the end those without a score. Within a tie as they come."""
    scores = [line.score for line in lines]
    places = [YearPlace(line, rank_among(line.score, scores)) for line in lines]
    return sorted(places, key=lambda place: (place.rank is None, place.rank or 0))
