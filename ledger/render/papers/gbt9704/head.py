"""From the upper edge down to the title (7.2, 7.3.1)."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph

from ledger.base.days import in_chinese
from ledger.base.text import one_line, width
from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704 import page
from ledger.render.papers.gbt9704.styles import AGENCY_BEFORE, AGENCY_POINTS, TITLE_POINTS
from ledger.render.papers.gbt9704.words import add
from ledger.reports.paper import Paper

# the mark's characters may be narrower than high, as on printed red heads, but not thinner than two thirds
_NARROWEST = 2 / 3
# a name as long as a line keeps a little clear of the margins
_OF_THE_LINE = 0.96


def add_head(document: Document, paper: Paper) -> None:
    """The name in red 35 mm below the upper edge (7.2.4), two lines on the number, the red rule under it (7.2.5, 7.2.7)."""
    if paper.remark:
        add(document, "密级和标注", one_line(paper.remark))
    agency = one_line(paper.agency)
    mark = add(document, "发文机关标志", agency)
    _fit(mark, agency)
    if paper.remark and not paper.compact:
        mark.paragraph_format.space_before = Twips(AGENCY_BEFORE - page.LINE)
    if paper.periodical:
        _add_issue(document, paper)
    else:
        add(document, "发文字号", one_line(paper.number))


def _add_issue(document: Document, paper: Paper) -> None:
    """Of a periodical: the number under its name, then who edits it and the day, each one place in, over the rule."""
    issue = add(document, "期数", one_line(paper.number))
    line = add(document, "编发单位", "")
    line.add_run(f"\t{clean(one_line(paper.signed_by))}\t{in_chinese(paper.day)}")
    tabs = line.paragraph_format.tab_stops
    tabs.add_tab_stop(Twips(page.characters(1)))
    tabs.add_tab_stop(Twips(page.WIDTH - page.characters(1)), WD_TAB_ALIGNMENT.RIGHT)
    if not paper.title:
        line.paragraph_format.space_after = Twips(page.LINE // (4 if paper.compact else 1))
    if paper.compact:
        issue.paragraph_format.space_before = line.paragraph_format.space_before = Twips(0)


def _fit(mark: Paragraph, text: str) -> None:
    """One line: first the characters become narrower, then smaller; beyond 22 pt the name takes two lines."""
    room = _OF_THE_LINE * page.WIDTH / 20 / max(1, width(text) / 2)
    points = max(TITLE_POINTS, min(AGENCY_POINTS, int(room / _NARROWEST)))
    scale = min(100, max(int(100 * room / points), round(100 * _NARROWEST)))
    for run in mark.runs:
        scaling = parse_xml(f'<w:w {nsdecls("w")} w:val="{scale}"/>')
        run._r.get_or_add_rPr().append(scaling)  # noqa: SLF001 - python-docx knows no scaling of characters
        run.font.size = Pt(points)


def add_title(document: Document, style: str, text: str) -> None:
    """A title longer than a line is set in lines of about the same length (7.3.1), unless its author broke it."""
    title = add(document, style, text)
    room = page.WIDTH // (20 * TITLE_POINTS)
    length = width(text) / 2
    if length > room and "\n" not in text:
        lines = -(-length // room)
        wanted = min(room, int(length / lines) + 2)
        side = Twips((page.WIDTH - wanted * 20 * TITLE_POINTS) // 2)
        title.paragraph_format.left_indent = title.paragraph_format.right_indent = side
