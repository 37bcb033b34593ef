"""What items take from their plan when they say nothing themselves, in two versions of a ledger."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ledger.checks.history.comparison import Comparison
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan, ref_of


class Placed(NamedTuple):
    """An item with the plan that speaks where it is silent."""

    plan: Plan
    item: Item


class Defaults:
    """Items of both versions by reference, asked for what holds for them."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def moved(self, ref: str, key: str) -> bool:
        """Whether an item that stands in both versions has another value of ``key``, its own or its plan's.

        Writing down what the plan says anyway moves nothing.
        """
        before, after = self._before.get(ref), self._after.get(ref)
        if before is None or after is None:
            return False
        return not self._comparison.identity.alike(key, _value(before, key), _value(after, key))

    def silent(self, plan: str, key: str) -> int:
        """How many items of a plan moved with it, because they do not say it themselves."""
        found = self._comparison.after.plan(plan)
        items = found.items if found else ()
        return sum(not getattr(i, key) and self.moved(f"{plan}/{i.id}", key) for i in items)

    def was_empty(self, ref: str, key: str) -> bool:
        """Whether neither the item nor its plan said it."""
        before = self._before.get(ref)
        return before is not None and not _value(before, key)

    @cached_property
    def _before(self) -> dict[str, Placed]:
        return dict(_items(self._comparison.before))

    @cached_property
    def _after(self) -> dict[str, Placed]:
        return dict(_items(self._comparison.after))


def _items(ledger: Ledger) -> Iterator[tuple[str, Placed]]:
    return ((ref_of(plan, item), Placed(plan, item)) for plan, item in ledger.items())


def _value(placed: Placed, key: str) -> Any:
    return getattr(placed.item, key) or getattr(placed.plan, key)
