"""``ledger list claims``: what leaders claimed, and which of the six acts they have done."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.claims import ACTS, REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, register_listing


def _acts(thing: ThingStanding[Any]) -> str:
    done = [act.removeprefix("抓") for act in ACTS if thing.course.on(act)]
    return f"{len(done)}/{len(ACTS)}" + (f"（{'、'.join(done)}）" if done else "")


def _leaders(things: Sequence[ThingStanding[Any]], _: date) -> int:
    return len({t.record.leader for t in things})


def _items(things: Sequence[ThingStanding[Any]], _: date) -> int:
    return sum(len(t.record.items) for t in things)


LISTING = register_listing(
    "claims",
    "领导认领：谁认领了什么，六件事抓了几件",
    RegisterList(
        REGISTER,
        "领导认领改革事项",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("leader", "领导", lambda t: t.record.leader),
            ThingColumn("items", "事项", lambda t: t.record.items, wrap=True),
            ThingColumn("acts", "亲自抓", _acts, wrap=True),
        ),
        figures=(
            ThingFigure("leaders", "认领领导", _leaders, "人"),
            ThingFigure("claimed_items", "认领事项", _items, "项"),
        ),
    ),
)
