"""One number of a unit's score by itself: what stands beside a number of a bulletin prints it."""

from ledger.measures.scoring.figures import ScoreFigure
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.blocks import Cell, Facts, Report


def figure_page(scored: UnitScore, figure: ScoreFigure) -> Report:
    """The same keys as a figure of ``ledger list``; ``value`` is None where there is no such number."""
    value = figure.of(scored)
    data = {"figure": figure.name, "label": figure.label, "value": value, "unit": figure.unit}
    text = f"{value}{figure.unit}" if value is not None else "—"
    blocks = (Facts(((figure.label, Cell(text)),)),)
    title = f"{scored.unit} {scored.month} {figure.label}"
    return Report(title, scored.ranking.book.day, blocks, data, [data], tuple(data))
