"""``ledger list breakdowns``: which unit keeps a ledger of which plan (S3: 11 districts and 67 departments, 162 ledgers)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ledger.base.errors import LedgerError
from ledger.measures.breakdowns import Breakdown, breakdowns
from ledger.measures.selection import NOTHING, Selection
from ledger.measures.standing import standings
from ledger.measures.states import State, takes
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Column, Facts, Report, Table, Tone, cells
from ledger.reports.listing import Listing, narrowed
from ledger.reports.words import iso

_KEYS = ("unit", "kind", "plan", "title", "broken_down", "leading", "joining", "completed", "overdue")
_STATES: Mapping[str, State[Breakdown]] = {
    "leading": State("有牵头事项", lambda b, _: bool(b.led)),
    "joining": State("只配合", lambda b, _: not b.led),
    "completed": State("牵头事项全部完成", lambda b, _: 0 < b.own["total"] == b.own["completed"]),
    "overdue": State("有逾期事项", lambda b, _: b.own["overdue"] > 0),
}
_WORDS = ("区县", "部门", "机构", "专项小组", "镇办")


def _is(word: str) -> State[Breakdown]:
    return State(word, lambda b, _: b.kind == word)


_UNIT_KINDS = {word: _is(word) for word in _WORDS}


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    known = [b for b in breakdowns(ledger, day, standings(ledger, day)) if _fits(b, chosen)]
    known = [b for b in known if takes(_STATES, chosen.states, b, day)]
    known = [b for b in known if takes(_UNIT_KINDS, chosen.kinds, b, day)]
    columns = (
        Column("单位", wrap=True), Column("方案"), Column("名称", wrap=True), Column("分解立项"),
        Column("牵头", right=True), Column("完成", right=True), Column("逾期", right=True), Column("配合", right=True),
    )  # fmt: skip
    data = [_data(b) for b in known]
    figures = _figures(known)
    facts = Facts((("台账", Cell(f"{figures['ledgers']} 本")), ("单位", Cell(_units_text(known)))))
    title = narrowed("分解立项台账", chosen, _STATES, _UNIT_KINDS)
    blocks = (Table(columns, tuple(map(_row, known))), facts)
    return Report(title, day, blocks, {"breakdowns": data, "figures": figures}, data, _KEYS)


def _fits(breakdown: Breakdown, chosen: Selection) -> bool:
    """Raises LedgerError for a filter that a part of a plan has nothing for."""
    if chosen.figures or chosen.causes or chosen.issued_for:
        raise LedgerError(
            "分解立项台账不能用 --status、--cause、--issued-for 筛选；可用 --plan、--field、--group、--lead、--unit、--text"
        )
    plan = breakdown.plan.plan
    return (
        (not chosen.plans or plan.id in chosen.plans)
        and (not chosen.fields or (plan.field or NOTHING) in chosen.fields)
        and (not chosen.groups or (plan.group or NOTHING) in chosen.groups)
        and (not chosen.leads or (breakdown.unit in chosen.leads and bool(breakdown.led)))
        and (not chosen.units or breakdown.unit in chosen.units)
        and (chosen.text is None or chosen.text in plan.title)
    )


def _figures(known: Sequence[Breakdown]) -> dict[str, Any]:
    return {
        "ledgers": len(known),
        "units": len({b.unit for b in known}),
        "by_kind": _by_kind(known),
    }


def _by_kind(known: Sequence[Breakdown]) -> dict[str, int]:
    """Units by their kind, in the order of the register."""
    return dict(Counter({b.unit: b.kind or "未登记" for b in known}.values()))


def _units_text(known: Sequence[Breakdown]) -> str:
    """11 个区县、67 个部门，共 78 个."""
    parts = [f"{count} 个{kind}" for kind, count in _by_kind(known).items()]
    every = f"，共 {len({b.unit for b in known})} 个" if len(parts) > 1 else ""
    return "、".join(parts) + every or "0 个"


def _row(breakdown: Breakdown) -> tuple[Cell, ...]:
    own = breakdown.own
    late = Cell(str(own["overdue"]), Tone.BAD if own["overdue"] else Tone.PLAIN)
    plan = breakdown.plan
    return cells(
        breakdown.unit, plan.plan.id, plan.plan.title, plan.broken_down, len(breakdown.led), own["completed"], late,
        len(breakdown.joined),
    )  # fmt: skip


def _data(breakdown: Breakdown) -> dict[str, Any]:
    own, plan = breakdown.own, breakdown.plan
    return {
        "unit": breakdown.unit,
        "kind": breakdown.kind or None,
        "plan": plan.plan.id,
        "title": plan.plan.title,
        "broken_down": iso(plan.broken_down),
        "leading": len(breakdown.led),
        "joining": len(breakdown.joined),
        "completed": own["completed"],
        "overdue": own["overdue"],
    }


LISTING = Listing(
    "breakdowns",
    "分解立项台账：哪个单位在哪个方案里承担什么",
    _build,
    states=_STATES,
    kinds=_UNIT_KINDS,
)
