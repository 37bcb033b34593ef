"""``ledger list consultations``: which units were visited, why their matters were stuck, and what became of the advice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.measures.consulting import diagnosis_of
from ledger.measures.diagnosis import Diagnosis
from ledger.measures.holdings import within
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.consultations import REGISTER, Advice
from ledger.reports.consulting import causes_text
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


@dataclass(frozen=True, slots=True)
class Visit:
    """What a consultation's list knows of each: the unit as it was met, and the advice as it stands."""

    found: Diagnosis
    advice: tuple[Course[Advice], ...]


def _visit(ledger: Ledger, _: date) -> Callable[[ThingStanding[Any]], Visit]:
    return lambda thing: Visit(diagnosis_of(thing.course, ledger), tuple(within(thing.course, "advice")))


def _stuck(thing: ThingStanding[Any]) -> str:
    found: Diagnosis = thing.beside.found
    return f"逾期{found.overdue}，暂缓{len(found.stuck) - found.overdue}"


def _advice(thing: ThingStanding[Any]) -> str:
    """2/3: accepted of those given."""
    advice = thing.beside.advice
    return f"{sum(a.state == 'accepted' for a in advice)}/{len(advice)}"


def _units(things: Things, _: date) -> int:
    return len({t.beside.found.unit for t in things})


def _given(things: Things, _: date) -> int:
    return sum(len(t.beside.advice) for t in things)


LISTING = register_listing(
    "consultations",
    "会诊：到过哪些单位、卡在哪里、什么原因、建议落实了几条",
    RegisterList(
        REGISTER,
        "会诊",
        (
            ThingColumn("unit", "单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("because", "为什么会诊", lambda t: t.record.because, wrap=True),
            ThingColumn("stuck", "当日卡住", _stuck, wrap=True),
            ThingColumn("causes", "原因", lambda t: causes_text(t.beside.found), wrap=True),
            ThingColumn("advice", "建议落实", _advice, right=True),
        ),
        figures=(
            ThingFigure("units", "会诊单位", _units, "个"),
            ThingFigure("advice_given", "提出建议", _given, "条"),
        ),
        beside=_visit,
    ),
)
