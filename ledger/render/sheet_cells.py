"""The only way for a text to get into a workbook: text stays text, whatever it looks like."""

import re
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ledger.base.days import NoSuchDay, parse_day
from ledger.files.sheets.exact import LONGEST, length
from ledger.render.ooxml import clean
from ledger.reports.workbook import Holds

_CUT = "……（表格容不下，以下略）"
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,6})?", re.ASCII)
_FIRST_YEAR = 1901  # Excel believes in the 29th of February 1900


def write(
    sheet: Worksheet, spot: tuple[int, int], text: str, look: Format | None, holds: Holds = Holds.TEXT
) -> None:
    """``spot`` is row and column, both from 0; what is no day or number is text in a column of those, too."""
    day = _day(text) if holds is Holds.DAY else None
    if not text:
        sheet.write_blank(*spot, None, look)
    elif day:
        sheet.write_datetime(*spot, day, look)
    elif holds is Holds.NUMBER and _NUMBER.fullmatch(text):
        sheet.write_number(*spot, float(text), look)
    else:
        sheet.write_string(*spot, fitting(text), look)


def fitting(text: str) -> str:
    """What a cell can carry: tabs as blanks, line breaks of one kind, cut where it is too long, said so at its end."""
    carried = clean(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if carried.startswith("<r>"):  # xlsxwriter takes it for markup of its own
        carried = "＜" + carried[1:]
    if length(carried) <= LONGEST:
        return carried
    kept = carried.encode("utf-16-le")[: 2 * (LONGEST - len(_CUT))]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _day(text: str) -> date | None:
    try:
        day = parse_day(text)
    except NoSuchDay:
        return None
    return day if day.year >= _FIRST_YEAR else None
