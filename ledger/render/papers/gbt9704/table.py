"""The table of matters: as wide as the type area, its head on every page, no row across two pages."""

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Twips
from docx.table import Table, _Row

from ledger.base.text import width
from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704 import page
from ledger.render.papers.gbt9704.columns import fitted
from ledger.render.papers.gbt9704.styles import provide
from ledger.reports.paper import Grid

_ABOVE = 30
_HANDWRITING = Mm(16)


def add_grid(document: Document, grid: Grid, *, keep: bool) -> None:
    """``keep`` holds the last row on the page of what follows: no signature stands on a page without text."""
    table = document.add_table(1 + len(grid.rows), len(grid.columns))
    setting, widths = fitted(grid)
    _lay_out(table, widths, setting.side)
    text, title = (f"{name}{setting.style}" for name in ("表格文字", "表格标题"))
    for style in (text, title):
        provide(document, style)
    head, *rows = table.rows
    _fill(head, tuple(column.title for column in grid.columns), title)
    _mark(head, "tblHeader")
    short = [_short(grid, n, setting.room(twips)) for n, twips in enumerate(widths)]
    for row, texts in zip(rows, grid.rows, strict=True):
        _fill(row, texts, text)
        _centre(row, short)
        if grid.to_fill:
            row.height, row.height_rule = _HANDWRITING, WD_ROW_HEIGHT_RULE.AT_LEAST
    # a head alone at the foot of a page belongs to the next one
    for row in (head, table.rows[-1]) if keep else (head,):
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _lay_out(table: Table, widths: list[int], side: int) -> None:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in sides)
    sizes = {"top": _ABOVE, "left": side, "bottom": _ABOVE, "right": side}
    margins = "".join(f'<w:{s} w:w="{twips}" w:type="dxa"/>' for s, twips in sizes.items())
    properties = (
        f'<w:tblW w:w="{page.WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    element = table._tbl  # noqa: SLF001 - python-docx knows neither borders nor the margins of cells
    element.replace(element.tblPr, parse_xml(f"<w:tblPr {nsdecls('w')}>{properties}</w:tblPr>"))
    for column, twips in zip(table.columns, widths, strict=True):
        column.width = Twips(twips)
        for cell in column.cells:
            cell.width = Twips(twips)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _short(grid: Grid, n: int, room: float) -> bool:
    """A column of texts that take one line, such as numbers and dates."""
    return all("\n" not in row[n] and width(row[n]) <= room for row in grid.rows)


def _fill(row: _Row, texts: tuple[str, ...], style: str) -> None:
    _mark(row, "cantSplit")
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(clean(text))


def _centre(row: _Row, which: list[bool]) -> None:
    for cell, centred in zip(row.cells, which, strict=True):
        if centred:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))  # noqa: SLF001
