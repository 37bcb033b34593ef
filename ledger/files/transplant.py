"""What was added at the end of a list, taken out of one version of a file and put into another, as it is written.

Whole lines move, with the comments between them. Lists between brackets are nobody's to move: LedgerError.
"""

from collections.abc import Iterable
from itertools import pairwise, takewhile
from typing import NamedTuple

from ledger.base.diagnostics import Pointer
from ledger.base.errors import LedgerError
from ledger.files.insertions import Edit, below, edited, into_brackets, newline
from ledger.files.marks import Node, line_start, next_line, owner_at, read_nodes


class Growth(NamedTuple):
    """A list, under ``key`` of the mapping at ``owner``, whose first ``kept`` items were there before."""

    owner: Pointer
    key: str
    kept: int


class Piece(NamedTuple):
    """One item's lines and the comments above them; ``column`` is where its dash stands."""

    lines: tuple[str, ...]
    column: int


def take_out(text: str, before: str, growth: Growth) -> tuple[str, list[Piece]]:
    """The file without what was added to the list since ``before``, and that.

    Comments of ``before`` stay where they are, on whichever side of them the new items were put. A key that was not
    there goes too, one that said ``log: []`` says so again. ``text`` ends with a line break.
    """
    key, grown = _grown(text, growth)
    anchor = grown.items[growth.kept - 1].end if growth.kept else key.end
    top, bottom = next_line(text, anchor), _end(text, key, grown)
    line, old, more = _line_and_comments(before, growth)
    gap = text[top : line_start(text, grown.items[growth.kept].start)].splitlines(keepends=True)
    head = _in_common(gap, old + more)
    rest = text[next_line(text, grown.end) : bottom].splitlines(keepends=True)
    tail = _in_common(rest[::-1], old[len(head) :][::-1])
    start, stop = top + sum(map(len, head)), bottom - sum(map(len, tail))
    ends = [next_line(text, item.end) for item in grown.items[growth.kept : -1]]
    pieces = [_piece(text[a:b], grown.column) for a, b in pairwise([start, *ends, stop])]
    kept = text[:start]
    if not growth.kept:
        kept = text[: line_start(text, key.start)] + line + text[top:start]
    return kept + text[stop:], pieces


def put_in(text: str, growth: Growth, pieces: list[Piece]) -> str:
    """The file with the pieces at the end of the list, below the comments that belong to its last item."""
    key, grown = _grown(text, growth)
    lines = [line for piece in pieces for line in _shifted(piece, grown.column - piece.column)]
    return edited(text, [below(text, grown.end, key.column, lines)])


def with_field(text: str, growth: Growth, numbers: Iterable[int], field: str) -> str:
    """The file with one more ``key: value`` in the list's items of these numbers."""
    chosen = sorted(numbers, reverse=True)  # from below, so that the places above stay right
    items = _grown(text, growth)[1].items if chosen else []
    for number in chosen:
        item = items[number]
        if item.shape != "mapping":
            raise _not_ours(growth)
        if item.flow:
            text = edited(text, [into_brackets(text, item, field)])
        else:
            at = next_line(text, item.end)
            line = " " * item.column + field + newline(text, item.end)
            text = edited(text, [Edit(at, at, line)])
    return text


def _grown(text: str, growth: Growth) -> tuple[Node, Node]:
    pair = _pair(text, growth)
    if pair is None or pair[1].shape != "list" or pair[1].flow or len(pair[1].items) < max(1, growth.kept):
        raise _not_ours(growth)
    return pair


def _pair(text: str, growth: Growth) -> tuple[Node, Node] | None:
    root = read_nodes(text.encode())
    owner = owner_at(root, growth.owner) if root else None
    return owner[0].find(growth.key) if owner and not owner[0].flow else None


def _not_ours(growth: Growth) -> LedgerError:
    return LedgerError(f"{growth.key} 的写法没有把握合并")


def _line_and_comments(before: str, growth: Growth) -> tuple[str, list[str], list[str]]:
    """The key's line as it was, the comments of the list below it, and what follows them; else nothing."""
    pair = _pair(before, growth)
    if pair is None:
        return "", [], []
    key, value = pair
    line = before[line_start(before, key.start) : next_line(before, key.end)]
    end = _end(before, key, value)
    comments = before[next_line(before, value.end) : end].splitlines(keepends=True)
    return line, comments, before[end:].splitlines(keepends=True)


def _end(text: str, key: Node, value: Node) -> int:
    """Below the list and the comments that belong to it."""
    return below(text, value.end, key.column, []).start


def _in_common(some: list[str], others: list[str]) -> list[str]:
    return [line for line, _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False))]


def _piece(text: str, column: int) -> Piece:
    return Piece(tuple(line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")), column)


def _shifted(piece: Piece, columns: int) -> list[str]:
    """The lines so many columns further right; left, where nothing but blanks is lost."""
    if any(line[:-columns].strip(" ") for line in piece.lines if columns < 0):
        raise LedgerError("缩进的写法没有把握合并")
    return [
        (" " * columns + line if line else "") if columns > 0 else line[-columns:] for line in piece.lines
    ]
