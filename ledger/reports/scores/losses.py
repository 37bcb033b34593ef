"""What cost a unit its points: a line a point, with the first things for which it lost them."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ledger.base.text import first_of
from ledger.measures.scoring.card import ScoreLine
from ledger.measures.scoring.figures import lost_text
from ledger.measures.scoring.measured import Form, Measured, Piece, plain
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.blocks import Cell, Column, Table, Task, Tasks, Tone, cells
from ledger.reports.scores.wording import points_cell, scorer

_NAMED = 3


def lost_tasks(scored: UnitScore, losing: Sequence[ScoreLine]) -> Tasks:
    """What cost most first; points that people scored with their reason."""
    ordered = sorted(losing, key=lambda line: -line.lost)
    rows = (
        Task(
            Cell(f"失 {lost_text(line)}", Tone.BAD),
            (line.checkpoint.id, line.checkpoint.title),
            _why(scored, line),
        )
        for line in ordered
    )
    return Tasks(("失分", "编号", "督察重点", "失在哪里"), tuple(rows))


def _why(scored: UnitScore, line: ScoreLine) -> str:
    if line.human is not None:
        said = (line.human.note or "没有写理由").replace("\n", " ")
        return f"{scorer(scored, line) or '人工'}评分：{said}"
    return costs_text(line.measured) if line.measured else ""


def costs_text(measured: Measured) -> str:
    """``zb-2017-05/2 整合资金（逾期12天）、… 等 5 件``; where no single thing cost points, what there is of what there should be."""
    costing = sorted(measured.costing, key=lambda piece: -cost(measured, piece))
    if not costing:
        return f"数到 {plain(measured.part)}，要到 {measured.words or plain(measured.whole)}"
    return first_of([f"{p.ref} {p.title}（{p.why}）" for p in costing], _NAMED, " 等 {n} 件")


def cost(measured: Measured, piece: Piece) -> Fraction:
    """By how much the piece lowers the value, in the measure of the part."""
    return piece.part if measured.form in {Form.LOSS, Form.DEDUCTION} else piece.whole - piece.part


def scored_by_people(scored: UnitScore, lines: Iterable[ScoreLine]) -> Table:
    """Who scored and why."""
    columns = (Column("编号"), Column("得分", right=True), Column("评分"), Column("理由", wrap=True))
    rows = (
        cells(x.checkpoint.id, points_cell(x), scorer(scored, x), (x.why or "没有写").replace("\n", " "))
        for x in lines
    )
    return Table(columns, tuple(rows))


def exempted_table(pieces: Iterable[tuple[ScoreLine, Piece]]) -> Table:
    columns = (
        Column("编号"), Column("事项"), Column("名称", wrap=True), Column("情况", wrap=True), Column("容错"),
    )  # fmt: skip
    rows = (cells(line.checkpoint.id, p.ref, p.title, p.why, p.exempt) for line, p in pieces)
    return Table(columns, tuple(rows))
