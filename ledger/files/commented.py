"""A YAML file's text → its values with every comment and blank line at what it speaks of.

A comment behind something belongs to that. One on a line of its own belongs to what follows it; below a list or a
mapping, and right of its key, to that: where :mod:`ledger.files.splice` leaves it when the list grows.
"""

from bisect import bisect_right
from collections.abc import Iterator

from ledger.base.text import width
from ledger.files.comments import Comment, comments_around
from ledger.files.marks import Node, line_starts, read_nodes
from ledger.files.pieces import Piece


def read_pieces(source: bytes) -> Piece:
    """The top mapping of a file that was composed without faults and is one."""
    text, root = source.decode(), read_nodes(source)
    if root is None or root.shape != "mapping":
        raise ValueError("not a mapping")
    return _Reader(text, root).read(root)


class _Reader:
    """Goes down the lines once: a line that is left behind has given its comment to somebody."""

    def __init__(self, text: str, root: Node) -> None:
        self._text = text
        self._starts = line_starts(text)
        self._comments = {c.line - 1: c for c in comments_around(text, root)}
        self._tokens = sorted(node.start for node in _all(root))
        self._line = 0
        self._gap: list[tuple[int, str]] = []
        self._last: tuple[Piece, int] | None = None

    def read(self, root: Node) -> Piece:
        piece = Piece(None)
        self._go_to(self._line_of(root.start))
        piece.above = self._taken()
        self._fill(piece, root)
        self._go_to(len(self._starts))
        piece.below += self._taken()
        while piece.below and not piece.below[-1]:
            piece.below.pop()
        return piece

    def _fill(self, piece: Piece, node: Node) -> None:
        """The value of ``piece``, and the comments within."""
        if node.shape == "scalar":
            self._scalar(piece, node)
        elif node.flow:
            self._go_to(self._line_of(node.start))
            piece.above += self._taken()
            piece.braces, self._last = True, (piece, self._line)
            piece.value = self._children(node)
            self._go_to(self._line_of(node.end - 1))
            piece.below += self._taken()
            self._last = (piece, self._line)
        else:
            piece.value = self._children(node)

    def _children(self, node: Node) -> list[Piece] | dict[str, Piece]:
        if node.shape == "list":
            return [self._child(node, item) for item in node.items]
        pairs = zip(node.keys, node.items, strict=True)
        return {key.value: self._child(node, item, key) for key, item in pairs}

    def _child(self, parent: Node, node: Node, key: Node | None = None) -> Piece:
        begin = key or node
        self._go_to(self._line_of(begin.start))
        piece = Piece(None, above=self._taken())
        if key is not None:
            self._last = (piece, self._line_of(key.end))
        self._fill(piece, node)
        if not parent.flow and not isinstance(piece.value, str):
            piece.below += self._below(node.end, key.column if key else parent.column)
        return piece

    def _scalar(self, piece: Piece, node: Node) -> None:
        if node.start == node.end:
            return
        self._go_to(self._line_of(node.start))
        piece.above += self._taken()
        piece.value, self._last = node.value, (piece, self._line)
        end = self._line_of(node.end)
        piece.block = self._text[node.start] in "|>"
        if piece.block:
            self._go_to(self._line + 1)
            self._line = max(self._line, end + 1)
        else:
            self._line, self._last = end, (piece, end)

    def _below(self, end: int, floor: int) -> list[str]:
        """The comments between ``end`` and the next thing that stand right of column ``floor``, from the first on."""
        self._go_to(self._next_thing(end))
        count = next(
            (n for n, (column, text) in enumerate(self._gap) if text and column <= floor), len(self._gap)
        )
        while count and not self._gap[count - 1][1]:
            count -= 1
        taken, self._gap = self._gap[:count], self._gap[count:]
        return [text for _, text in taken]

    def _next_thing(self, end: int) -> int:
        """The line on which it begins; its dash may stand alone, with comments between the dash and what it is of."""
        following = bisect_right(self._tokens, end)
        more = following < len(self._tokens)
        limit = self._line_of(self._tokens[following]) if more else len(self._starts)
        gap = range(self._line_of(end) + 1, limit)
        return next((n for n in gap if self._bare(n) and not self._bare(n).startswith("#")), limit)

    def _bare(self, number: int) -> str:
        return self._text[self._starts[number] : self._end(number)].strip()

    def _taken(self) -> list[str]:
        texts = [text for _, text in self._gap]
        self._gap = []
        return texts

    def _go_to(self, line: int) -> None:
        """Leave every line above this one behind."""
        for number in range(self._line, line):
            comment = self._comments.get(number)
            if comment is not None:
                self._give(comment, number)
            elif not self._bare(number):
                self._gap.append((0, ""))
        self._line = max(self._line, line)

    def _give(self, comment: Comment, number: int) -> None:
        words = comment.text.rstrip()
        if self._last is None or self._last[1] != number:
            self._gap.append((comment.column - 1, words))
            return
        piece, start = self._last[0], self._starts[number]
        if piece.beside is not None:
            piece.above.append(piece.beside[0])
        piece.beside = (words, width(self._text[start : start + comment.column - 1]))

    def _line_of(self, index: int) -> int:
        """From 0."""
        return bisect_right(self._starts, index) - 1

    def _end(self, number: int) -> int:
        return self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)


def _all(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += [*node.keys, *node.items]
        yield node
