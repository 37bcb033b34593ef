"""Counting items. A figure is the number of items that its mark fits, so every figure can list what it counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import repeat

from ledger.measures.standing import Standing
from ledger.model.items import STATE_WORDS, State

IN_COUNT = frozenset({State.COMPLETED, State.IN_PROGRESS, State.NOT_STARTED})
Mark = Callable[[Standing, int], bool]

MARKS: dict[str, Mark] = {
    "total": lambda s, _: s.status in IN_COUNT,
    "completed": lambda s, _: s.status is State.COMPLETED,
    "in_progress": lambda s, _: s.status is State.IN_PROGRESS,
    "not_started": lambda s, _: s.status is State.NOT_STARTED,
    "suspended": lambda s, _: s.status is State.SUSPENDED,
    "cancelled": lambda s, _: s.status is State.CANCELLED,
    "accepted": lambda s, _: s.accepted,
    "overdue": lambda s, _: s.overdue,
    "late": lambda s, _: s.late,
    "on_time": lambda s, _: s.on_time,
    "due_soon": lambda s, days: s.due_within(days),
    "long_term": lambda s, _: s.status in IN_COUNT and s.effective_due is None and s.due is not None,
    "undated": lambda s, _: s.status in IN_COUNT and s.effective_due is None and s.due is None,
}
"""Name of a figure → which items it counts; the second argument is the policy's ``due_soon``."""

LABELS = {
    "total": "计数事项",
    "completed": STATE_WORDS[State.COMPLETED],
    "in_progress": STATE_WORDS[State.IN_PROGRESS],
    "not_started": STATE_WORDS[State.NOT_STARTED],
    "suspended": STATE_WORDS[State.SUSPENDED],
    "cancelled": STATE_WORDS[State.CANCELLED],
    "accepted": STATE_WORDS[State.ACCEPTED],
    "overdue": "逾期",
    "late": "逾期完成",
    "on_time": "按时完成",
    "due_soon": "将到期",
    "long_term": "长期",
    "undated": "待定",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of items by figure; rates are derived."""

    counts: dict[str, int]

    def __getitem__(self, figure: str) -> int:
        return self.counts[figure]

    @property
    def rate(self) -> str | None:
        """Completion: completed of total, pooled over items, one decimal, half-up; None when nothing counts."""
        return percent(self.counts["completed"], self.counts["total"])


def tally(standings: Iterable[Standing], due_soon: int = 30) -> Tally:
    items = list(standings)
    return Tally({figure: sum(map(mark, items, repeat(due_soon))) for figure, mark in MARKS.items()})


def together(tallies: Iterable[Tally]) -> Tally:
    """Of everything that the tallies are of, if no item is in two of them."""
    every = list(tallies)
    return Tally({figure: sum(one[figure] for one in every) for figure in MARKS})


def percent(part: int, whole: int) -> str | None:
    """``461, 717`` → ``"64.3"``: honest half-up rounding, never bent to add up to 100; None without a whole."""
    if whole == 0:
        return None
    exact = Decimal(part) * 100 / Decimal(whole)
    return str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def share(part: int, whole: int) -> str | None:
    """``1917, 2086`` → ``"91.9%（1917/2086）"``; None without a whole."""
    rate = percent(part, whole)
    return f"{rate}%（{part}/{whole}）" if rate is not None else None


@dataclass(frozen=True, slots=True)
class Group:
    """The items that share a key: None for those that have none, sorted last."""

    key: str | None
    label: str
    tally: Tally


def grouped(standings: Iterable[Standing], by: str, due_soon: int = 30) -> list[Group]:
    """Tallies by ``plan``, ``field``, ``group``, ``lead`` or ``unit``, sorted by key.

    An item with two leads stands in both groups; ``unit`` counts what a unit leads or takes part in.
    """
    members: dict[str | None, list[Standing]] = {}
    labels: dict[str | None, str] = {None: "（未填）"}
    for standing in standings:
        for key, label in _keys(standing, by):
            members.setdefault(key, []).append(standing)
            labels.setdefault(key, label)
    ordered = sorted(members, key=lambda k: (k is None, k or ""))
    return [Group(k, labels[k], tally(members[k], due_soon)) for k in ordered]


GROUPINGS = {"plan": "方案", "field": "领域", "group": "专项小组", "lead": "牵头单位", "unit": "单位"}


def _keys(standing: Standing, by: str) -> list[tuple[str | None, str]]:
    names: tuple[str, ...]
    if by == "plan":
        return [(standing.plan.id, standing.plan.title)]
    if by == "lead":
        names = standing.leads
    elif by == "unit":
        names = (*standing.leads, *standing.participants)
    else:
        name = standing.field if by == "field" else standing.group
        names = (name,) if name else ()
    return [(n, n) for n in names] or [(None, "")]


def oldest_overdue(standings: Iterable[Standing], most: int) -> list[Standing]:
    """The ``most`` items overdue longest, the longest first."""
    overdue = [s for s in standings if s.overdue]
    overdue.sort(
        key=lambda s: -s.overdue_days
    )  # stable: items overdue alike stay in the order of their plans
    return overdue[:most]


def ages(standings: Iterable[Standing]) -> list[tuple[str, int]]:
    """Overdue items by how long: up to 30 days, 31 to 60, over 60."""
    days = [s.overdue_days for s in standings if s.overdue]
    return [
        ("30 天以内", sum(d <= 30 for d in days)),
        ("31 至 60 天", sum(30 < d <= 60 for d in days)),
        ("超过 60 天", sum(d > 60 for d in days)),
    ]
