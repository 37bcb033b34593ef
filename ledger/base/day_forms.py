"""Days and time limits as people write them → as the ledger writes them, where there is only one reading.

What would need a guess has no form here: ``2017.1`` may be a spreadsheet's October, ``17-3-15`` has no century,
``2017-02-30`` is no day.
"""

import re
from collections.abc import Callable

from ledger.base.days import LONG_TERM, NoSuchDay, parse_day, parse_due

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width digits, letters and signs."""
_ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

_DAY = re.compile(
    r"(?P<y>\d{4})(?:(?P<sign>[-/.])(?P<m>\d\d?)(?P=sign)(?P<d>\d\d?)"
    r"| ?年 ?(?P<m2>\d\d?) ?月 ?(?P<d2>\d\d?) ?[日号])",
    re.ASCII,
)
_MONTH = re.compile(r"(?P<y>\d{4})(?:[-/](?P<m>\d\d?)| ?年 ?(?P<m2>\d\d?) ?月)", re.ASCII)
_PERIODS = (
    ("Q", re.compile(r"(\d{4}) ?年 ?第?([一二三四1-4]) ?季度?", re.ASCII)),
    ("Q", re.compile(r"(\d{4}) ?[-年]? ?[Qq]([1-4])", re.ASCII)),
    ("H", re.compile(r"(\d{4}) ?年 ?([上下])半年", re.ASCII)),
    ("H", re.compile(r"(\d{4}) ?[-年]? ?[Hh]([12])", re.ASCII)),
)
_YEAR = re.compile(r"(\d{4}) ?年?", re.ASCII)


def day_form(text: str) -> str | None:
    """``2017年6月30日`` → ``2017-06-30``; a day so written stays itself; None where it is not surely one."""
    match = _DAY.fullmatch(_plain(text))
    if match is None:
        return None
    month, day = match["m"] or match["m2"], match["d"] or match["d2"]
    return _if_read(parse_day, f"{match['y']}-{int(month):02}-{int(day):02}")


def due_form(text: str) -> str | None:
    """The same of a time limit: ``2017年第三季度`` → ``2017Q3``, ``2017/6`` → ``2017-06``."""
    plain = _plain(text)
    if plain == LONG_TERM:
        return plain
    if match := _MONTH.fullmatch(plain):
        return _if_read(parse_due, f"{match['y']}-{int(match['m'] or match['m2']):02}")
    for letter, form in _PERIODS:
        if match := form.fullmatch(plain):
            return _if_read(parse_due, f"{match[1]}{letter}{_ORDINALS.get(match[2], match[2])}")
    if match := _YEAR.fullmatch(plain):
        return _if_read(parse_due, match[1])
    return day_form(text)


def _plain(text: str) -> str:
    return text.translate(_WIDE).strip()


def _if_read(parse: Callable[[str], object], form: str) -> str | None:
    try:
        parse(form)
    except NoSuchDay:
        return None
    return form
