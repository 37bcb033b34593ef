"""Rankings as they were published, and what they lead to: streaks, speeches, the next consultation (domain.md §5.5)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ledger.base.days import parse_month
from ledger.measures.scoring.places import last_of
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER, Rank, Ranking


def published(ledger: Ledger, month: str) -> Ranking | None:
    """The ranking of the period that ends with ``month`` (``2017-10``), whenever it was published."""
    return next((r for r in ledger.of(REGISTER) if r.month == month), None)


def published_through(ledger: Ledger, month: str) -> list[Ranking]:
    """Those of that period and before, the latest first. Periods that were not published are none: they neither count nor break."""
    return sorted((r for r in ledger.of(REGISTER) if r.month <= month), key=lambda r: r.month, reverse=True)


def published_in(ledger: Ledger, year: int) -> list[Ranking]:
    """Those of the periods that ended in that year, the earliest first."""
    return sorted((r for r in ledger.of(REGISTER) if r.month.startswith(f"{year}-")), key=lambda r: r.month)


def published_by(ledger: Ledger, day: date) -> list[Ranking]:
    """Those that were public on the day, the latest period first."""
    known = (ranking for ranking in ledger.of(REGISTER) if ranking.date <= day)
    return sorted(known, key=lambda ranking: ranking.month, reverse=True)


def published_after(ledger: Ledger, month: str) -> list[str]:
    """Later periods that are published, the earliest first."""
    return sorted(r.month for r in ledger.of(REGISTER) if r.month > month)


def places_of(ranking: Ranking, pool: str, ledger: Ledger, day: date) -> list[Rank]:
    """One pool as published, its units as they are called on ``day``."""
    return [replace(r, unit=ledger.units.current(r.unit, day)) for r in ranking.pool(pool)]


def last_place(ledger: Ledger, unit: str, day: date) -> tuple[Ranking, Rank] | None:
    """Where a unit, as it is called on the day, stood in the newest ranking with it; None where none was public by then."""
    for ranking in published_by(ledger, day):
        for pool in ranking.pools:
            place = next((p for p in places_of(ranking, pool, ledger, day) if p.unit == unit), None)
            if place is not None:
                return ranking, place
    return None


def last_streak(ledger: Ledger, unit: str, pool: str, month: str) -> tuple[str, ...]:
    """The periods running in whose published ranking the unit was last, up to ``month`` and across the turn of the year; the newest first.

    A ranking in which it has no rank neither counts nor breaks.
    """
    return tuple(_running(ledger, unit, pool, month))


def _running(ledger: Ledger, unit: str, pool: str, month: str) -> Iterator[str]:
    day = parse_month(month)
    for ranking in published_through(ledger, month):
        places = places_of(ranking, pool, ledger, day)
        if all(p.rank is None for p in places if p.unit == unit):
            continue
        if unit not in last_of(places):
            return
        yield ranking.month
