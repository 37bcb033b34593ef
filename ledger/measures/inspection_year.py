"""A year of inspections: the 2 × 4 grid of 四个相结合 with its gaps, places visited, plans inspected half-yearly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.measures.plans import INSPECTION_MONTHS, plan_standing
from ledger.measures.states import this_month
from ledger.measures.thing_states import ThingStanding
from ledger.model.inspecting import Round, Visits
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import AXES, Inspection, poles, reported, rounds_by

Inspections = Sequence[ThingStanding[Inspection]]


def of_year(things: Inspections, day: date) -> list[Inspection]:
    """Those that began in the year of ``day``."""
    return [t.record for t in things if this_month(t.record.date, day, year=True)]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an axis: how many inspections of the year went that way."""

    pole: str
    number: int


def grid(things: Inspections, day: date, axes: Iterable[tuple[str, str]]) -> list[tuple[Side, Side]]:
    """Both sides of each axis. A campaign with open and secret rounds stands on both."""
    stands = [poles(inspection, day) for inspection in of_year(things, day)]
    count = {pole: sum(pole in each for each in stands) for axis in axes for pole in axis}
    return [(Side(a, count[a]), Side(b, count[b])) for a, b in axes]


def gaps(things: Inspections, day: date) -> list[str]:
    """The sides of 四个相结合 on which the year has nothing; none of a year without any inspection."""
    if not of_year(things, day):
        return []
    return [side.pole for axis in grid(things, day, AXES.values()) for side in axis if not side.number]


def reports(things: Inspections, day: date) -> list[str]:
    """Numbers of the year's reports: one that tells of two inspections is one."""
    found = (reported(inspection, day) for inspection in of_year(things, day))
    return list(dict.fromkeys(report.number for report in found if report))


def visited(things: Inspections, day: date, place: str) -> int:
    """How many places of that kind the year's inspections went to."""
    return sum(v.number for v in _visits(things, day) if v.place == place)


def checked(things: Inspections, day: date) -> int:
    """Every matter or document at every place once: 7 items in 11 districts are 77."""
    return sum(v.number * (v.subjects or 0) for v in _visits(things, day))


def _visits(things: Inspections, day: date) -> Iterator[Visits]:
    """Of inspections that are over: what one that goes on will have visited is not known yet."""
    for inspection in of_year(things, day):
        if (inspection.until or inspection.date) <= day:
            yield from inspection.visits


def rounds(things: Inspections, day: date) -> int:
    """Rounds that had begun."""
    return sum(len(rounds_by(i, day)) for i in of_year(things, day))


def was_on(inspection: Inspection, day: date) -> bool:
    """Whether there was inspecting in the day's month, by the day: in one of its rounds, or between its first and last day."""
    return bool(rounds_on(inspection, day)) if inspection.rounds else _overlaps(inspection, day)


def rounds_on(inspection: Inspection, day: date) -> list[Round]:
    """The rounds that were on in the day's month, by the day."""
    return [each for each in inspection.rounds if _overlaps(each, day)]


def _overlaps(span: Inspection | Round, day: date) -> bool:
    return span.date <= day and (span.until or span.date) >= day.replace(day=1)


def joined(things: Inspections, day: date) -> tuple[list[str], list[str]]:
    """The task groups and the departments that joined the year's teams, each once."""
    teams = [i.team for i in of_year(things, day) if i.team]
    groups = dict.fromkeys(name for team in teams for name in team.group)
    return list(groups), list(dict.fromkeys(name for team in teams for name in team.departments))


@dataclass(frozen=True, slots=True)
class Periodic:
    """One of the year's two regular inspections (S1): the plans in scope, and those of them without it so far."""

    kind: str
    plans: tuple[str, ...]
    missing: tuple[str, ...]


def periodic(ledger: Ledger, things: Inspections, day: date) -> list[Periodic]:
    """Mid-year inspection and year-end self-check of the plans in force for half a year and not closed (S1).

    A plan's own log tells of them, and so do inspections of that kind that name it.
    """
    standings = (plan_standing(plan, day) for plan in ledger.plans)
    in_scope = [p for p in standings if p.issued_for(INSPECTION_MONTHS) and p.closed is None]
    return [
        _periodic("年中督察", [(p.plan.id, p.inspected) for p in in_scope], things, day),
        _periodic("年底自查", [(p.plan.id, p.self_checked) for p in in_scope], things, day),
    ]


def _periodic(kind: str, plans: list[tuple[str, date | None]], things: Inspections, day: date) -> Periodic:
    """``plans`` with the last day of that kind that their own logs tell of."""
    named = {plan for i in of_year(things, day) if i.kind == kind for plan in i.plans}
    missing = [plan for plan, last in plans if plan not in named and not this_month(last, day, year=True)]
    return Periodic(kind, tuple(plan for plan, _ in plans), tuple(missing))
