"""What one line of a file can hold: a value behind its key or its dash."""

from ledger.base.text import width
from ledger.files.pieces import Piece
from ledger.files.scalars import field_text, flow_text, literal_lines

WIDTH = 100
"""Cells of a line without the comment beside it."""

_PROSE = frozenset({"text", "note"})
"""Keys whose text goes below ``|-`` where a line is too short for it; a title of any length stays in its line."""


def in_line(piece: Piece, room: int, key: str = "", *, fixed: bool) -> list[str] | None:
    """What stands behind the key or the dash, and the lines of a text below it; None for what opens below them.

    ``fixed``: a comment speaks of that line, so it is neither opened nor joined.
    """
    if piece.value is None:
        return [""]
    if isinstance(piece.value, str):
        text = field_text(key, piece.value, flow=False)
        long = "\n" in piece.value or (key in _PROSE and width(text) > room)
        return (literal_lines(piece.value, kept=piece.block) if long else None) or [text]
    names = isinstance(piece.value, list) and all(isinstance(p.value, str) for p in piece.value)
    joined = names and not fixed and not any(piece.below)
    if not ((piece.braces or joined or not piece.value) and piece.quiet):
        return None
    text = flow_text(piece.data)
    return [text] if width(text) <= room or fixed or not piece.value else None
