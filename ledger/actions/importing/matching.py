"""Which item of the plan each row is about: by its number, unless its title says that the numbers have slipped."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.actions.importing.fates import ItemFate, error
from ledger.actions.importing.known import squeezed
from ledger.actions.importing.rows import Desk, known_item, new_item
from ledger.loading.sheets.draft import DraftItem, DraftPlan
from ledger.measures.standing import standing_of
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan


def matched(draft: DraftPlan, plan: Plan, ledger: Ledger, path: str, desk: Desk) -> Iterator[ItemFate]:
    """The fate of every row; ``path`` is the plan's file."""
    numbers = {item.id: n for n, item in enumerate(plan.items)}
    slipped = _slipped(draft, plan)
    for row in draft.items:
        name = _said(row, "id")
        if name in slipped:
            yield _renumbered(row, plan, slipped[name], new_item(row, desk))
        elif name in numbers:
            standing = standing_of(plan, plan.items[numbers[name]], ledger, desk.orders.as_of)
            yield known_item(row, standing, numbers[name], path, desk)
        else:
            yield new_item(row, desk)


def _slipped(draft: DraftPlan, plan: Plan) -> dict[str, str]:
    """By the number in the sheet that in the ledger: the title is another item's, whose own row does not have it."""
    told = {_said(row, "id"): squeezed(_said(row, "title")) for row in draft.items}
    known: dict[str, list[str]] = {}
    for item in plan.items:
        known.setdefault(squeezed(item.title), []).append(item.id)
    slipped = {}
    for name, title in told.items():
        there = known.get(title, [])
        other = next((item for item in there if told.get(item) != title), None)
        if other is not None and name not in there:
            slipped[name] = other
    return slipped


def _said(row: DraftItem, key: str) -> str:
    return str(row.fields.get(key, ""))


def _renumbered(draft: DraftItem, plan: Plan, other: str, fate: ItemFate) -> ItemFate:
    """An item that is there under another number would be counted twice, or take the other's place."""
    message = f"台账里名称相同的是 {plan.id}/{other}，表里编号是 {fate.id}"
    hint = "同一件事的编号不变：把表里的编号改回来，新增的排在最后；确是另一件事的，名称写得有所区别"
    return replace(fate, entries=(), faults=(error("I149", message, draft, "id", hint),))
