"""The workbook of a 台账: the pages that people print and edit, one for a plan or a unit, and the data sheets."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.measures.plans import PlanStanding
from ledger.measures.progress import tally
from ledger.measures.selection import Selection
from ledger.measures.standing import Standing
from ledger.model.items import STATE_WORDS
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.reports.exports.data_pages import data_pages
from ledger.reports.exports.printed_table import COLUMNS, LEADS, STATES, PrintedColumn
from ledger.reports.exports.thing_pages import thing_pages
from ledger.reports.words import cn_date
from ledger.reports.workbook import SheetColumn, SheetPage, Workbook

_NOBODY = "（无牵头）"
_HINT = {
    LEADS: "units.yaml 里没有这个单位；几个单位之间用“、”。确要这样写，选“是”。",
    STATES: "请从下拉列表里选。",
}
_HOW = "填改后可用 ledger import 读回。编号用来对应台账里的事项，已锁定（没有密码，在“审阅”里可撤销保护）。"
_WHOLE = "全部字段和逐条记录另在隐藏的“数据-”工作表里，不要改动。"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is exported of a ledger, as it stands on a day; ``asked`` chooses what of its registers."""

    ledger: Ledger
    day: date
    plans: Sequence[PlanStanding]
    items: Sequence[Standing]
    asked: Selection = field(default_factory=Selection)

    @property
    def records(self) -> list[Plan]:
        """The plans as they are, with the items that were chosen."""
        chosen = {(s.plan.id, s.item.id) for s in self.items}
        return [
            replace(p.plan, items=tuple(i for i in p.plan.items if (p.plan.id, i.id) in chosen))
            for p in self.plans
        ]


def by_plan(chosen: Chosen) -> Workbook:
    """One page a plan, one a register that holds something, and the data sheets: nothing of them is lost."""
    items: dict[str, list[Standing]] = {p.plan.id: [] for p in chosen.plans}
    for standing in chosen.items:
        items[standing.plan.id].append(standing)
    pages = [_plan_page(plan, items[plan.plan.id], chosen) for plan in chosen.plans]
    things = thing_pages(chosen.ledger, chosen.day, chosen.asked)
    return _book(chosen, [*pages, *things, *data_pages(chosen.records)])


def by_unit(chosen: Chosen) -> Workbook:
    """One page for every unit that leads, in the order of units.yaml; what several lead stands on the page of each."""
    items: dict[str, list[Standing]] = {}
    for standing in chosen.items:
        for lead in standing.leads or (_NOBODY,):
            items.setdefault(lead, []).append(standing)
    units = sorted(items, key=chosen.ledger.units.order)
    return _book(chosen, [_page(u, f"{u}牵头事项台账", (), _HOW, items[u], chosen) for u in units])


def _book(chosen: Chosen, pages: list[SheetPage]) -> Workbook:
    return Workbook(chosen.ledger.settings.name, tuple(pages), locked=True, shaded=False)


def _plan_page(plan: PlanStanding, items: Sequence[Standing], chosen: Chosen) -> SheetPage:
    record = plan.plan
    about = {
        "文号": record.number or "",
        "印发": cn_date(plan.issued),
        "牵头": "、".join(record.lead),
        "领域": record.field or "",
        "专项小组": record.group or "",
        "销账": cn_date(plan.closed),
    }
    said = "　".join(f"{key}：{text}" for key, text in about.items() if text)
    return _page(record.id, record.title, (said,) if said else (), _HOW + _WHOLE, items, chosen)


def _page(
    name: str, title: str, notes: tuple[str, ...], how: str, items: Sequence[Standing], chosen: Chosen
) -> SheetPage:
    columns = [column for column in COLUMNS if column.needed(items)]
    return SheetPage(
        name,
        tuple(_column(column, chosen) for column in columns),
        tuple(tuple(column.cell(standing) for column in columns) for standing in items),
        title,
        (*notes, _summary(items, chosen), how),
    )


def _summary(items: Sequence[Standing], chosen: Chosen) -> str:
    counted = tally(items, chosen.ledger.policies.on(chosen.day).due_soon)
    return (
        f"截至{cn_date(chosen.day)}：列 {len(items)} 项，计数 {counted['total']} 项，"
        f"已完成 {counted['completed']} 项，逾期 {counted['overdue']} 项。"
    )


def _column(column: PrintedColumn, chosen: Chosen) -> SheetColumn:
    units = tuple(u.id for u in chosen.ledger.units if u.in_force(chosen.day)) if column.head == LEADS else ()
    states = tuple(STATE_WORDS.values()) if column.head == STATES else ()
    return SheetColumn(
        column.head,
        column.width,
        open=not column.given,
        choices=units or states,
        hint=_HINT.get(column.head, ""),
        offered=bool(units),
    )
