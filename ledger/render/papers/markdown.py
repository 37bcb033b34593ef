"""A paper in the dialect that GitHub and GitLab share; no HTML, so that both show the same.

Neither can set text to the right, so the 落款 stands on two lines at the left. Body paragraphs are indented by two
ideographic spaces, which both keep. Table cells are not padded: one changed cell is one changed line in a diff.
"""

from ledger.base.days import in_chinese
from ledger.render.reports.markdown import escape, paragraph, picture
from ledger.reports.chart import Chart
from ledger.reports.paper import Grid, Paper, Part, Sheet, Text

_INDENT = "\u3000\u3000"
_BREAK = "\\\n"
# 1. is a paragraph in print, too
_DEEPEST = 3


def render(paper: Paper) -> str:
    """The paper as Markdown, ending with one line break."""
    parts = [
        f"> **{remark}**" if (remark := _line(paper.remark)) else "",
        _lines(_strong(paper.agency), _line(paper.number)),
        _signature(paper) if paper.periodical else "",
        _heading(1, paper.title),
        _line(paper.salutation),
        *map(_part, paper.body),
        "" if paper.periodical else _signature(paper),
        _indented(paper.note),
        *map(_line, paper.copies),
    ]
    for sheet in paper.sheets:
        parts += _sheet(sheet)
    return "\n\n".join(part for part in parts if part) + "\n"


def _signature(paper: Paper) -> str:
    return _lines(_line(paper.signed_by), in_chinese(paper.day))


def _lines(*lines: str) -> str:
    return _BREAK.join(line for line in lines if line)


def _line(text: str | None) -> str:
    """One below another: ``===`` would make a heading of the line above."""
    shown = paragraph(text or "")
    return f"\\{shown}" if shown.startswith("=") else shown


def _strong(text: str) -> str:
    shown = _line(text)
    return f"**{shown}**" if shown else ""


def _heading(level: int, text: str) -> str:
    shown = escape(text).strip()
    return f"{'#' * level} {shown}" if shown else ""


def _indented(text: str | None) -> str:
    shown = _line(text)
    return f"{_INDENT}{shown}" if shown else ""


def _sheet(sheet: Sheet) -> list[str]:
    return ["---", _heading(2, sheet.title), *map(_part, sheet.body)]


def _part(part: Part) -> str:
    match part:
        case Grid():
            return _grid(part)
        case Chart():
            return picture(part)
        case Text(text, level):
            # a heading that runs on is a paragraph without bold type: between 。 and a character ** closes nothing
            return _heading(level + 1, text) if part.is_heading and level < _DEEPEST else _indented(text)


def _grid(grid: Grid) -> str:
    head = [escape(column.title) for column in grid.columns]
    rows = [[escape(text) for text in row] for row in grid.rows]
    return "\n".join(map(_row, (head, [":--"] * len(head), *rows)))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
