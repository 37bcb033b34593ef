"""Where a unit stood in the newest ranking that was published by a day."""

from datetime import date

from ledger.measures.scoring.published import places_of
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER, Rank, Ranking


def last_place(ledger: Ledger, unit: str, day: date) -> tuple[Ranking, Rank] | None:
    """``unit`` as it is called on the day; None where no ranking with it was published by then."""
    rankings = sorted((r for r in ledger.of(REGISTER) if r.date <= day), key=lambda r: r.month, reverse=True)
    for ranking in rankings:
        for pool in dict.fromkeys(rank.pool for rank in ranking.ranks):
            place = next((p for p in places_of(ranking, pool, ledger, day) if p.unit == unit), None)
            if place is not None:
                return ranking, place
    return None
