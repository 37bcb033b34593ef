"""A packed workbook that came back → what its unit says, row by row.

People sort rows, add and delete them, delete columns, paste over cells: a row is known by its reference, a column by its
head, wherever they stand. What cannot be told for sure is a fault, and its row is not read.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.base.diagnostics import Diagnostic, Place
from ledger.files.sheets.cells import Kind, Row, Sheet, SheetFile, place
from ledger.loading.phrases.plain import BLANKS
from ledger.loading.returns.return_faults import (
    added,
    altered,
    column_gone,
    comment,
    faulty,
    gone,
    idle_column,
    idle_row,
    misaligned,
    not_read,
    twice,
    unknown,
    without_columns,
)
from ledger.loading.returns.returned import Filled, Returned, plain, words_of
from ledger.loading.returns.sent import EVIDENCE, LOCKED, NOTE, OPEN, STATE, SentRow, read_sent

_NOTHING = BLANKS | {"没有", "\\"}


def _meant(text: str) -> str:
    """Nothing, where somebody wrote that there is nothing."""
    return "" if words_of(text) in _NOTHING else text


def read_returned(file: SheetFile) -> Returned:
    """Raises LedgerError for a workbook that we did not send."""
    returned = Returned(file.path, read_sent(file))
    sheets = [(s, head) for s in file.sheets if not s.hidden and (head := _head(s)) is not None]
    if len(sheets) != 1:
        returned.faults.append(not_read(file.path, [s for s, _ in sheets]))
        return returned
    sheet, head = sheets[0]
    returned.faults += [comment(place(file.path, sheet, *spot)) for spot in sheet.comments]
    columns = _columns(sheet, head, returned)
    if columns:
        _Reader(returned, sheet, columns).read(r for r in sheet.rows if r.number > head.number)
    return returned


def _head(sheet: Sheet) -> Row | None:
    """The first row that names the reference and something to fill."""
    for row in sheet.rows:
        words = {plain(cell.text) for cell in row.cells}
        if LOCKED[0] in words and words & set(OPEN):
            return row
    return None


def _columns(sheet: Sheet, head: Row, returned: Returned) -> dict[str, int]:
    """Where each column stands now; nothing, and a fault, when one that has to be there is not, or is there twice."""
    path, known = returned.path, (*LOCKED, *OPEN)
    named = [(plain(cell.text), cell.column) for cell in head.cells if cell.text and not cell.merged]
    heads = Counter(word for word, _ in named)
    needed = (LOCKED[0], *OPEN)
    if wrong := [word for word in needed if heads[word] != 1]:
        returned.faults.append(without_columns(place(path, sheet, head.number), wrong, heads))
        return {}
    for word in LOCKED[1:]:
        if not heads[word]:
            returned.faults.append(column_gone(place(path, sheet, head.number), word))
    for word, column in named:
        if word not in known:
            returned.faults.append(idle_column(place(path, sheet, head.number, column), word))
    return dict(reversed([(word, column) for word, column in named if word in known]))


@dataclass(slots=True)
class _Reader:
    returned: Returned
    sheet: Sheet
    columns: dict[str, int]

    def read(self, rows: Iterator[Row]) -> None:
        returned = self.returned
        sent = {row.ref: row for row in returned.sent.rows}
        known: dict[str, list[Row]] = {}
        for row in rows:
            ref = self._text(row, LOCKED[0])
            if ref in sent:
                known.setdefault(ref, []).append(row)
            elif ref != LOCKED[0]:  # a head that was repeated for printing
                self._stray(row, ref)
        for ref, found in known.items():
            self._known(sent[ref], found)
        lost = [row for row in returned.sent.rows if row.ref not in known]
        if lost:
            returned.lost = [row.ref for row in lost]
            returned.faults.append(gone(returned.path, self.sheet, returned.lost))

    def _stray(self, row: Row, ref: str) -> None:
        """A row that we did not send: said, and an error where something was filled in."""
        spot = self._spot(row, LOCKED[0])
        if ref:
            self._fault(unknown(spot, ref, self.returned.sent.unit))
        elif any(self._text(row, head) for head in OPEN):
            self._fault(added(spot))
        elif any(cell.text for cell in row.cells):
            self._fault(idle_row(spot))

    def _known(self, sent: SentRow, rows: list[Row]) -> None:
        read = [found for row in rows if (found := self._filled(sent, row)) is not None]
        if len(read) < len(rows):
            return
        told = [one for one in read if not one.blank] or read[:1]
        if len({one.said for one in told}) > 1:
            self._fault(twice(sent.ref, [one.places[LOCKED[0]] for one in told]))
            return
        self.returned.rows.append(told[0])

    def _filled(self, sent: SentRow, row: Row) -> Filled | None:
        """None, and a fault, when the row is not whole any more or a cell shows an error."""
        changed = [
            (head, text, now)
            for head, text in zip(LOCKED[1:], sent.shown[1:], strict=True)
            if head in self.columns and plain(now := self._text(row, head)) != plain(text)
        ]
        if len(changed) > 1 or any(head == LOCKED[1] for head, _, _ in changed):
            head, text, now = changed[0]
            self._fault(misaligned(self._spot(row, head), sent.ref, head, text, now))
            return None
        for head, text, now in changed:
            self._fault(altered(self._spot(row, head), head, text, now))
        for head in OPEN:
            if row.cell(self.columns[head]).kind is Kind.FAULT:
                self._fault(faulty(self._spot(row, head), head, self._text(row, head)))
                return None
        places = {head: self._spot(row, head) for head in (LOCKED[0], *OPEN)}
        state, note, evidence = (self._text(row, head) for head in (STATE, NOTE, EVIDENCE))
        return Filled(sent, places, words_of(state), *map(_meant, (note, evidence)))

    def _text(self, row: Row, head: str) -> str:
        """What stands under the head; nothing where a cell to the left was merged over it."""
        column = self.columns.get(head)
        if column is None:
            return ""
        cell = row.cell(column)
        return "" if cell.merged and row.cell(column - 1).text == cell.text else cell.text

    def _spot(self, row: Row, head: str) -> Place:
        return place(self.returned.path, self.sheet, row.number, self.columns[head])

    def _fault(self, diagnostic: Diagnostic) -> None:
        self.returned.faults.append(diagnostic)
