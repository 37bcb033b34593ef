"""倒排工期 (S2, S4): the steps of a plan, each with the time that there is for it, counted back from its limit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.days import Due, parse_due
from ledger.measures.standing import Standing
from ledger.model.items import State


@dataclass(frozen=True, slots=True)
class Step:
    """A node, or with ``node`` empty the item itself, due on ``due`` at the latest, as extended.

    ``since`` is when the time for it begins: with the step before, or with the item; None where nobody said.
    """

    item: Standing
    node: str
    title: str
    since: date | None
    due: date
    done: date | None

    @property
    def ref(self) -> str:
        return f"{self.item.ref}#{self.node}" if self.node else self.item.ref

    @property
    def days(self) -> int | None:
        """Calendar days that there are for it; 0 where it is due no later than the step before."""
        return max(0, (self.due - self.since).days) if self.since else None


def schedule(items: Iterable[Standing], issued: date | None) -> list[Step]:
    """By their limits, then as the plan has them; what has none (长期、待定), is suspended or out of count has no step.

    Where nothing says when an item starts, its time runs from the plan's issue.
    """
    steps = [step for item in items if _is_scheduled(item) for step in _steps(item, issued)]
    return sorted(steps, key=lambda step: step.due)


def _is_scheduled(item: Standing) -> bool:
    return item.effective_due is not None and item.history.state not in {State.CANCELLED, State.SUSPENDED}


def _steps(item: Standing, issued: date | None) -> Iterator[Step]:
    moved = {node.id: node.due for node in item.nodes}
    nodes = [(moved.get(n.id) or n.due.last, n) for n in item.item.nodes]
    since = begins(item) or issued
    for due, node in sorted(
        ((d, n) for d, n in nodes if d is not None), key=lambda pair: (pair[0], pair[1].id)
    ):
        done = item.history.reached.get(node.id) or item.history.claimed
        yield Step(item, node.id, node.title, since, due, done)
        since = due
    if item.effective_due is not None:
        yield Step(item, "", item.title, since, item.effective_due, item.history.claimed)


def begins(item: Standing) -> date | None:
    """When it was planned to begin, else when it did."""
    return item.item.start.first if item.item.start is not None else item.history.started


_MOST = 8
"""Periods that a table of them has room for."""


def periods(first: date, last: date) -> list[Due]:
    """Months, quarters, half-years or years from one day to the other: the shortest that are not too many."""
    span = range(first.year, last.year + 1)
    for texts in (
        [f"{y:04}-{m:02}" for y in span for m in range(1, 13)],
        [f"{y:04}Q{q}" for y in span for q in range(1, 5)],
        [f"{y:04}H{h}" for y in span for h in (1, 2)],
        [f"{y:04}" for y in span],
    ):
        found = [
            p for p in map(parse_due, texts) if p.last and p.first and p.last >= first and p.first <= last
        ]
        if len(found) <= _MOST:
            break
    return found
