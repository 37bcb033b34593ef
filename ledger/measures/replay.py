"""An item's log replayed up to a day. Every entry is applied, or set aside with the reason why.

An entry that its event table does not allow in that state counts for nothing here, and is an error of ``check`` (P121).
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ledger.base.days import NoSuchDay, parse_due
from ledger.measures.history import Extension, History, Step
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, EventType
from ledger.model.facts import facts
from ledger.model.items import ITEM_EVENTS, RELAPSED, Item, State


def replay(
    item: Item,
    leads: tuple[str, ...],
    day: date,
    unit: Callable[[str], str] = str,
    unit_on: Callable[[str, date], str] | None = None,
) -> History:
    """The item's history through ``day``.

    ``leads`` led it as first landed when the item itself names nobody; ``unit`` gives the name under which a unit
    is known on ``day``, ``unit_on`` on the day of an entry: two leads that were merged afterwards were two then.
    """
    known = facts(item.log, day)
    names = unit_on or (lambda name, _: unit(name))
    history = History(day, item.title, item.due, item.lead or leads, unit, names, review=item.review_by)
    for entry in known:
        if entry.event == CORRECT:
            _mend(history, entry)
    for entry in known:
        history.lapse(entry.date)
        before = history.state
        counted = _apply(history, entry)
        history.steps.append(Step(entry, before, history.state, counted))
    history.lapse(day)
    history.leads = _units(history, history.leads)
    return history


def _units(history: History, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(history.unit(name) for name in names))


def _mend(history: History, entry: Entry) -> None:
    """A slip of the pen (更正 with ``field``) is mended as if it had never been written."""
    if entry.field is None or not entry.to:
        return
    if entry.field == "title":
        history.title = entry.to[0]
    elif entry.field == "lead":
        history.leads = entry.to
    elif entry.field == "due":
        try:
            history.due = parse_due(entry.to[0])
        except NoSuchDay:
            return


def _apply(history: History, entry: Entry) -> bool:
    does = _BY_WORD.get(entry.event)
    if does is None or not _allowed(history, does.event):
        return False
    if does.effect is not None and not does.effect(history, entry):
        return False
    if does.state is not None:
        history.state = does.state
    if history.started is None and does.starts:
        history.started = entry.date
    if entry.cause is not None:
        history.cause = entry.cause
    return True


def _allowed(history: History, event: EventType) -> bool:
    if event.allowed is None or history.state in event.allowed:
        return True
    # 恢复 after `until` changes nothing, and is no mistake
    lapsed = bool(history.pauses) and history.pauses[-1].resumed is None
    return event.name == "resume" and lapsed and history.state in {State.NOT_STARTED, State.IN_PROGRESS}


def _reach(history: History, entry: Entry) -> bool:
    if entry.node is None:
        return False
    history.reached.setdefault(entry.node, entry.date)
    return True


def _progress(history: History, entry: Entry) -> bool:
    """A report on a 长期 item may say when it is to be reviewed next."""
    history.review = entry.until or history.review
    return True


def _complete(history: History, entry: Entry) -> bool:
    history.claimed = entry.date
    return True


def _accept(history: History, entry: Entry) -> bool:
    history.accepted = history.accepted or entry.date
    return True


def _return(history: History, _: Entry) -> bool:
    history.claimed = history.accepted = history.closed = None
    return True


def _extend(history: History, entry: Entry) -> bool:
    if entry.until is None:
        return False
    history.extensions.append(Extension(entry.date, entry.until, entry.node))
    history.cycle = entry.date
    return True


def _suspend(history: History, entry: Entry) -> bool:
    if entry.until is None or entry.until < entry.date:
        return False
    history.suspend(entry, entry.until)
    return True


def _resume(history: History, entry: Entry) -> bool:
    if history.state is State.SUSPENDED:
        history.resume(entry)
    return True


def _transfer(history: History, entry: Entry) -> bool:
    """One lead hands its part over; of several leads, ``from`` says which."""
    if not entry.to:
        return False

    def then(name: str) -> str:
        return history.unit_on(name, entry.date)

    units = {then(lead) for lead in history.leads}
    gone = then(entry.from_) if entry.from_ is not None and len(units) > 1 else None
    if len(units) > 1 and gone not in units:
        return False
    moved = [n for lead in history.leads for n in (entry.to if gone in {None, then(lead)} else (lead,))]
    history.leads = tuple(dict.fromkeys(moved or entry.to))
    return True


def _cancel(history: History, entry: Entry) -> bool:
    history.departed = entry.date
    return True


def _depart(history: History, entry: Entry) -> bool:
    history.into, history.departed = entry.into or (), entry.date
    return True


def _close(history: History, entry: Entry) -> bool:
    history.closed = entry.date
    return True


def _look_back(history: History, entry: Entry) -> bool:
    if entry.result == RELAPSED:
        history.claimed = history.accepted = history.closed = None
        history.relapsed = True
        history.cycle = entry.date
        history.state = State.IN_PROGRESS
    return True


_EFFECTS: dict[str, Callable[[History, Entry], bool]] = {
    "progress": _progress,
    "reach_node": _reach,
    "complete": _complete,
    "accept": _accept,
    "return": _return,
    "extend": _extend,
    "suspend": _suspend,
    "resume": _resume,
    "transfer": _transfer,
    "cancel": _cancel,
    "merge": _depart,
    "split": _depart,
    "close": _close,
    "look_back": _look_back,
}
_STARTING = {"start", "progress", "reach_node", "complete"}
_SURE = {"progress", "complete", "accept", "return", "cancel", "close"}
PLAIN = frozenset(event.word for event in ITEM_EVENTS if event.name in _SURE or event.name not in _EFFECTS)
"""Events that count or not by the state alone, whatever else their entries say."""


class _Does(NamedTuple):
    """What an event does: looked up once, for logs are replayed by the ten thousand."""

    event: EventType
    effect: Callable[[History, Entry], bool] | None
    state: State | None
    starts: bool


_BY_WORD = {
    event.word: _Does(
        event,
        _EFFECTS.get(event.name),
        State(event.leads_to) if event.leads_to is not None and event.name != "suspend" else None,
        event.name in _STARTING,
    )
    for event in ITEM_EVENTS
}
