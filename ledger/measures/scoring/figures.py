"""The numbers of a unit's score by name: what a bulletin prints, and ``ledger score UNIT --figure NAME`` prints again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ledger.measures.scoring.card import ScoreCard, ScoreLine, two_places
from ledger.measures.scoring.places import Placed, score_text
from ledger.measures.scoring.unit_score import UnitScore

TOTAL, RANK = "total", "rank"
COMPUTED_TOTAL, COMPUTED_RANK = "computed_total", "computed_rank"
STREAK = "streak"


@dataclass(frozen=True, slots=True)
class ScoreFigure:
    """``of`` gives None where there is no such number: not ranked, nothing to measure, not scored yet."""

    name: str
    label: str
    of: Callable[[UnitScore], str | None]
    unit: str = "分"


def figures_of(scored: UnitScore) -> dict[str, ScoreFigure]:
    """By name: the total and the rank as published, else as computed; both as computed; each aspect and point as computed."""
    own = [
        ScoreFigure(TOTAL, "得分", lambda s: score_text(s.official)),
        ScoreFigure(RANK, "名次", lambda s: _rank(s.official), ""),
        ScoreFigure(COMPUTED_TOTAL, "现算得分", lambda s: score_text(s.computed)),
        ScoreFigure(COMPUTED_RANK, "现算名次", lambda s: _rank(s.computed), ""),
        ScoreFigure(STREAK, "连续最后", lambda s: str(len(s.pool.streaks.get(s.unit, ()))), "次"),
    ]
    scheme = scored.ranking.book.scheme
    aspects = [ScoreFigure(a.id, a.title, partial(_aspect, aspect=a.id)) for a in scheme.aspects]
    points = [ScoreFigure(p.id, p.title, partial(_point, point=p.id)) for p in scheme.checkpoints]
    return {figure.name: figure for figure in (*own, *aspects, *points)}


def figure_named(known: dict[str, ScoreFigure], word: str) -> ScoreFigure | None:
    """By its name or by what it is called."""
    return known.get(word) or next((f for f in known.values() if f.label == word), None)


def points_text(line: ScoreLine) -> str | None:
    """``10.86``; None where the point does not count."""
    return str(two_places(line.points)) if line.points is not None else None


def lost_text(line: ScoreLine) -> str | None:
    """What is missing from the weight, so that both numbers as printed make the weight; None where the point does not count."""
    return f"{line.weight - two_places(line.points):.2f}" if line.points is not None else None


def aspect_text(card: ScoreCard, aspect: str) -> str | None:
    """None where none of its points counts."""
    earned, whole = card.of(aspect)
    return str(two_places(earned)) if whole else None


def _aspect(scored: UnitScore, aspect: str) -> str | None:
    return aspect_text(scored.card, aspect)


def _point(scored: UnitScore, point: str) -> str | None:
    return next((points_text(line) for line in scored.card.lines if line.checkpoint.id == point), None)


def _rank(place: Placed) -> str | None:
    return str(place.rank) if place.rank is not None else None
