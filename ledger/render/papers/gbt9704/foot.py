"""What stands under the body: who signed it and when (7.3.5), whom to ask (7.3.6), who has a copy (7.4)."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from ledger.base.days import in_chinese
from ledger.base.text import one_line, width
from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704 import page
from ledger.render.papers.gbt9704.look import set_indent
from ledger.render.papers.gbt9704.words import add
from ledger.reports.paper import Paper

_DATE_RIGHT = 4
# where the grid of characters is not known, 16 pt are a little more than a place
_SLACK = 0.5
# 0.35 mm (7.4.1) in eighths of a point
_RULE = 8
# the table floats: its last rule lies on the lower edge of the type area, whatever stands above
_PROPERTIES = f"""<w:tblPr {nsdecls("w")}>
  <w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="center" w:tblpYSpec="bottom"/>
  <w:tblOverlap w:val="never"/>
  <w:tblW w:w="{page.WIDTH}" w:type="dxa"/>
  <w:tblBorders>
    <w:top w:val="single" w:sz="{_RULE}" w:space="0" w:color="auto"/>
    <w:bottom w:val="single" w:sz="{_RULE}" w:space="0" w:color="auto"/>
  </w:tblBorders>
  <w:tblLayout w:type="fixed"/>
  <w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>
</w:tblPr>"""


def add_foot(document: Document, paper: Paper) -> None:
    # a table may stand at the end of a periodical; the 版记 belongs to a paragraph
    last = add(document, "末行", "") if paper.periodical else _add_signature(document, paper)
    if paper.note:
        last.paragraph_format.keep_with_next = True
        last = add(document, "附注", one_line(paper.note))
    if paper.copies:
        last.paragraph_format.keep_with_next = True
        last.paragraph_format.space_after = Twips(page.LINE // 2)
        _add_copies(document, paper.copies)


def _add_signature(document: Document, paper: Paper) -> Paragraph:
    """The date four places in from the right, the unit centred above it (7.3.5.1).

    Both are centred in one column at the right edge, so they agree whatever the font. A name longer than the date
    and its margins widens the column: both move to the left together rather than the name out of the type area.
    """
    unit, day = one_line(paper.signed_by), in_chinese(paper.day)
    column = min(page.CHARACTERS, max(width(day) / 2 + 2 * _DATE_RIGHT, width(unit) / 2 + _SLACK))
    for style, text in (("发文机关署名", unit), ("成文日期", day)):
        paragraph = add(document, style, text)
        set_indent(paragraph, left=page.CHARACTERS - column)
    return paragraph


def _add_copies(document: Document, lines: tuple[str, ...]) -> None:
    """Between two thick rules, at the foot of the page on which the text ends.

    A floating table belongs to the paragraph behind it: a line of one point that stays with the signature.
    LibreOffice floats no table as wide as the page: there it follows the text.
    """
    table = document.add_table(1, 1)
    element = table._tbl  # noqa: SLF001 - python-docx knows no floating tables
    element.replace(element.tblPr, parse_xml(_PROPERTIES))
    table.columns[0].width = table.cell(0, 0).width = Twips(page.WIDTH)
    cell = table.cell(0, 0)
    for n, line in enumerate(lines):
        paragraph = cell.add_paragraph() if n else cell.paragraphs[0]
        paragraph.style = "抄送机关"
        paragraph.add_run(clean(one_line(line)))
    add(document, "末行", "")
