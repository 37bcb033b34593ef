"""Dates as offices write them, found in a phrase: 2017年6月底前, 第三季度, 3-4月, 2017.06.30, 7月初, “十一”之前."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.base.days import add_months, month_end
from ledger.loading.phrases.deadline_forms import FORMS

_QUOTES = re.compile(r"[“”‘’\"']")
_FEASTS = {"十一": (9, 30), "国庆": (9, 30), "国庆节": (9, 30), "五一": (4, 30), "七一": (6, 30)}
_LAST_OF = {"上旬": 10, "初": 10, "中旬": 20}


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a phrase. ``year`` is a number, a word (今年) or empty; ``first`` is where a range begins.

    ``unit`` is year, half, quarter, month, third (of a month) or day. ``edge``: it says that the end of the period is
    meant. ``before``: it says 前. ``told``: the day that was taken has to be said.
    """

    phrase: str
    span: tuple[int, int]
    unit: str
    year: str = ""
    number: int = 0
    day: int = 0
    edge: str = ""
    before: bool = False
    told: bool = False
    first: "Found | None" = None

    def text(self, year: int) -> str:
        """As plan files write it."""
        match self.unit:
            case "year":
                return f"{year:04}-12" if self.edge in {"底", "末", "终"} else f"{year:04}"
            case "half":
                return f"{year:04}H{self.number}"
            case "quarter":
                return f"{year:04}Q{self.number}"
            case "month":
                return f"{year:04}-{self.number:02}"
        return f"{year:04}-{self.number:02}-{self._day(year):02}"

    def _day(self, year: int) -> int:
        if self.edge == "下旬" and 1 <= self.number <= 12:
            return month_end(date(year, self.number, 1)).day
        return self.day


def dates_in(text: str, issued: date | None) -> Iterator[Found]:
    """From left to right; 本月 and 下月 only where the day of the document is known."""
    at = 0
    while at < len(text):
        found = next((f for unit, form in FORMS if (f := _found(unit, form.match(text, at), issued))), None)
        if found is None:
            at += 1
        else:
            yield found
            at = found.span[1]


def _found(unit: str, match: re.Match[str] | None, issued: date | None) -> Found | None:
    if match is None:
        return None
    said = match.groupdict()
    found = Found(
        _QUOTES.sub("", match[0]), match.span(), unit, said.get("year") or said.get("dotted") or said.get("word") or "",
        edge=said["edge"] or "", before=bool(said["before"]),
    )  # fmt: skip
    to, begins = said.get("to") or "", said.get("from")
    match unit:
        case "year":
            return replace(found, edge=found.edge or ("全" if said.get("whole") else ""))
        case "years":
            return replace(
                found, unit="year", year=to, first=replace(found, unit="year", year=begins or "", edge="")
            )
        case "half":
            return replace(found, number=2 if to in "下2" else 1)
        case "feast":
            month, day = _FEASTS[to]
            return replace(found, unit="day", number=month, day=day, told=True, before=True)
        case "this month" | "this quarter":
            return _around(found, to, issued)
        case "day":
            whole = replace(found, number=int(said["month"]), day=int(to))
            return replace(whole, first=replace(whole, day=int(begins)) if begins else None)
    whole = replace(found, number=int(to))
    first = replace(whole, number=int(begins), edge="") if begins else None
    if found.edge in {*_LAST_OF, "下旬"}:
        return replace(whole, unit="third", day=_LAST_OF.get(found.edge, 0), first=first)
    return replace(whole, first=first)


def _around(found: Found, to: str, issued: date | None) -> Found | None:
    if issued is None:
        return None
    if found.unit == "this quarter":
        return replace(
            found, unit="quarter", told=True, year=str(issued.year), number=(issued.month + 2) // 3
        )
    month = issued if to == "本" else add_months(issued, 1)
    return replace(found, unit="month", told=True, year=str(month.year), number=month.month)
