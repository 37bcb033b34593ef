"""Surveys that may be compared: a series' published values one after the other, kept as written (S0 #81)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ledger.model.registers.surveys import Survey


@dataclass(frozen=True, slots=True)
class Step:
    """A survey of a series; ``change`` is against the one before, ``since_first`` against the first: None for the first itself.

    Values of one and of two decimals are told apart: 86.34 less 86.1 is 0.24, and nothing is rounded.
    """

    survey: Survey
    value: Decimal
    change: Decimal | None
    since_first: Decimal | None


def series(surveys: Iterable[Survey]) -> dict[str, list[Step]]:
    """By the series' name, each in the order of days; what has no published value is left out."""
    found: dict[str, list[Step]] = {}
    for survey in sorted(surveys, key=lambda s: (s.date, s.id)):
        if survey.series is None or survey.published is None:
            continue
        steps = found.setdefault(survey.series, [])
        value = survey.published
        change = value - steps[-1].value if steps else None
        steps.append(Step(survey, value, change, value - steps[0].value if steps else None))
    return found
