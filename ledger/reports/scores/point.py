"""One point of a unit's score, piece by piece: what each thing adds to part and whole, and why."""

from collections.abc import Iterator

from ledger.measures.scoring.card import ScoreLine
from ledger.measures.scoring.figures import lost_text
from ledger.measures.scoring.measured import Measured, plain
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Report,
    Table,
    Tone,
    cells,
)
from ledger.reports.scores.data import point_data
from ledger.reports.scores.losses import cost
from ledger.reports.scores.wording import (
    formula_text,
    gauge_of,
    own_list,
    points_cell,
    scorer,
    weight_text,
)

KEYS = ("ref", "title", "part", "whole", "why", "exempt")


def point_page(scored: UnitScore, line: ScoreLine) -> Report:
    """What cost points first."""
    point, day = line.checkpoint, scored.ranking.book.day
    blocks: list[Block] = [Facts(tuple(_facts(scored, line)))]
    if line.measured and line.measured.pieces:
        costing = len(line.measured.costing)
        words = f"，其中失分 {costing} 件" if costing else ""
        blocks += [Heading(f"数了 {len(line.measured.pieces)} 件{words}"), _table(line.measured)]
    elif line.measured:
        blocks.append(Paragraph("没有数到任何一件。", Tone.MUTED))
    if queries := tuple(_queries(scored, line)):
        blocks += [Heading("台账清单、规则"), Lines(queries)]
    data = point_data(scored, line)
    title = f"{scored.unit} {scored.month} {point.id} {point.title}"
    return Report(title, day, tuple(blocks), data, data["pieces"], KEYS)


def _facts(scored: UnitScore, line: ScoreLine) -> Iterator[tuple[str, Cell]]:
    yield "得分", points_cell(line)
    yield "满分", Cell(weight_text(line.weight))
    yield "算式" if line.formula else "情况", Cell(formula_text(line))
    if line.lost:
        yield "失分", Cell(lost_text(line) or "", Tone.BAD)
    if line.human is not None:
        if line.measured is not None and line.measured.value is not None:
            yield "程序数出", Cell(line.measured.formula(weight_text(line.weight)))
        yield "评分", Cell(f"{scorer(scored, line) or '没有写明由谁'}：{line.why or '没有写理由'}")
    gauge = gauge_of(line)
    if gauge is None:
        return
    yield "怎样算", Cell(gauge.formula)
    yield "数据", Cell(gauge.data)
    yield "怎样得分", Cell(gauge.gain)


def _queries(scored: UnitScore, line: ScoreLine) -> Iterator[str]:
    """The ledger's own list of what is counted, and the page of the checkpoint."""
    gauge = gauge_of(line)
    if gauge is not None:
        if listed := own_list(scored, line):
            yield listed
        yield f"ledger rule {gauge.code}"


def _table(measured: Measured) -> Table:
    """With the findings by which nothing is lost (容错), where there are any."""
    exempted = any(p.exempt for p in measured.pieces)
    columns = (
        Column("编号"), Column("名称", wrap=True), Column("分子", right=True), Column("分母", right=True),
        Column("情况", wrap=True), *([Column("容错")] if exempted else []),
    )  # fmt: skip
    pieces = sorted(measured.pieces, key=lambda piece: -cost(measured, piece))
    rows = (
        cells(
            p.ref,
            p.title,
            Cell(plain(p.part), Tone.BAD if cost(measured, p) > 0 else Tone.PLAIN),
            plain(p.whole),
            p.why,
            *([p.exempt] if exempted else []),
        )
        for p in pieces
    )
    return Table(columns, tuple(rows))
