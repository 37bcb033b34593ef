"""Plans as the data sheets of a workbook: every field and every entry, for :mod:`ledger.loading.exports.exported`."""

from collections.abc import Iterator, Sequence

from ledger.base.errors import LedgerError
from ledger.base.text import width
from ledger.files.scalars import Value
from ledger.files.sheets.exact import LONGEST, exact, exact_names, length
from ledger.loading.exports.data_sheets import (
    DATA_SHEETS,
    ENTRIES,
    EVIDENCE,
    ITEMS,
    NODES,
    PARTS,
    PLANS,
    DataColumn,
    DataSheet,
    columns,
)
from ledger.loading.written import written
from ledger.model.plans import Plan
from ledger.reports.blocks import cells
from ledger.reports.workbook import SheetColumn, SheetPage

_Fields = dict[str, Value]
_Line = tuple[DataSheet, tuple[str, ...], _Fields]
_WIDEST, _PADDING = 40, 2


def data_pages(plans: Sequence[Plan]) -> list[SheetPage]:
    """Raises LedgerError for a text that no cell can hold: it would not come back."""
    lines = [line for plan in plans for line in _of_plan(written(plan))]
    return [_page(sheet, [line for line in lines if line[0] is sheet]) for sheet in DATA_SHEETS]


def _of_plan(plan: _Fields) -> Iterator[_Line]:
    name = str(plan["id"])
    yield PLANS, (), plan
    for part in _rows(plan, "parts"):
        yield PARTS, (name,), part
    yield from _of_log((name, ""), plan)
    for item in _rows(plan, "items"):
        owner = (name, str(item["id"]))
        yield ITEMS, (name,), item
        for node in _rows(item, "nodes"):
            yield NODES, owner, node
        yield from _of_log(owner, item)


def _of_log(owner: tuple[str, str], thing: _Fields) -> Iterator[_Line]:
    for number, entry in enumerate(_rows(thing, "log"), 1):
        yield ENTRIES, (*owner, str(number)), entry
        for evidence in _rows(entry, "evidence"):
            yield EVIDENCE, (*owner, str(number)), evidence


def _rows(fields: _Fields, key: str) -> list[_Fields]:
    rows = fields.get(key, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _page(sheet: DataSheet, lines: list[_Line]) -> SheetPage:
    rows = [
        [*(exact(o) if o else "" for o in owner), *(_fitting(owner, fields, c) for c in columns(sheet))]
        for _, owner, fields in lines
    ]
    heads = sheet.heads
    widths = [max(width(text) for text in column) for column in zip(heads, *rows, strict=True)]
    return SheetPage(
        sheet.name,
        tuple(SheetColumn(h, min(w, _WIDEST) + _PADDING) for h, w in zip(heads, widths, strict=True)),
        tuple(cells(*row) for row in rows),
        hidden=True,
    )


def _fitting(owner: tuple[str, ...], fields: _Fields, column: DataColumn) -> str:
    text = _cell(fields, column)
    if length(text) > LONGEST:
        name = "/".join(filter(None, (*owner[:2], str(fields.get("id", "")))))
        raise LedgerError(
            f"{name} 的“{column.head}”太长，xlsx 的一格装不下：改用 .jsonl 导出；只要打印的，用 --by unit"
        )
    return text


def _cell(fields: _Fields, column: DataColumn) -> str:
    value: Value | None = fields
    for key in column.keys:
        value = value.get(key) if isinstance(value, dict) else None
    if value is None:
        return ""
    if isinstance(value, list) or (column.names and isinstance(value, str)):
        return exact_names([str(v) for v in (value if isinstance(value, list) else [value])])
    return exact(str(value))
