"""What other records may refer to.

What a file that could not be read may hold is taken as known: one fault, one finding.
"""

from pathlib import PurePosixPath

from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of


class Known:
    """The plans, items and documents from above of a ledger, by reference."""

    def __init__(self, ledger: Ledger) -> None:
        read = set(ledger.paths.values())
        self._unread = {PurePosixPath(p.place.path).stem for p in ledger.problems if p.place.path not in read}
        self._plans = {plan.id for plan in ledger.plans}
        self._items = {ref_of(plan, item) for plan, item in ledger.items()}
        self._documents = {document.id for document in ledger.upstream}

    def plan(self, identifier: str) -> bool:
        return identifier in self._plans or identifier in self._unread

    def item(self, ref: str) -> bool:
        return ref in self._items or ref.partition("/")[0] in self._unread

    def document(self, identifier: str) -> bool:
        return identifier in self._documents or "upstream" in self._unread

    @property
    def plans(self) -> set[str]:
        return self._plans

    @property
    def items(self) -> set[str]:
        return self._items

    @property
    def documents(self) -> set[str]:
        return self._documents
