"""What a unit was scored with in a period, and its place: as published, and as computed from today's files."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ledger.measures.scoring.card import ScoreCard
from ledger.measures.scoring.human import HumanScores
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.measures.scoring.places import Placed
from ledger.measures.scoring.ranking import Place
from ledger.model.registers.rankings import Rank
from ledger.model.score_settings import Pool


@dataclass(frozen=True)
class UnitScore:
    """``unit`` is in units.yaml, called as on the period's last day."""

    ranking: MonthRanking
    unit: str

    @property
    def month(self) -> str:
        return self.ranking.month

    @property
    def kind(self) -> str:
        return self.ranking.book.kind(self.unit)

    @property
    def ranks(self) -> bool:
        """Whether units of its kind are ranked; where not, its place is computed all the same and never published."""
        return self.ranking.book.scheme.pool(self.kind) is not None

    @property
    def card(self) -> ScoreCard:
        return self.ranking.card(self.unit)

    @property
    def scores(self) -> HumanScores:
        """What people scored the period with."""
        book = self.ranking.book
        return HumanScores.of(book.ledger, book.period, book.day)

    @cached_property
    def pool(self) -> PoolRanking:
        ranked = self.ranking.book.scheme.pool(self.kind)
        return self.ranking.pool(ranked or Pool(kind=self.kind, pledge_after=0))

    @cached_property
    def computed(self) -> Place:
        return self.pool.computed_of(self.unit) or Place(self.card, None)

    @cached_property
    def published(self) -> Rank | None:
        """None where the period, its pool or the unit was not published; asked without computing the pool."""
        return next((p for p in self.ranking.as_published(self.kind) if p.unit == self.unit), None)

    @property
    def published_on(self) -> date | None:
        """The day on which its pool was published, whether the unit is in it or not."""
        ranking = self.ranking.published
        return ranking.date if ranking and self.ranking.as_published(self.kind) else None

    @property
    def official(self) -> Placed:
        """What counts: as published, else as computed."""
        return self.published or self.computed

    @property
    def differs(self) -> bool:
        """Whether what was published would be another score or rank today (更正)."""
        return self.published is not None and self.pool.differs(self.published)
