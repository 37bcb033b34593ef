"""``ledger list indicators``: outcomes beside the progress of reforms, as they were published (S3 #84)."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.registers.indicators import REGISTER, Area
from ledger.reports.register_list import RegisterList, ThingColumn, register_listing


def _value(thing: ThingStanding[Any]) -> str:
    """Both as published: 3521.5亿元."""
    record = thing.record
    return f"{record.value}{record.unit or ''}" if record.value is not None else ""


def _change(thing: ThingStanding[Any]) -> str:
    change: Decimal | None = thing.record.change
    return f"{change:+}%" if change is not None else ""


def _rises(thing: ThingStanding[Any], _: date) -> bool:
    return thing.record.change is not None and thing.record.change > 0


def _falls(thing: ThingStanding[Any], _: date) -> bool:
    return thing.record.change is not None and thing.record.change < 0


LISTING = register_listing(
    "indicators",
    "成果指标：数值、同比，附在月报里",
    RegisterList(
        REGISTER,
        "成果指标",
        (
            ThingColumn("title", "指标", lambda t: t.record.title, wrap=True),
            ThingColumn("area", "方面", lambda t: t.record.area),
            ThingColumn("period", "时期", lambda t: t.record.period, wrap=True),
            ThingColumn("value", "数值", _value, right=True),
            ThingColumn("change", "同比", _change, right=True),
            ThingColumn("source", "来源", lambda t: t.record.source, wrap=True),
            ThingColumn("date", "日期", lambda t: t.record.date),
        ),
        states={"rising": State("同比上升", _rises), "falling": State("同比下降", _falls)},
        kinds=choice_states("area", get_args(Area)),
    ),
)
