"""分解立项台账 (S3): once a plan is broken down, every unit that has a part in it keeps a ledger of that part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.measures.plans import PlanStanding, plan_standing
from ledger.measures.progress import Tally, tally
from ledger.measures.standing import Standing
from ledger.model.items import State
from ledger.model.ledger import Ledger


@dataclass(frozen=True)
class Breakdown:
    """One unit's part of one plan: the items it leads, and those it takes part in."""

    unit: str
    kind: str
    plan: PlanStanding
    led: tuple[Standing, ...]
    joined: tuple[Standing, ...]

    @property
    def own(self) -> Tally:
        """Of the items it leads."""
        return tally(self.led)


def breakdowns(ledger: Ledger, day: date, known: Iterable[Standing]) -> list[Breakdown]:
    """Of the plans that were issued or broken down by the day, in the order of units, then of plans.

    What was cancelled, merged or split is nobody's part any more.
    """
    plans = {p.id: s for p in ledger.plans if (s := plan_standing(p, day)).issued or s.broken_down}
    parts: dict[tuple[str, str], tuple[list[Standing], list[Standing]]] = {}
    for standing in known:
        if standing.plan.id not in plans or standing.history.state is State.CANCELLED:
            continue
        for unit in standing.leads:
            parts.setdefault((unit, standing.plan.id), ([], []))[0].append(standing)
        for unit in standing.participants:
            parts.setdefault((unit, standing.plan.id), ([], []))[1].append(standing)
    units = {unit.id: (n, unit.kind) for n, unit in enumerate(ledger.units)}
    unknown = (len(units), "")
    return [
        Breakdown(unit, units.get(unit, unknown)[1], plans[plan], tuple(led), tuple(joined))
        for (unit, plan), (led, joined) in sorted(
            parts.items(), key=lambda part: (units.get(part[0][0], unknown)[0], part[0])
        )
    ]
