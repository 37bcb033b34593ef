"""Where a plan stands on a day: adopted, issued, long enough in force to be inspected, closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.base.days import add_months
from ledger.measures.progress import Tally, tally
from ledger.measures.standing import Standing
from ledger.model.facts import facts
from ledger.model.plans import Plan

INSPECTION_MONTHS = 6


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan on one day; ``lag`` is the days from 审议通过 to 印发.

    ``broken_down`` is when it was broken down into items, ``inspected`` and ``self_checked`` the last 年中督察 and 年底自查,
    ``coordinated`` the last 协调.
    """

    plan: Plan
    day: date
    adopted: date | None
    issued: date | None
    requested: date | None
    closed: date | None
    broken_down: date | None
    inspected: date | None
    self_checked: date | None
    coordinated: date | None

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
    last: dict[str, date] = {}
    for entry in facts(plan.log, day):
        if entry.event == "退回":
            dates.pop("申请销账", None)
            dates.pop("销账", None)
        else:
            dates.setdefault(entry.event, entry.date)
            last[entry.event] = entry.date
    return PlanStanding(
        plan=plan,
        day=day,
        adopted=dates.get("审议通过"),
        issued=dates.get("印发"),
        requested=dates.get("申请销账"),
        closed=dates.get("销账"),
        broken_down=dates.get("分解立项"),
        inspected=last.get("年中督察"),
        self_checked=last.get("年底自查"),
        coordinated=last.get("协调"),
    )


def closed_on(plan: Plan, day: date) -> date | None:
    return plan_standing(plan, day).closed


def tallies_by_plan(items: Iterable[Standing], due_soon: int) -> dict[str, Tally]:
    """Of the plans that have any of these items, by id."""
    members: dict[str, list[Standing]] = {}
    for standing in items:
        members.setdefault(standing.plan.id, []).append(standing)
    return {plan: tally(found, due_soon) for plan, found in members.items()}
