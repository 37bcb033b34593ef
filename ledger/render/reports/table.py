"""``table``: rich tables that fit the terminal; no character whose width a Chinese terminal may doubt."""

import io
from dataclasses import dataclass

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from ledger.base.text import printable, width, wrap
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
    Tasks,
    Tone,
)
from ledger.reports.chart import Chart

_ASCII = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
_STYLES = {Tone.PLAIN: "", Tone.GOOD: "green", Tone.WARN: "yellow", Tone.BAD: "bold red", Tone.MUTED: "dim"}
_WIDE = 10_000
_NARROWEST = 14
# with two texts of the narrowest width, a bar of this length fits 40 cells
_SHORTEST = 8


def _render(answer: Answer, screen: Screen) -> str:
    report = answer.report
    if report is None:
        return ""
    out = io.StringIO()
    console = Console(
        file=out,
        width=screen.width or _WIDE,
        force_terminal=screen.color,
        color_system="standard" if screen.color else None,
        no_color=not screen.color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    console.print(Text(printable(report.title), "bold"))
    for remark in answer.remarks:
        console.print(Text(printable(remark), "dim"))
    for block in report.blocks:
        for piece in _pieces(block, screen.width):
            console.print(piece, soft_wrap=isinstance(block, Lines))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _text(cell: Cell | str) -> Text:
    if isinstance(cell, str):
        return Text(printable(cell))
    return Text(printable(cell.text), _STYLES[cell.tone])


def _wrapped(text: str, cells: int | None) -> str:
    """Broken where Chinese may break, before rich would break it anywhere."""
    text = printable(text)
    return "\n".join(wrap(text, max(cells, _NARROWEST))) if cells else text


def _pieces(block: Block, cells: int | None) -> list[RenderableType]:
    match block:
        case Heading(text):
            return ["", Text(printable(text), "bold")]
        case Paragraph(text, tone):
            return [_text(Cell(_wrapped(text, cells), tone))]
        case Facts(rows):
            return [_facts(block)] if rows else []
        case Table():
            return [_table(block)] if _fits(block, cells) else _cards(block)
        case Bars():
            return [_bars(block, cells)] if block.rows else []
        case Chart():
            return ["", Text(_wrapped(block.caption, cells)), _bars(block, cells)] if block.labels else []
        case Tasks():
            return _tasks(block, cells)
        case Lines(lines):
            return [Text(printable(line)) for line in lines]
        case Fold(title, blocks):
            return [piece for part in (Heading(title), *blocks) for piece in _pieces(part, cells)]


def _facts(block: Facts) -> RichTable:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for label, cell in block.rows:
        grid.add_row(_text(label), _Wrapping(cell))
    return grid


def _table(block: Table) -> RichTable:
    table = RichTable(box=_ASCII, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    for column in block.columns:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            overflow="fold",
        )
    for row in block.rows:
        table.add_row(*map(_in_column, block.columns, row))
    return table


def _in_column(column: Column, cell: Cell) -> RenderableType:
    return _Wrapping(cell) if column.wrap else _text(cell)


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """A cell broken where Chinese may break, once rich knows how wide its column is: never within a date."""

    cell: Cell

    def __rich_measure__(self, _: Console, options: ConsoleOptions) -> Measurement:
        cells = width(printable(self.cell.text))
        return Measurement(min(cells, _NARROWEST), cells).with_maximum(options.max_width)

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        text = "\n".join(wrap(printable(self.cell.text), options.max_width))
        yield Text(text, _STYLES[self.cell.tone], overflow="fold")


def _fits(block: Table, cells: int | None) -> bool:
    """Whether every column keeps its width and those that may wrap keep a readable one."""
    if cells is None:
        return True
    needed = 2 * (len(block.columns) - 1)
    for n, column in enumerate(block.columns):
        widest = max([width(column.title), *(width(row[n].text) for row in block.rows)])
        needed += min(widest, _NARROWEST) if column.wrap else widest
    return needed <= cells


def _cards(block: Table) -> list[RenderableType]:
    """A table too wide for the terminal: a row on lines of its own, what it names first, the rest labelled."""
    pieces: list[RenderableType] = []
    for row in block.rows:
        named, *rest = zip(block.columns, row, strict=True)
        pieces.append(Text(printable(named[1].text), "bold"))
        labelled = [Text(f"{column.title}：", "dim") + _text(cell) for column, cell in rest if cell.text]
        pieces.append(Padding(Text("  ").join(labelled), (0, 0, 0, 4)))
    return pieces


def _bars(block: Bars | Chart, cells: int | None) -> RichTable:
    """Labels and texts take at most a third of the terminal each, and are broken rather than cut."""
    lines = drawn(block)
    most = max(_NARROWEST, (cells or _WIDE) // 3)
    label, text = (
        min(most, max(width(printable(t)) for t in texts))
        for texts in ([line.label for line in lines], [line.text for line in lines])
    )
    room = max(_SHORTEST, min(LONGEST, (cells or _WIDE) - label - text - 4))
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    for least in (label, room, text):
        grid.add_column(width=least)
    for line in lines:
        filled, rest = line.bar(room)
        bar = Text(filled, _STYLES[line.tone]).append(rest, "dim")
        grid.add_row(_Wrapping(Cell(line.label)), bar, _Wrapping(Cell(line.text)))
    return grid


def _tasks(block: Tasks, cells: int | None) -> list[RenderableType]:
    """Each task on a line of its own, what is long about it indented under it."""
    left = cells - max(width(printable(task.state.text)) for task in block.rows) - 2 if cells else None
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for task in block.rows:
        body = _text("  ".join(task.parts))
        if task.detail:
            body = body.append("\n").append(_wrapped(task.detail, left), "cyan" if block.code else "dim")
        grid.add_row(_text(task.state), body)
    return [grid]


RENDERER = Renderer("table", _render)
