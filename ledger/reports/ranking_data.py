"""A ranking for programs: each unit as it counts, and beside it as today's files have it."""

from collections.abc import Iterator, Sequence
from typing import Any

from ledger.measures.scoring.card import ScoreCard, two_places
from ledger.measures.scoring.lacking import Lacking
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.measures.scoring.places import Placed, score_text
from ledger.model.scoring import Scheme
from ledger.reports.words import iso

KEYS = ("month", "pool", "rank", "unit", "score", "before", "moved", "last", "state", "computed_rank", "computed_score")  # fmt: skip


def ranking_data(
    ranking: MonthRanking, pools: Sequence[PoolRanking], missing: Sequence[Lacking], *, outside: bool
) -> dict[str, Any]:
    scheme, done = ranking.book.scheme, ranking.published
    return {
        "month": ranking.month,
        "months": ranking.book.period.months,
        "scheme": iso(scheme.from_),
        "publish": scheme.publish,
        "published": {"id": done.id, "date": iso(done.date), "by": done.by} if done and not outside else None,
        "pools": [_pool(pool, scheme, outside=outside) for pool in pools],
        "lacking": [
            {
                "point": m.checkpoint.id,
                "title": m.checkpoint.title,
                "by": m.checkpoint.by,
                "units": [*m.units],
            }
            for m in missing
        ],
    }


def _pool(pool: PoolRanking, scheme: Scheme, *, outside: bool) -> dict[str, Any]:
    return {
        "kind": pool.pool.kind,
        "outside": outside,
        "provisional": pool.provisional,
        "ranks": [_place(pool, place, scheme) for place in pool.official],
        "first": [] if outside else pool.first,
        "last": pool.last,
        "pledging": pool.pledging,
        "consulted": pool.consulted,
    }


def _place(pool: PoolRanking, place: Placed, scheme: Scheme) -> dict[str, Any]:
    now = pool.computed_of(place.unit)
    return {
        "rank": place.rank,
        "unit": place.unit,
        "score": score_text(place),
        "before": pool.before.get(place.unit),
        "moved": pool.moved(place),
        "last_months": list(pool.streaks.get(place.unit, ())),
        "state": state_of(pool, place),
        "computed": {"rank": now.rank, "score": score_text(now)} if now else None,
        "differs": bool(pool.published) and pool.differs(place),
        "aspects": _aspects(now.card, scheme) if now else [],
        "lacking": [line.checkpoint.id for line in now.card.lines if line.state == "待评"] if now else [],
    }


def _aspects(card: ScoreCard, scheme: Scheme) -> list[dict[str, Any]]:
    return [
        {"id": a.id, "title": a.title, "earned": str(two_places(earned)), "applicable": str(whole)}
        for a in scheme.aspects
        for earned, whole in [card.of(a.id)]
    ]


def state_of(pool: PoolRanking, place: Placed) -> str:
    """公布, 暂定, 不排名 or 现算."""
    if pool.published:
        return "公布"
    now = pool.computed_of(place.unit)
    if place.rank is None:
        return "不排名"
    return "暂定" if now and now.card.provisional else "现算"


def ranking_records(ranking: MonthRanking, pools: Sequence[PoolRanking]) -> list[dict[str, Any]]:
    """A row a unit."""
    return [row for pool in pools for row in _rows(ranking, pool)]


def _rows(ranking: MonthRanking, pool: PoolRanking) -> Iterator[dict[str, Any]]:
    for place in pool.official:
        now = pool.computed_of(place.unit)
        yield {
            "month": ranking.month,
            "pool": pool.pool.kind,
            "rank": place.rank,
            "unit": place.unit,
            "score": score_text(place),
            "before": pool.before.get(place.unit),
            "moved": pool.moved(place),
            "last": len(pool.streaks.get(place.unit, ())),
            "state": state_of(pool, place),
            "computed_rank": now.rank if now else None,
            "computed_score": score_text(now) if now else None,
        }
