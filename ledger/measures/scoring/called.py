"""Whom a published ranking calls: who speaks as an example, who pledges, whom the office consults (domain.md §5.5).

Nothing is scored here: what was published is read, so that every screen can afford it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.base.days import parse_month
from ledger.measures.scoring.places import first_of, last_of
from ledger.measures.scoring.published import last_streak, places_of, published_by
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import Rank, Ranking
from ledger.model.score_settings import Pool


class Calling:
    """What the places of one pool lead to.

    ``streaks`` of those that are last: the months running in which they were, the newest first.
    """

    pool: Pool
    streaks: Mapping[str, tuple[str, ...]]

    @property
    def last(self) -> list[str]:
        return list(self.streaks)

    @property
    def pledging(self) -> list[str]:
        """Who makes a 表态发言: last so many times running, this time included."""
        after = self.pool.pledge_after
        return [unit for unit, months in self.streaks.items() if after and len(months) >= after]

    @property
    def consulted(self) -> list[str]:
        """Whom the office visits in the month after the period."""
        return self.last if self.pool.consult else []


@dataclass(frozen=True)
class Called(Calling):
    """One pool of a published ranking, its units as they are called on the day that was asked for."""

    ranking: Ranking
    pool: Pool
    places: tuple[Rank, ...]
    streaks: Mapping[str, tuple[str, ...]]

    @property
    def first(self) -> list[str]:
        """Who gives the 典型发言."""
        return first_of(self.places)


def called(ledger: Ledger, ranking: Ranking, day: date) -> list[Called]:
    """Pool by pool, by the scheme that was in force at the end of the ranking's period; nothing where there was none."""
    end = parse_month(ranking.month)
    scheme = ledger.scoring.on(end)
    found = []
    for pool in scheme.pools if scheme else ():
        places = tuple(places_of(ranking, pool.kind, ledger, day))
        last = last_of(places_of(ranking, pool.kind, ledger, end))  # streaks go by the names of the period
        streaks = {unit: last_streak(ledger, unit, pool.kind, ranking.month) for unit in last}
        if places:
            today = {ledger.units.current(unit, day): months for unit, months in streaks.items()}
            found.append(Called(ranking, pool, places, today))
    return found


def months_last(ledger: Ledger, unit: str, day: date) -> tuple[str, ...]:
    """The periods in whose ranking, public on the day, the unit was last; the latest first. ``unit`` as it is called on the day."""
    return tuple(
        ranking.month
        for ranking in published_by(ledger, day)
        if any(unit in pool.last for pool in called(ledger, ranking, day))
    )
