"""A paper as a Word file in the layout of GB/T 9704-2012; numbers in comments are clauses of it.

This module and what it imports are the only ones that import python-docx (80 ms): import it where a file is written.
"""

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from ledger.base.text import one_line
from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704.chart import add_chart
from ledger.render.papers.gbt9704.file import blank, saved
from ledger.render.papers.gbt9704.foot import add_foot
from ledger.render.papers.gbt9704.head import add_head, add_title
from ledger.render.papers.gbt9704.table import add_grid
from ledger.render.papers.gbt9704.words import add
from ledger.reports.chart import Chart
from ledger.reports.paper import Grid, Paper, Part, Sheet, Text

_HEADINGS = {1: "一级标题字体", 2: "二级标题字体"}
_AROUND_A_TABLE = Pt(6)


def render(paper: Paper) -> bytes:
    """The file; the same paper gives the same bytes."""
    document = blank(paper)
    add_head(document, paper)
    if paper.title:
        add_title(document, "Title", paper.title)
    if paper.salutation:
        add(document, "主送机关", one_line(paper.salutation))
    _add_parts(document, paper.body, keep=True)
    add_foot(document, paper)
    for sheet in paper.sheets:
        _add_sheet(document, sheet)
    return saved(document)


def _add_parts(document: Document, parts: tuple[Part, ...], *, keep: bool) -> None:
    """``keep``: the last part stays with what follows, for no signature stands on a page without text (7.3.5.5)."""
    parts = tuple(part for part in parts if not isinstance(part, Chart) or part.measured)
    for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
        last = keep and after is None
        if isinstance(part, Chart):
            add_chart(document, part, keep=last)
            continue
        if isinstance(part, Grid):
            if isinstance(before, Grid):
                add(document, "末行", "")  # Word makes one of two tables that touch
            add_grid(document, part, keep=last)
            continue
        paragraph = _add_text(document, part)
        if last:
            paragraph.paragraph_format.keep_with_next = True
        if isinstance(before, Grid):
            paragraph.paragraph_format.space_before = _AROUND_A_TABLE
        if isinstance(after, Grid):
            paragraph.paragraph_format.space_after = _AROUND_A_TABLE


def _add_text(document: Document, part: Text) -> Paragraph:
    if part.is_heading:
        return add(document, f"heading {part.level}", part.text)
    paragraph = add(document, "公文正文", "")
    heading, body = part.halves
    for text, style in ((heading, _HEADINGS.get(part.level)), (body, None)):
        if text:
            paragraph.add_run(clean(text), style)
    return paragraph


def _add_sheet(document: Document, sheet: Sheet) -> None:
    add_title(document, "附件标题", sheet.title)
    _add_parts(document, sheet.body, keep=False)
    if sheet.body and isinstance(sheet.body[-1], Grid):
        add(document, "末行", "")
