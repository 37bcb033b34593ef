"""A sheet that came back → what was filled in, row by row.

People sort rows, add and delete them, delete columns, paste over cells: a row is known by its reference, a column by its
head, wherever they stand. What cannot be told for sure is a fault, and its row is not read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
from ledger.loading.returns.sheet_form import RowBack, SheetBack, SheetForm, plain, words_of

_NOTHING = BLANKS | {"没有", "\\"}


def _meant(text: str) -> str:
    """Nothing, where somebody wrote that there is nothing."""
    return "" if words_of(text) in _NOTHING else text


def read_rows(file: SheetFile, form: SheetForm, sent: Mapping[str, tuple[str, ...]], owner: str) -> SheetBack:
    """``sent`` are the locked cells of each row as they went out, by reference; ``owner`` says whose rows they are."""
    back = SheetBack()
    sheets = [(s, head) for s in file.sheets if not s.hidden and (head := _head(s, form)) is not None]
    if len(sheets) != 1:
        back.faults.append(not_read(file.path, form, [s for s, _ in sheets]))
        return back
    sheet, head = sheets[0]
    back.faults += [comment(place(file.path, sheet, *spot)) for spot in sheet.comments]
    reader = _Reader(file.path, form, back, sheet, owner)
    if reader.find_columns(head):
        reader.read((r for r in sheet.rows if r.number > head.number), sent)
    return back


def _head(sheet: Sheet, form: SheetForm) -> Row | None:
    """The first row that names the reference and something to fill."""
    for row in sheet.rows:
        words = {plain(cell.text) for cell in row.cells}
        if form.locked[0] in words and words & set(form.open):
            return row
    return None


@dataclass(slots=True)
class _Reader:
    path: str
    form: SheetForm
    back: SheetBack
    sheet: Sheet
    owner: str
    columns: dict[str, int] = field(default_factory=dict)

    def find_columns(self, head: Row) -> bool:
        """Where each column stands now; False, and a fault, when one that has to be there is not, or is there twice."""
        locked, known = self.form.locked, (*self.form.locked, *self.form.open)
        named = [(plain(cell.text), cell.column) for cell in head.cells if cell.text and not cell.merged]
        heads = Counter(word for word, _ in named)
        if wrong := [word for word in (locked[0], *self.form.open) if heads[word] != 1]:
            self._fault(without_columns(self._at(head), wrong, heads))
            return False
        for word in locked[1:]:
            if not heads[word]:
                self._fault(column_gone(self._at(head), word))
        for word, column in named:
            if word not in known:
                self._fault(idle_column(place(self.path, self.sheet, head.number, column), word))
        self.columns = dict(reversed([(word, column) for word, column in named if word in known]))
        return True

    def read(self, rows: Iterator[Row], sent: Mapping[str, tuple[str, ...]]) -> None:
        known: dict[str, list[Row]] = {}
        for row in rows:
            ref = self._text(row, self.form.locked[0])
            if ref in sent:
                known.setdefault(ref, []).append(row)
            elif ref != self.form.locked[0]:  # a head that was repeated for printing
                self._stray(row, ref)
        for ref, found in known.items():
            self._known(sent[ref], found)
        self.back.lost = [ref for ref in sent if ref not in known]
        if self.back.lost:
            self._fault(gone(self.path, self.sheet, self.back.lost))

    def _stray(self, row: Row, ref: str) -> None:
        """A row that we did not send: said, and an error where something was filled in."""
        spot = self._spot(row, self.form.locked[0])
        if ref:
            self._fault(unknown(spot, ref, self.owner))
        elif any(self._text(row, head) for head in self.form.open):
            self._fault(added(spot))
        elif any(cell.text for cell in row.cells):
            self._fault(idle_row(spot))

    def _known(self, shown: tuple[str, ...], rows: list[Row]) -> None:
        read = [found for row in rows if (found := self._row(shown, row)) is not None]
        if len(read) < len(rows):
            return
        told = [one for one in read if not one.blank] or read[:1]
        if len({one.said for one in told}) > 1:
            self._fault(twice(shown[0], [one.places[self.form.locked[0]] for one in told]))
            return
        self.back.rows.append(told[0])

    def _row(self, shown: tuple[str, ...], row: Row) -> RowBack | None:
        """None, and a fault, when the row is not whole any more or a cell shows an error."""
        locked = self.form.locked
        changed = [
            (head, text, now)
            for head, text in zip(locked[1:], shown[1:], strict=True)
            if head in self.columns and plain(now := self._text(row, head)) != plain(text)
        ]
        if len(changed) > 1 or any(head == locked[1] for head, _, _ in changed):
            head, text, now = changed[0]
            self._fault(misaligned(self._spot(row, head), shown[0], head, text, now))
            return None
        for head, text, now in changed:
            self._fault(altered(self._spot(row, head), head, text, now))
        for head in self.form.open:
            if row.cell(self.columns[head]).kind is Kind.FAULT:
                self._fault(faulty(self._spot(row, head), head, self._text(row, head)))
                return None
        places = {head: self._spot(row, head) for head in (locked[0], *self.form.open)}
        return RowBack(shown, places, {head: self._open(row, head) for head in self.form.open})

    def _open(self, row: Row, head: str) -> str:
        text = self._text(row, head)
        return words_of(text) if head in self.form.chosen else _meant(text)

    def _text(self, row: Row, head: str) -> str:
        """What stands under the head; nothing where a cell to the left was merged over it."""
        column = self.columns.get(head)
        if column is None:
            return ""
        cell = row.cell(column)
        return "" if cell.merged and row.cell(column - 1).text == cell.text else cell.text

    def _spot(self, row: Row, head: str) -> Place:
        return place(self.path, self.sheet, row.number, self.columns[head])

    def _at(self, head: Row) -> Place:
        return place(self.path, self.sheet, head.number)

    def _fault(self, diagnostic: Diagnostic) -> None:
        self.back.faults.append(diagnostic)
