"""A report's blocks as parts of an official paper, for what is computed and printed."""

from collections.abc import Iterable, Sequence

from ledger.base.text import one_line, unbroken, width
from ledger.reports.blocks import (
    BAR_TITLES,
    FACT_TITLES,
    Bars,
    Block,
    Facts,
    Fold,
    Heading,
    Lines,
    Paragraph,
    Table,
    Tasks,
)
from ledger.reports.chart import Chart
from ledger.reports.paper import Column, Grid, Part, Text

_DEEPEST = 3
# cells of text beyond which a column grows three times as slowly: it takes more lines, the others stay readable
_LONG, _SLOWER = 12, 3


def parts(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """In the same order. Headings keep their words, marks included; what is folded away on a screen is not printed."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterable[Part]:
    match block:
        case Heading(text, level):
            return [Text(one_line(text), min(max(level - 1, 1), _DEEPEST))]
        case Paragraph(text):
            return [Text(line) for line in text.splitlines() if line.strip()]
        case Lines(lines):
            return [Text(line) for line in lines if line.strip()]
        case Facts(rows):
            return [grid_of(FACT_TITLES, [(label, cell.text) for label, cell in rows])]
        case Bars(bars):
            return [grid_of(BAR_TITLES, [(bar.label, bar.text) for bar in bars])]
        case Table(columns, table_rows):
            texts = [tuple(cell.text for cell in row) for row in table_rows]
            return [grid_of([column.title for column in columns], texts)]
        case Tasks(titles, tasks):
            return [grid_of(titles, [(task.state.text, *task.parts, task.detail) for task in tasks])]
        case Chart():
            return [block]
        case Fold():
            return []


def grid_of(titles: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Grid:
    """Columns as wide as what stands in them, long texts less."""
    columns = (Column(title, _share([row[n] for row in rows], title)) for n, title in enumerate(titles))
    return Grid(tuple(columns), tuple(rows))


def _share(texts: Sequence[str], title: str) -> int:
    """What the longest text takes, in cells with a little for the margins; never less than its longest word."""
    longest = max(width(one_line(text)) for text in (title, *texts))
    words = max((width(word) for text in (title, *texts) for word in unbroken(text)), default=0)
    return max(round(min(longest, _LONG + (longest - _LONG) / _SLOWER)), words) + 2
