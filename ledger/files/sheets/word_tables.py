"""Tables of a docx by python-docx, cell by cell as the grid has them."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from ledger.files.sheets.archive import Archive, unreadable
from ledger.files.sheets.cells import Cell, Row, Sheet, SheetFile, seen

_MOST_COLUMNS = 200
_TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_BROKEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_GONE = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_REVISED = {qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")}


def read_word_tables(path: str, archive: Archive, content: bytes) -> SheetFile:
    """Every table that is in no other, called 表1, 表2 …; revisions are read as accepted, which the remark says.

    Raises LedgerError where the file cannot be read or holds no table.
    """
    if "word/document.xml" not in archive.members:
        raise unreadable(path)
    try:
        body = docx.Document(io.BytesIO(content)).element.body
        tables = [t for t in body.iter(_TABLE) if next(t.iterancestors(_TABLE), None) is None]
        sheets = tuple(Sheet(f"表{n}", tuple(_rows(t))) for n, t in enumerate(tables, 1))
    except Exception as error:
        # a broken part lets the library fail in any way
        raise unreadable(path) from error
    revised = any(True for t in tables for _ in t.iter(*_REVISED))
    return SheetFile(path, sheets, "有修订痕迹，按全部接受修订读取" if revised else "")


def _rows(table: Any) -> Iterator[Row]:
    above: dict[int, Cell] = {}
    for number, row in enumerate(_own(table, _ROW, _TABLE), 1):
        cells = {cell.column: cell for cell in _cells(row, above)}
        above = cells
        shown = tuple(c for c in cells.values() if c.text)
        if shown:
            yield Row(number, shown)


def _cells(row: Any, above: dict[int, Cell]) -> Iterator[Cell]:
    """``above`` are the cells of the row before, which go on where a cell is merged downwards."""
    column = 1 + row.grid_before
    for tc in _own(row, _CELL, _ROW):
        span = min(tc.grid_span, _MOST_COLUMNS)
        continued = tc.vMerge == "continue" and column in above
        text = above[column].text if continued else seen("\n".join(map(_text, tc.iter(qn("w:p")))))
        for offset in range(span):
            if column + offset <= _MOST_COLUMNS:
                yield Cell(column + offset, text, merged=continued or offset > 0)
        column += span


def _own(parent: Any, tag: str, owner: str) -> Iterator[Any]:
    """Those directly in it or in a content control, not those of a table within a cell."""
    return (e for e in parent.iter(tag) if next(e.iterancestors(owner)) is parent)


def _text(paragraph: Any) -> str:
    """What ``Paragraph.text`` says and, beside it, insertions under revision, which that leaves out."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _GONE:
            continue
        if element.tag == qn("w:t"):
            parts.append(element.text or "")
        elif element.tag in _BROKEN:
            parts.append(_BROKEN[element.tag])
        stack.extend(reversed(element))
    return "".join(parts)
