"""What other records may refer to.

What a file that could not be read may hold is taken as known: one fault, one finding.
"""

from pathlib import PurePosixPath

from ledger.measures.holdings import holdings
from ledger.model.ledger import Ledger
from ledger.model.once import once
from ledger.model.plans import ref_of
from ledger.model.shelves import registers


@once
def known_of(ledger: Ledger) -> "Known":
    """What records of this ledger may refer to."""
    return Known(ledger)


class Known:
    """The plans, items and documents from above of a ledger, by reference."""

    def __init__(self, ledger: Ledger) -> None:
        read = set(ledger.paths.values())
        self._unread = {PurePosixPath(p.place.path).stem for p in ledger.problems if p.place.path not in read}
        self._plans = {plan.id for plan in ledger.plans}
        self._items = {ref_of(plan, item) for plan, item in ledger.items()}
        self._documents = {document.id for document in ledger.upstream}
        self._things = {holding.ref for holding in holdings(ledger)} | {slip.id for slip in ledger.slips}
        self._rows = {f"{slip.id}/{row.id}" for slip in ledger.slips for row in slip.rows}

    def plan(self, identifier: str) -> bool:
        return identifier in self._plans or identifier in self._unread

    def item(self, ref: str) -> bool:
        return ref in self._items or ref.partition("/")[0] in self._unread

    def document(self, identifier: str) -> bool:
        return identifier in self._documents or "upstream" in self._unread

    def thing(self, ref: str) -> bool:
        """Anything that has a reference: a plan, an item, a paper or its row, what a register holds."""
        known = ref in self._things or ref in self._rows or self.plan(ref) or self.item(ref)
        return known or bool(self._unread & set(registers()))

    @property
    def things(self) -> set[str]:
        return self._things | self._plans | self._items

    @property
    def plans(self) -> set[str]:
        return self._plans

    @property
    def items(self) -> set[str]:
        return self._items

    @property
    def documents(self) -> set[str]:
        return self._documents
