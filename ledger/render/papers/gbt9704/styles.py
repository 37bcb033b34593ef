"""The named styles of a paper. Paragraphs carry next to no formatting of their own: a clerk changes a style, once.

Distances are in lines (7/8 of a 3号 character between two lines, 3.2) and in places of the grid.
"""

from dataclasses import replace
from typing import Any, Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ledger.render.papers.gbt9704 import fonts, page
from ledger.render.papers.gbt9704.look import RED, Look, indent

# 7.2.4: the name stands 35 mm below the upper edge of the type area
AGENCY_BEFORE: Final = page.twips(35)
AGENCY_POINTS: Final = 42
TITLE_POINTS: Final = 22
_MINOR: Final = 20 * 14


_LINE = page.LINE
# one place free on either side; further lines stand under the first unit, behind the three characters of 抄送：
_COPIES = f'<w:ind w:left="{page.characters(1) + 3 * _MINOR}" w:right="{page.characters(1)}" w:hanging="{3 * _MINOR}"/>'
LOOKS = (
    Look("Normal", "Normal"),
    Look("密级和标注", "Mark", fonts.HEITI, align="left"),
    Look(
        "发文机关标志",
        "Agency",
        fonts.XIAOBIAOSONG,
        AGENCY_POINTS,
        RED,
        "center",
        line=48 * 20,
        before=AGENCY_BEFORE,
    ),
    Look("发文字号", "Number", align="center", before=2 * _LINE, rule=True),
    # 22 pt and the 14 pt between lines
    Look(
        "Title",
        "Title",
        fonts.XIAOBIAOSONG,
        TITLE_POINTS,
        align="center",
        line=36 * 20,
        before=2 * _LINE,
        keep=True,
    ),
    Look("主送机关", "Addressee", align="left", before=_LINE),
    Look("公文正文", "Body", indent=indent(firstLine=2)),
    Look("heading 1", "Heading1", fonts.HEITI, indent=indent(firstLine=2), keep=True, outline=0),
    Look("heading 2", "Heading2", fonts.KAITI, indent=indent(firstLine=2), keep=True, outline=1),
    Look("heading 3", "Heading3", indent=indent(firstLine=2), keep=True, outline=2),
    Look("表格文字", "Cell", points=12, align="left", line=18 * 20),
    Look("表格标题", "CellHead", fonts.HEITI, 12, align="center", line=18 * 20),
    Look("发文机关署名", "Signature", align="center", before=2 * _LINE, keep=True),
    Look("成文日期", "Date", align="center"),
    Look("附注", "Note", indent=indent(left=2)),
    Look("抄送机关", "Copies", points=14, indent=_COPIES, line=_MINOR * 3 // 2),
    Look(
        "附件标题",
        "SheetTitle",
        fonts.XIAOBIAOSONG,
        TITLE_POINTS,
        align="center",
        line=36 * 20,
        after=_LINE // 2,
        keep=True,
        new_page=True,
    ),
    Look("页码", "PageNumber", fonts.SONGTI, 14, align="right", indent=indent(right=1), line=_MINOR),
    Look("双页码", "EvenPageNumber", fonts.SONGTI, 14, align="left", indent=indent(left=1), line=_MINOR),
    Look("末行", "Foot", points=1, line=20),
)
# what only some papers have: periodicals, pictures, tables of many columns
_SELDOM = {
    look.name: look
    for look in (
        Look("期数", "Issue", align="center", before=_LINE // 2),
        Look("编发单位", "Editor", align="left", before=_LINE // 2, rule=True),
        Look("图", "Picture", align="center", line=0, before=_LINE // 4, keep=True),
        Look("图题", "PictureTitle", fonts.HEITI, 12, align="center", line=18 * 20, after=_LINE // 2),
        Look("表格文字（五号）", "Cell5", points=10.5, align="left", line=15 * 20),
        Look("表格标题（五号）", "CellHead5", fonts.HEITI, 10.5, align="center", line=15 * 20),
        Look("表格文字（小五）", "CellSmall5", points=9, align="left", line=13 * 20),
        Look("表格标题（小五）", "CellHeadSmall5", fonts.HEITI, 9, align="center", line=13 * 20),
    )
}


# a page for leaders is one page, five lines of which are a table and three headings: eighteen lines of 4号 have room
_COMPACT: dict[str, dict[str, Any]] = {
    "密级和标注": {"points": 14, "line": 20 * 20},
    "发文机关标志": {"before": 0, "line": 44 * 20},
    "公文正文": {"points": 14, "line": 19 * 20},
    "heading 1": {"points": 14, "line": 22 * 20},
    "heading 2": {"points": 14, "line": 22 * 20},
    "heading 3": {"points": 14, "line": 22 * 20},
    "表格文字": {"line": 16 * 20},
    "表格标题": {"line": 16 * 20},
}


def styles(*, compact: bool = False) -> list[BaseOxmlElement]:
    """What ``styles.xml`` holds: the defaults, our paragraph styles and the three that Word expects to find."""
    chosen = [replace(look, **_COMPACT.get(look.name, {})) if compact else look for look in LOOKS]
    normal = LOOKS[0]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{normal.run()}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    runs = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{fonts.run_fonts(font)}</w:rPr></w:style>"
        for key, name, font in (
            ("Font1", "一级标题字体", fonts.HEITI),
            ("Font2", "二级标题字体", fonts.KAITI),
        )
    )
    expected = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )
    looks = "".join(look.xml() for look in chosen)
    return list(parse_xml(f"<w:styles {nsdecls('w')}>{defaults}{looks}{runs}{expected}</w:styles>"))


def provide(document: Document, name: str) -> None:
    """Put a style that only some papers need into the file, when it is needed."""
    root = document.styles.element
    names = (element.get(qn("w:val")) for element in root.iter(qn("w:name")))
    if name in _SELDOM and name not in names:
        root.append(parse_xml(_SELDOM[name].xml().replace("<w:style ", f"<w:style {nsdecls('w')} ", 1)))
