"""The only way for a text to get into a docx file."""

import re

from docx.document import Document
from docx.text.paragraph import Paragraph

from ledger.base.text import printable
from ledger.render.papers.gbt9704.styles import provide

_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """What XML can carry: control characters are made visible, halves of characters replaced."""
    return _NOT_XML.sub("\ufffd", printable(text))


def add(document: Document, style: str, text: str) -> Paragraph:
    """A paragraph at the end; a line break in the text is a line break in the paragraph."""
    provide(document, style)
    return document.add_paragraph(clean(text), style)
