"""A row, or the rows of one item → :class:`DraftItem`: every cell by what its column holds."""

import re

from ledger.base.day_forms import day_form
from ledger.base.text import quoted
from ledger.loading.phrases.values import Refusal
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.draft import DraftItem, DraftPart
from ledger.loading.sheets.due_cells import Calendar, read_due, read_steps
from ledger.loading.sheets.groups import Entry
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.progress_cells import read_progress
from ledger.loading.sheets.row_reading import RowReading
from ledger.loading.sheets.titles import title_of
from ledger.loading.sheets.unit_cells import UnitCells

_SENTENCES = re.compile(r"[。；;]")
_LONG = 60
_YES = frozenset({"是", "√", "✓", "✔", "☑", "★", "重点", "硬骨头", "true", "TRUE", "1"})
_NO = frozenset({"否", "×", "✗", "□", "无", "/", "-", "—", "false", "FALSE", "0", "一般"})
_PLACED = (Head.LEAD, Head.UNITS, Head.PARTICIPANTS, Head.DUE, Head.START)


def draft_part(entry: Entry) -> DraftPart:
    """A heading, and what its row says that a heading has no place for."""
    remarks = [*entry.remarks]
    if entry.head is None and not entry.bare and any(head in entry.line.cells for head in _PLACED):
        remarks.append("有下级事项，作为部分：这一行的单位、时限不入账")
    title = entry.title or title_of(entry.line.text(Head.TEXT)) or entry.id
    return DraftPart(
        place=entry.line.place(entry.head), id=entry.id, title=_one_line(title), remarks=tuple(remarks)
    )


def draft_item(entry: Entry, asked: Asked, units: UnitCells, calendar: Calendar) -> DraftItem:
    """Everything that the row says; what cannot be read is a fault of the item and left out."""
    row = RowReading(entry.line)
    row.set("id", entry.id, Head.ID)
    _read_words(row, entry)
    if entry.parent is not None:
        row.set("part", entry.parent.id, Head.PARENT if Head.PARENT in entry.line.cells else Head.PART)
    says_leads = not entry.exact and entry.line.table.has(Head.LEAD, Head.UNITS)
    deadline = units.read_own(row) if entry.exact else units.read(row, says_leads=says_leads)
    if entry.steps:
        read_steps(row, entry.steps, calendar)
    else:
        read_due(row, calendar, deadline)
    _read_register(row, asked)
    _read_marks(row)
    progress = read_progress(row)
    return DraftItem(
        place=entry.line.place(),
        fields=row.fields,
        places=row.places,
        progress=progress,
        remarks=(*dict.fromkeys(entry.remarks), *row.remarks),
        faults=(*entry.faults, *row.faults),
    )


def _read_words(row: RowReading, entry: Entry) -> None:
    """A title cell that holds whole sentences is the text; a row with a text only is called by its first clause."""
    if entry.exact and entry.title:
        row.set("title", entry.title, Head.TITLE)
        row.set("text", row.text(Head.TEXT), Head.TEXT)
        return
    title = "" if entry.text_only or row.cell(Head.TITLE) is None else entry.title
    steps = [line.text(Head.TEXT) for line in entry.steps]
    text = "\n".join(filter(None, steps)) if steps else row.text(Head.TEXT)
    head = Head.TITLE if title or not text else Head.TEXT
    if not text and (len(title) > _LONG or _SENTENCES.search(title.rstrip("。；;"))):
        text, title = title, ""
    if title:
        row.set("title", _one_line(title.rstrip("。；;") or title), head)
    elif text:
        row.set("title", title_of(entry.title if entry.number and entry.title else text), head)
        row.remark(["名称取自原文第一句"])
    else:
        row.refuse(
            Refusal("I109", "这一行没有名称，也没有原文", "补上事项的名称；不是事项的，删去这一行"), head
        )
    row.set("text", text, Head.TEXT if Head.TEXT in row.line.cells else head)


def _read_register(row: RowReading, asked: Asked) -> None:
    """Leaders and groups that are registered; others are told and left out, for a plan may not name them."""
    leader = row.text(Head.LEADER)
    if asked.units.is_leader(leader):
        row.set("leader", leader, Head.LEADER)
    elif leader:
        row.remark([f"{quoted(leader)}不是 units.yaml 的一位领导，没有写入"])
    group = row.text(Head.GROUP)
    if unit := asked.units.find(group, asked.day):
        row.set("group", unit.id, Head.GROUP)
    elif group:
        row.remark([f"专项小组{quoted(group)}没有登记，没有写入"])


def _read_marks(row: RowReading) -> None:
    for key, head in (("field", Head.FIELD), ("weight", Head.WEIGHT), ("major_task", Head.MAJOR_TASK)):
        row.set(key, row.text(head), head)
    for key, head in (("focus", Head.FOCUS), ("hard", Head.HARD)):
        text = row.text(head)
        if text in _YES:
            row.set(key, "true", head)
        elif text and text not in _NO:
            row.remark([f"{head}一格{quoted(text)}不是“是”或“否”，没有写入"])
    review = row.cell(Head.REVIEW_BY)
    if review is not None:
        day = review.day.isoformat() if review.day else day_form(review.text)
        if day is None:
            row.refuse(
                Refusal("I111", f"{quoted(review.text)}不是哪一天", "写明年月日，如 2017-06-30"),
                Head.REVIEW_BY,
            )
        row.set("review_by", day, Head.REVIEW_BY)


def _one_line(text: str) -> str:
    return "".join(part.strip() for part in text.splitlines())[:500]
