"""What happened to items between two days, each day judged by the ledger of its own time.

An item stands under everything that happened to it, so that what stands under a word is as many as the figures say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ledger.measures.comparing.effect import Effect
from ledger.measures.progress import IN_COUNT
from ledger.measures.standing import Standing
from ledger.model.items import State


class Happening(StrEnum):
    """In the order in which they are told."""

    COMPLETED = "completed"
    RETURNED = "returned"
    NEWLY_OVERDUE = "newly_overdue"
    NO_LONGER_OVERDUE = "no_longer_overdue"
    DUE = "due"
    LEAD = "lead"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    ADDED = "added"
    REMOVED = "removed"
    CAUSE = "cause"


@dataclass(frozen=True, slots=True)
class Happened:
    """One happening of one item: how it was (``before``) and is; None where the ledger has no such item.

    ``last`` is what is known of it last, ``also`` what else happened to it.
    """

    kind: Happening
    last: Standing
    before: Standing | None
    after: Standing | None
    also: tuple[Happening, ...] = ()


def happenings(effect: Effect) -> list[Happened]:
    """By kind, then in the order of the ledger; what is gone comes behind what is there."""
    before, after = effect.before.items, effect.after.items
    found = []
    for ref, last in (after | {ref: s for ref, s in before.items() if ref not in after}).items():
        old, now = before.get(ref), after.get(ref)
        kinds = [kind for kind, fits in _FITS.items() if fits(old, now, effect)]
        found += [Happened(k, last, old, now, tuple(o for o in kinds if o is not k)) for k in kinds]
    order = list(Happening)
    return sorted(found, key=lambda h: order.index(h.kind))


_Fits = Callable[[Standing | None, Standing | None, Effect], bool]


def _is(standing: Standing | None, *states: State) -> bool:
    return standing is not None and standing.status in states


def _late(standing: Standing | None) -> bool:
    return standing is not None and standing.overdue


def _came(*states: State) -> _Fits:
    return lambda old, now, _: _is(now, *states) and not _is(old, *states)


def _went(*states: State) -> _Fits:
    return lambda old, now, _: _is(old, *states) and not _is(now, *states)


def _returned(old: Standing | None, now: Standing | None, effect: Effect) -> bool:
    """Not completed any more; or sent back, or relapsed, between the days, whatever became of it then."""
    steps = now.history.steps if now else ()
    news = [s.entry for s in steps if s.counted and s.entry.date > effect.before.day]
    sent_back = any(e.event == "核验退回" or e.result == "反弹" for e in news)
    return sent_back or (_is(old, State.COMPLETED) and _is(now, State.IN_PROGRESS, State.NOT_STARTED))


def _due(old: Standing | None, now: Standing | None, effect: Effect) -> bool:
    """Its limit or a node's moved; that of a suspended item moves by itself every day, and is told once it resumes."""
    if old is None or now is None:
        return False
    extended = any(x.approved > effect.before.day for x in now.history.extensions)
    moved = old.effective_due != now.effective_due or bool(moved_nodes(old, now))
    return moved and (extended or not _is(now, State.SUSPENDED))


def moved_nodes(old: Standing, now: Standing) -> list[str]:
    """Nodes that neither side has reached and whose limit is another."""
    limits = {node.id: node.due for node in old.nodes}
    return [node.id for node in now.nodes if limits.get(node.id, node.due) != node.due]


def _lead(old: Standing | None, now: Standing | None, effect: Effect) -> bool:
    """A unit that was only renamed is the same lead."""
    if old is None or now is None:
        return False
    return old.leads != now.leads and tuple(dict.fromkeys(map(effect.then, old.leads))) != now.leads


def _cause(old: Standing | None, now: Standing | None, _: Effect) -> bool:
    """What stands in the way is said otherwise, or for the first time; once it is done nothing does."""
    if old is None or now is None or not (now.is_open or _is(now, State.SUSPENDED)):
        return False
    return old.cause != now.cause


_FITS: dict[Happening, _Fits] = {
    Happening.COMPLETED: _came(State.COMPLETED),
    Happening.RETURNED: _returned,
    Happening.NEWLY_OVERDUE: lambda old, now, _: _late(now) and not _late(old),
    Happening.NO_LONGER_OVERDUE: lambda old, now, _: _late(old) and not _late(now),
    Happening.DUE: _due,
    Happening.LEAD: _lead,
    Happening.SUSPENDED: _came(State.SUSPENDED),
    Happening.RESUMED: lambda old, now, _: _is(old, State.SUSPENDED) and _is(now, *IN_COUNT),
    Happening.CANCELLED: _came(State.CANCELLED),
    Happening.ADDED: _came(*IN_COUNT),
    Happening.REMOVED: _went(*IN_COUNT),
    Happening.CAUSE: _cause,
}
