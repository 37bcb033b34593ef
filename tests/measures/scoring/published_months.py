"""Rankings as they stand in files: ``month_of("2017-08", "甲区 乙区=丙区 丁区")`` is one month, best first, ``=`` for a tie."""

from decimal import Decimal

from build import day

from ledger.model.registers.rankings import Rank, Ranking

DISTRICTS = "区县"


def month_of(month: str, order: str, *, pool: str = DISTRICTS) -> Ranking:
    """Published on the month's 28th; scores go down with the ranks."""
    ranks: list[Rank] = []
    for tied in order.split():
        place = len(ranks) + 1
        score = Decimal(100 - place)
        ranks += [Rank(pool=pool, unit=unit, score=score, rank=place) for unit in tied.split("=")]
    return Ranking(
        id=f"PM-{month}", month=month, date=day(f"{month}-28"), by="市委改革办", ranks=tuple(ranks)
    )
