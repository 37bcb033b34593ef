"""``ledger list reviews``: the year's calendar of plans for the commission, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.reviews import ADOPTED, ISSUED, REGISTER, plan_day, review_due
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


@dataclass(frozen=True, slots=True)
class Passage:
    """What the plan's own log says."""

    adopted: date | None
    issued: date | None

    @property
    def lag(self) -> int | None:
        """Days from adoption to issue."""
        return (self.issued - self.adopted).days if self.adopted and self.issued else None


def _beside(ledger: Ledger, _: date) -> Callable[[ThingStanding[Any]], Passage]:
    return lambda t: Passage(plan_day(t.course, ledger, ADOPTED), plan_day(t.course, ledger, ISSUED))


def _planned(thing: ThingStanding[Any]) -> bool:
    return thing.course.state == "planned"


def _passed(thing: ThingStanding[Any]) -> bool:
    return thing.beside.adopted is not None


def _when(thing: ThingStanding[Any]) -> str:
    """As planned; as rescheduled."""
    due = review_due(thing.course)
    written = str(thing.record.due)
    return written if due is None or due == thing.record.due.last else f"{due}（原 {written}）"


def _mean_lag(things: Things, _: date) -> Decimal | None:
    lags = [t.beside.lag for t in things if t.beside.lag is not None]
    return (Decimal(sum(lags)) / len(lags)).quantize(Decimal("0.1"), ROUND_HALF_UP) if lags else None


LISTING = register_listing(
    "reviews",
    "上会审议计划：哪个方案什么时候上会，通过、印发了没有",
    RegisterList(
        REGISTER,
        "年度上会审议计划",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("lead", "牵头单位", lambda t: t.record.lead, wrap=True),
            ThingColumn("planned", "计划上会", _when, wrap=True),
            ThingColumn("plan", "方案", lambda t: t.record.plan),
            ThingColumn("adopted", "审议通过", lambda t: t.beside.adopted),
            ThingColumn("issued", "印发", lambda t: t.beside.issued),
        ),
        states={
            "waiting": State("待上会", lambda t, _: _planned(t) and not _passed(t)),
            "adopted": State("已审议通过", lambda t, _: _passed(t)),
            "adopted_late": State("逾期审议通过", lambda t, _: _passed(t) and _late(t)),
            "issued": State("已印发", lambda t, _: t.beside.issued is not None),
        },
        figures=(ThingFigure("lag", "审议通过到印发平均", _mean_lag, "天"),),
        beside=_beside,
    ),
)


def _late(thing: ThingStanding[Any]) -> bool:
    due = review_due(thing.course)
    return due is not None and thing.beside.adopted > due
