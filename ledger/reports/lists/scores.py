"""``ledger list scores``: what people scored each period, who did it and why; which sheets there are and what they verified."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.measures.scoring.month_ranking import scheme_on
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.scores import REGISTER, HumanScore, ScoreSheet
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

_OUT_OF = Decimal(100)
"""A year-end score is given out of that many."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """The sheet that a score stands in, and what the scheme of its period says of the point; None: it has no such point."""

    sheet: ScoreSheet
    title: str
    weight: Decimal | None

    def lost(self, score: HumanScore) -> bool:
        return not self.sheet.of_year and self.weight is not None and score.score < self.weight


def _look(ledger: Ledger, _: date) -> Callable[[ThingStanding[Any]], _Beside]:
    def beside(thing: ThingStanding[HumanScore]) -> _Beside:
        sheet = _sheet(thing)
        if sheet.of_year:
            return _Beside(sheet, "年底得分", _OUT_OF)
        scheme = scheme_on(ledger, sheet.day) if sheet.day else None
        points = scheme.checkpoints if scheme else ()
        point = next((p for p in points if p.id == thing.record.point), None)
        return _Beside(sheet, point.title if point else "", point.weight if point else None)

    return beside


def _sheet(thing: ThingStanding[HumanScore]) -> ScoreSheet:
    parent: Course[ScoreSheet] | None = thing.course.parent
    assert parent is not None  # noqa: S101 - scores stand in sheets
    return parent.record


def _within(*, year: bool) -> State[ThingStanding[Any]]:
    """Of the sheet's own period: it is written after that."""

    def fits(thing: ThingStanding[Any], day: date) -> bool:
        sheet: ScoreSheet = thing.beside.sheet
        return sheet.day is not None and (sheet.day.year == day.year if year else sheet.id == f"{day:%Y-%m}")

    return State("本年" if year else "本月", fits)


def _sheets(_: Ledger, things: Things, __: date) -> Iterator[Block]:
    """Those of which scores are listed; what was verified stands in no row."""
    found: dict[str, list[HumanScore]] = {}
    sheets: dict[str, ScoreSheet] = {}
    for thing in things:
        sheets[thing.beside.sheet.id] = thing.beside.sheet
        found.setdefault(thing.beside.sheet.id, []).append(thing.record)
    columns = (
        Column("期"), Column("评分", wrap=True), Column("评分日期"), Column("单位", right=True),
        Column("条数", right=True), Column("已核实", wrap=True),
    )  # fmt: skip
    if found:
        yield Heading("各期评分表", 2)
        rows = (
            (s.id, s.by or "", s.scored_on or "", len({x.unit for x in found[s.id]}), len(found[s.id]),
             "、".join(s.verified))
            for s in sheets.values()
        )  # fmt: skip
        yield Table(columns, tuple(cells(*row) for row in rows))


LISTING = register_listing(
    "scores",
    "人工评分：各期由人评的督察重点，谁评的、为什么，年底得分",
    RegisterList(
        REGISTER,
        "人工评分",
        (
            ThingColumn("unit", "单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("point", "督察重点", lambda t: t.record.point),
            ThingColumn("title", "考什么", lambda t: t.beside.title, wrap=True),
            ThingColumn("score", "得分", lambda t: t.record.score, right=True),
            ThingColumn("weight", "满分", lambda t: t.beside.weight, right=True),
            ThingColumn("by", "评分", lambda t: t.record.by or t.beside.sheet.by, wrap=True),
            ThingColumn("note", "理由", lambda t: t.record.note, wrap=True),
        ),
        key="scores",
        states={
            "this_month": _within(year=False),
            "this_year": _within(year=True),
            "lost": State("扣分", lambda t, _: t.beside.lost(t.record)),
            "year_end": State("年底得分", lambda t, _: t.beside.sheet.of_year),
        },
        figures=(
            ThingFigure("units", "评分单位", lambda things, _: len({t.record.unit for t in things}), "个"),
            ThingFigure("lost", "扣分", lambda things, _: sum(t.beside.lost(t.record) for t in things), "条"),
        ),
        beside=_look,
        more=lambda *given: tuple(_sheets(*given)),
    ),
)
