"""``ledger trend --recorded``: every month as it was known then, beside what is known of it now."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ledger.measures.trend import Recalled
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.trend import (
    ABOUT_PAPERS,
    FIGURES,
    KEYS,
    MONTH,
    PAPERS,
    TITLE,
    figure_cells,
    paper_texts,
    point_data,
    point_record,
    rate_picture,
)

_ABOUT = Paragraph(
    "各数按当时已经记下的算，现在算出来不同的，把现在的数写在后面。"
    "补记是日期不晚于该日、当时还没有记的条数。依据是当时的提交；没有提交的，按补记日期推算。",
    Tone.MUTED,
)


def recorded_trend(day: date, months: Sequence[Recalled]) -> Report:
    columns = (MONTH, *FIGURES, Column("补记", right=True), Column("依据"))
    blocks: list[Block] = [Table(columns, tuple(map(_row, months))), _ABOUT, *_papers(months)]
    blocks.append(rate_picture([m.then for m in months]))
    keys = ("month", "day", "source", "recorded_later", *KEYS, *(f"now_{key}" for key in KEYS))
    data = {"months": [_data(m) for m in months]}
    return Report(f"{TITLE}（按当时已知）", day, tuple(blocks), data, [_record(m) for m in months], keys)


def _row(month: Recalled) -> tuple[Cell, ...]:
    figures = map(_beside, figure_cells(month.then), figure_cells(month.now))
    source = month.commit[:12] if month.commit else "补记日期"
    return cells(month.then.month, *figures, month.recorded_later, source)


def _papers(months: Sequence[Recalled]) -> Iterator[Block]:
    if not any(m.now.papers for m in months):
        return
    yield Heading("当月发单", 2)
    rows = (cells(m.then.month, *_both(m)) for m in months)
    yield Table((MONTH, *PAPERS), tuple(rows))
    yield ABOUT_PAPERS


def _both(month: Recalled) -> Iterator[Cell]:
    return map(_beside, cells(*paper_texts(month.then)), cells(*paper_texts(month.now)))


def _beside(then: Cell, now: Cell) -> Cell:
    return then if then.text == now.text else Cell(f"{then.text} 现{now.text}", Tone.WARN)


def _data(month: Recalled) -> dict[str, Any]:
    return {**_head(month), **point_data(month.then), "now": point_data(month.now)}


def _record(month: Recalled) -> dict[str, Any]:
    return {**_head(month), **point_record(month.then), **point_record(month.now, "now_")}


def _head(month: Recalled) -> dict[str, Any]:
    source = f"commit {month.commit[:12]}" if month.commit else "recorded"
    return {
        "month": month.then.month,
        "day": month.then.day.isoformat(),
        "source": source,
        "recorded_later": month.recorded_later,
    }
