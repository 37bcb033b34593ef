"""A packed workbook that came back → what its unit says, row by row."""

from ledger.files.sheets.cells import SheetFile
from ledger.loading.returns.returned import Filled, Returned
from ledger.loading.returns.rows_back import read_rows
from ledger.loading.returns.sent import EVIDENCE, FORM, NOTE, STATE, read_sent


def read_returned(file: SheetFile) -> Returned:
    """Raises LedgerError for a workbook that we did not send."""
    sent = read_sent(file)
    rows = {row.ref: row for row in sent.rows}
    shown = {ref: row.shown for ref, row in rows.items()}
    back = read_rows(file, FORM, shown, f"发给{sent.unit}的事项")
    filled = [Filled(rows[row.ref], row.places, *_said(row.texts)) for row in back.rows]
    return Returned(file.path, sent, filled, back.lost, back.faults)


def _said(texts: dict[str, str]) -> tuple[str, str, str]:
    return texts[STATE], texts[NOTE], texts[EVIDENCE]
