"""Rows that belong together because the task's cell is merged over them: steps of one item, or items under a heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.lines import Line
from ledger.loading.sheets.numbering import Number, read_number, split_number

_PLACING = (Head.LEAD, Head.PARTICIPANTS, Head.UNITS, Head.DUE, Head.START)
_REPORTED = (Head.STATE, Head.PERCENT, Head.PROGRESS, Head.EVIDENCE, Head.DONE_ON)


@dataclass(slots=True, eq=False)
class Entry:
    """A row with its place among the others, while that is found out.

    ``steps`` are the rows of one item, itself the first. ``text_only``: its title cell is the heading's, not its own.
    ``bare``: it says neither who nor by when; ``banner``: one text goes over the whole row. ``head`` is the column of a
    heading that is a cell and no row. ``exact``: the ledger wrote the row, every word of it is meant.
    """

    line: Line
    number: Number | None
    title: str
    steps: tuple[Line, ...] = ()
    text_only: bool = False
    bare: bool = False
    banner: bool = False
    exact: bool = False
    parent: "Entry | None" = None
    is_part: bool = False
    id: str = ""
    head: Head | None = None
    remarks: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def read_entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """In the order of the rows; a heading that was made of a merged title stands before its items."""
    group: list[Line] = []
    for line in lines:
        if group and not _continues(group[0], line):
            yield from _of_group(group)
            group = []
        group.append(line)
    if group:
        yield from _of_group(group)


def _continues(first: Line, line: Line) -> bool:
    """The title above covers this row too: merged over it or, where merging is lost, left empty beside a text."""
    above, own = first.cell(Head.TITLE), line.cell(Head.TITLE)
    if above is None or first.sheet is not line.sheet or is_banner(first) or is_banner(line):
        return False
    if own is not None:
        return own.merged and own.text == above.text
    return Head.TEXT in line.cells and Head.TEXT in first.cells and not line.own(Head.ID)


def _of_group(group: list[Line]) -> Iterator[Entry]:
    first, *others = group
    if not others:
        yield _single(first)
        return
    if not any(line.own(h) for line in others for h in (Head.ID, Head.LEAD, Head.UNITS)):
        entry = _single(first)
        entry.steps = tuple(group)
        yield entry
        return
    heading = _single(first)
    heading.bare = heading.is_part = True
    numbered = any(line.own(Head.ID) for line in others)
    number, heading.number = heading.number, None if numbered else heading.number
    yield heading
    for n, line in enumerate(group, 1):
        own = _number(line)
        if not numbered:
            own = Number(f"{number.id}.{n}", number.style, n) if number else None
        yield Entry(line, own, "", text_only=True, parent=heading)


def _single(line: Line) -> Entry:
    if is_banner(line):
        number, title = split_number(line.row.cells[0].text)
        return Entry(line, number, title, bare=True, banner=True, is_part=True)
    number, title = _number(line), line.text(Head.TITLE)
    if number is None and not line.text(Head.ID):
        number, title = split_number(title) if title else (split_number(line.text(Head.TEXT))[0], "")
    return Entry(line, number, title, bare=not any(h in line.cells for h in (*_PLACING, *_REPORTED)))


def _number(line: Line) -> Number | None:
    text = line.text(Head.ID)
    return read_number(text) if text else None


def is_banner(line: Line) -> bool:
    """One text over the whole row, or words in the column of numbers with nothing beside them."""
    cells = line.row.cells
    if len({cell.text for cell in cells}) > 1:
        return False
    return (len(cells) > 1 and cells[-1].merged) or set(line.cells) == {Head.ID}
