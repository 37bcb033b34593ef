"""``ledger list project_groups``: who of the office follows which plans, and the plans that nobody follows."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ledger.measures.tasks import TaskProgress, Tasks
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.project_groups import REGISTER
from ledger.reports.blocks import Block, Paragraph
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _beside(ledger: Ledger, day: date) -> Callable[[ThingStanding[Any]], TaskProgress]:
    tasks = Tasks(ledger, day)
    return lambda thing: tasks.of(thing.record.plans, ())


def _people(things: Things, _: date) -> int:
    return len({name for t in things for name in (t.record.head, *t.record.members)})


def _plans(things: Things, _: date) -> int:
    return len({plan for t in things for plan in t.record.plans})


def _more(ledger: Ledger, things: Things, _: date) -> Iterator[Block]:
    followed = {plan for t in things for plan in t.record.plans}
    left = [p.id for p in ledger.plans if p.id not in followed]
    if things and left:
        yield Paragraph(f"以上项目组没有跟的方案：{'、'.join(left)}")


LISTING = register_listing(
    "project_groups",
    "改革办项目组：哪个组跟哪几个方案",
    RegisterList(
        REGISTER,
        "改革办项目组",
        (
            ThingColumn("title", "名称", lambda t: t.record.title),
            ThingColumn("head", "组长", lambda t: t.record.head),
            ThingColumn("members", "成员", lambda t: t.record.members, wrap=True),
            ThingColumn("group", "对口专项小组", lambda t: t.record.group, wrap=True),
            ThingColumn("plans", "所跟方案", lambda t: t.record.plans, wrap=True),
            ThingColumn("progress", "事项完成", lambda t: t.beside.text, right=True),
        ),
        figures=(
            ThingFigure("people", "人员", _people, "人"),
            ThingFigure("plans", "所跟方案", _plans, "个"),
        ),
        more=lambda ledger, things, day: tuple(_more(ledger, things, day)),
        beside=_beside,
    ),
)
