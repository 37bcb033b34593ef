"""``plain``: what a pipe gets. No colour, nothing cut, columns aligned with Chinese counted as two cells."""

from ledger.base.text import one_line, printable, width
from ledger.render.answer import Answer, Renderer, Screen
from ledger.render.bars import LONGEST, drawn
from ledger.reports.blocks import (
    Bars,
    Block,
    Cell,
    Column,
    Facts,
    Fold,
    Heading,
    Lines,
    Paragraph,
    Table,
    Task,
    Tasks,
)
from ledger.reports.chart import Chart


def _render(answer: Answer, _: Screen) -> str:
    report = answer.report
    if report is None:
        return ""
    parts = ["\n".join(map(one_line, (report.title, *answer.remarks)))]
    parts += [text for block in report.blocks if (text := _block(block))]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return one_line(text)
        case Paragraph(text):
            return printable(text)
        case Facts(rows):
            return _aligned([[label, cell.text] for label, cell in rows])
        case Table(columns, table_rows):
            return _table(columns, table_rows)
        case Bars(bars):
            return _aligned([[b.label, b.text] for b in bars])
        case Chart():
            return _chart(block)
        case Tasks(_, tasks):
            return "\n".join(map(_task, tasks))
        case Lines(lines):
            return "\n".join(map(printable, lines))
        case Fold(title, blocks):
            return "\n\n".join(text for part in (Heading(title), *blocks) if (text := _block(part)))


def _task(task: Task) -> str:
    line = "  ".join(map(one_line, (task.state.text, *task.parts)))
    return f"{line}\n    {one_line(task.detail)}" if task.detail else line


def _aligned(rows: list[list[str]]) -> str:
    widest = max((width(row[0]) for row in rows), default=0)
    return "\n".join(f"{one_line(a)}{' ' * (widest - width(a))}  {one_line(b)}" for a, b in rows)


def _chart(chart: Chart) -> str:
    """The title, and a line with its bar for every point; nothing without points."""
    if not chart.labels:
        return ""
    rows = [[d.label, f"{''.join(d.bar(LONGEST)):{LONGEST}}  {d.text}"] for d in drawn(chart)]
    return f"{one_line(chart.caption)}\n{_aligned(rows)}"


def _table(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> str:
    """Straight columns under a ruled head; a head has two cells to spare."""
    head = [one_line(column.title) for column in columns]
    texts = [[one_line(cell.text).strip() for cell in row] for row in rows]
    right = [column.right and bool(rows) for column in columns]
    widths = [
        max([width(title) + 2, *map(width, column)]) for title, *column in zip(head, *texts, strict=True)
    ]
    lines = [head, ["-" * cells for cells in widths], *texts]
    return "\n".join(_line(line, widths, right) for line in lines)


def _line(texts: list[str], widths: list[int], right: list[bool]) -> str:
    padded = [
        f"{' ' * (cells - width(text))}{text}" if flush else f"{text}{' ' * (cells - width(text))}"
        for text, cells, flush in zip(texts, widths, right, strict=True)
    ]
    return "  ".join(padded).rstrip()


RENDERER = Renderer("plain", _render)
