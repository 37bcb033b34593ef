"""What the columns of a sheet mean for a plan file: which keys they speak of, and whether 领域 is one of them."""

from collections.abc import Iterable
from dataclasses import replace

from ledger.files.sheets.cells import Sheet
from ledger.loading.sheets.draft import DraftItem
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.heads import Table

_KEYS: dict[Head, tuple[str, ...]] = {
    Head.ID: ("id",),
    Head.TITLE: ("title",),
    Head.TEXT: ("text",),
    Head.LEAD: ("lead",),
    Head.UNITS: ("lead", "with"),
    Head.PARTICIPANTS: ("with",),
    Head.LEADER: ("leader",),
    Head.DUE: ("due",),
    Head.START: ("start",),
    Head.FIELD: ("field",),
    Head.GROUP: ("group",),
    Head.FOCUS: ("focus",),
    Head.HARD: ("hard",),
    Head.WEIGHT: ("weight",),
    Head.MAJOR_TASK: ("major_task",),
    Head.REVIEW_BY: ("review_by",),
    Head.STATE: ("state",),
    Head.PERCENT: ("percent",),
    Head.PROGRESS: ("note", "state", "percent"),
    Head.EVIDENCE: ("evidence",),
    Head.DONE_ON: ("day",),
}


def keys_of(tables: Iterable[Table], items: Iterable[DraftItem]) -> frozenset[str]:
    """Keys of items that the sheets have a column for; nodes and parts where an item has one.

    A title that was taken from the text is no column of its own.
    """
    columns = {key for table in tables for head in table.columns for key in _KEYS.get(head, ())}
    return frozenset(columns | {key for item in items for key in ("nodes", "part") if key in item.fields})


def settle_field(sheet: Sheet, table: Table, fields: tuple[str, ...]) -> Table:
    """领域 is the field of items where every value is one of ledger.yaml's; else it is a heading as any other."""
    if not table.has(Head.FIELD):
        return table
    (column,) = table.columns[Head.FIELD]
    values = {row.cell(column).text for row in sheet.rows if row.number > table.last and not row.hidden} - {
        ""
    }
    if values <= set(fields):
        return table
    columns = dict(table.columns)
    del columns[Head.FIELD]
    columns[Head.PART] = tuple(sorted((*columns.get(Head.PART, ()), column)))
    remark = f"“{table.words[column]}”一列不全是 ledger.yaml 的领域，读作所属部分"
    return replace(table, columns=columns, remarks=(*table.remarks, remark))
