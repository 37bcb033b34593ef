"""``ledger list findings``: what inspections found, and how far its rectification is."""

from typing import Any

from ledger.measures.finding_states import FINDING_STATES, on_time_rate, rectification_rate
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.findings import limit_of, rectified_on
from ledger.model.registers.inspections import KINDS, REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, register_listing


def _of_kind(kind: str) -> State[ThingStanding[Any]]:
    """Found by an inspection of that kind."""
    return State(kind, lambda f, _: f.course.parent is not None and f.course.parent.record.kind == kind)


LISTING = register_listing(
    "findings",
    "督察发现问题：整改、验收、销号、回头看",
    RegisterList(
        REGISTER,
        "督察发现问题",
        (
            ThingColumn("title", "问题", lambda f: f.record.title, wrap=True),
            ThingColumn("unit", "责任单位", lambda f: f.record.unit, wrap=True),
            ThingColumn("limit", "整改期限", lambda f: limit_of(f.course)),
            ThingColumn("rectified", "整改", lambda f: rectified_on(f.course)),
        ),
        key="findings",
        states=FINDING_STATES,
        kinds={kind: _of_kind(kind) for kind in KINDS},
        figures=(
            ThingFigure("rectification_rate", "整改率", rectification_rate),
            ThingFigure("on_time_rate", "按期整改率", on_time_rate),
        ),
    ),
)
