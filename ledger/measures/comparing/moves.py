"""What a change comes to for each item: its status, its time limit and its leads on the day, before and after."""

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.base.diagnostics import Spot
from ledger.measures.comparing.change import GRAVITY, Change, Kind
from ledger.measures.comparing.effect import Effect
from ledger.measures.comparing.things import ITEM
from ledger.measures.standing import Standing
from ledger.model.items import State
from ledger.model.ledger import Ledger


def with_moves(found: Iterable[Change], effect: Effect) -> list[Change]:
    """The changes of records and what they came to; what was edited in place and came to just that is said once.

    Of an item whose id, or whose plan's, was given to something else there is nothing to compare.
    """
    known = list(found)
    reused = {c.subject for c in known if c.kind is Kind.REUSED}
    said = {(c.subject, *_said(c, effect)) for c in known if c.kind is Kind.EDITED}
    moves = (
        move
        for move in _moves(effect)
        if reused.isdisjoint({move.subject, move.subject.partition("/")[0]})
        and (move.subject, move.kind, move.after) not in said
    )
    return sorted([*known, *moves], key=lambda c: GRAVITY[c.kind])


def _said(edit: Change, effect: Effect) -> tuple[Kind | None, Any]:
    """What an edit in place says already of the day."""
    if edit.thing == ITEM and edit.field == "due":
        return Kind.DUE, edit.after.last if edit.after else None
    if edit.thing == ITEM and edit.field == "lead":
        return Kind.LEAD, tuple(dict.fromkeys(map(effect.name, edit.after or ())))
    return None, None


def _moves(effect: Effect) -> Iterator[Change]:
    spots = _Spots(effect.after.ledger)
    for ref, now in effect.after.items.items():
        old = effect.before.items.get(ref)
        if old is None or old is now:  # judged once for both
            continue
        for kind, before, after in _differing(old, now, effect):
            yield Change(kind, ITEM, ref, before, after, spots.of(now))


def _differing(old: Standing, now: Standing, effect: Effect) -> Iterator[tuple[Kind, Any, Any]]:
    if _state(old) != _state(now):
        yield Kind.STATUS, _state(old), _state(now)
    if old.effective_due != now.effective_due:
        yield Kind.DUE, old.effective_due, now.effective_due
    if old.leads != now.leads and tuple(dict.fromkeys(map(effect.then, old.leads))) != now.leads:
        yield Kind.LEAD, old.leads, now.leads


def _state(standing: Standing) -> State:
    """As it is counted; accepted is completed seen closer."""
    return State.ACCEPTED if standing.accepted else standing.status


class _Spots:
    """Where items stand, looked up in the plans that somebody asks about."""

    def __init__(self, ledger: Ledger) -> None:
        self._paths = ledger.paths
        self._numbers: dict[str, dict[str, int]] = {}

    def of(self, standing: Standing) -> Spot:
        plan = standing.plan
        if plan.id not in self._numbers:
            self._numbers[plan.id] = {item.id: n for n, item in enumerate(plan.items)}
        return Spot(self._paths["plan", plan.id], ("items", self._numbers[plan.id][standing.item.id]))
