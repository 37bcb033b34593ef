"""A unit's score for programs: numbers as decimal texts, the formulas exact."""

from typing import Any

from ledger.measures.scoring.card import ScoreLine
from ledger.measures.scoring.figures import aspect_text, lost_text, points_text
from ledger.measures.scoring.measured import Piece, plain
from ledger.measures.scoring.places import Placed, score_text
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.scores.place import total_formula
from ledger.reports.scores.wording import gauge_of, own_list, point_query, scorer, weight_text
from ledger.reports.words import iso

KEYS = (
    "id",
    "aspect",
    "title",
    "by",
    "weight",
    "state",
    "score",
    "lost",
    "formula",
    "why",
    "scored_by",
    "query",
)


def sheet_data(scored: UnitScore) -> dict[str, Any]:
    """``score`` and ``rank`` are what counts: as published, else as computed."""
    card, book = scored.card, scored.ranking.book
    return {
        "unit": scored.unit,
        "pool": scored.kind,
        "ranked_pool": scored.ranks,
        "month": scored.month,
        "from": book.period.first.isoformat(),
        "scheme": iso(book.scheme.from_),
        **_place(scored.official),
        "provisional": scored.published is None and card.provisional,
        "earned": plain(card.earned),
        "applicable": weight_text(card.applicable),
        "formula": total_formula(scored) or None,
        "computed": _place(scored.computed),
        "published": _published(scored),
        "differs": scored.differs,
        "aspects": [
            {
                "id": aspect.id,
                "title": aspect.title,
                "weight": weight_text(card.of(aspect.id)[1]),
                "score": aspect_text(card, aspect.id),
            }
            for aspect in book.scheme.aspects
        ],
        "points": [line_data(scored, line) for line in card.lines],
    }


def line_data(scored: UnitScore, line: ScoreLine) -> dict[str, Any]:
    """One point; ``formula`` also of what is counted but not verified yet."""
    point = line.checkpoint
    return {
        "id": point.id,
        "aspect": line.aspect.id,
        "title": point.title,
        "by": point.by,
        "weight": weight_text(point.weight),
        "state": line.state,
        "score": points_text(line),
        "lost": lost_text(line),
        "formula": line.formula or None,
        "why": line.why or None,
        "scored_by": scorer(scored, line) or None if line.human else None,
        "query": point_query(scored, line),
    }


def point_data(scored: UnitScore, line: ScoreLine) -> dict[str, Any]:
    """One point with everything that it counted."""
    gauge = gauge_of(line)
    return {
        "unit": scored.unit,
        "month": scored.month,
        "point": line_data(scored, line),
        "gauge": line.checkpoint.gauge if gauge else None,
        "list": own_list(scored, line) or None,
        "part": plain(line.measured.part) if line.measured else None,
        "whole": plain(line.measured.whole) if line.measured else None,
        "pieces": [piece_data(p) for p in line.measured.pieces] if line.measured else [],
    }


def piece_data(piece: Piece) -> dict[str, Any]:
    """What one thing adds to part and whole."""
    return {
        "ref": piece.ref,
        "title": piece.title,
        "part": plain(piece.part),
        "whole": plain(piece.whole),
        "why": piece.why,
        "exempt": piece.exempt or None,
    }


def _published(scored: UnitScore) -> dict[str, Any] | None:
    if scored.published is None:
        return None
    return {"date": iso(scored.published_on), **_place(scored.published)}


def _place(place: Placed) -> dict[str, Any]:
    return {"score": score_text(place), "rank": place.rank}
