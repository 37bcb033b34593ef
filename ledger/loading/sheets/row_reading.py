"""One row on its way to a draft: what was read, from which cell, what was remarked, what was refused."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import quoted
from ledger.files.sheets.cells import Cell, Kind
from ledger.loading.phrases.values import Refusal
from ledger.loading.sheets.draft import Fact
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.lines import Line


@dataclass(slots=True)
class RowReading:
    """``line`` is the row that is looked at; of an item of several rows the first."""

    line: Line
    fields: dict[str, Fact] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def cell(self, head: Head, line: Line | None = None) -> Cell | None:
        """The cell, if it says something that was computed: ``#REF!`` is an error, and then nothing."""
        row = line or self.line
        cell = row.cell(head)
        if cell is not None and cell.kind is Kind.FAULT:
            self.refuse(
                Refusal("I108", f"格里是{quoted(cell.text)}，没有值", "改正公式，或把值直接写进格里"),
                head,
                row,
            )
            return None
        return cell

    def text(self, head: Head) -> str:
        """What the cells of that column say, however many there are; empty for nothing."""
        return self.line.text(head) if self.cell(head) else ""

    def set(self, key: str, fact: Fact | None, head: Head, line: Line | None = None) -> None:
        """Keep a fact that is one, with the cell that it came from."""
        if fact:
            self.fields[key] = fact
            self.places[key] = (line or self.line).place(head)

    def remark(self, remarks: Iterable[str]) -> None:
        self.remarks += [remark for remark in remarks if remark and remark not in self.remarks]

    def refuse(self, refusal: Refusal, head: Head | None, line: Line | None = None) -> None:
        fault = Diagnostic(
            code=refusal.code,
            severity=Severity.ERROR,
            message=refusal.message,
            place=(line or self.line).place(head),
            hint=refusal.hint,
        )
        if fault not in self.faults:
            self.faults.append(fault)
