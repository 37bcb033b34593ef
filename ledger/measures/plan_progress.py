"""How far every plan is: its items, its inspections, whether it was broken down in time; and what it owes for that."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ledger.measures.plan_states import PlanProgress
from ledger.measures.plans import PlanStanding, plan_standing
from ledger.measures.progress import Tally
from ledger.measures.standing import Standing
from ledger.model.duty import Duty
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import REGISTER as INSPECTIONS
from ledger.model.registers.inspections import Inspection

BREAK_DOWN = "分解立项"
_SELF_CHECK = "年底自查"


def plan_progress(
    ledger: Ledger, plans: Iterable[PlanStanding], tallies: Mapping[str, Tally]
) -> list[PlanProgress]:
    """Of each of ``plans``; ``tallies`` are of all their own items, by id."""
    return [
        PlanProgress(p, tallies.get(p.plan.id), _inspected(ledger, p), break_down_due(ledger, p))
        for p in plans
    ]


def _inspected(ledger: Ledger, plan: PlanStanding) -> date | None:
    """The last 年中督察 of its log or inspection that names it; what leads check themselves is no inspection."""
    begun = [i.date for i in inspections_of(ledger, plan.plan.id, plan.day) if i.kind != _SELF_CHECK]
    return max([*([plan.inspected] if plan.inspected else []), *begun], default=None)


def inspections_of(ledger: Ledger, plan: str, day: date) -> list[Inspection]:
    """Those that name the plan and had begun by the day."""
    return [i for i in ledger.of(INSPECTIONS) if plan in i.plans and i.date <= day]


def break_down_due(ledger: Ledger, plan: PlanStanding) -> date | None:
    """The last day to break it down into items; None while it is not issued."""
    if plan.issued is None:
        return None
    return ledger.calendar.add(plan.issued, ledger.policies.on(plan.issued).break_down_within)


def break_down_duties(ledger: Ledger, day: date, _: list[Standing]) -> Iterator[Duty]:
    """The lead owes the items within some working days of the issue (domain.md A3).

    A plan that has items was broken down, even where nobody wrote down when: nothing is owed or met then.
    """
    for plan in ledger.plans:
        standing = plan_standing(plan, day)
        due = break_down_due(ledger, standing)
        done = standing.broken_down
        if due is None or standing.closed or (done is None and plan.items):
            continue
        settle = f"ledger record {plan.id} {BREAK_DOWN}"
        for name in plan.lead:
            unit = ledger.units.current(name, day)
            yield Duty(plan.id, BREAK_DOWN, unit, due, done, plan.title, settle)
