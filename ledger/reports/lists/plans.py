"""``ledger list plans``: adopted, issued, lag, items, closed."""

from datetime import date
from typing import Any

from ledger.measures.counting import Counting
from ledger.measures.plans import PlanStanding, plan_standing
from ledger.measures.progress import Tally, tally
from ledger.measures.selection import Selection, select
from ledger.measures.standing import standings
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, Tone, cells
from ledger.reports.listing import Listing
from ledger.reports.words import iso

_KEYS = (
    "id",
    "title",
    "number",
    "adopted",
    "issued",
    "lag",
    "total",
    "completed",
    "overdue",
    "rate",
    "closed",
)


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    counting = Counting(ledger, day)
    known = [p for plan in ledger.plans if chosen.takes_plan(p := plan_standing(plan, day))]
    items = select(standings(ledger, day), known, chosen, counting)
    tallies = {
        p.plan.id: tally((s for s in items if s.plan.id == p.plan.id), counting.due_soon) for p in known
    }
    if chosen.by_item:
        with_items = {s.plan.id for s in items}
        known = [p for p in known if p.plan.id in with_items]
    if chosen.only_open:
        known = [p for p in known if p.closed is None]
    columns = (
        Column("方案"),
        Column("名称", wrap=True),
        Column("审议通过"),
        Column("印发"),
        Column("间隔", right=True),
        Column("完成", right=True),
        Column("逾期", right=True),
        Column("状态"),
    )
    rows = tuple(_row(p, tallies[p.plan.id]) for p in known)
    data = [_data(p, tallies[p.plan.id]) for p in known]
    note = Paragraph(f"共 {len(known)} 个；间隔是审议通过到印发的自然日；完成是已完成的事项和计数的事项")
    return Report("改革方案", day, (Table(columns, rows), note), {"plans": data}, data, _KEYS)


def _row(plan: PlanStanding, counts: Tally) -> tuple[Cell, ...]:
    overdue = Cell(str(counts["overdue"]), Tone.BAD if counts["overdue"] else Tone.PLAIN)
    done = f"{counts['completed']}/{counts['total']}"
    return cells(
        plan.plan.id,
        plan.plan.title,
        plan.adopted,
        plan.issued,
        plan.lag,
        done,
        overdue,
        _state(plan, counts),
    )


def _state(plan: PlanStanding, counts: Tally) -> Cell:
    if plan.closed:
        return Cell("已销账", Tone.GOOD)
    if counts["total"] and counts["total"] == counts["completed"]:
        return Cell("申请销账" if plan.requested else "全部完成", Tone.GOOD)
    return Cell("推进中" if plan.issued else "未印发")


def _data(plan: PlanStanding, counts: Tally) -> dict[str, Any]:
    return {
        "id": plan.plan.id,
        "title": plan.plan.title,
        "number": plan.plan.number,
        "adopted": iso(plan.adopted),
        "issued": iso(plan.issued),
        "lag": plan.lag,
        "total": counts["total"],
        "completed": counts["completed"],
        "overdue": counts["overdue"],
        "rate": counts.rate,
        "closed": iso(plan.closed),
    }


LISTING = Listing("plans", "改革方案：审议通过、印发、间隔、事项、销账", _build, has_open=True)
