"""``ledger list problems``: problems of institutions by field and lead, how many have their document, how many are done with."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.problems import REGISTER
from ledger.reports.blocks import Block, Column, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def document_of(thing: ThingStanding[Any]) -> str:
    """What its document is called, where that still stands."""
    entry = thing.course.last("出台文件")
    return "、".join(e.name for e in entry.evidence) if entry and _has_document(thing) else ""


def _has_document(thing: ThingStanding[Any]) -> bool:
    return thing.course.state != "open"


def leads_of(things: Things) -> dict[str, list[ThingStanding[Any]]]:
    """By lead as it is called on the day: a problem with two leads stands under both."""
    found: dict[str, list[ThingStanding[Any]]] = {}
    for thing in things:
        for unit in dict.fromkeys(duty.unit for duty in thing.duties):
            found.setdefault(unit, []).append(thing)
    return found


def _fields(things: Things, _: date) -> int:
    return len({t.record.field for t in things})


def _leads(things: Things, _: date) -> int:
    return len(leads_of(things))


def _by_field(_: Ledger, things: Things, __: date) -> Sequence[Block]:
    """Of each field, in the order in which the list names them."""
    columns = (
        Column("领域"), Column("问题", right=True), Column("牵头单位", right=True),
        Column("已出台文件", right=True), Column("已办结", right=True),
    )  # fmt: skip
    rows = []
    for name in dict.fromkeys(t.record.field for t in things):
        among = [t for t in things if t.record.field == name]
        done = sum(t.course.state == "settled" for t in among)
        rows.append(cells(name, len(among), len(leads_of(among)), sum(map(_has_document, among)), done))
    return (Table(columns, tuple(rows)),) if len(rows) > 1 else ()


LISTING = register_listing(
    "problems",
    "重点领域改革问题：牵头单位、出台的文件、办结",
    RegisterList(
        REGISTER,
        "重点领域改革问题清单",
        (
            ThingColumn("title", "问题", lambda t: t.record.title, wrap=True),
            ThingColumn("field", "领域", lambda t: t.record.field, wrap=True),
            ThingColumn("lead", "牵头单位", lambda t: tuple(leads_of([t])), wrap=True),
            ThingColumn("cause", "原因", lambda t: t.record.cause, wrap=True),
            ThingColumn("document", "出台文件", document_of, wrap=True),
        ),
        states={
            "with_document": State("已出台文件", lambda t, _: _has_document(t)),
            "unsettled": State("未办结", lambda t, _: t.is_open),
        },
        figures=(
            ThingFigure("fields", "领域", _fields, "个"),
            ThingFigure("leads", "牵头单位", _leads, "个"),
        ),
        more=_by_field,
    ),
)
