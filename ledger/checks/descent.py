"""Which items were split or merged into which: an heir keeps what its parents had been sent (domain.md §4.4.6)."""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.checks.items import Items, PlacedItem
from ledger.measures.replay import replay
from ledger.model.plans import Plan


class Descent:
    """Looked up from ``subjects`` (references) onwards; items that no paper leads to are left alone."""

    def __init__(self, items: Items, subjects: Iterable[str]) -> None:
        self._parents: dict[str, list[PlacedItem]] = {}
        waiting = list(subjects)
        seen = set(waiting)
        while waiting:
            parent = items.find(waiting.pop())
            if parent is None:
                continue
            for heir in {_full(ref, parent.plan) for e in parent.item.log for ref in e.into or ()}:
                self._parents.setdefault(heir, []).append(parent)
                if heir not in seen:
                    seen.add(heir)
                    waiting.append(heir)

    def __contains__(self, ref: str) -> bool:
        """Whether anything may have gone into ``ref``."""
        return ref in self._parents

    def ancestors(self, ref: str, day: date) -> Iterator[tuple[str, date | None]]:
        """The items that had gone into ``ref`` by ``day``, each with its cycle; none beyond one that started anew."""
        waiting, seen = [ref], {ref}
        while waiting:
            heir = waiting.pop()
            for parent in self._parents.get(heir, ()):
                history = replay(parent.item, parent.plan.lead, day)
                if parent.ref in seen or heir not in {_full(into, parent.plan) for into in history.into}:
                    continue
                seen.add(parent.ref)
                yield parent.ref, history.cycle
                if history.cycle is None:
                    waiting.append(parent.ref)


def _full(ref: str, plan: Plan) -> str:
    return ref if "/" in ref else f"{plan.id}/{ref}"
