"""共性问题: what things are stuck for, by the causes that were recorded of items and of problems (issue item 2; s85 of bulletins)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ledger.measures.standing import Standing
from ledger.model.items import State

if TYPE_CHECKING:
    from ledger.measures.thing_states import ThingStanding

KEYS = ("field", "group", "lead")


@dataclass(slots=True)
class CauseCount:
    """Items that are not completed, and problems not yet done with, that have one cause."""

    items: list[Standing] = field(default_factory=list)
    problems: "list[ThingStanding[Any]]" = field(default_factory=list)

    @property
    def open(self) -> int:
        return sum(s.is_open for s in self.items)

    @property
    def overdue(self) -> int:
        return sum(s.overdue for s in self.items)

    @property
    def suspended(self) -> int:
        return sum(s.status is State.SUSPENDED for s in self.items)

    @property
    def size(self) -> int:
        return len(self.items) + len(self.problems)

    def by(self, key: str) -> "dict[str | None, CauseCount]":
        """The same apart by ``field``, ``group`` or ``lead``; None where nothing is named, and under each of several leads."""
        found: dict[str | None, CauseCount] = {}
        for item in self.items:
            for name in _of_item(item, key):
                found.setdefault(name, CauseCount()).items.append(item)
        for problem in self.problems:
            for name in _of_problem(problem, key):
                found.setdefault(name, CauseCount()).problems.append(problem)
        return found


def by_cause(
    items: Iterable[Standing], problems: "Iterable[ThingStanding[Any]]" = ()
) -> dict[str, CauseCount]:
    """The commonest cause first; of those as common, in the order of their words."""
    found: dict[str, CauseCount] = {}
    for item in items:
        if item.cause:
            found.setdefault(item.cause, CauseCount()).items.append(item)
    for problem in problems:
        if problem.is_open and problem.record.cause:
            found.setdefault(problem.record.cause, CauseCount()).problems.append(problem)
    return dict(sorted(found.items(), key=lambda c: (-c[1].size, c[0])))


def causes(items: Iterable[Standing]) -> list[tuple[str, int]]:
    """Why overdue and suspended items are stuck, the commonest first."""
    found = by_cause(s for s in items if is_stuck(s))
    return [(cause, count.size) for cause, count in found.items()]


def is_stuck(item: Standing) -> bool:
    return item.overdue or item.status is State.SUSPENDED


def _of_item(item: Standing, key: str) -> tuple[str | None, ...]:
    if key == "lead":
        return item.leads or (None,)
    return (item.field if key == "field" else item.group,)


def _of_problem(problem: "ThingStanding[Any]", key: str) -> tuple[str | None, ...]:
    if key == "lead":
        return tuple(dict.fromkeys(duty.unit for duty in problem.duties))
    return (problem.record.field if key == "field" else problem.record.group,)
