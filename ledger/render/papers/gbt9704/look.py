"""A named style of Word, written out."""

from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from ledger.render.papers.gbt9704 import fonts, page

RED = "FF0000"


def indent(**places: float) -> str:
    """``w:ind`` in hundredths of a character, which Word obeys, and in twips for readers that do not know them."""
    given = {name: places.get(name, 0) for name in ("left", "right", "firstLine")}
    return "<w:ind {}/>".format(
        " ".join(f'w:{n}Chars="{round(100 * x)}" w:{n}="{page.characters(x)}"' for n, x in given.items())
    )


@dataclass(frozen=True, slots=True)
class Look:
    """One style. ``line``, ``before`` and ``after`` are in twips, ``indent`` is a ``w:ind``.

    ``line`` 0: as high as what stands in it; a line of a fixed height would cut a picture.
    """

    name: str
    key: str
    font: str = fonts.FANGSONG
    points: float = page.BODY_POINTS
    color: str = ""
    align: str = "both"
    indent: str = ""
    line: int = page.LINE
    before: int = 0
    after: int = 0
    keep: bool = False
    new_page: bool = False
    rule: bool = False
    outline: int | None = None

    def xml(self) -> str:
        default = ' w:default="1"' if self.key == "Normal" else ""
        own = "" if self.name.isascii() else ' w:customStyle="1"'
        based = "" if default else '<w:basedOn w:val="Normal"/>'
        return (
            f'<w:style w:type="paragraph"{default}{own} w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f"{based}<w:qFormat/><w:pPr>{self._paragraph()}</w:pPr><w:rPr>{self.run()}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        # the order is the schema's; Word calls a file with another order damaged
        return "".join(
            (
                "<w:keepNext/>" if self.keep else "",
                "<w:pageBreakBefore/>" if self.new_page else "",
                # every page takes its 22 lines; no blanks are slipped in between Chinese and digits
                '<w:widowControl w:val="0"/>',
                self._rule(),
                # lines are exact, so the line grid has nothing to say; the grid of characters is Word's own business,
                # but LibreOffice would give every character two places of a grid that is narrower than its font
                '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
                self._spacing(),
                self.indent,
                f'<w:jc w:val="{self.align}"/>',
                "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>',
            )
        )

    def _spacing(self) -> str:
        line = f'w:line="{self.line}" w:lineRule="exact"' if self.line else 'w:line="240" w:lineRule="auto"'
        return f'<w:spacing w:before="{self.before}" w:after="{self.after}" {line}/>'

    def _rule(self) -> str:
        """The red rule as wide as the type area, 4 mm below the number (7.2.7); the line's own foot is part of it."""
        if not self.rule:
            return ""
        return f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="5" w:color="{RED}"/></w:pBdr>'

    def run(self) -> str:
        color = f'<w:color w:val="{self.color}"/>' if self.color else ""
        half_points = round(2 * self.points)
        size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        return f"{fonts.run_fonts(self.font)}{color}{size}"


def set_indent(paragraph: Paragraph, **places: float) -> None:
    """The one thing that depends on a text's length."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx knows no indents in characters
    properties.insert_element_before(
        parse_xml(indent(**places).replace("<w:ind", f"<w:ind {nsdecls('w')}")),
        "w:jc",
        "w:outlineLvl",
        "w:rPr",
    )
