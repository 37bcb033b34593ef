"""``markdown``: GitHub's dialect. Text from files is always data: what would be markup is escaped."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from ledger.base.text import printable
from ledger.render.answer import Answer, Renderer, Screen
from ledger.render.diagrams import diagram, left_out
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

# a bare address would be a link, and a link takes what is escaped in it as it stands: <img> behind one would be markup
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_CALL = re.compile(r"(@|\\#)(?=[A-Za-z0-9])")
_TICKS = re.compile("`+")
_LIST = re.compile(r"^(\d*)([-+.)])")


def _render(answer: Answer, _: Screen) -> str:
    report = answer.report
    if report is None:
        return ""
    parts = [f"<!-- {report.marker} -->"] if report.marker else []
    parts += [f"# {escape(report.title)}", *(f"> {paragraph(remark)}" for remark in answer.remarks)]
    parts.append(blocks_text(report.blocks))
    text = "\n\n".join(filter(None, parts)) + "\n"
    return _uncalled(text) if report.marker else text


def blocks_text(blocks: Iterable[Block], *, padded: bool = True) -> str:
    """Blocks one below the other, without a line break at the end.

    ``padded`` tables have straight columns in the source. Without, a row is the same text whatever stands in the others:
    for files that are kept and compared.
    """
    return "\n\n".join(
        text for block in blocks if (text := _block(block, _table if padded else _plain_table))
    )


def _uncalled(text: str) -> str:
    """A comment notifies whom it names with @ and links what it names with #; an unseen blank in between prevents it."""
    return _CALL.sub(r"\1&#8203;", text)


def escape(text: str) -> str:
    """Plain text as Markdown that shows exactly that text, within one line."""
    shown = _MARKUP.sub(r"\\\1", printable(text))
    return " ".join(shown.splitlines())


def paragraph(text: str) -> str:
    """The same where a line begins: ``1.`` or ``-`` would open a list there, four blanks a listing."""
    return _LIST.sub(r"\1\\\2", escape(text).strip())


def _block(block: Block, table: "_Writer") -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escape(text)}"
        case Paragraph(text):
            return paragraph(text)
        case Facts(rows):
            return table(list(FACT_TITLES), [[label, cell.text] for label, cell in rows])
        case Table(columns, table_rows):
            alignment = ["right" if c.right else "left" for c in columns]
            return table([c.title for c in columns], [[c.text for c in row] for row in table_rows], alignment)
        case Bars(bars):
            return table(list(BAR_TITLES), [[b.label, b.text] for b in bars])
        case Chart():
            return picture(block)
        case Tasks(titles, tasks, code):
            task_rows = [[t.state.text, *t.parts, t.detail] for t in tasks]
            return table(list(titles), task_rows, code=len(titles) - 1 if code else None)
        case Lines(lines):
            return "```text\n" + "\n".join(printable(x).replace("```", "` ` `") for x in lines) + "\n```"
        case Fold(title, blocks):
            return f"<details>\n<summary>{_html(title)}</summary>\n\n{blocks_text(blocks, padded=table is _table)}\n\n</details>"


def picture(chart: Chart) -> str:
    """The diagram, and under it what it leaves out; nothing where there is nothing to draw."""
    drawing = diagram(chart)
    fence = f"```mermaid\n{drawing}```" if drawing else ""
    missing = "；".join(f"{point.label}（{point.text}）" for point in left_out(chart))
    return f"{fence}\n\n{paragraph(f'图中没有画出：{missing}。')}" if missing else fence


def _html(text: str) -> str:
    """Plain text within a tag, where Markdown is not read."""
    return html.escape(" ".join(printable(text).splitlines()))


class _Writer(Protocol):
    """``code`` is the number of a column that is shown verbatim."""

    def __call__(
        self,
        head: list[str],
        rows: list[list[str]],
        alignment: Sequence[str] | None = None,
        code: int | None = None,
    ) -> str: ...


def _table(
    head: list[str], rows: list[list[str]], alignment: Sequence[str] | None = None, code: int | None = None
) -> str:
    """Tabulate escapes nothing itself: a bar would open a column and a line break a row."""
    from tabulate import tabulate  # noqa: PLC0415 - papers take their words from here, and have no tables

    cells = _escaped(rows, code)
    align = list(alignment or ["left"] * len(head))
    return tabulate(
        cells,
        [escape(h) for h in head],
        tablefmt="pipe",
        colalign=align if cells else None,
        disable_numparse=True,
    )


def _plain_table(
    head: list[str], rows: list[list[str]], alignment: Sequence[str] | None = None, code: int | None = None
) -> str:
    """Without padding, which is another one with another version of tabulate or of wcwidth."""
    rule = ["--:" if side == "right" else ":--" for side in alignment or ["left"] * len(head)]
    lines = [[escape(h) for h in head], rule, *_escaped(rows, code)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(rows: list[list[str]], code: int | None) -> list[list[str]]:
    return [[_code(text) if n == code else escape(text) for n, text in enumerate(row)] for row in rows]


def _code(text: str) -> str:
    """Verbatim, between more backticks than it holds itself in a row."""
    shown = " ".join(printable(text).splitlines()).replace("|", "\\|")
    fence = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


RENDERER = Renderer("markdown", _render)
