"""``ledger list major_tasks``: the major tasks, each as far as its items are (S1: all items done, 256 tasks done)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ledger.measures.progress import share
from ledger.measures.states import State
from ledger.measures.tasks import TaskProgress, Tasks
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.major_tasks import REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _beside(ledger: Ledger, day: date) -> Callable[[ThingStanding[Any]], TaskProgress]:
    tasks = Tasks(ledger, day)
    return lambda thing: tasks.of_major_task(thing.ref)


def _empty(thing: ThingStanding[Any]) -> bool:
    progress: TaskProgress = thing.beside
    return progress.tally["total"] == 0


_STATES = {
    "completed": State[Any]("已完成", lambda t, _: t.beside.completed),
    "in_progress": State[Any]("推进中", lambda t, _: t.beside.started and not t.beside.completed),
    "not_started": State[Any]("未启动", lambda t, _: not _empty(t) and not t.beside.started),
    "without_items": State[Any]("还没有事项", lambda t, _: _empty(t)),
}


def _word(thing: ThingStanding[Any]) -> str:
    return next(s.label for s in _STATES.values() if s.fits(thing, thing.course.day))


def _share(things: Things, _: date) -> str | None:
    return share(sum(t.beside.completed for t in things), len(things))


LISTING = register_listing(
    "major_tasks",
    "重大改革任务：由哪些事项完成，完成了没有",
    RegisterList(
        REGISTER,
        "重大改革任务",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("lead", "牵头单位", lambda t: t.record.lead, wrap=True),
            ThingColumn("limit", "时限", lambda t: t.record.due and str(t.record.due)),
            ThingColumn("items", "事项", lambda t: [s.ref for s in t.beside.items], wrap=True),
            ThingColumn("progress", "完成", lambda t: t.beside.text, right=True),
            ThingColumn("standing", "情况", _word),
        ),
        states=_STATES,
        figures=(ThingFigure("completed", "已完成", _share),),
        beside=_beside,
    ),
)
