"""The page of GB/T 9704-2012 (5.1, 5.2, 7.5): A4, its margins, 22 lines of 28 characters, the page numbers."""

from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Mm, Twips

LINES, CHARACTERS = 22, 28
BODY_POINTS = 16


def twips(mm: float) -> int:
    """A twip is a twentieth of a point."""
    return round(mm * 1440 / 25.4)


TOP, BOTTOM, LEFT, RIGHT = twips(37), twips(35), twips(28), twips(26)
WIDTH = twips(210) - LEFT - RIGHT
HEIGHT = twips(297) - TOP - BOTTOM
# rounded down: with a twip more, the last line would not fit the page any more
LINE = HEIGHT // LINES
# 一字线 7 mm below the type area (7.5): the middle of a 14 pt line whose foot is 25.5 mm above the edge of the paper
_FOOTER = 25.5


def characters(count: float) -> int:
    """The width of so many places of the grid, in twips."""
    return round(WIDTH * count / CHARACTERS)


def character_space() -> int:
    """What Word adds to each character of the grid, in 4096ths of a point; rounded down, or the 28th would not fit."""
    return (WIDTH * 4096 // (20 * CHARACTERS)) - BODY_POINTS * 4096


def set_up(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOOTER)
    section.gutter = Twips(0)
    _set_grid(section)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer, "页码")
    _number(section.even_page_footer, "双页码")


def _set_grid(section: Section) -> None:
    properties = section._sectPr  # noqa: SLF001 - python-docx knows no grid
    for name in [n for n in properties.attrib if "rsid" in n]:
        del properties.attrib[name]
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    properties.append(
        parse_xml(
            f'<w:docGrid {nsdecls("w")} w:type="linesAndChars" w:linePitch="{LINE}"'
            f' w:charSpace="{character_space()}"/>'
        )
    )


def _number(footer: Any, style: str) -> None:
    """``— 1 —``, on odd pages one character in from the right, on even pages from the left: its style says which."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = style
    paragraph.add_run("— ")
    for piece in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{piece}</w:r>"))  # noqa: SLF001 - it knows no fields
    paragraph.add_run(" —")
