"""The only way for a text to get into a docx file."""

from docx.document import Document
from docx.text.paragraph import Paragraph

from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704.styles import provide


def add(document: Document, style: str, text: str) -> Paragraph:
    """A paragraph at the end; a line break in the text is a line break in the paragraph."""
    provide(document, style)
    return document.add_paragraph(clean(text), style)
