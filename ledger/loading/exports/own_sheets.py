"""Sheets that ``export`` wrote: a row is an item, numbered and called exactly as it says; nothing is found out from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ledger.loading.sheets.groups import Entry
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.heads import Table
from ledger.loading.sheets.lines import Line
from ledger.loading.sheets.numbering import Number, Style

HEADS = (
    "方案编号",
    "编号",
    "所属部分",
    "事项",
    "原文",
    "牵头单位",
    "配合单位",
    "时限",
    "状态",
    "逾期情况",
    "进展情况",
    "佐证",
    "未完成原因",
)
"""What export calls its columns."""

SPARSE = frozenset({"所属部分", "原文"})
"""Those that a sheet on which no row has them goes without."""

GIVEN = frozenset({"方案编号", "编号", "逾期情况", "未完成原因"})
"""Those that only repeat what the ledger says."""

NO_PART = "—"


def is_own(table: Table) -> bool:
    return frozenset(HEADS) - SPARSE <= frozenset(table.words.values())


def own_table(table: Table) -> Table:
    """What is to be read of it; nobody has to be told of the rest."""
    columns = dict(table.columns)
    columns.pop(Head.CAUSE, None)
    return replace(table, columns=columns, remarks=())


def own_entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """Headings before their first items. What several units lead stands on the sheet of each, and is one item."""
    parts: dict[str, Entry] = {}
    known: dict[str, Line] = {}
    for line in lines:
        name, part = line.text(Head.ID), line.text(Head.PART)
        if name and name in known and _says(line) == _says(known[name]):
            continue
        known.setdefault(name, line)
        if part and part != NO_PART and part not in parts:
            parts[part] = Entry(line, None, part, is_part=True, head=Head.PART)
            yield parts[part]
        number = Number(name, Style.PLAIN) if name else None
        yield Entry(line, number, line.text(Head.TITLE), parent=parts.get(part), exact=True)


def _says(line: Line) -> Mapping[Head, str]:
    return {head: line.text(head) for head in line.cells}
