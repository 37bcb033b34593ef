"""What stands behind a task of a list or a major task: the items that were made of it, and how far they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.measures.progress import Tally, tally
from ledger.measures.standing import Standing, standings
from ledger.model.ledger import Ledger


@dataclass(frozen=True)
class TaskProgress:
    """The items of one task, or of one list, each once."""

    items: tuple[Standing, ...]

    @property
    def tally(self) -> Tally:
        return tally(self.items)

    @property
    def completed(self) -> bool:
        """Every item that counts is done, and there is one."""
        counts = self.tally
        return 0 < counts["total"] == counts["completed"]

    @property
    def started(self) -> bool:
        """One of the items was begun."""
        counts = self.tally
        return counts["total"] > counts["not_started"]

    @property
    def text(self) -> str:
        """``3/5``; nothing where nothing counts."""
        counts = self.tally
        return f"{counts['completed']}/{counts['total']}" if counts["total"] else ""


class Tasks:
    """All items of a ledger on a day, asked for by what they serve."""

    def __init__(self, ledger: Ledger, day: date) -> None:
        self._items = {s.ref: s for s in standings(ledger, day)}

    def of_major_task(self, identifier: str) -> TaskProgress:
        return TaskProgress(tuple(s for s in self._items.values() if s.item.major_task == identifier))

    def of(self, plans: Iterable[str], items: Iterable[str]) -> TaskProgress:
        """The items of those plans, and those items; what does not exist is left out (an error of G101)."""
        whole, single = set(plans), set(items)
        return TaskProgress(tuple(s for ref, s in self._items.items() if s.plan.id in whole or ref in single))
