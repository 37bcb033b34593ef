"""Headings that are a column of their own: cells merged downwards, repeated, or written once and left empty below."""

from collections.abc import Iterable, Iterator

from ledger.loading.sheets.groups import Entry
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.numbering import split_number

CARRIED = "所属部分一格空着，按上面一行"


def with_parts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, and before the first item of every heading the heading; several columns are several levels.

    An item that has a heading among the rows keeps that one.
    """
    known: dict[tuple[str, ...], Entry] = {}
    current: dict[int, str] = {}
    for entry in entries:
        if entry.is_part or entry.parent is not None:
            yield entry
            continue
        own = {cell.column: cell.text for cell in entry.line.cells.get(Head.PART, ())}
        for column in sorted(own):
            if own[column] != current.get(column):
                current = {c: text for c, text in current.items() if c < column}
                current[column] = own[column]
        if current and not own:
            entry.remarks.append(CARRIED)
        path = tuple(current[c] for c in sorted(current))
        for depth in range(1, len(path) + 1):
            if path[:depth] not in known:
                number, title = split_number(path[depth - 1])
                heading = Entry(entry.line, number, title, is_part=True, head=Head.PART)
                heading.parent = known.get(path[: depth - 1])
                known[path[:depth]] = heading
                yield heading
        entry.parent = known.get(path)
        yield entry
