"""Which items were split or merged into which: an heir keeps what its parents had been sent (domain.md §4.4.6)."""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.measures.standing import Standing, standing_of
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan, ref_of


class Descent:
    """What may have gone into what, by all that the logs say; whether it had by some day is asked of that day."""

    def __init__(self, items: Iterable[tuple[Plan, Item]]) -> None:
        self._parents: dict[str, list[tuple[Plan, Item]]] = {}
        for plan, item in items:
            for entry in item.log:
                for ref in entry.into or ():
                    self._parents.setdefault(full_ref(ref, plan), []).append((plan, item))

    def __contains__(self, ref: str) -> bool:
        """Whether anything may have gone into ``ref``."""
        return ref in self._parents

    def possible(self, ref: str) -> set[str]:
        """``ref`` and all that may have gone into it, at any remove."""
        found, waiting = {ref}, [ref]
        while waiting:
            new = {ref_of(*parent) for parent in self._parents.get(waiting.pop(), ())} - found
            found |= new
            waiting.extend(new)
        return found

    def ancestors(self, ref: str, ledger: Ledger, day: date, cycle: date | None) -> Iterator[Standing]:
        """The items that had gone into ``ref`` by ``day``, as they stood on it.

        ``cycle`` is the day on which ``ref`` started anew, None if it never did: what went into it before that has
        nothing to hand on. The same holds for every ancestor.
        """
        waiting, seen = [(ref, cycle)], {ref}
        while waiting:
            heir, since = waiting.pop()
            for plan, item in self._parents.get(heir, ()):
                parent = standing_of(plan, item, ledger, day)
                history = parent.history
                gone = heir in {full_ref(into, plan) for into in history.into}
                if (
                    parent.ref in seen
                    or not gone
                    or (since and history.departed and history.departed < since)
                ):
                    continue
                seen.add(parent.ref)
                yield parent
                waiting.append((parent.ref, history.cycle))


def full_ref(ref: str, plan: Plan) -> str:
    """``into: 5`` is an item of the same plan."""
    return ref if "/" in ref else f"{plan.id}/{ref}"
