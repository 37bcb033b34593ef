"""``ledger trend``: a month in a row, and the completion rate as a picture."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.measures.paper_counts import PaperCount
from ledger.measures.trend import Point
from ledger.model.slips import IDENTIFIERS, RUNGS
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Report,
    Table,
    Tone,
    cells,
)
from ledger.reports.chart import Chart, ChartKind

TITLE = "逐月走势"
MONTH = Column("月份")
FIGURES = tuple(Column(title, right=True) for title in ("计数", "已完成", "完成率", "逾期"))
PAPERS = tuple(Column(kind, right=True) for kind in RUNGS)
ABOUT_PAPERS = Paragraph("三单一书是当月签发的件数/行数，责令书是期数/行数。", Tone.MUTED)

COUNTS = ("total", "completed", "rate", "overdue", "not_started")
_PARTS = ("papers", "rows")
KEYS = (*COUNTS, *(f"{name}_{part}" for name in IDENTIFIERS for part in _PARTS))
"""Columns of a month for programs."""


def trend(day: date, points: Sequence[Point]) -> Report:
    """Without papers where the points have none."""
    months = [{"month": p.month, "day": p.day.isoformat(), **point_data(p)} for p in points]
    records = [{"month": p.month, "day": p.day.isoformat(), **point_record(p)} for p in points]
    whole = any(point.papers for point in points)
    blocks: list[Block] = [Table((MONTH, *FIGURES, *(PAPERS if whole else ())), tuple(map(_row, points)))]
    blocks += [ABOUT_PAPERS] if whole else []
    blocks.append(rate_picture(points))
    return Report(TITLE, day, tuple(blocks), {"months": months}, records, ("month", "day", *KEYS))


def _row(point: Point) -> tuple[Cell, ...]:
    return cells(point.month, *figure_cells(point), *paper_texts(point))


def figure_cells(point: Point) -> tuple[Cell, ...]:
    late = point.tally["overdue"]
    overdue = Cell(str(late), Tone.BAD if late else Tone.PLAIN)
    return cells(point.tally["total"], point.tally["completed"], rate_text(point), overdue)


def rate_text(point: Point, none: str = "-") -> str:
    return f"{point.tally.rate}%" if point.tally.rate is not None else none


def paper_texts(point: Point) -> list[str]:
    """Papers and rows by kind; nothing where papers are not counted."""
    return [f"{c.papers}/{c.rows}" if c.papers else "0" for c in point.papers.values()]


def rate_picture(points: Sequence[Point]) -> Chart:
    """The completion rate by month."""
    rates = [p.tally.rate for p in points]
    return Chart(
        "完成率",
        ChartKind.TREND,
        labels=tuple(p.month for p in points),
        values=tuple(Decimal(rate) if rate is not None else None for rate in rates),
        texts=tuple(rate_text(p, "没有计数事项") for p in points),
        unit="%",
        whole=Decimal(100),
    )


def point_data(point: Point) -> dict[str, Any]:
    return {**_counts(point), "papers": {kind: _paper_data(c) for kind, c in point.papers.items()}}


def point_record(point: Point, before: str = "") -> dict[str, Any]:
    """The same in one row: every key has ``before`` in front of it; papers that are not counted are empty."""
    row = _counts(point)
    for name, kind in IDENTIFIERS.items():
        counted = point.papers.get(kind)
        row |= {f"{name}_{part}": getattr(counted, part, None) for part in _PARTS}
    return {before + key: value for key, value in row.items()}


def _counts(point: Point) -> dict[str, Any]:
    tally = point.tally
    return {name: tally.rate if name == "rate" else tally[name] for name in COUNTS}


def _paper_data(count: PaperCount) -> dict[str, int]:
    return {part: getattr(count, part) for part in _PARTS}
