"""``ledger list task_forces``: who works together on which project, and how far its list of items is."""

from datetime import date
from typing import Any

from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.task_forces import REGISTER
from ledger.reports.led import led
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _in_force(thing: ThingStanding[Any], day: date) -> bool:
    return thing.record.until is None or day <= thing.record.until


def _all_units(things: Things, day: date) -> int:
    return len({unit for t in things if _in_force(t, day) for unit in t.beside.units})


def _people(things: Things, day: date) -> int:
    return sum(len(t.record.members) for t in things if _in_force(t, day))


LISTING = register_listing(
    "task_forces",
    "工作专班：项目、成员单位、清单完成情况",
    RegisterList(
        REGISTER,
        "工作专班",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("project", "项目", lambda t: t.record.project),
            ThingColumn("units", "单位", lambda t: t.beside.units, wrap=True),
            ThingColumn("people", "人数", lambda t: len(t.record.members), right=True),
            ThingColumn("list", "清单完成", lambda t: t.beside.done),
            ThingColumn("until", "撤销", lambda t: t.record.until),
        ),
        states={
            "in_force": State("运行中", _in_force),
            "ended": State("已撤销", lambda t, day: not _in_force(t, day)),
        },
        figures=(
            ThingFigure("units", "运行中的专班抽调单位", _all_units, "个"),
            ThingFigure("people", "运行中的专班成员", _people, "人"),
        ),
        beside=led,
    ),
)
