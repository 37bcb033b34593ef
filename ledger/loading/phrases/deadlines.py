"""A time limit as somebody wrote it into a cell becomes one of a plan file, or is refused; never guessed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from ledger.base.days import LONG_TERM
from ledger.base.text import quoted
from ledger.loading.phrases import deadline_words as say
from ledger.loading.phrases.deadline_dates import Found, dates_in
from ledger.loading.phrases.deadline_stages import deadline_of
from ledger.loading.phrases.deadline_words import Unreadable
from ledger.loading.phrases.deadline_years import Years
from ledger.loading.phrases.plain import BLANKS, in_digits, plain
from ledger.loading.phrases.short_dates import written_out
from ledger.loading.phrases.values import Deadline, Refusal

_DASHES = re.compile(r"[-–—―─~〜]+")
_TO = re.compile(r"(?<=[\d月日号年度旬底初末份])(?:起?至|起?到|-)(?=[\d第次今明翌上下本年])")
_GAP = re.compile(r"(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])")
_NOISE = re.compile(r" 0?0：00(?:：00)?(?=$|\|)|（(?:周|星期)[一二三四五六日天]）")
_TRIMMED = re.compile(r"\d{4}\.1")
_CLAUSE = re.compile(r"^$|[，、；。|）](?:力争|确保|争取|在|到|至)?$|^[和及与]$")


@lru_cache(maxsize=4096)
def read_deadline(text: str, *, year: int | None, issued: date | None) -> Deadline | Refusal:
    """``year`` is what dates without one mean, ``issued`` the day of the document; either may be unknown.

    Without ``year`` the document's is taken, unless the date would then have been past on its day.
    """
    words, century = written_out(_plainly(text))
    if words in BLANKS or words == "待定":
        return Deadline(remarks=(f"{quoted(text)}读作待定",) if words else ())
    try:
        read = _read(quoted(text), words, Years(year, issued))
    except Unreadable as reason:
        return reason.refusal
    return replace(read, remarks=(f"{quoted(text)}读作{century}年", *read.remarks)) if century else read


def _plainly(text: str) -> str:
    words = _NOISE.sub("", plain(text).replace("\n", "|"))
    words = _DASHES.sub("-", in_digits(_GAP.sub("", words)))
    return _TO.sub("-", words)


def _read(shown: str, words: str, years: Years) -> Deadline:
    if say.is_recurring(words):
        raise Unreadable(
            "I122", f"{shown}是一再要做的，没有到期的一天", "每次列一个事项；或写 长期，另加一栏“复查日期”"
        )
    if _TRIMMED.fullmatch(words):
        raise Unreadable(
            "I125", f"{shown}是 1 月，还是去掉了末尾 0 的 10 月？", "写作 2017-01 或 2017-10 的样式"
        )
    if say.is_open_ended(words):
        return Deadline(due=LONG_TERM, remarks=(f"{shown}读作长期，复查日期写在“复查日期”一栏",))
    masked = say.TITLE.sub(lambda title: "《" * len(title[0]), words)
    found = list(dates_in(masked, years.issued))
    if not found:
        raise say.undated(shown, words)
    before, *behind = _between(words, found)
    if len(found) == 1 and say.is_finished(say.stripped(behind[0])):
        found = [_called(found[0], shown[1:-1])]
    if not say.may_lead(before) and not say.is_open_ended(before):
        raise say.twisted(shown, before) or say.undated(shown, before)
    if before.endswith("于") and not found[0].before and not say.stripped(behind[0]):
        raise Unreadable(
            "I125", f"{shown}是要在那时完成，还是那时已经完成？", "要完成的写“前”；已经完成的写在进展栏"
        )
    if _wished_and_due([before, *behind]):
        raise Unreadable(
            "I125", f"{shown}写了想要的时间，又写了最后的时间", "时限栏只留要求完成的那一个；想要的写在原文里"
        )
    if any(_is_about(date_, words) for date_, words in zip(found[1:], behind, strict=False)):
        raise Unreadable(
            "I120", f"{shown}里有的时间像是说要办的事，不是时限", "时限栏只留日期，要办的事写在名称栏"
        )
    return deadline_of(shown, before, list(years.settle(_joined(found, behind))))


def _between(words: str, found: Sequence[Found]) -> list[str]:
    """What stands before the first date, then what stands behind each."""
    ends = [0, *(f.span[1] for f in found)]
    begins = [*(f.span[0] for f in found), len(words)]
    return [words[end:begin] for end, begin in zip(ends, begins, strict=True)]


def _wished_and_due(words: Sequence[str]) -> bool:
    """力争9月底前、确保12月底前: two dates for one thing. Where something is to be done by the first, it is a stage."""
    pairs = pairwise(words[:-1])
    return any(
        (say.wish(one) or say.is_last(two)) and say.is_finished(say.stripped(two)) for one, two in pairs
    )


def _called(found: Found, phrase: str) -> Found:
    """The whole cell is this date: it is quoted as it was written."""
    return replace(found, phrase=phrase, first=found.first and replace(found.first, phrase=phrase))


def _is_about(later: Found, words_before: str) -> bool:
    """完成2018年预算: the year belongs to the matter, for neither does a clause begin there nor does it say 前."""
    limits = later.before or later.edge or later.unit == "day"
    return not (limits or words_before == "-" or _CLAUSE.search(words_before))


def _joined(found: Sequence[Found], behind: Sequence[str]) -> Iterator[tuple[Found, str]]:
    """Two dates with a dash between them are one range."""
    first: Found | None = None
    for date_, words in zip(found, behind, strict=True):
        whole = replace(date_, first=first) if first and not date_.first else date_
        first = whole if words == "-" else None
        if first is None:
            yield whole, words
    if first is not None:
        raise Unreadable("I120", f"{quoted(first.phrase)}后面有一道横线，没有写到何时", "写明到哪一天")
