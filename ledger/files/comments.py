"""The comments of a YAML file: whatever follows a # that stands in no scalar."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.files.marks import Node, line_start, line_starts, next_line, read_nodes


@dataclass(frozen=True, slots=True)
class Comment:
    """``text`` from its # to the end of the line; ``alone`` when nothing stands before it. Line and column from 1."""

    line: int
    column: int
    text: str
    alone: bool


def comments(source: bytes) -> Iterator[Comment]:
    """Those of a file that was composed without faults, from top to bottom."""
    return comments_around(source.decode(), read_nodes(source))


def comments_around(text: str, root: Node | None) -> Iterator[Comment]:
    """The same of a file whose nodes are known already."""
    lines = {start: number for number, start in enumerate(line_starts(text), 1)}
    position = 0
    for start, end in [*_scalars(root, text), (len(text), len(text))]:
        while (mark := text.find("#", position, start)) >= 0:
            begin, position = line_start(text, mark), next_line(text, mark)
            words = text[mark:position].splitlines()[0]
            alone = not text[begin:mark].strip()
            yield Comment(lines[begin], mark - begin + 1, words, alone)
        position = max(position, end)


def _scalars(root: Node | None, text: str) -> list[tuple[int, int]]:
    """Where each begins and ends; a block scalar begins below its | or >, which a comment may follow."""
    spans = []
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        waiting += [*node.keys, *node.items]
        if node.shape == "scalar":
            block = text[node.start : node.start + 1] in {"|", ">"}
            spans.append((next_line(text, node.start) if block else node.start, node.end))
    return sorted(spans)
