"""Time limits as they stand on a day: extended, suspended, of an item and of its nodes."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ledger.measures.history import Extension, History, Pause
from ledger.model.items import Item


class OpenNode(NamedTuple):
    """A node that has not been reached, with its own effective due."""

    id: str
    title: str
    due: date
    written: str


def effective_due(history: History, day: date) -> date | None:
    """The day by which the item has to be done, as it was on ``day``."""
    return _moved(history.due.last if history.due else None, history.extensions, history.pauses, day)


def cycle_start(history: History, day: date) -> date | None:
    """The first day of the cycle that papers count in; None for the first one.

    Of an item without a limit, every review is a round of its own, from the day after ``review``: a prompt that was
    answered asks nothing of the next round.
    """
    review = history.review
    if review is None or effective_due(history, day) is not None:
        return history.cycle
    return max(history.cycle or date.min, date.fromordinal(review.toordinal() + 1))


def _moved(
    due: date | None,
    extensions: Sequence[Extension],
    pauses: Sequence[Pause],
    day: date,
    node: str | None = None,
) -> date | None:
    """The last approved ``until``, else ``due``; plus the days suspended after that approval (all, if none)."""
    if not extensions and not pauses:
        return due
    approvals = [x for x in extensions if x.node == node and x.approved <= day]
    since = date.min
    if approvals:
        since, due = approvals[-1].approved, approvals[-1].until
    if due is None:
        return None
    paused = sum(max(0, (p.end(day) - max(p.start, since)).days) for p in pauses if p.start <= day)
    return date.fromordinal(due.toordinal() + paused)


def open_nodes(history: History, item: Item, day: date) -> tuple[OpenNode, ...]:
    """The nodes not reached, the earliest first."""
    if not item.nodes:
        return ()
    unreached = [
        OpenNode(node.id, node.title, moved, str(node.due))
        for node in item.nodes
        if node.id not in history.reached
        and (moved := _moved(node.due.last, history.extensions, history.pauses, day, node.id)) is not None
    ]
    return tuple(sorted(unreached, key=lambda n: (n.due, n.id)))
