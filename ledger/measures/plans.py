"""Where a plan stands on a day: adopted, issued, long enough in force to be inspected, closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.base.days import add_months
from ledger.measures.progress import Tally, tally
from ledger.measures.standing import Standing
from ledger.measures.states import State, this_month
from ledger.model.facts import facts
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


def tallies_by_plan(items: Iterable[Standing], due_soon: int) -> dict[str, Tally]:
    """Of the plans that have any of these items, by id."""
    members: dict[str, list[Standing]] = {}
    for standing in items:
        members.setdefault(standing.plan.id, []).append(standing)
    return {plan: tally(found, due_soon) for plan, found in members.items()}


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """A plan with the tally of all its own items; None where it has none."""

    plan: PlanStanding
    own: Tally | None

    @property
    def completed(self) -> bool:
        """Every item that counts is, and there is one."""
        return self.own is not None and 0 < self.own["total"] == self.own["completed"]


PLAN_STATES: Mapping[str, State[PlanProgress]] = {
    "adopted": State("审议通过", lambda p, _: p.plan.adopted is not None),
    "issued": State("已印发", lambda p, _: p.plan.issued is not None),
    "inspectable": State("印发满半年", lambda p, _: p.plan.issued_for(INSPECTION_MONTHS)),
    "completed": State("事项全部完成", lambda p, _: p.completed),
    "requested": State("已申请销账", lambda p, _: p.plan.requested is not None and p.plan.closed is None),
    "closed": State("已销账", lambda p, _: p.plan.closed is not None),
    "adopted_this_month": State("本月审议通过", lambda p, day: this_month(p.plan.adopted, day)),
    "issued_this_month": State("本月印发", lambda p, day: this_month(p.plan.issued, day)),
    "requested_this_month": State("本月申请销账", lambda p, day: this_month(p.plan.requested, day)),
    "closed_this_month": State("本月销账", lambda p, day: this_month(p.plan.closed, day)),
}
_COUNTED = ("adopted", "issued", "inspectable", "completed", "closed")


def count_plans(plans: Iterable[PlanStanding], tallies: Mapping[str, Tally]) -> dict[str, int]:
    """Plans adopted, issued, inspectable (issued 6 months), with every counted item completed, and closed.

    ``tallies`` are the plans' own, by id.
    """
    known = [PlanProgress(p, tallies.get(p.plan.id)) for p in plans]
    return {name: sum(PLAN_STATES[name].fits(p, p.plan.day) for p in known) for name in _COUNTED}
