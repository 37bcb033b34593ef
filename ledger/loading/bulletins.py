"""Bulletins: what is kept of one with the ledger, and its front matter once somebody verifies it."""

from ledger.base.diagnostics import Diagnostic
from ledger.files.bulletin_markers import split
from ledger.files.bulletin_text import BulletinText
from ledger.files.document import read_document
from ledger.loading.kinds import Kind
from ledger.loading.records import read_record
from ledger.model.bulletins import Bulletin, Head
from ledger.model.events import CORRECT

_HEAD = Kind("bulletin", Head, "月报")


def read_bulletin(content: bytes) -> Bulletin:
    """One made by hand is all prose."""
    text = split(content.decode("utf-8", "replace"))
    prose = tuple(part.text for part in text.prose)
    lines = [line for part in prose for line in part.splitlines()]
    regions = {name: region.text for name, region in text.regions.items()}
    return Bulletin(text.front, regions, prose, sum(CORRECT in line for line in lines))


def read_head(path: str, text: BulletinText) -> tuple[Head | None, list[Diagnostic]]:
    """The front matter, or what is wrong with it, at its lines in the file."""
    document, problems = read_document(path, f"\n{text.front}".encode(), positions=True)
    return read_record(document, _HEAD) if document is not None else (None, problems)
