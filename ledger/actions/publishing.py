"""A ranking is published: the file that keeps it as it was, or why it cannot be published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.actions.importing.new_plan import file_text
from ledger.base.errors import LedgerError
from ledger.files.folder import SUFFIX
from ledger.files.scalars import Value, flow_text
from ledger.loading.kinds import register_kind
from ledger.measures.scoring.lacking import obstacle
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.model.registers.rankings import REGISTER


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes, and when."""

    by: str
    date: date


def file_name(month: str) -> str:
    """From the ledger's folder."""
    return f"{REGISTER.name}/PM-{month}{SUFFIX}"


def must_be_publishable(ranking: MonthRanking) -> None:
    """Raises LedgerError for a ranking that is published, that people still have to score for, or that ranks nobody."""
    if why := obstacle(ranking):
        said = why if ranking.published else f"{why}，不能公布"
        raise LedgerError(f"{said}；用 ledger rank --month {ranking.month} 看全部")


def ranking_text(ranking: MonthRanking, said: Publication, folder: Path) -> str:
    """The whole file: a line a unit, so that a reader sees the ranking; as ``ledger fmt`` leaves it."""
    scheme = ranking.book.scheme
    fields: dict[str, Value] = {"id": f"PM-{ranking.month}", "month": ranking.month}
    fields |= {"date": said.date.isoformat(), "by": said.by}
    fields |= {"scheme": scheme.from_.isoformat()} if scheme.from_ else {}
    fields["publish"] = scheme.publish
    head = file_text(fields, register_kind(REGISTER.name), file_name(ranking.month), folder)
    rows = [f"  - {flow_text(row)}\n" for pool in ranking.pools for row in _rows(pool)]
    return f"{head}ranks:\n{''.join(rows)}"


def _rows(pool: PoolRanking) -> Iterator[dict[str, Value]]:
    for place in pool.computed:
        row: dict[str, Value] = {"pool": pool.pool.kind, "unit": place.unit}
        row |= {"score": f"{place.score:.2f}"} if place.score is not None else {}
        yield row | ({"rank": str(place.rank)} if place.rank is not None else {})
