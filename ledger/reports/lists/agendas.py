"""``ledger list agendas``: the year's lists and the groups' ledgers; totals as their texts give them (170余)."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.measures.tasks import TaskProgress, Tasks
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.ledger import Ledger
from ledger.model.registers.agendas import AGENDA_KINDS, REGISTER, AgendaTask
from ledger.model.units import TASK_GROUP
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


@dataclass(frozen=True)
class Work:
    """What was made of a list: of each of its tasks, and of all of them, every item once."""

    tasks: tuple[tuple[AgendaTask, TaskProgress], ...]
    whole: TaskProgress

    @property
    def aspects(self) -> list[str]:
        """In the order of the list."""
        return list(dict.fromkeys(task.aspect for task, _ in self.tasks if task.aspect))


def _beside(ledger: Ledger, day: date) -> Callable[[ThingStanding[Any]], Work]:
    known = Tasks(ledger, day)

    def look(thing: ThingStanding[Any]) -> Work:
        tasks: tuple[AgendaTask, ...] = thing.record.tasks
        plans = [ref for task in tasks for ref in task.plans]
        items = [ref for task in tasks for ref in task.items]
        return Work(tuple((t, known.of(t.plans, t.items)) for t in tasks), known.of(plans, items))

    return look


def _listed(thing: ThingStanding[Any]) -> str:
    """31项、11个方面: what was written out one by one."""
    work: Work = thing.beside
    if not work.tasks:
        return ""
    aspects = f"、{len(work.aspects)}个方面" if work.aspects else ""
    return f"{len(work.tasks)}项{aspects}"


def _tasks(things: Things, _: date) -> int:
    return sum(len(t.record.tasks) for t in things)


def _more(ledger: Ledger, things: Things, day: date) -> list[Block]:
    return [*_by_aspect(things), *_without(ledger, things, day)]


def _by_aspect(things: Things) -> Iterator[Block]:
    """Tasks of every heading, how many have items or plans yet, and how far these are."""
    for thing in things:
        work: Work = thing.beside
        if not work.aspects:
            continue
        listed = Counter(task.aspect for task, _ in work.tasks)
        taken = Counter(task.aspect for task, progress in work.tasks if progress.items)
        done = Counter(task.aspect for task, progress in work.tasks if progress.completed)
        rows = tuple(cells(a, listed[a], taken[a], done[a]) for a in work.aspects)
        yield Heading(f"{thing.ref} {thing.record.title}", 2)
        columns = (
            Column("方面", wrap=True), Column("任务", right=True), Column("已有事项", right=True),
            Column("已完成", right=True),
        )  # fmt: skip
        yield Table(columns, rows)


def _without(ledger: Ledger, things: Things, day: date) -> Iterator[Block]:
    """The task groups that have no ledger of this year, where any of them has one."""
    year = [t for t in things if t.record.year == day.year and t.record.group]
    having = {ledger.units.current(t.record.group, day) for t in year}
    groups = [u.id for u in ledger.units if u.kind == TASK_GROUP and u.in_force(day)]
    missing = [name for name in groups if name not in having]
    if having and missing:
        yield Paragraph(f"{day.year}年还没有工作台账的专项小组：{'、'.join(missing)}")


LISTING = register_listing(
    "agendas",
    "年度任务清单、工作要点、工作台账：多少项，做到哪里",
    RegisterList(
        REGISTER,
        "年度清单和工作台账",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("kind", "种类", lambda t: t.record.kind),
            ThingColumn("group", "专项小组", lambda t: t.record.group, wrap=True),
            ThingColumn("total", "总数", lambda t: t.record.total and str(t.record.total), right=True),
            ThingColumn("listed", "逐项列出", _listed, wrap=True),
            ThingColumn("progress", "事项完成", lambda t: t.beside.whole.text, right=True),
        ),
        kinds=choice_states("kind", AGENDA_KINDS),
        figures=(ThingFigure("tasks", "逐项列出", _tasks, "项"),),
        more=_more,
        beside=_beside,
    ),
)
