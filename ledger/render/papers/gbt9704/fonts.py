"""The fonts of official papers. They are named, never embedded; ``fontTable.xml`` says what may stand in for them.

Digits and Latin letters are set in the Chinese font of their surroundings. The standard wants 3号仿宋 for everything it
does not except (5.2.2), a half-width digit fills half a place of the 28-character grid, and curly quotation marks,
which Word counts as Latin, stay full-width. Times New Roman would break all three.
"""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

FANGSONG = "仿宋_GB2312"
KAITI = "楷体_GB2312"
HEITI = "黑体"
SONGTI = "宋体"
XIAOBIAOSONG = "方正小标宋简体"

# first what Windows brings, then WPS and macOS, then the free fonts of Linux
_INSTEAD = {
    FANGSONG: "仿宋,FangSong,华文仿宋,STFangsong,FandolFang",
    KAITI: "楷体,KaiTi,华文楷体,STKaiti,FandolKai",
    HEITI: "SimHei,华文黑体,STHeiti,Noto Sans CJK SC",
    SONGTI: "SimSun,华文宋体,STSong,Noto Serif CJK SC",
    XIAOBIAOSONG: "FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC",
}
_FAMILIES = {FANGSONG: "modern", KAITI: "modern", HEITI: "modern", SONGTI: "auto", XIAOBIAOSONG: "script"}


def run_fonts(font: str) -> str:
    """``w:rFonts`` for every script; the hint makes Word take ambiguous punctuation as Chinese."""
    slots = " ".join(f'w:{slot}="{font}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts w:hint="eastAsia" {slots}/>'


def font_table() -> BaseOxmlElement:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{_FAMILIES[name]}"/><w:pitch w:val="{"variable" if name == SONGTI else "fixed"}"/></w:font>'
        for name, others in _INSTEAD.items()
    )
    return parse_xml(f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>")
