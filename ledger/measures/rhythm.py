"""六个一 (S0, S3 #45): what has to be done once a month, and what of it was done in a month, as the registers say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.measures.counting import Counting
from ledger.measures.holdings import courses
from ledger.measures.inspection_year import was_on
from ledger.measures.standing import standings
from ledger.measures.states import this_month
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import REGISTER as INSPECTIONS
from ledger.model.registers.meetings import REGISTER as MEETINGS
from ledger.model.registers.meetings import REVIEW, Meeting
from ledger.model.registers.rankings import REGISTER as RANKINGS


@dataclass(frozen=True, slots=True)
class Beat:
    """One of the six: ``count`` times (or items) in the month, ``told`` what was done; ``query`` lists it."""

    name: str
    word: str
    count: int
    unit: str
    told: tuple[str, ...]
    query: str


def rhythm(ledger: Ledger, day: date) -> Iterator[Beat]:
    """From the first of the day's month through the day."""
    counting = Counting(ledger, day)
    items = list(standings(ledger, day))
    reported, asked = (sum(counting.fits(f, s) for s in items) for f in ("reported", "to_report"))
    told = (f"应调度{asked}项，已调度{reported}项",) if asked else ()
    yield Beat("dispatch", "一月一调度", reported, "项", told, "items --status 已调度")
    on = [i for i in ledger.of(INSPECTIONS) if was_on(i, day)]
    yield _of_things("inspection", "一月一督察", on, "list inspections --state 本月进行")
    meetings = [m for m in ledger.of(MEETINGS) if m.is_of_month(day)]
    yield _ranking(ledger, meetings, day)
    reviews = [m for m in meetings if m.kind == REVIEW]
    yield _of_things("bulletin", "一月一通报", reviews, "list meetings --kind 通报会 --state 本月")
    yield _of_things(
        "publicity", "一月一宣传", _in_month(ledger, "publicity", day), "list publicity --state 本月"
    )
    visits = _in_month(ledger, "consultations", day)
    yield _of_things("consultation", "一月一会诊", visits, "list consultations --state 本月")


def _ranking(ledger: Ledger, meetings: list[Meeting], day: date) -> Beat:
    """The published ranking of the month; where none is kept, what a meeting made public."""
    published = [r for r in courses(ledger, day, RANKINGS) if r.record.month == f"{day:%Y-%m}"]
    if published:
        return _of_things("ranking", "一月一排名", published, "list rankings --state 本月")
    names = [m.ranking for m in meetings if m.ranking is not None]
    told = tuple(dict.fromkeys(names))
    return Beat("ranking", "一月一排名", len(names), "次", told, "list meetings --state 本月公布排名")


def _of_things(name: str, word: str, things: list[Any], query: str) -> Beat:
    return Beat(name, word, len(things), "次", tuple(thing.title for thing in things), query)


def _in_month(ledger: Ledger, register: str, day: date) -> list[Any]:
    return [thing for thing in ledger.registers.get(register, ()) if this_month(thing.date, day)]
