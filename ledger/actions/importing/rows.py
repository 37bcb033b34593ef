"""A row that is an item → what becomes of it: new, as it was, or entries for its log."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.actions.importing.differences import differences, left_empty
from ledger.actions.importing.fates import ItemFate
from ledger.actions.importing.known import Known
from ledger.actions.importing.made import Case, made
from ledger.actions.importing.moves import due_moved, lead_moved
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.roll import KEYS, Roll, names_of, written
from ledger.actions.importing.wanted import Said, Wanted, wanted
from ledger.base.days import parse_due
from ledger.checks.logs import Log
from ledger.files.scalars import Value
from ledger.loading.sheets.draft import DraftItem, Fact
from ledger.measures.standing import Standing
from ledger.model.items import ITEM_EVENTS, Item, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every row of a plan is judged with.

    ``judged`` is by reference the last day on which a paper about an item was judged. ``parts`` are the ids in the
    ledger of the sheet's parts, ``columns`` what the sheet has a column for.
    """

    roll: Roll
    orders: Orders
    judged: Mapping[str, date] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    columns: frozenset[str] = frozenset()


def new_item(draft: DraftItem, desk: Desk) -> ItemFate:
    """An item that the plan does not have; what its row says has happened becomes its log."""
    item = Item(id=_text(draft, "id"), title=_text(draft, "title"))
    said = [*desk.roll.faults(draft), *wanted(draft, Known.of(State.NOT_STARTED, (), landed=False))]
    log = Log(item.id, "", (), ITEM_EVENTS, ())
    entries, faults = made(draft, Case(item, (), log, None, _last_day(draft)), said, desk.orders)
    fields = {key: _value(key, fact, desk) for key, fact in draft.fields.items()}
    return ItemFate(
        draft=draft,
        id=item.id,
        fields=fields | ({"log": [dict(entry) for entry in entries]} if entries else {}),
        remarks=(*draft.remarks, *_remarks(said)),
        faults=faults,
    )


def known_item(draft: DraftItem, standing: Standing, number: int, path: str, desk: Desk) -> ItemFate:
    """An item of the ledger, the ``number``-th of its plan in the file ``path``: what its row brings, if anything."""
    item, strangers = standing.item, [*desk.roll.faults(draft)]
    said: list[Said] = [*strangers, *due_moved(draft, standing, desk.orders)]
    if not strangers:
        said += lead_moved(draft, standing, desk.orders, desk.roll)
        said += differences(draft, standing, desk.roll, desk.parts, desk.columns)
    if not draft.faults:
        said += left_empty(draft, standing, desk.columns)
    said += wanted(draft, Known.of(standing.history.state, item.log))
    log = Log(standing.ref, path, ("items", number), ITEM_EVENTS, item.log)
    due = (
        _last_day(draft) if any(isinstance(one, Wanted) and one.event == "批准延期" for one in said) else None
    )
    case = Case(item, standing.plan.lead, log, desk.judged.get(standing.ref), due or standing.effective_due)
    entries, faults = made(draft, case, said, desk.orders)
    return ItemFate(
        draft=draft,
        id=item.id,
        fields={},
        entries=entries,
        number=number,
        remarks=(*draft.remarks, *_remarks(said)),
        faults=faults,
    )


def _last_day(draft: DraftItem) -> date | None:
    due = _text(draft, "due")
    return parse_due(due).last if due else None


def _text(draft: DraftItem, key: str) -> str:
    return str(draft.fields.get(key, ""))


def _remarks(said: Iterable[object]) -> Iterator[str]:
    return (words for words in said if isinstance(words, str))


def _value(key: str, fact: Fact, desk: Desk) -> Value:
    """As a plan file holds it: units under their full names, one bare and several between brackets."""
    if key in KEYS:
        return written(map(desk.roll.full, names_of(fact)))
    if key == "part":
        return desk.parts.get(str(fact), str(fact))
    return fact if isinstance(fact, str) else [dict(v) if isinstance(v, dict) else v for v in fact]
