"""The lists of one sheet: where a head with other columns stands below the first, another list begins."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ledger.files.sheets.cells import Row, Sheet
from ledger.loading.sheets.head_words import Head, head_of
from ledger.loading.sheets.heads import ENOUGH, NAMING, Table, find_table


def lists_in(sheet: Sheet) -> Iterator[tuple[Sheet, Table]]:
    """Each with the rows that are its own; none where the sheet has no head. A head that only comes again begins no list."""
    table = find_table(sheet)
    if table is None:
        return
    known = _heads(table.words)
    below = (row for row in sheet.rows if row.number > table.last and not row.hidden)
    other = next((row.number for row in below if _is_other(row, table, known)), None)
    if other is None:
        yield sheet, table
        return
    yield replace(sheet, rows=tuple(row for row in sheet.rows if row.number < other)), table
    yield from lists_in(replace(sheet, rows=tuple(row for row in sheet.rows if row.number >= other)))


def _is_other(row: Row, table: Table, known: Mapping[int, Head]) -> bool:
    words = set(table.words.values())
    if not any(cell.text in words for cell in row.cells):  # no two heads of one sheet have nothing in common
        return False
    heads = _heads({cell.column: cell.text for cell in row.cells})
    return len(set(heads.values())) >= ENOUGH and bool(NAMING & set(heads.values())) and heads != known


def _heads(words: Mapping[int, str]) -> dict[int, Head]:
    return {column: head for column, word in words.items() if (head := head_of(word)) is not None}
