"""``ledger list experts``: whom the office may ask or send; a past term has ended."""

from datetime import date
from typing import Any

from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.registers.experts import REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _available(thing: ThingStanding[Any], day: date) -> bool:
    until = thing.record.until
    return until is None or until >= day


def _ways(things: Things, day: date) -> int:
    return len({way for t in things if _available(t, day) for way in t.record.expertise})


LISTING = register_listing(
    "experts",
    "专家智库和督察专员库：专长、单位、在不在库",
    RegisterList(
        REGISTER,
        "改革专家智库和督察专员库",
        (
            ThingColumn("title", "姓名", lambda t: t.record.title),
            ThingColumn("pool", "人才库", lambda t: t.record.pool),
            ThingColumn("expertise", "专长", lambda t: t.record.expertise, wrap=True),
            ThingColumn("employer", "单位", lambda t: t.record.unit or t.record.employer, wrap=True),
            ThingColumn("until", "至", lambda t: t.record.until),
        ),
        states={
            "available": State("在库", _available),
            "left": State("已出库", lambda t, day: not _available(t, day)),
        },
        kinds=choice_states("pool", ("专家智库", "督察专员库")),
        figures=(ThingFigure("expertise", "在库专长", _ways, "个方面"),),
    ),
)
