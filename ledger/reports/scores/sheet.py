"""A unit's score sheet: each point with its formula, what was lost where, what was published."""

from collections.abc import Iterator

from ledger.measures.scoring.card import ScoreLine
from ledger.measures.scoring.figures import aspect_text
from ledger.measures.scoring.unit_score import UnitScore
from ledger.model.scoring import Aspect
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Lines, Paragraph, Report, Table, cells
from ledger.reports.scores.data import KEYS, sheet_data
from ledger.reports.scores.losses import exempted_table, lost_tasks, scored_by_people
from ledger.reports.scores.place import place_facts
from ledger.reports.scores.wording import formula_text, point_query, points_cell, weight_text

_NOTE = "小计和得分按算式的准确值相加，只在最后四舍五入到两位。"


def score_sheet(scored: UnitScore) -> Report:
    """Of one unit in one period."""
    card, day = scored.card, scored.ranking.book.day
    blocks: list[Block] = [Facts(tuple(place_facts(scored))), Heading("督察重点"), _table(scored)]
    blocks.append(Paragraph(_NOTE))
    blocks += _lost(scored)
    praised = [line for line in card.lines if line.human and not line.lost]
    if praised:
        blocks += [Heading(f"人工评分得满分 {len(praised)} 个"), scored_by_people(scored, praised)]
    exempt = [(line, p) for line in card.lines if line.measured for p in line.measured.pieces if p.exempt]
    if exempt:
        blocks += [Heading(f"容错免责不扣分 {len(exempt)} 处"), exempted_table(exempt)]
    data = sheet_data(scored)
    return Report(f"{scored.unit} {scored.month} 得分", day, tuple(blocks), data, data["points"], KEYS)


def _lost(scored: UnitScore) -> Iterator[Block]:
    losing = [line for line in scored.card.counted if line.lost]
    if losing:
        yield Heading(f"失分 {len(losing)} 处")
        yield lost_tasks(scored, losing)
    counted = [line for line in scored.card.lines if line.measured and line.measured.pieces]
    if counted:
        yield Heading("逐件清单")
        yield Lines(tuple(point_query(scored, line) for line in counted))


def _table(scored: UnitScore) -> Table:
    columns = (
        Column("编号"), Column("督察重点", wrap=True), Column("满分", right=True), Column("得分", right=True),
        Column("算式", wrap=True),
    )  # fmt: skip
    return Table(columns, tuple(_rows(scored)))


def _rows(scored: UnitScore) -> Iterator[tuple[Cell, ...]]:
    for aspect in scored.ranking.book.scheme.aspects:
        lines = [line for line in scored.card.lines if line.aspect is aspect]
        yield _subtotal(scored, aspect, lines)
        for line in lines:
            yield cells(
                line.checkpoint.id,
                line.checkpoint.title,
                weight_text(line.weight),
                points_cell(line),
                formula_text(line),
            )


def _subtotal(scored: UnitScore, aspect: Aspect, lines: list[ScoreLine]) -> tuple[Cell, ...]:
    counted = [line.checkpoint.id for line in lines if line.state == "计分"]
    _, whole = scored.card.of(aspect.id)
    words = "+".join(counted) or "没有计分的督察重点"
    return cells(aspect.id, aspect.title, weight_text(whole), aspect_text(scored.card, aspect.id), words)
