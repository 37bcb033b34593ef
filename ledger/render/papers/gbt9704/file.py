"""The docx file: what python-docx's template brings and a paper does not need goes; the same paper, the same bytes."""

import io
from datetime import datetime, time

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from ledger.base.text import one_line
from ledger.render.ooxml import LONGEST_PROPERTY, clean, packed
from ledger.render.papers.gbt9704 import fonts, page, styles
from ledger.reports.paper import Paper

_KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}

# in the schema's order; the grid keeps its places only when punctuation is not compressed
_SETTINGS = f"""<w:settings {nsdecls("w")}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="{page.characters(2)}"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:doNotExpandShiftReturn/>
    <w:useFELayout/>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
</w:settings>"""


def blank(paper: Paper) -> Document:
    """An empty document with our page, styles and fonts, and the properties of ``paper``."""
    document = docx.Document()
    _strip(document)
    _replace(document.styles.element, styles.styles(compact=paper.compact))
    _replace(document.settings.element, list(parse_xml(_SETTINGS)))
    _add_font_table(document)
    page.set_up(document)
    _describe(document, paper)
    return document


def saved(document: Document) -> bytes:
    """The file's bytes."""
    written = io.BytesIO()
    document.save(written)
    return packed(written)


def _strip(document: Document) -> None:
    """Thumbnail, statistics, theme, numbering and whatever else the template's own author left."""
    package = document.part.package
    kept = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
    for rels, wanted in ((package.rels, kept), (document.part.rels, _KEPT)):
        for key in [key for key, rel in rels.items() if rel.reltype not in wanted]:
            del rels[key]


def _replace(root: BaseOxmlElement, children: list[BaseOxmlElement]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(children)


def _add_font_table(document: Document) -> None:
    name, kind = PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE
    part = XmlPart(name, kind, fonts.font_table(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _describe(document: Document, paper: Paper) -> None:
    """Who signed and when, never who ran the tool and when."""
    properties = document.core_properties
    properties.title = _property(paper.title or f"{paper.agency}{paper.number}")
    properties.author = _property(paper.signed_by)
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.combine(paper.day, time())
    properties.language = "zh-CN"


def _property(text: str) -> str:
    return clean(one_line(text))[:LONGEST_PROPERTY]
