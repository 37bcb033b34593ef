"""The last published ranking in a line: who is first, who is last and how often running; for screens that show it by the way."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.model.ledger import Ledger

if TYPE_CHECKING:
    from ledger.measures.scoring.called import Called


def last_called(ledger: Ledger, day: date) -> "list[Called]":
    """Pool by pool, of the latest period whose ranking was public on the day; nothing where none was."""
    if not ledger.registers:  # nor rankings among them
        return []
    from ledger.measures.scoring.called import called  # noqa: PLC0415 - where something may have been published
    from ledger.measures.scoring.published import published_by  # noqa: PLC0415

    rankings = published_by(ledger, day)
    return called(ledger, rankings[0], day) if rankings else []


def ranking_line(pools: "list[Called]") -> str:
    """``2017-10：区县第一望川区，最后白堤县；专项小组…``; empty without pools."""
    if not pools:
        return ""
    ranking = pools[0].ranking
    kept = "内部" if ranking.publish == "内部" else ""
    return f"{ranking.month}（{ranking.date}{kept}公布）：{'；'.join(map(_pool, pools))}"


def _pool(pool: "Called") -> str:
    told = "，".join(_ends(pool))
    return f"{pool.pool.kind}{told}" if told else f"{pool.pool.kind}不分先后"


def _ends(pool: "Called") -> Iterator[str]:
    if pool.first:
        yield f"第一{'、'.join(pool.first)}"
    if pool.last:
        yield f"最后{'、'.join(last_text(unit, months) for unit, months in pool.streaks.items())}"


def last_text(unit: str, months: tuple[str, ...]) -> str:
    """``白堤县（连续3次）``."""
    return f"{unit}（连续{len(months)}次）" if len(months) > 1 else unit


def place_line(pools: "list[Called]", unit: str) -> str:
    """``2017-10排名第2``; empty for who was not ranked."""
    found = [p for pool in pools for p in pool.places if p.unit == unit and p.rank is not None]
    times = next((len(pool.streaks[unit]) for pool in pools if unit in pool.streaks), 0)
    last = f"，最后{f'，连续{times}次' if times > 1 else ''}" if times else ""
    return f"{pools[0].ranking.month}排名第{found[0].rank}{last}" if found else ""


def called_data(pools: "list[Called]") -> dict[str, Any] | None:
    """None without a published ranking."""
    if not pools:
        return None
    ranking = pools[0].ranking
    return {
        "month": ranking.month,
        "date": ranking.date.isoformat(),
        "publish": ranking.publish,
        "pools": [
            {
                "pool": pool.pool.kind,
                "first": pool.first,
                "last": [{"unit": unit, "times": len(months)} for unit, months in pool.streaks.items()],
            }
            for pool in pools
        ],
    }
