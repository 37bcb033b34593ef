"""Which year a date means that does not say one, and whether it is then one day for certain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ledger.base.days import Due, NoSuchDay, in_chinese, parse_due
from ledger.base.text import quoted
from ledger.loading.phrases.deadline_dates import Found
from ledger.loading.phrases.deadline_words import Unreadable

_SAY_YEAR = "用 --year 年份 说明，或在格里写上年份"
_SAY_DAY = "写明到哪一天、哪个月底或年底"
_ENDS = frozenset("底末终内") | {"期间", "间"}


@dataclass(frozen=True, slots=True)
class Settled:
    """``due`` and ``start`` as plan files write them, ``words`` what stands behind the date."""

    found: Found
    due: Due
    start: Due | None
    words: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Years:
    """What is known besides the phrase: the year that was asked for, the day of the document."""

    asked: int | None
    issued: date | None

    def settle(self, dates: Iterable[tuple[Found, str]]) -> Iterator[Settled]:
        """Dates with the words behind them, from left to right; raises Unreadable."""
        former: Settled | None = None
        for found, words in dates:
            start = self._one(found.first, former, words, ends=False) if found.first else None
            former = self._one(found, start or former, words)
            if start:
                former = replace(former, start=start.due, remarks=(*start.remarks, *former.remarks))
            _must_be_clear(former)
            yield former

    def _one(self, found: Found, former: Settled | None, words: str, *, ends: bool = True) -> Settled:
        """A paper of March may well tell of 1-12月: only what ends must not have been past on its day."""
        due = _due(found, self._year(found, former))
        if not found.year.isdecimal():
            self._must_not_turn_back(found, due, former)
            if ends:
                self._must_not_be_past(found, due)
        return Settled(found, due, None, words, tuple(_remarks(found, due, former)))

    def _year(self, found: Found, former: Settled | None) -> int:
        shown = quoted(found.phrase)
        if found.year.isdecimal():
            return int(found.year)
        before = former.due.first.year if former and former.due.first else 0
        if found.year in {"次年", "翌年"}:
            if not before:
                raise Unreadable("I123", f"{shown}是哪一年的次年？", _SAY_DAY)
            return before + 1
        if found.year:
            return self._of_word(found.year, shown)
        year = before or self.asked or (self.issued.year if self.issued else 0)
        if not year:
            raise Unreadable("I121", f"{shown}没有写是哪一年", _SAY_YEAR)
        return year

    def _of_word(self, word: str, shown: str) -> int:
        known = {self.asked, self.issued and self.issued.year} - {None}
        if not known:
            raise Unreadable("I121", f"{shown}没有写是哪一年", _SAY_YEAR)
        if len(known) > 1:
            raise Unreadable("I125", f"{shown}从文件印发的那年算，还是从 --year 的那年算？", "在格里写上年份")
        (base,) = known
        return (base or 0) + (word == "明年")

    def _must_not_turn_back(self, found: Found, due: Due, former: Settled | None) -> None:
        shown, last = quoted(found.phrase), due.last
        if last is None:
            return
        if former is not None and former.due.last is not None and last < former.due.last:
            order = (
                "的两头" if former.found.phrase == found.phrase else f"和前面的{quoted(former.found.phrase)}"
            )
            raise Unreadable("I125", f"{shown}{order}倒了过来，是同一年还是下一年？", "在格里写上年份")

    def _must_not_be_past(self, found: Found, due: Due) -> None:
        shown, last = quoted(found.phrase), due.last
        if last is not None and not self.asked and self.issued is not None and last < self.issued:
            passed = f"按文件的年份读作{in_chinese(last)}，文件印发时已经过去"
            raise Unreadable("I121", f"{shown}没有写是哪一年；{passed}", _SAY_YEAR)


def _remarks(found: Found, due: Due, former: Settled | None) -> Iterator[str]:
    """What of it was not written there: the year, or the day where files know no such period."""
    shown, last = quoted(found.phrase), due.last
    if last is None or (found.unit != "third" and not found.told and found.year.isdecimal()):
        return
    as_former = "跟着前面" if not found.year and former and former.found.year.isdecimal() else ""
    exact = in_chinese(last) if found.unit == "third" or found.told else f"{last.year}年"
    yield f"{shown}{as_former}读作{exact}"


def _due(found: Found, year: int) -> Due:
    try:
        return parse_due(found.text(year))
    except NoSuchDay as error:
        raise Unreadable("I120", f"{quoted(found.phrase)}：{error}", _SAY_DAY) from None


def _must_be_clear(settled: Settled) -> None:
    found, first, last = settled.found, settled.due.first, settled.due.last
    shown = quoted(found.phrase)
    if (
        found.before
        and found.unit != "day"
        and found.edge not in _ENDS
        and first is not None
        and last is not None
    ):
        before, whole = in_chinese(first - timedelta(days=1)), in_chinese(last)
        raise Unreadable("I125", f"{shown}是到{before}，还是到{whole}？", _SAY_DAY)
    if found.unit == "month" and found.edge == "内" and not found.year and found.first is None:
        raise Unreadable("I125", f"{shown}是 {found.number} 月以内，还是 {found.number} 个月以内？", _SAY_DAY)
