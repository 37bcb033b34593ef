"""A quarter's rating: what each inspection team was given on average, and which rank that is."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ledger.measures.team_results import team_results
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.ratings import Rating
from ledger.reports.blocks import Block, Heading
from ledger.reports.team_table import team_table
from ledger.reports.thing_detail import ThingDetail


def _build(course: Course[Rating], _: Ledger) -> tuple[Sequence[Block], dict[str, Any]]:
    found = team_results(course.record)
    teams = [
        {
            "team": r.team,
            "rank": r.rank,
            "raters": r.raters,
            "overall": _text(r.overall),
            "questions": {name: _text(mean) for name, mean in r.questions.items()},
        }
        for r in found
    ]
    return (Heading("各督察组得分", 2), team_table(found)), {"teams": teams}


def _text(mean: Decimal | None) -> str | None:
    return str(mean) if mean is not None else None


DETAIL = ThingDetail(_build)
