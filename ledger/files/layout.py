"""The one layout of a YAML file: data, and the comments around it, as lines.

Two blanks a step, dashes two further than their key, quotation marks only where they are needed. Names stand in one
line between brackets, a list of mappings row by row, long prose below ``|-``; what was written between brackets stays
there. A line that would be wider than :data:`WIDTH <ledger.files.in_line.WIDTH>` is opened, unless a comment speaks of it: it may be one that
allows a finding of that line.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ledger.base.text import width
from ledger.files.in_line import WIDTH, in_line
from ledger.files.pieces import Piece, piece_of
from ledger.files.scalars import Layout, Value, key_text

Order: TypeAlias = "Mapping[str, Order]"
"""The keys of a mapping in their order, and below each those of the mappings that stand there."""


class Pages(dict[str, Order]):
    """The order of the rows of a list that are pages of their own, with a blank line between them."""


_Entry = tuple[list[str], list[str]]
"""What stands above a key or a row, not yet indented, and its own lines."""


def laid_out(data: Mapping[str, Value], order: Order, head: Iterable[str] = ()) -> str:
    """A file's text from its data; ``head`` are its first lines, each a comment.

    Keys that ``order`` does not know come last. Raises LedgerError for control characters.
    """
    root = piece_of(dict(data))
    root.above = [*head]
    return "".join(f"{line}\n" for line in document_lines(root, order))


def document_lines(root: Piece, order: Order) -> list[str]:
    """Of a whole file. Comments above its first key stay above whichever key is the first."""
    writer = _Writer(lambda _: Layout())
    first, *rest = writer.entries(root, 0, "", order, spoken=any(root.above)) or [([], [])]
    top = _gap([*root.above, *first[0]], 0, first=True)
    body = first[1] if root.children else ["{}"]
    return [*top, *body, *_joined(rest, 0), *_gap(root.below, 0)]


def item_lines(
    fields: Mapping[str, Value], column: int, layout: Layout, layouts: Callable[[str], Layout]
) -> list[str]:
    """One item of a block list, its dash in ``column``; ``layouts`` says how lists under a key are indented."""
    piece = piece_of(dict(fields))
    piece.braces = False
    return _Writer(layouts).row(piece, column, layout, {})[1]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Lines come indented; ``column`` is where a key or a dash stands."""

    layouts: Callable[[str], Layout]

    def entries(
        self, piece: Piece, column: int, key: str, order: Order, *, spoken: bool = False
    ) -> list[_Entry]:
        """Of a mapping its pairs, of a list under ``key`` its rows; ``spoken``: a comment speaks of the first."""
        if isinstance(piece.value, dict):
            pairs = _ordered(piece.value, order)
            return [
                (p.above, self.pair(k, p, column, order.get(k, {}), spoken=spoken and not n))
                for n, (k, p) in enumerate(pairs)
            ]
        layout = self.layouts(key)
        rows = [
            self.row(p, column, layout, order, spoken=spoken and not n) for n, p in enumerate(piece.children)
        ]
        return _apart(rows) if isinstance(order, Pages) else rows

    def pair(self, key: str, piece: Piece, column: int, order: Order, *, spoken: bool) -> list[str]:
        start = " " * column + key_text(key) + ":"
        inline = in_line(piece, WIDTH - width(start) - 1, key, fixed=spoken or piece.commented)
        if inline is not None:
            head, *lines = inline
            first = _beside(f"{start} {head}" if head else start, piece)
            return [first, *_indented(lines, column + 2), *_gap(piece.below, column + 2)]
        inner = column + (2 if isinstance(piece.value, dict) else self.layouts(key).dash)
        children = _joined(self.entries(piece, inner, key, order), inner, first=True)
        return [_beside(start, piece), *children, *_gap(piece.below, inner)]

    def row(self, piece: Piece, column: int, layout: Layout, order: Order, *, spoken: bool = False) -> _Entry:
        start, inner = " " * column + "-", column + layout.inner
        inline = in_line(piece, WIDTH - inner, fixed=spoken or piece.commented)
        if inline is not None:
            head, *lines = inline
            first = _beside(start + " " * (layout.inner - 1) + head if head else start, piece)
            return piece.above, [first, *_indented(lines, inner), *_gap(piece.below, inner)]
        above = [*piece.above, *([piece.beside[0]] if piece.beside else [])]
        top, *rest = self.entries(piece, inner, "", order, spoken=spoken or any(above))
        lines = [start + top[1][0][column + 1 :], *top[1][1:], *_joined(rest, inner)]
        return [*above, *filter(None, top[0])], [*lines, *_gap(piece.below, inner)]


def _ordered(fields: Mapping[str, Piece], order: Order) -> list[tuple[str, Piece]]:
    known = [key for key in order if key in fields]
    return [(key, fields[key]) for key in (*known, *(k for k in fields if k not in order))]


def _apart(rows: list[_Entry]) -> list[_Entry]:
    first, *rest = rows
    return [first, *((["", *above] if len(lines) > 1 else above, lines) for above, lines in rest)]


def _joined(entries: list[_Entry], column: int, *, first: bool = False) -> list[str]:
    lines: list[str] = []
    for above, own in entries:
        lines += [*_gap(above, column, first=first), *own]
        first = False
    return lines


def _gap(texts: Iterable[str], column: int, *, first: bool = False) -> list[str]:
    """Comments, and one blank line for several; none where something begins."""
    lines: list[str] = []
    for text in texts:
        if text or (lines[-1] if lines else not first):
            lines.append(text)
    return _indented(lines, column)


def _indented(lines: Iterable[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _beside(line: str, piece: Piece) -> str:
    """The comment stays in its column where the line leaves room for it."""
    if piece.beside is None:
        return line
    text, column = piece.beside
    return line + " " * (max(0, column - width(line)) or 2) + text
