"""``ledger list matches``: the tasks that documents from above set, the items here that answer them, and the gaps."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.measures.matching import Match, matches
from ledger.measures.progress import share
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.items import STATE_WORDS
from ledger.model.items import State as ItemState
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import REGISTER
from ledger.reports.blocks import Cell, Tone
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

LEVELS = ("中央", "省", "市")


def _things(ledger: Ledger, day: date) -> Iterator[ThingStanding[Any]]:
    return (ThingStanding(match.course, (), beside=match) for match in matches(ledger, day))


def _items(match: Match) -> Cell:
    """Each item with its state; or that there is none."""
    if match.outcome == "gap":
        return Cell("没有事项对应", Tone.BAD)
    if match.outcome == "pending":
        limit = match.docking.companion_due
        return Cell(f"待配套，{limit}前" if limit else "待收文")
    said = [f"{s.ref} {STATE_WORDS[s.status]}{'（逾期）' if s.overdue else ''}" for s in match.items]
    return Cell("、".join(said) or f"无需对应：{match.course.record.no_need}")


def _is_done(match: Match) -> bool:
    return bool(match.items) and all(s.status is ItemState.COMPLETED for s in match.items)


def _answered(things: Things, _: date) -> str | None:
    """Of all tasks, those that an item answers or that need none; while our own plan is not due, they are left out."""
    due = [thing for thing in things if thing.beside.outcome != "pending"]
    return share(sum(thing.beside.outcome != "gap" for thing in due), len(due))


def _done(things: Things, _: date) -> str | None:
    """Of the tasks that items answer, those whose items are all completed."""
    matched = [thing.beside for thing in things if thing.beside.outcome == "matched"]
    return share(sum(map(_is_done, matched)), len(matched))


def _level(word: str) -> State[Any]:
    return State(word, lambda t, _: t.beside.document.level == word)


LISTING = register_listing(
    "matches",
    "上级任务：本级由哪些事项对应，哪些还没有",
    RegisterList(
        REGISTER,
        "上级任务和本级事项的对应",
        (
            ThingColumn("title", "上级任务", lambda t: t.record.title, wrap=True),
            ThingColumn("document", "文件", lambda t: t.beside.document.title, wrap=True),
            ThingColumn("level", "层级", lambda t: t.beside.document.level),
            ThingColumn("through", "经由", lambda t: t.beside.through, wrap=True),
            ThingColumn("items", "本级事项", lambda t: _items(t.beside), wrap=True),
        ),
        key="items",
        states={
            "matched": State("已对应", lambda t, _: t.beside.outcome == "matched"),
            "gap": State("缺口", lambda t, _: t.beside.outcome == "gap"),
            "pending": State("待配套", lambda t, _: t.beside.outcome == "pending"),
            "no_need": State("无需对应", lambda t, _: t.beside.outcome == "no_need"),
            "done": State("事项全部完成", lambda t, _: _is_done(t.beside)),
            "lagging": State("事项有逾期", lambda t, _: any(s.overdue for s in t.beside.items)),
        },
        kinds={word: _level(word) for word in LEVELS},
        figures=(
            ThingFigure("answered", "对应率", _answered),
            ThingFigure("done", "对应任务完成率", _done),
        ),
        source=_things,
    ),
)
