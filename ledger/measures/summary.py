"""What the screen of a day says of plans and their items, in numbers that add up: the whole is the sum of any parts of it.

So nobody has to hold a whole ledger in memory for it, and what was counted once need not be counted again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ledger.base.days import add_months, days_after, month_end
from ledger.measures.causes import causes
from ledger.measures.plan_states import count_plans
from ledger.measures.plans import PlanStanding
from ledger.measures.progress import Group, Tally, ages, grouped, oldest_overdue, tally, together
from ledger.measures.standing import Standing, standing_of
from ledger.model.ledger import Ledger

OLDEST = 5


class Overdue(NamedTuple):
    """An overdue item by where it stands: the ``place``th of the items of a plan, from 0."""

    days: int
    plan: str
    place: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of chosen plans and items on a day; by itself that of nothing.

    ``plans`` are those that :func:`count_plans` names among ``plan_count``. ``ages``, ``due_this_month`` (today and later) and
    ``due_next_month`` are of open items; ``causes`` of stuck ones, in no order. ``oldest`` are the
    :data:`OLDEST` items overdue longest, those overdue alike in the order of the ledger.
    """

    plan_count: int = 0
    plans: dict[str, int] = field(default_factory=lambda: count_plans((), {}))
    total: Tally = field(default_factory=lambda: tally(()))
    ages: dict[str, int] = field(default_factory=lambda: dict(ages(())))
    due_this_month: int = 0
    due_next_month: int = 0
    causes: dict[str, int] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    oldest: tuple[Overdue, ...] = ()

    @property
    def commonest_causes(self) -> list[tuple[str, int]]:
        """The commonest first; of those as common, in the order of their words."""
        return sorted(self.causes.items(), key=lambda c: (-c[1], c[0]))


def summarised(
    items: Sequence[Standing],
    plans: Sequence[PlanStanding],
    own: Mapping[str, Tally],
    due_soon: int,
    by: str | None = None,
    total: Tally | None = None,
) -> Summary:
    """Of the items and plans that were chosen; ``own`` are the plans' tallies of all their items, by id.

    ``total`` is the tally of the items, where somebody knows it already.
    """
    this_month, next_month = _due_by_month(items)
    return Summary(
        plan_count=len(plans),
        plans=count_plans(plans, own),
        total=total or tally(items, due_soon),
        ages=dict(ages(items)),
        due_this_month=this_month,
        due_next_month=next_month,
        causes=dict(causes(items)),
        groups=tuple(grouped(items, by, due_soon)) if by else (),
        oldest=tuple(map(_found, oldest_overdue(items, OLDEST))),
    )


def added(parts: Iterable[Summary]) -> Summary:
    """Of everything that the parts are of. No plan may be in two of them."""
    every = [Summary(), *parts]
    oldest = sorted((o for s in every for o in s.oldest), key=lambda o: (-o.days, o.plan, o.place))
    return Summary(
        plan_count=sum(s.plan_count for s in every),
        plans=_sum(s.plans for s in every),
        total=together(s.total for s in every),
        ages=_sum(s.ages for s in every),
        due_this_month=sum(s.due_this_month for s in every),
        due_next_month=sum(s.due_next_month for s in every),
        causes=_sum(s.causes for s in every),
        groups=_together(group for s in every for group in s.groups),
        oldest=tuple(oldest[:OLDEST]),
    )


def longest_overdue(summary: Summary, ledger: Ledger, day: date) -> list[Standing]:
    """The oldest, judged again. ``ledger`` holds their plans, whatever else it holds."""
    plans = {plan.id: plan for plan in ledger.plans}
    places = [(plans[o.plan], o.place) for o in summary.oldest]
    return [standing_of(plan, plan.items[place], ledger, day) for plan, place in places]


def are_there(summary: Summary, ledger: Ledger, day: date) -> bool:
    """Whether the oldest are items of ``ledger`` and as long overdue."""
    plans = {plan.id: plan.items for plan in ledger.plans}
    there = all(0 <= o.place < len(plans.get(o.plan, ())) for o in summary.oldest)
    return there and [s.overdue_days for s in longest_overdue(summary, ledger, day)] == [
        o.days for o in summary.oldest
    ]


def _due_by_month(items: Sequence[Standing]) -> tuple[int, int]:
    """Open items due from the day through the end of its month, and in the month after."""
    if not items:
        return 0, 0
    day = items[0].day
    end = month_end(day)
    first, last = days_after(end, 1), month_end(add_months(day.replace(day=1), 1))
    due = [s.deadline for s in items if s.is_open and s.deadline is not None]
    return sum(day <= d <= end for d in due), sum(first <= d <= last for d in due)


def _found(standing: Standing) -> Overdue:
    place = next(n for n, item in enumerate(standing.plan.items) if item is standing.item)
    return Overdue(standing.overdue_days, standing.plan.id, place)


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in counts:
        for name, count in some.items():
            found[name] = found.get(name, 0) + count
    return found


def _together(groups: Iterable[Group]) -> tuple[Group, ...]:
    found: dict[str | None, Group] = {}
    for group in groups:
        before = found.get(group.key)
        counts = _sum([before.tally.counts, group.tally.counts]) if before else group.tally.counts
        found[group.key] = Group(group.key, group.label, Tally(counts))
    return tuple(sorted(found.values(), key=lambda g: (g.key is None, g.key or "")))
