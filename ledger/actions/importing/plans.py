"""A plan as a sheet tells it, beside the plan of the ledger: every row's fate, and what the sheet is without."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ledger.actions.importing.fates import PartFate, PlanFate
from ledger.actions.importing.home import Home
from ledger.actions.importing.matching import matched
from ledger.actions.importing.new_plan import file_name, issue_day, plan_fields
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.plan_faults import unlike, untitled
from ledger.actions.importing.roll import Roll
from ledger.actions.importing.rows import Desk, new_item
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.checks.papers import standing_rows
from ledger.loading.sheets.draft import DraftPart, DraftPlan
from ledger.model.ledger import Ledger
from ledger.model.plans import Part, Plan

_LONG = 80


def plan_meant(draft: DraftPlan, ledger: Ledger, asked: str | None) -> str:
    """The id of the plan: as ``asked``, else as the sheet says it, else that of the plan with the sheet's number.

    A sheet without rows is nobody's. Raises LedgerError where nobody says which plan it is, or the sheet says another one
    than was asked for.
    """
    told, number = draft.fields.get("id"), draft.fields.get("number")
    numbered = next((p.id for p in ledger.plans if number and p.number == number), None)
    meant = str(told) if told else numbered
    if asked is not None and meant is not None and meant != asked:
        words = f"编号是 {quoted(told)}" if told else f"文号{quoted(number)}是 {meant} 的"
        raise LedgerError(f"--plan 写的是 {asked}，表里的{words}；核对是哪个方案")
    if asked is None and meant is None and draft.items:
        title = f"{quoted(draft.fields['title'])}" if "title" in draft.fields else "这张表"
        raise LedgerError(f"看不出{title}是哪个方案；用 --plan 编号 指明，新方案的编号自己定")
    return asked or meant or ""


def fate_of(
    draft: DraftPlan, name: str, plan: Plan | None, home: Home, roll: Roll, orders: Orders
) -> PlanFate:
    """Every row of the sheet's plan ``name``, in the order of the sheet, compared with the ``plan`` there is of it."""
    ledger = home.ledger
    draft, orders = _on_its_day(draft, orders)
    parts = tuple(_part(part, plan.parts if plan else ()) for part in draft.parts)
    desk = Desk(
        roll=roll,
        orders=orders,
        judged=_judged(ledger) if plan else {},
        parts={fate.draft.id: fate.id for fate in parts},
        columns=draft.columns,
    )
    path = ledger.paths.get(("plan", name)) or _new_path(draft, name, home, orders)
    if plan is None:
        items, more = [new_item(item, desk) for item in draft.items], [*untitled(draft, name)]
    else:
        items, more = [*matched(draft, plan, ledger, path, desk)], [*unlike(draft, plan)]
    return PlanFate(
        draft=draft,
        id=name,
        path=path,
        plan=plan,
        fields=plan_fields(draft, name, roll),
        parts=parts,
        items=tuple(items),
        faults=(*draft.faults, *more),
    )


def _on_its_day(draft: DraftPlan, orders: Orders) -> tuple[DraftPlan, Orders]:
    """What the sheet reports is of the day that it says, unless somebody said another."""
    told = draft.reported
    if told is None or told.day == orders.day:
        return draft, orders
    if orders.dated:
        remark = f"表上写着{quoted(told.phrase)}，按 --date 记在 {orders.day}"
    elif told.day > orders.today:
        remark = f"表上写着{quoted(told.phrase)}，那天还没有到，记在 {orders.day}"
    else:
        remark = f"{quoted(told.phrase)}读作表里情况的日期，没有写日期的记录记在 {told.day}"
        orders = replace(orders, day=told.day)
    return replace(draft, remarks=(*draft.remarks, (told.place, remark))), orders


def _new_path(draft: DraftPlan, name: str, home: Home, orders: Orders) -> str:
    """A sheet without rows comes to no file."""
    year = orders.year or orders.day.year
    return home.prefix + file_name(name, issue_day(draft), year) if draft.items or name else ""


def _part(draft: DraftPart, known: Sequence[Part]) -> PartFate:
    """The same title is the same part, whatever number the sheet gives it."""
    alike = next((part for part in known if part.title == draft.title), None)
    if alike is not None:
        return PartFate(draft=draft, id=alike.id, new=False)
    named = next((part for part in known if part.id == draft.id), None)
    if named is None:
        return PartFate(draft=draft, id=draft.id, new=True)
    message = f"部分 {draft.id} 的标题：台账里是{quoted(named.title)}，表里是{quoted(draft.title)}"
    hint = "表错了改表；台账里录错的，照改方案文件"
    return PartFate(
        draft=draft,
        id=draft.id,
        new=False,
        faults=(Diagnostic("I141", Severity.ERROR, message, draft.place, hint),),
    )


def _judged(ledger: Ledger) -> Mapping[str, date]:
    """By item the last day on which a paper about it was judged."""
    last: dict[str, date] = {}
    for placed in standing_rows(ledger):
        if placed.slip.track == "item":
            ref = placed.row.subject
            last[ref] = max(placed.slip.as_of, last.get(ref, date.min))
    return last
