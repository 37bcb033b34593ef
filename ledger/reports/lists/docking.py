"""``ledger list docking``: how quickly documents from above were noticed, arranged for and followed by our own plan."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ledger.measures.docking import DockingStanding
from ledger.measures.docking_states import DOCKING_STATES
from ledger.measures.matching import docked
from ledger.measures.progress import share
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import REGISTER
from ledger.reports.lists.matches import LEVELS
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

Days = Callable[[DockingStanding], date | None]


def _things(ledger: Ledger, day: date) -> Iterator[ThingStanding[Any]]:
    return (ThingStanding(each.course, each.duties, beside=each) for each in docked(ledger, day))


def _companion(standing: DockingStanding) -> date | None:
    return standing.companion.date if standing.companion else None


def _spent(since: Days, until: Days) -> Callable[[Any], int | None]:
    """Calendar days from one to the other; None while either is missing."""

    def days(thing: ThingStanding[Any]) -> int | None:
        begun, ended = since(thing.beside.docking), until(thing.beside.docking)
        return (ended - begun).days if begun and ended else None

    return days


_NOTICE = _spent(lambda d: d.adopted, lambda d: d.notified)
_ARRANGEMENT = _spent(lambda d: d.notified, lambda d: d.fed_back)
_COMPANION = _spent(lambda d: d.received, _companion)


def _mean(spent: Callable[[Any], int | None]) -> Callable[[Things, date], Decimal | None]:
    """One decimal, half-up, over those that have both days."""

    def mean(things: Things, _: date) -> Decimal | None:
        found = [days for thing in things if (days := spent(thing)) is not None]
        return (Decimal(sum(found)) / len(found)).quantize(Decimal("0.1"), ROUND_HALF_UP) if found else None

    return mean


def _in_time(done: Days, ended: Days, limit: Days) -> Callable[[Things, date], str | None]:
    """``87.5%（7/8）``: done in time, of what was done or whose limit is over; what ended before it needed none."""

    def in_time(things: Things, day: date) -> str | None:
        due = part = 0
        for standing in (thing.beside.docking for thing in things):
            last, met, over = limit(standing), done(standing), ended(standing)
            if last is None or (met is None and (last >= day or (over is not None and over <= last))):
                continue
            due += 1
            part += met is not None and met <= last
        return share(part, due)

    return in_time


def _taken_up(things: Things, _: date) -> str | None:
    """Of the documents received, those with a companion plan or exempted."""
    received = [t.beside.docking for t in things if t.beside.docking.received]
    return share(sum(d.settled is not None for d in received), len(received))


def _tasks(thing: ThingStanding[Any]) -> str:
    """``3（缺口1）``."""
    matches = thing.beside.matches
    gaps = sum(match.outcome == "gap" for match in matches)
    return f"{len(matches) or ''}" + (f"（缺口{gaps}）" if gaps else "")


def _state(state: State[DockingStanding]) -> State[Any]:
    return State(state.label, lambda thing, day: state.fits(thing.beside.docking, day))


def _level(word: str) -> State[Any]:
    return State(word, lambda thing, _: thing.record.level == word)


LISTING = register_listing(
    "docking",
    "对接时效：提示、反馈、配套各用几天，对接率和按期率",
    RegisterList(
        REGISTER,
        "对接上级文件的时效",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("level", "层级", lambda t: t.record.level),
            ThingColumn("parent", "上位文件", lambda t: t.record.parent),
            ThingColumn("notice_days", "通过到提示（天）", _NOTICE, right=True),
            ThingColumn("arrangement_days", "提示到反馈（天）", _ARRANGEMENT, right=True),
            ThingColumn("companion_days", "收文到印发（天）", _COMPANION, right=True),
            ThingColumn("tasks", "上级任务", _tasks, right=True),
        ),
        states={name: _state(state) for name, state in DOCKING_STATES.items()},
        kinds={word: _level(word) for word in LEVELS},
        figures=(
            ThingFigure("taken_up", "对接率", _taken_up),
            ThingFigure(
                "notice_in_time",
                "按期提示率",
                _in_time(lambda d: d.notified, lambda d: d.noticed, lambda d: d.notice_due),
            ),
            ThingFigure(
                "arrangement_in_time",
                "按期反馈率",
                _in_time(lambda d: d.fed_back, lambda d: d.arranged, lambda d: d.feedback_due),
            ),
            ThingFigure(
                "companion_in_time",
                "按期配套率",
                _in_time(_companion, lambda d: d.settled, lambda d: d.companion_due),
            ),
            ThingFigure("notice_days", "通过到提示平均", _mean(_NOTICE), "天"),
            ThingFigure("arrangement_days", "提示到反馈平均", _mean(_ARRANGEMENT), "天"),
            ThingFigure("companion_days", "收文到配套印发平均", _mean(_COMPANION), "天"),
        ),
        source=_things,
    ),
)
