"""The sheets of one round: which files are of it, what they say of each row, and what is told twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.files.sheets.reading import read_sheets
from ledger.files.tree import shown
from ledger.loading.returns.assessed import CONCLUSION, Assessed, SentSheet, read_assessed
from ledger.loading.returns.sent import SentRow
from ledger.loading.returns.sheet_form import RowBack

_SUFFIXES = {".xlsx", ".xlsm"}
_ELSE = "填在 ledger assess 发出的那份里，存为 .xlsx"


@dataclass(slots=True)
class Sheets:
    """One round's: ``rows`` are the filled ones, each with the sheet and the row that went out; ``read`` counts files."""

    event: str
    year: int
    read: int
    rows: list[tuple[SentSheet, SentRow, RowBack]] = field(default_factory=list)
    disputed: list[tuple[SentSheet, SentRow, RowBack, str]] = field(default_factory=list)
    blank: int = 0
    faults: list[Diagnostic] = field(default_factory=list)


def assessed_file(path: Path) -> Assessed | Diagnostic:
    """A sheet that we sent, or why it cannot be taken for one."""
    name = shown(str(path))
    if path.suffix.lower() not in _SUFFIXES:
        return _unread(name, "不是 .xlsx 文件，读不了")
    try:
        return read_assessed(read_sheets(name, path.name, path.read_bytes()))
    except LedgerError as error:
        return _unread(name, str(error).removeprefix(name).strip())
    except OSError as error:
        return _unread(name, f"打不开：{error.strerror or error}")


def _unread(name: str, what: str) -> Diagnostic:
    return Diagnostic("I160", Severity.ERROR, f"{what}；没有收", Place(name), _ELSE)


def sheets_of(found: Sequence[Assessed], ledger: str) -> Sheets:
    """Raises LedgerError where none is this ledger's, and where they are of several rounds."""
    ours = [sheet for sheet in found if sheet.sent.ledger == ledger]
    rounds = list(dict.fromkeys((sheet.sent.round, sheet.sent.year) for sheet in ours))
    if not rounds:
        raise LedgerError(f"这些督察评估事项表是“{found[0].sent.ledger}”的，不是本台账的")
    if len(rounds) > 1:
        words = "、".join(f"{year}年{word}" for word, year in rounds)
        raise LedgerError(f"文件里有{words}几轮的表；一次收一轮")
    event, year = rounds[0]
    sheets = Sheets(event, year, len(ours))
    sheets.faults += [_other(sheet) for sheet in found if sheet.sent.ledger != ledger]
    for sheet in ours:
        sheets.faults += sheet.faults
        sheets.blank += sum(row.blank for row in sheet.rows)
    _settle(sheets, ours)
    return sheets


def _other(sheet: Assessed) -> Diagnostic:
    message = f"是“{sheet.sent.ledger}”的督察评估事项表，不是本台账的，没有收"
    return Diagnostic("I161", Severity.ERROR, message, Place(sheet.path), "移走，或另行收取")


def _settle(sheets: Sheets, found: Iterable[Assessed]) -> None:
    """Of rows of one item that say the same the first counts; of those that do not, none."""
    by_ref: dict[str, list[tuple[SentSheet, SentRow, RowBack]]] = {}
    for sheet in found:
        sent = {row.ref: row for row in sheet.sent.rows}
        for row in sheet.filled:
            by_ref.setdefault(row.ref, []).append((sheet.sent, sent[row.ref], row))
    for told in by_ref.values():
        if len({row.said for _, _, row in told}) == 1:
            sheets.rows.append(told[0])
            continue
        for sheet_sent, out, row in told:
            others = "、".join(str(r.places[CONCLUSION].path) for _, _, r in told if r is not row)
            sheets.disputed.append((sheet_sent, out, row, others))
