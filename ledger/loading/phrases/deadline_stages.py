"""Dates of a phrase, each with its year, become one time limit with the stages before it."""

import re
from collections.abc import Sequence
from datetime import date

from ledger.base.days import LONG_TERM
from ledger.base.text import quoted
from ledger.loading.phrases import deadline_words as say
from ledger.loading.phrases.deadline_words import Unreadable
from ledger.loading.phrases.deadline_years import Settled
from ledger.loading.phrases.values import Deadline, Stage

_SINCE = re.compile(r"(?:起|开始)(?:实施|执行)?[，、；|]?")
_SPLIT = "分成两个事项，或者只留日期"


def deadline_of(shown: str, before: str, dates: list[Settled]) -> Deadline:
    since = [d for d in dates if _SINCE.match(d.words)]
    limits = sorted((d for d in dates if d not in since), key=lambda d: d.due.last or date.max)
    words = [_words(shown, d) for d in limits]
    if len(since) > 1:
        raise Unreadable("I120", f"{shown}写了几个开始的时间", _SPLIT)
    remarks = [r for d in dates for r in d.remarks]
    start = str(since[0].due) if since else None
    if since:
        rest = _SINCE.sub("", since[0].words, count=1)
        if rest and not (say.is_open_ended(rest) or say.may_lead(rest)):
            raise say.twisted(shown, rest) or say.undated(shown, rest)
    if not limits:
        return Deadline(
            due=LONG_TERM, start=start, remarks=(*remarks, f"{shown}读作长期，复查日期写在“复查日期”一栏")
        )
    final, last_words = limits[-1], words[-1]
    if say.is_begun(last_words):
        raise Unreadable("I125", f"{shown}是开始的时间，没有写何时完成", "写明完成的时间；开始的时间另列一栏")
    _must_not_go_on(shown, [before, *(d.words for d in dates)], limits)
    if not say.is_finished(last_words) and len(limits) == 1:
        remarks.append(f"时限栏里还写着{quoted(last_words)}")
    remarks += [f"时限栏里还写着{quoted(wish)}" for wish in [say.wish(before)] if wish]
    stages = _stages(limits, words)
    begins = start or (str(final.start) if final.start else None)
    return Deadline(due=str(final.due), stages=stages, start=begins, remarks=tuple(dict.fromkeys(remarks)))


def _words(shown: str, settled: Settled) -> str:
    words = say.stripped(settled.words)
    refusal = say.twisted(shown, words)
    if refusal:
        raise refusal
    return words


def _must_not_go_on(shown: str, words: Sequence[str], limits: Sequence[Settled]) -> None:
    """持续推进 beside a date says that there is no end, or, within one year, that its end is the year's."""
    if not any(map(say.is_ongoing, words)):
        return
    (only, *others) = limits
    if others or only.found.unit != "year" or only.found.before or only.found.edge in {"底", "末"}:
        raise Unreadable("I125", f"{shown}既写了日期，又说一直要做", _SPLIT)


def _stages(limits: Sequence[Settled], words: Sequence[str]) -> tuple[Stage, ...]:
    final = limits[-1]
    stages: dict[tuple[str, str], Stage] = {}
    for limit, said in zip(limits, words, strict=True):
        named = "" if say.is_finished(said) else said
        if len(limits) > 1 and (named or limit.due.last != final.due.last):
            stages.setdefault((str(limit.due), named), Stage(named, limit.found.phrase, str(limit.due)))
    return tuple(stages.values())
