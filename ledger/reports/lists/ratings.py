"""``ledger list ratings``: how those inspected rate the inspection teams, quarter by quarter (S3 #30, #51)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger.base.periods import QUARTER
from ledger.base.recurring import missed
from ledger.measures.team_results import average, last_rating, team_results
from ledger.model.ledger import Ledger
from ledger.model.registers.ratings import REGISTER
from ledger.reports.blocks import Block, Heading, Paragraph
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing
from ledger.reports.team_table import team_table


def _average(things: Things, _: date) -> Decimal | None:
    return average(t.record for t in things)


def _teams(things: Things, _: date) -> int:
    return len({score.team for t in things for score in t.record.scores})


def _last_average(things: Things, _: date) -> Decimal | None:
    last = last_rating(t.record for t in things)
    return average([last]) if last else None


def _last_quarter(ledger: Ledger, things: Things, day: date) -> Iterator[Block]:
    """The teams of the last one listed by rank; and the quarters without one, whatever is listed."""
    if last := last_rating(t.record for t in things):
        yield Heading(f"{last.period}各督察组得分", 2)
        yield team_table(team_results(last))
    without = missed((r.period for r in ledger.of(REGISTER) if r.date <= day), day, QUARTER)
    if without:
        yield Paragraph(f"没有测评的季度：{'、'.join(map(str, without))}。")


LISTING = register_listing(
    "ratings",
    "双向测评：各区县每季度给督察组打分，平均分和名次",
    RegisterList(
        REGISTER,
        "双向测评",
        (
            ThingColumn("quarter", "季度", lambda t: str(t.record.quarter)),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("raters", "测评单位", lambda t: len({s.by for s in t.record.scores}), right=True),
            ThingColumn("teams", "督察组", lambda t: len({s.team for s in t.record.scores}), right=True),
            ThingColumn("average", "平均分", lambda t: average([t.record]), right=True),
            ThingColumn(
                "first",
                "第一名",
                lambda t: [r.team for r in team_results(t.record) if r.rank == 1],
                wrap=True,
            ),
        ),
        figures=(
            ThingFigure("teams", "被测评督察组", _teams, "个"),
            ThingFigure("average", "各季度合计平均分", _average, "分"),
            ThingFigure("last_average", "最近一次平均分", _last_average, "分"),
        ),
        more=lambda *given: tuple(_last_quarter(*given)),
    ),
)
