"""A number or a day as its cell shows it: Excel keeps a value and, apart from it, how it is written."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from ledger.files.sheets.cells import Cell, Kind

_UNSHOWN = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_NUMBER = re.compile(r"([^0#.,%?]*)([#0,?]+)(?:\.([0#?]+))?(%?)([^0#?/]*)")


def shown_number(value: float, format_: str) -> str:
    """6.0 → ``6``; with the format 0.00: ``6.00``; 0.6 with 0% → ``60%``; 7 with "第"0"件" → ``第7件``.

    Thousands are not set apart, and formats that are more than that show the plain number.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if format_ == "General":
        return _plain(value)
    before, whole, decimals, percent, after = _pattern(format_)
    if not whole:
        return before + _plain(value) + after
    number = Decimal(repr(value)) * (100 if percent else 1)
    rounded = abs(number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP))
    digits, _, fraction = f"{rounded:f}".partition(".")
    fraction = fraction[: decimals.count("0")] + fraction[decimals.count("0") :].rstrip("0")
    sign = "-" if number < 0 and rounded else ""
    text = digits.zfill(whole.count("0")) + (f".{fraction}" if fraction else "")
    return f"{sign}{before}{text}{percent}{after}"


def shown_day(column: int, value: date, format_: str) -> Cell:
    """A cell that keeps a day. Where it shows only the month, or only the year, that is all that it says.

    Excel makes the first of June out of «2017年6月»; somebody who wrote that meant the month.
    """
    day = value.date() if isinstance(value, datetime) else value
    years, months, days = _day_parts(format_)
    if years and not days:
        return Cell(column, f"{day.year}年{day.month}月" if months else f"{day.year}年")
    if months and not years:
        text = f"{day.month}月{day.day}日" if days else f"{day.month}月"
        return Cell(column, text, Kind.DAY if days else Kind.TEXT, day if days else None)
    return Cell(column, day.isoformat(), Kind.DAY, day)


def _plain(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{value:.9f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=1024)
def _pattern(format_: str) -> tuple[str, str, str, str, str]:
    """What stands before the digits, whole digits, decimals, the per cent sign, what stands after."""
    first = _LITERAL.sub(lambda m: m[1] or m[2] or "", _UNSHOWN.sub("", format_.split(";", 1)[0]))
    before, general, after = first.partition("General")
    if general:
        return before, "", "", "", after
    match = _NUMBER.fullmatch(first)
    if match is None:
        return "", "", "", "", ""
    before, whole, decimals, percent, after = match.groups(default="")
    return before, whole, decimals, percent, after


@lru_cache(maxsize=1024)
def _day_parts(format_: str) -> tuple[bool, bool, bool]:
    """Whether the format shows years, months and days; m beside h or s are minutes."""
    letters = _LITERAL.sub("", _UNSHOWN.sub("", format_.split(";", 1)[0])).lower()
    timed = "h" in letters or "s" in letters
    return "y" in letters or "e" in letters, "m" in letters and not timed, "d" in letters or timed
