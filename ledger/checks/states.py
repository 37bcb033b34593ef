"""What the states of an item are called in messages."""

from collections.abc import Collection

from ledger.measures.progress import LABELS
from ledger.model.items import State

__all__ = ["LABELS", "in_words"]


def in_words(states: Collection[str]) -> str:
    """One state or several, in the order in which an item goes through them."""
    return "、".join(LABELS[state] for state in State if state in states)
