"""The day of which a sheet reports: 截至2017年10月31日 above its head, or in the head of a column."""

import re
from collections.abc import Iterable, Sequence

from ledger.base.days import parse_due
from ledger.base.diagnostics import Place
from ledger.base.text import quoted
from ledger.files.sheets.cells import place
from ledger.loading.phrases.deadlines import read_deadline
from ledger.loading.phrases.values import Deadline
from ledger.loading.sheets.draft import Reported
from ledger.loading.sheets.due_cells import Calendar
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.lines import Line

_UNTIL = re.compile(
    r"截[至止]到?[：:\s]*(?P<when>[\d〇一二三四五六七八九十][\d〇一二三四五六七八九十年月日号底末上中下旬.\-/ ]*)"
)
_TOLD = (Head.PROGRESS, Head.STATE, Head.PERCENT)


def reported_of(
    lines: Sequence[Line], titles: Iterable[tuple[Place, str]], calendar: Calendar
) -> tuple[Reported | None, list[tuple[Place, str]]]:
    """The day that all of them say; a remark for one that nobody can tell, or where they say several."""
    found: list[Reported] = []
    remarks: list[tuple[Place, str]] = []
    for spot, text in [*titles, *_heads(lines)]:
        match = _UNTIL.search(text)
        if match is None:
            continue
        read = read_deadline(match["when"].strip(), year=calendar.year, issued=None)
        day = (
            parse_due(read.due).last if isinstance(read, Deadline) and read.due and not read.stages else None
        )
        if day is None:
            remarks.append((spot, f"{quoted(match[0])}看不出是哪一天，用 --date 或 --year 说明"))
        else:
            found.append(Reported(spot, match[0].strip(), day))
    if len({one.day for one in found}) > 1:
        words = "、".join(quoted(one.phrase) for one in found)
        return None, [*remarks, (found[0].place, f"{words}不是同一天，情况是哪一天的用 --date 说明")]
    return (found[0] if found else None), remarks


def _heads(lines: Sequence[Line]) -> Iterable[tuple[Place, str]]:
    tables = {id(line.table): line for line in lines}.values()
    for line in tables:
        for column in (c for head in _TOLD for c in line.table.columns.get(head, ())):
            yield place(line.path, line.sheet, line.table.last, column), line.table.words[column]
