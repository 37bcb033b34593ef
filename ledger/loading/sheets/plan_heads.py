"""What a sheet says of the plan itself: in columns of the list, or in the rows above the head."""

import re
from collections.abc import Iterable, Sequence

from ledger.base.day_forms import day_form
from ledger.base.diagnostics import Place
from ledger.base.text import quoted
from ledger.files.sheets.cells import Sheet, place
from ledger.loading.sheets.draft import Fact
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.heads import Table
from ledger.loading.sheets.lines import Line

_NUMBER = re.compile(r"[^\W\d_]{1,15}〔(\d{4})〕\d{1,5}号")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_TITLE = re.compile(r"方案|台账|分工|清单|要点|计划|任务|安排|意见|通知|一览表|明细表|汇总表")
_COLUMNS = (
    ("id", Head.PLAN_ID),
    ("title", Head.PLAN_TITLE),
    ("number", Head.PLAN_NUMBER),
    ("issued", Head.PLAN_DATE),
)


def above(path: str, sheet: Sheet, table: Table) -> list[tuple[Place, str]]:
    """The rows above the head as texts, each with its place."""
    found = []
    for row in sheet.rows:
        if row.number < table.first and not row.hidden:
            texts = dict.fromkeys(cell.text for cell in row.cells)
            found.append((place(path, sheet, row.number, row.cells[0].column), "\n".join(texts)))
    return found


def by_plan(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of every plan that is named; a row that names none belongs to the one above it."""
    plans: dict[tuple[str, ...], list[Line]] = {}
    current: tuple[str, ...] = ()
    for line in lines:
        named = tuple(line.text(head) for _, head in _COLUMNS[:3])
        current = named if any(named) else current
        plans.setdefault(current, []).append(line)
    return list(plans.values())


def plan_fields(
    lines: Sequence[Line], titles: Sequence[tuple[Place, str]]
) -> tuple[dict[str, Fact], list[tuple[Place, str]]]:
    """The fields, and remarks where they come from above the head."""
    fields: dict[str, Fact] = {}
    remarks: list[tuple[Place, str]] = []
    for key, head in _COLUMNS:
        line = next((line for line in lines if line.cell(head)), None)
        if line is None:
            continue
        text = line.text(head)
        if key == "issued":
            cell = line.cell(head)
            day = cell.day.isoformat() if cell and cell.day else day_form(text)
            text = day or ""
        if text:
            fields[key] = text
    for spot, text in titles:
        first = text.splitlines()[0]
        if "title" not in fields and 4 < len(first) <= 100 and _TITLE.search(first):
            fields["title"] = first
            remarks.append((spot, f"表头上面的{quoted(first)}读作方案名称"))
        if "number" not in fields and (number := _NUMBER.search(text)):
            fields["number"] = number.group()
            remarks.append((spot, f"表头上面的 {number.group()} 读作方案文号"))
    return fields, remarks


def year_in_heads(lines: Iterable[Line]) -> int | None:
    """2017年完成时限: the year of the limits below, where all sheets say the same."""
    tables = {id(line.table): line.table for line in lines}.values()
    words = [table.words[column] for table in tables for column in table.columns.get(Head.DUE, ())]
    years = {int(match[1]) if (match := _YEAR.search(word)) else None for word in words}
    return years.pop() if len(years) == 1 else None


def year_of(number: str) -> int | None:
    """国办发〔2020〕43号 is a document of 2020."""
    match = _NUMBER.search(number)
    return int(match[1]) if match else None
