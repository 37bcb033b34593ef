"""What a report is made of. Blocks know no format; renderers know no ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from ledger.reports.chart import Chart

# what heads facts and bars where they become tables
FACT_TITLES = ("项目", "情况")
BAR_TITLES = ("状态", "项数和占比")


class Tone(StrEnum):
    """How a cell should strike the eye, where there is colour; it never carries meaning alone."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and its tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Column:
    """``wrap`` columns give way where a terminal is narrow; the others keep their width."""

    title: str
    right: bool = False
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Short answers under their labels."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``label``, ``value`` of ``whole``, and what to print behind it."""

    label: str
    value: int
    whole: int
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bars:
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Text whose line breaks matter: commands, excerpts of files."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be dealt with: how urgent it is, what it is, and a long line about it (a command, a reason)."""

    state: Cell
    parts: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Tasks:
    """``titles`` head the parts and the detail where they become columns; ``code``: details are commands."""

    titles: tuple[str, ...]
    rows: tuple[Task, ...]
    code: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Details under a title, closed at first where a format can fold."""

    title: str
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Facts | Table | Bars | Chart | Lines | Tasks | Fold


@dataclass(frozen=True, slots=True)
class Report:
    """``data`` is the command's answer for programs; ``records`` its rows for csv and jsonl, ``keys`` their columns.

    ``marker`` stands unseen above the Markdown, so that a comment made of it is found again.
    """

    title: str
    day: date | None
    blocks: tuple[Block, ...]
    data: dict[str, Any]
    records: Sequence[dict[str, Any]] = field(default=())
    keys: tuple[str, ...] = ()
    marker: str = ""


def cells(*values: object) -> tuple[Cell, ...]:
    """A row of a table; an empty value is shown as nothing."""
    return tuple(v if isinstance(v, Cell) else Cell("" if v is None else str(v)) for v in values)
