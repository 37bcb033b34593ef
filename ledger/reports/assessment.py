"""``ledger assess --out``: 督察评估事项表, one workbook a plan, pre-filled from the ledger, five columns to fill."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.loading.returns.assessed import (
    CONCLUSION,
    LIMIT,
    LOCKED,
    OPEN,
    SentSheet,
    assessment_properties,
)
from ledger.loading.returns.sent import SentRow
from ledger.measures.assessing import CONCLUSIONS, MID_YEAR, claimed_state, to_assess
from ledger.measures.standing import Standing, standing_of
from ledger.model.facts import facts
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.packs import entry_words, last_report
from ledger.reports.words import due_text, names
from ledger.reports.workbook import SheetColumn, SheetPage, Workbook

_WIDTHS = dict(
    zip((*LOCKED, *OPEN), (13, 22, 12, 14, 14, 13, 9, 26, 20, 10, 12, 22, 22, 12, 14), strict=True)
)
_NOTES = (
    f"请填右边五列：{'、'.join(OPEN)}。其余各列由台账算出，已经锁定；有出入的写在备注里，不要改在表里。",
    f"{CONCLUSION}从{'、'.join(CONCLUSIONS)}里选；有问题的写明问题、要求和期限（如 2017-08-31），收回后列入督察问题清单，由牵头单位整改。",
    "没有评估的行留空；文件可以改名，不要增删行列。本表按 {day} 的台账填写，{who}。",
)


@dataclass(frozen=True, slots=True)
class AssessmentSheet:
    """One plan's sheet; ``items`` are in the order of its rows."""

    sent: SentSheet
    plan: Plan
    items: tuple[Standing, ...]


def assessment_sheet(plan: Plan, ledger: Ledger, round_: str, day: date) -> AssessmentSheet:
    items = tuple(to_assess(standing_of(plan, item, ledger, day) for item in plan.items))
    titles = {part.id: part.title for part in plan.parts}
    rows = tuple(_row(s, titles.get(s.item.part or "", "")) for s in items)
    sent = SentSheet(ledger.settings.name, round_, day.year, day, plan.id, rows)
    return AssessmentSheet(sent, plan, items)


def _row(standing: Standing, part: str) -> SentRow:
    log = standing.item.log
    shown = (
        standing.ref,
        standing.title,
        part,
        names(standing.leads),
        "、".join(standing.participants),
        due_text(standing),
        claimed_state(standing),
        last_report(standing),
        _evidence(standing),
        _lateness(standing),
    )
    return SentRow(shown, len(log), entry_words(log[-1]) if log else "")


def _evidence(standing: Standing) -> str:
    """Every paper that the log names, once."""
    found = (e.name for entry in facts(standing.item.log, standing.day) for e in entry.evidence)
    return "、".join(dict.fromkeys(found))


def _lateness(standing: Standing) -> str:
    if standing.overdue:
        return f"逾期{standing.overdue_days}天"
    return "逾期完成" if standing.late else ""


def assessment_workbook(sheet: AssessmentSheet, office: str) -> Workbook:
    """``office`` is who inspects at mid-year."""
    sent = sheet.sent
    title = f"{sent.year}年{sent.round}评估事项表（{sheet.plan.title}）"
    who = (
        f"由{office or '督办单位'}填写"
        if sent.round == MID_YEAR
        else f"由{names(sheet.plan.lead) or '牵头单位'}自查填写"
    )
    notes = tuple(note.format(day=sent.day, who=who) for note in _NOTES)
    bad = LOCKED.index("逾期")
    rows = tuple(
        cells(
            *(Cell(t, Tone.BAD) if n == bad and t else t for n, t in enumerate(row.shown)), *[""] * len(OPEN)
        )
        for row in sent.rows
    )
    page = SheetPage("督察评估事项表", _columns(), rows, title=title, notes=notes)
    return Workbook(title, (page,), locked=True, properties=assessment_properties(sent))


def _columns() -> tuple[SheetColumn, ...]:
    locked = [SheetColumn(head, _WIDTHS[head]) for head in LOCKED]
    hints = {CONCLUSION: f"从下拉列表里选：{'、'.join(CONCLUSIONS)}", LIMIT: ""}
    opened = [
        SheetColumn(
            head,
            _WIDTHS[head],
            open=True,
            choices=CONCLUSIONS if head == CONCLUSION else (),
            hint=hints.get(head, ""),
        )
        for head in OPEN
    ]
    return (*locked, *opened)


def sheets_shown(sheets: Sequence[AssessmentSheet], day: date) -> Report:
    """The sheets to be read on a screen, without what is to be filled in."""
    blocks: list[Block] = []
    records: list[dict[str, Any]] = []
    for sheet in sheets:
        rows = [dict(zip(_SHOWN, row.shown, strict=True)) for row in sheet.sent.rows]
        records += [{"plan": sheet.plan.id, **row} for row in rows]
        columns = tuple(Column(head, wrap=head not in {"编号", "状态", "逾期"}) for head in LOCKED)
        blocks += [
            Heading(f"{sheet.plan.id} {sheet.plan.title}", 2),
            Table(columns, tuple(cells(*row.shown) for row in sheet.sent.rows)),
        ]
    round_ = sheets[0].sent.round if sheets else ""
    blocks.append(Paragraph("写成 Excel 表发出填写，加 --out 文件夹。" if sheets else "没有要评估的方案。"))
    data: dict[str, Any] = {"round": round_, "year": day.year, "rows": records}
    return Report(f"{day.year}年{round_}评估事项表", day, tuple(blocks), data, records, ("plan", *_SHOWN))


_SHOWN = ("ref", "title", "part", "lead", "participants", "due", "state", "progress", "evidence", "lateness")


def sheets_report(
    sheets: Sequence[AssessmentSheet], files: Sequence[str], written: set[str], folder: str, day: date
) -> Report:
    """Which workbooks went out; ``written`` are those that were not there before."""
    rows: list[dict[str, Any]] = [
        {
            "plan": s.plan.id,
            "title": s.plan.title,
            "items": len(s.items),
            "overdue": sum(i.overdue for i in s.items),
            "file": name,
            "written": name in written,
        }
        for s, name in zip(sheets, files, strict=True)
    ]
    round_, year = (sheets[0].sent.round, sheets[0].sent.year) if sheets else ("", day.year)
    columns = (
        Column("方案"), Column("名称", wrap=True), Column("事项", right=True), Column("逾期", right=True),
        Column("文件", wrap=True),
    )  # fmt: skip
    table = Table(
        columns,
        tuple(cells(r["plan"], r["title"], r["items"], _late(r["overdue"]), r["file"]) for r in rows),
    )
    new = len(written)
    there = f"，另 {len(rows) - new} 份已在那里，一字不差" if new < len(rows) else ""
    told = f"已写 {new} 份到 {folder}{there}；填好收回后：ledger assess --read 收回的文件夹"
    data: dict[str, Any] = {"round": round_, "year": year, "folder": folder, "sheets": rows}
    blocks = (table, Paragraph(told)) if rows else (Paragraph("没有要评估的方案。"),)
    return Report(f"{year}年{round_}评估事项表：{len(rows)} 份", day, blocks, data, rows)


def _late(count: int) -> Cell:
    return Cell(str(count), Tone.BAD if count else Tone.PLAIN)
