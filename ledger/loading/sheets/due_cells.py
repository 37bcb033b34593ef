"""Time limits of a row: a date that the sheet keeps, words, or steps with a limit each."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.base.days import in_chinese, parse_due
from ledger.base.text import quoted
from ledger.files.sheets.cells import Cell
from ledger.loading.phrases.deadlines import read_deadline
from ledger.loading.phrases.values import Deadline, Refusal
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.lines import Line
from ledger.loading.sheets.row_reading import RowReading
from ledger.loading.sheets.titles import clause_after, title_of

_EXCEL_ZERO = date(1899, 12, 30)
_SERIALS = range(30_000, 75_000)  # 1982 to 2105
_IN_FRONT = re.compile(r"([^：:\n]{2,20})[：:]\s*(?=\S)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates without a year mean, as far as that is known."""

    year: int | None
    issued: date | None


def read_due(row: RowReading, calendar: Calendar, beside_units: str) -> None:
    """``beside_units`` are words of time that stood among the units; they count where the column says nothing."""
    start = _deadline(row, Head.START, row.cell(Head.START), calendar)
    if start is not None:
        row.set("start", start.due, Head.START)
    head = Head.DUE
    deadline = _deadline(row, head, row.cell(head), calendar)
    if beside_units and (deadline is None or deadline.due is None):
        head = Head.UNITS if row.line.cell(Head.UNITS) else Head.LEAD
        deadline = _deadline(row, head, Cell(1, beside_units), calendar)
        row.remark([f"时限{quoted(beside_units)}写在单位一格里"])
    if deadline is None and row.cell(Head.DUE) is None:
        head, deadline = Head.TEXT, _in_front(row, row.line.text(Head.TEXT), calendar)
    if deadline is None:
        return
    row.set("due", deadline.due, head)
    row.set("start", row.fields.get("start") or deadline.start, Head.START if start else head)
    text = row.line.text(Head.TEXT) or row.line.text(Head.TITLE)
    nodes = [
        (stage.words or clause_after(text, stage.phrase) or f"{stage.phrase}应完成的部分", stage.due)
        for stage in deadline.stages
    ]
    row.set("nodes", _numbered(nodes), head)


def read_steps(row: RowReading, steps: tuple[Line, ...], calendar: Calendar) -> None:
    """Rows of one item: each a node, the item due when the last of them is. Refused unless each says what and by when."""
    nodes: list[tuple[str, str]] = []
    for line in steps:
        cell, text = row.cell(Head.DUE, line), line.text(Head.TEXT)
        own = cell is not None and not (cell.merged and line is not steps[0])
        deadline = _deadline(row, Head.DUE, cell, calendar, line) if own else _in_front(row, text, calendar)
        title = title_of(text if own else _IN_FRONT.sub("", text, count=1))
        if (not own and deadline is None) or not title:
            row.refuse(
                _no_step(row, len(steps), line, "没有自己的时限" if title else "没有说做什么"),
                Head.TEXT,
                line,
            )
            return
        if deadline is not None and deadline.due is not None:
            nodes += [(title, due) for due in (*(s.due for s in deadline.stages), deadline.due)]
    row.set("nodes", _numbered(nodes), Head.DUE)
    row.set("due", max((due for _, due in nodes), key=_last, default=None), Head.DUE, steps[-1])
    row.remark([f"{len(steps)} 行合为一个事项，各行是它的节点"])


def _no_step(row: RowReading, count: int, line: Line, lack: str) -> Refusal:
    message = f"{quoted(row.line.text(Head.TITLE))}占了 {count} 行，第 {line.row.number} 行{lack}"
    hint = "各行是分步节点的，每行写做什么、时限；各行是不同事项的，每行写编号和单位；是一段话的，合成一行"
    return Refusal("I107", message, hint)


def _in_front(row: RowReading, text: str, calendar: Calendar) -> Deadline | None:
    """«3-4月：完成调研» in the column of steps says by when; words in front that are no time are part of the text."""
    match = _IN_FRONT.match(text)
    found = read_deadline(match[1], year=calendar.year, issued=calendar.issued) if match else None
    if match is None or not isinstance(found, Deadline) or found.due is None:
        return None
    row.remark([f"时限{quoted(match[1])}写在原文前面", *found.remarks])
    return found


def _deadline(
    row: RowReading, head: Head, cell: Cell | None, calendar: Calendar, line: Line | None = None
) -> Deadline | None:
    if cell is None:
        return None
    if cell.day is not None:
        return _day(row, head, cell.text, cell.day, calendar, line)
    if cell.text.isdecimal() and int(cell.text) in _SERIALS:
        day = in_chinese(_EXCEL_ZERO + timedelta(days=int(cell.text)))
        message = f"时限是一个数 {cell.text}，像是没有设成日期格式的{day}"
        row.refuse(Refusal("I110", message, "把这一格设成日期格式，看清是哪一天再导入"), head, line)
        return None
    found = read_deadline(cell.text, year=calendar.year, issued=calendar.issued)
    if isinstance(found, Refusal):
        row.refuse(found, head, line)
        return None
    row.remark(found.remarks)
    return found


def _day(
    row: RowReading, head: Head, shown: str, day: date, calendar: Calendar, line: Line | None
) -> Deadline | None:
    """A day whose year nobody sees is that of the year in which somebody typed it: last year's, in a copied sheet."""
    if shown != day.isoformat():
        past = calendar.issued is not None and day < calendar.issued
        if (calendar.year or day.year) != day.year or (past and not calendar.year):
            message = f"格里看到的是{quoted(shown)}，存的却是{in_chinese(day)}，年份对不上"
            row.refuse(Refusal("I125", message, "把这一格改成看得到年份的日期，如 2017-06-30"), head, line)
            return None
        row.remark([f"{quoted(shown)}是日期 {day}"])
    return Deadline(due=day.isoformat())


def _numbered(nodes: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [
        {"id": _LETTERS[n] if n < len(_LETTERS) else str(n + 1), "title": title, "due": due}
        for n, (title, due) in enumerate(nodes)
    ]


def _last(due: str) -> date:
    return parse_due(due).last or date.max
