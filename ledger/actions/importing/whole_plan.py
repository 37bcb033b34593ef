"""A plan that came as a whole, log and all: written as it is, with what people put into the rows beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pydantic import ValidationError

from ledger.actions.importing.fates import ItemFate, PartFate, PlanFate
from ledger.actions.importing.home import Home
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.plans import fate_of
from ledger.actions.importing.roll import Roll, names_of
from ledger.base.errors import LedgerError
from ledger.loading.exports.whole import Told, WholePlan
from ledger.loading.kinds import PLAN, adapter
from ledger.loading.sheets.draft import DraftItem, DraftPart, DraftPlan, Fact
from ledger.measures.plans import plan_standing
from ledger.model.plans import Plan

_SHOWN = ("id", "title", "lead", "with", "due")


def whole_fate(whole: WholePlan, rows: DraftPlan, home: Home, roll: Roll, orders: Orders) -> PlanFate:
    """``rows`` are those that people see of it, where the file has them: what they say otherwise is an entry or a fault.

    Raises LedgerError where the data is no plan.
    """
    plan = _record(whole)
    issued = plan_standing(plan, date.max).issued
    draft = replace(rows, fields={**rows.fields, **({"issued": issued.isoformat()} if issued else {})})
    fate = fate_of(draft, whole.id, plan, home, roll, orders)
    seen = {row.number: row for row in fate.items}
    items = (_item(told, seen.get(n), roll) for n, told in enumerate(whole.items))
    return replace(
        fate,
        plan=None,
        fields=whole.own.fields,
        parts=(*_parts(whole), *(part for part in fate.parts if part.new)),
        items=(*items, *(row for row in fate.items if row.number is None)),
        faults=tuple(found for found in fate.faults if found.code != "I151"),
    )


def adds_nothing(whole: WholePlan, plan: Plan) -> bool:
    """Whether the plan of the ledger says all of it already. Raises LedgerError where the data is no plan."""
    told, known = _record(whole), {item.id: item for item in plan.items}
    alike = replace(told, items=()) == replace(plan, items=())
    return alike and all(known.get(item.id) == item for item in told.items)


def _record(whole: WholePlan) -> Plan:
    try:
        plan: Plan = adapter(PLAN).validate_python(whole.data)
    except ValidationError as error:
        place = whole.own.place
        raise LedgerError(f"{place} 的方案 {whole.id} 读不成方案；请用 ledger export 写的文件") from error
    return plan


def _item(told: Told, seen: ItemFate | None, roll: Roll) -> ItemFate:
    """The item as it came, with the entries that its visible row adds."""
    if seen is None:
        draft = _row(told)
        return ItemFate(
            draft=draft, id=_text(told, "id"), fields=told.fields, faults=tuple(roll.faults(draft))
        )
    log = told.fields.get("log", [])
    grown = [*(log if isinstance(log, list) else []), *(dict(entry) for entry in seen.entries)]
    fields = told.fields | ({"log": grown} if grown else {})
    return replace(seen, fields=fields, entries=(), number=None)


def _row(told: Told) -> DraftItem:
    """What the preview shows of an item that no visible row tells of."""
    fields: dict[str, Fact] = {}
    for key in _SHOWN:
        value = told.fields.get(key)
        if isinstance(value, str):
            fields[key] = value
        elif isinstance(value, list):
            fields[key] = names_of(value)
    return DraftItem(place=told.place, fields=fields)


def _text(told: Told, key: str) -> str:
    return str(told.fields.get(key, ""))


def _parts(whole: WholePlan) -> Iterator[PartFate]:
    for told in whole.parts:
        name, title = _text(told, "id"), _text(told, "title")
        yield PartFate(draft=DraftPart(place=told.place, id=name, title=title), id=name, new=True)
