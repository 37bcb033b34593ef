"""A unit's diagnosis for a reader: what is stuck, how late, after which papers, and why (会诊)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ledger.measures.diagnosis import Cause, Diagnosis, StuckItem
from ledger.measures.progress import tally
from ledger.measures.thing_states import ThingStanding
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.duties import duty_data, duty_table
from ledger.reports.items import item_data
from ledger.reports.paper_rows import paper_data
from ledger.reports.register_list import owed_cell
from ledger.reports.words import pressing_due, state_cell

_UNKNOWN = "没有写明"


def consult_page(found: Diagnosis, advice: Sequence[ThingStanding[Any]]) -> Report:
    """What a team takes along to the unit; ``advice`` is what it was told before and has not done."""
    told = {a.ref for a in advice}
    found = replace(found, duties=tuple(d for d in found.duties if d.ref not in told))
    blocks = list(diagnosis_blocks(found))
    if advice:
        blocks += [Heading(f"以前的会诊建议还有 {len(advice)} 条没有落实", 2), _advice_table(advice)]
    data = {"unit": found.unit, **diagnosis_data(found), "advice": [_advice_data(a) for a in advice]}
    return Report(f"{found.unit}会诊", found.day, tuple(blocks), data, data["stuck"])


def diagnosis_blocks(found: Diagnosis) -> Iterator[Block]:
    led = tally(found.led)
    rate = f"（{led.rate}%）" if led.rate is not None else ""
    rows = [
        ("牵头", Cell(f"{led['total']} 项，已完成 {led['completed']}{rate}")),
        ("卡住", _stuck_cell(found)),
        ("主要原因", Cell(causes_text(found) or "没有卡住的事项")),
        ("配合", Cell(f"{len(found.joined)} 项，其中逾期或暂缓 {len(found.stuck_joined)}")),
    ]
    if found.last_in:
        rows.append(("排名", Cell(f"{'、'.join(reversed(found.last_in))} 排名最后", Tone.BAD)))
    yield Facts(tuple(rows))
    if found.causes:
        yield Heading("原因", 2)
        yield _cause_table(found.causes)
    for title, items in (("牵头的事项", found.stuck), ("配合的事项", found.stuck_joined)):
        if items:
            yield Heading(f"{title}卡住 {len(items)} 项", 2)
            yield _stuck_table(items)
    if found.duties:
        yield Heading(f"其他到期未办 {len(found.duties)} 件", 2)
        yield duty_table(found.duties, found.day, with_unit=False)
    if not found.stuck and not found.duties:
        yield Paragraph("牵头的事项没有逾期或暂缓的，也没有其他到期未办的。", Tone.GOOD)


def causes_text(found: Diagnosis) -> str:
    """资金未落实2项、没有写明1项: for one line."""
    return "、".join(f"{cause.word or _UNKNOWN}{len(cause.items)}项" for cause in found.causes)


def _stuck_cell(found: Diagnosis) -> Cell:
    worst = max((item.standing.overdue_days for item in found.stuck), default=0)
    text = f"逾期 {found.overdue} 项，暂缓 {len(found.stuck) - found.overdue} 项"
    return Cell(text + (f"，最久逾期 {worst} 天" if worst else ""), Tone.BAD if worst else Tone.PLAIN)


def _cause_table(causes: Sequence[Cause]) -> Table:
    columns = (
        Column("原因"), Column("项数", right=True), Column("各单位同因", right=True), Column("事项", wrap=True),
    )  # fmt: skip
    rows = (
        cells(c.word or _UNKNOWN, len(c.items), c.everywhere, "、".join(i.standing.ref for i in c.items))
        for c in causes
    )
    return Table(columns, tuple(rows))


def _stuck_table(items: Sequence[StuckItem]) -> Table:
    columns = (
        Column("事项"), Column("名称", wrap=True), Column("时限", wrap=True), Column("状态", wrap=True),
        Column("发过的单", wrap=True), Column("原因", wrap=True), Column("最近所记", wrap=True),
    )  # fmt: skip
    return Table(columns, tuple(_stuck_row(item) for item in items))


def _stuck_row(item: StuckItem) -> tuple[Cell, ...]:
    standing = item.standing
    papers = "、".join(f"{row.paper.slip.kind}（{row.paper.issued}）" for row in item.papers)
    return cells(
        standing.ref, standing.title, pressing_due(standing), state_cell(standing), papers or "没有发过",
        item.cause or _UNKNOWN, _last_said(item),
    )  # fmt: skip


def _last_said(item: StuckItem) -> str:
    """The last note of its log, with its day."""
    said = [s.entry for s in item.standing.history.steps if s.counted and s.entry.note]
    return f"{said[-1].date} {(said[-1].note or '').replace(chr(10), ' ')}" if said else ""


def _advice_table(advice: Sequence[ThingStanding[Any]]) -> Table:
    columns = (Column("编号"), Column("建议", wrap=True), Column("状态"), Column("还欠", wrap=True))
    return Table(
        columns, tuple(cells(a.ref, a.course.title, a.course.state_word, owed_cell(a)) for a in advice)
    )


def _advice_data(advice: ThingStanding[Any]) -> dict[str, Any]:
    return {"ref": advice.ref, "title": advice.course.title, "state": advice.course.state}


def diagnosis_data(found: Diagnosis) -> dict[str, Any]:
    """``stuck`` are the items it leads, ``joined`` those it takes part in."""
    return {
        "led": len(found.led),
        "overdue": found.overdue,
        "causes": [
            {"cause": c.word, "items": [i.standing.ref for i in c.items], "everywhere": c.everywhere}
            for c in found.causes
        ],
        "stuck": [_stuck_data(item) for item in found.stuck],
        "joined": [_stuck_data(item) for item in found.stuck_joined],
        "duties": [duty_data(d, found.day) for d in found.duties],
        "last_in": list(found.last_in),
    }


def _stuck_data(item: StuckItem) -> dict[str, Any]:
    return {**item_data(item.standing), "cause": item.cause, "papers": paper_data(item.papers)}
