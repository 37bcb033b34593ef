"""What a workbook keeps for us beside what people see: texts by name, on a sheet that no menu shows.

A sheet survives every office program; properties of the file do not, and hold 255 characters.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import SheetFile
from ledger.files.sheets.exact import as_json

KEPT_SHEET = "ledger"
CHOICES_SHEET = "选项"
"""Lists that cells of our workbooks drop down."""

_LONGEST = 30_000


def without_own(file: SheetFile) -> SheetFile:
    """The file as people know it: without the hidden sheets that our workbooks need."""
    own = (KEPT_SHEET, CHOICES_SHEET)
    return replace(file, sheets=tuple(s for s in file.sheets if not (s.hidden and s.name in own)))


def kept_rows(properties: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Rows of the sheet: a name, then its text as JSON in pieces that a cell can hold, each between two bars."""
    return [(name, *pieces(as_json(text))) for name, text in properties.items()]


def kept_properties(file: SheetFile) -> dict[str, str]:
    """What was kept in it; nothing where we did not make it. Raises LedgerError where somebody altered the sheet."""
    sheet = next((s for s in file.sheets if s.name == KEPT_SHEET and s.hidden), None)
    found: dict[str, str] = {}
    for row in sheet.rows if sheet else ():
        name, *texts = (cell.text for cell in row.cells)
        try:
            found[name] = str(json.loads(joined(texts)))
        except (ValueError, RecursionError):
            raise LedgerError(
                f"{file.path} 里程序自己用的工作表“{KEPT_SHEET}”被改动过，无法识别；请用原来发出的文件重填"
            ) from None
    return found


def pieces(text: str) -> list[str]:
    """What a cell can hold of a text, each between two bars: blanks at either end would be lost without them."""
    return [f"|{text[at : at + _LONGEST]}|" for at in range(0, len(text), _LONGEST)]


def joined(texts: Iterable[str]) -> str:
    """The text of which those are the pieces."""
    return "".join(text[1:-1] for text in texts)
