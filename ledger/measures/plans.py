"""Where a plan stands on a day: adopted, issued, long enough in force to be inspected, closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.base.days import add_months
from ledger.measures.facts import facts
from ledger.measures.progress import Tally
from ledger.model.plans import Plan

INSPECTION_MONTHS = 6


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan on one day; ``lag`` is the days from 审议通过 to 印发."""

    plan: Plan
    day: date
    adopted: date | None
    issued: date | None
    requested: date | None
    closed: date | None

    @property
    def lag(self) -> int | None:
        return (self.issued - self.adopted).days if self.issued and self.adopted else None

    def issued_for(self, months: int) -> bool:
        """Formally issued at least that many calendar months before the day, clamped to month end, inclusive.

        What was issued on 2016-08-31 has been in force half a year on 2017-02-28.
        """
        return self.issued is not None and add_months(self.issued, months) <= self.day


def plan_standing(plan: Plan, day: date) -> PlanStanding:
    dates: dict[str, date] = {}
    for entry in facts(plan.log, day):
        if entry.event == "退回":
            dates.pop("申请销账", None)
            dates.pop("销账", None)
        else:
            dates.setdefault(entry.event, entry.date)
    return PlanStanding(
        plan, day, dates.get("审议通过"), dates.get("印发"), dates.get("申请销账"), dates.get("销账")
    )


def closed_on(plan: Plan, day: date) -> date | None:
    return plan_standing(plan, day).closed


def count_plans(plans: Iterable[PlanStanding], tallies: dict[str, Tally]) -> dict[str, int]:
    """Plans adopted, issued, inspectable (issued 6 months), with every counted item completed, and closed.

    ``tallies`` are the plans' own, by id.
    """
    known = list(plans)
    return {
        "adopted": sum(p.adopted is not None for p in known),
        "issued": sum(p.issued is not None for p in known),
        "inspectable": sum(p.issued_for(INSPECTION_MONTHS) for p in known),
        "completed": sum(_all_completed(tallies.get(p.plan.id)) for p in known),
        "closed": sum(p.closed is not None for p in known),
    }


def _all_completed(tally: Tally | None) -> bool:
    return tally is not None and 0 < tally["total"] == tally["completed"]
