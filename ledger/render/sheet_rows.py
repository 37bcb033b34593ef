"""Rows as high as their text, which still grow when somebody writes more into them."""

from collections.abc import Iterable
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ledger.base.text import width, wrap

_HIGHEST = 409.0  # points: no spreadsheet draws a higher row
_LINE = 1.5  # of the size of its letters
_MARGIN = 4.0


class GrowingSheet(Worksheet):  # type: ignore[misc] # xlsxwriter says nothing of its types
    """A height that is written is the one to begin with, not one that somebody fixed.

    LibreOffice shows rows without a height as one line; with ``customHeight`` no spreadsheet fits them to new text.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        super()._xml_start_tag_unencoded(tag, [(k, v) for k, v in attributes if k != "customHeight"])


_WIDEST = 160  # half-width characters: wider ones would make the whole page too small to read


def room(texts: Iterable[str], cells: int, size: int) -> int:
    """How wide a column has to be, at least ``cells``, so that its texts are not taller than a row can be."""
    long = [text for text in texts if len(text) > cells]
    while cells < _WIDEST and any(_tall(_lines(text, cells), size) > _HIGHEST for text in long):
        cells = min(_WIDEST, cells * 5 // 4)
    return cells


def height(cells: Iterable[tuple[str, int]], size: int) -> float:
    """In points, of a row of texts in letters of that size, each with the half-width characters that a line holds."""
    lines = max((_lines(text, room) for text, room in cells), default=1)
    return min(_HIGHEST, _tall(lines, size))


def _tall(lines: int, size: int) -> float:
    return _LINE * size * lines + _MARGIN


def _lines(text: str, cells: int) -> int:
    return sum(1 if width(line) <= cells else len(wrap(line, max(2, cells))) for line in text.split("\n"))
