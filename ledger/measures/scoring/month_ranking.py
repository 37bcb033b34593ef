"""The ranking of a period: as computed from today's files, and beside it as it was published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ledger.measures.scoring.book import ScoreBook
from ledger.measures.scoring.called import Calling
from ledger.measures.scoring.card import ScoreCard, card_of
from ledger.measures.scoring.periods import period_ending
from ledger.measures.scoring.places import Placed, first_of, last_of
from ledger.measures.scoring.published import last_streak, places_of, published
from ledger.measures.scoring.ranking import Place, ranked
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import Rank, Ranking
from ledger.model.score_settings import Pool
from ledger.model.scoring import Scheme


@dataclass(frozen=True)
class PoolRanking(Calling):
    """One pool. ``computed`` is from today's files; ``official`` what counts: as published, else as computed.

    ``before`` is the rank in the period before by unit, as published then; None: not ranked. Empty where it was not published: what
    nobody has scored to the end is no measure.
    """

    pool: Pool
    computed: Sequence[Place]
    published: Sequence[Rank]
    before: dict[str, int | None]
    streaks: Mapping[str, tuple[str, ...]]

    @property
    def official(self) -> Sequence[Placed]:
        return self.published or self.computed

    @property
    def provisional(self) -> bool:
        """暂定: not published, and people still have to score somebody."""
        return not self.published and any(p.card.provisional for p in self.computed)

    @property
    def first(self) -> list[str]:
        """Who gives the 典型发言."""
        return first_of(self.official)

    def moved(self, place: Placed) -> int | None:
        """Ranks gained on the period before; negative: lost; None where either is missing."""
        was = self.before.get(place.unit)
        return was - place.rank if was is not None and place.rank is not None else None

    def computed_of(self, unit: str) -> Place | None:
        return next((p for p in self.computed if p.unit == unit), None)

    def differs(self, place: Placed) -> bool:
        """Whether a published unit would be scored or ranked otherwise from today's files (更正)."""
        now = self.computed_of(place.unit)
        return now is None or (now.score, now.rank) != (place.score, place.rank)


@dataclass(frozen=True)
class MonthRanking:
    """All pools of a period; cards are made once a unit, pools once."""

    book: ScoreBook
    _cards: dict[str, ScoreCard] = field(default_factory=dict, repr=False, compare=False)
    _pools: dict[Pool, PoolRanking] = field(default_factory=dict, repr=False, compare=False)

    @property
    def month(self) -> str:
        return self.book.period.name

    @cached_property
    def published(self) -> Ranking | None:
        return published(self.book.ledger, self.month)

    @cached_property
    def before(self) -> "MonthRanking | None":
        """The period before, by the scheme in force then."""
        return ranking_on(self.book.ledger, self.book.period.before)

    @property
    def pools(self) -> list[PoolRanking]:
        """Those that the scheme ranks."""
        return [self.pool(pool) for pool in self.book.scheme.pools]

    def card(self, unit: str) -> ScoreCard:
        if unit not in self._cards:
            self._cards[unit] = card_of(self.book, unit)
        return self._cards[unit]

    def computed(self, kind: str) -> list[Place]:
        cards = [self.card(unit) for unit in self.book.units(kind)]
        return ranked(cards, self.book.ledger.units.order)

    def as_published(self, kind: str) -> list[Rank]:
        ledger, ranking = self.book.ledger, self.published
        return places_of(ranking, kind, ledger, self.book.day) if ranking else []

    def pool(self, pool: Pool) -> PoolRanking:
        if pool not in self._pools:
            self._pools[pool] = self._pool(pool)
        return self._pools[pool]

    def _pool(self, pool: Pool) -> PoolRanking:
        computed, official = self.computed(pool.kind), self.as_published(pool.kind)
        units = last_of(official or computed)
        return PoolRanking(
            pool, computed, official, self._ranks_before(pool.kind), self._streaks(pool.kind, units)
        )

    def _ranks_before(self, kind: str) -> dict[str, int | None]:
        """A unit that several became had no rank of its own."""
        earlier, units = self.before, self.book.ledger.units
        if earlier is None:
            return {}
        found: dict[str, int | None] = {}
        for place in earlier.as_published(kind):
            unit = units.current(place.unit, self.book.day)
            found[unit] = place.rank if unit not in found else None
        return found

    def _streaks(self, kind: str, units: list[str]) -> dict[str, tuple[str, ...]]:
        """Months running in which those units were last; one that is not published yet stands first, before those that are."""
        ledger, month = self.book.ledger, self.month
        found = {unit: last_streak(ledger, unit, kind, month) for unit in units}
        return {
            unit: months if self.as_published(kind) else (month, *months) for unit, months in found.items()
        }


def ranking_on(ledger: Ledger, day: date) -> MonthRanking | None:
    """The ranking of the period in whose last month ``day`` is; None where nothing is scored then."""
    scheme = scheme_on(ledger, day)
    period = period_ending(day, scheme) if scheme else None
    return MonthRanking(ScoreBook(ledger, scheme, period)) if scheme and period else None


def scheme_on(ledger: Ledger, day: date) -> Scheme | None:
    """The version in force; None where nothing is scored."""
    scheme = ledger.scoring.on(day)
    return scheme if scheme and scheme.aspects else None
