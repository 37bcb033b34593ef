"""A month's returns in a few lines: every workbook and every row stands in one of the counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.loading.sheets.batch import Batch, Came
from ledger.reports.blocks import Cell, Facts, Tone
from ledger.reports.returns.verdicts import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Returns:
    """A month's returns as they were weighed. ``when`` is the day entries are dated; ``unread`` are files, by their paths.

    ``written``: the entries stand in the ledger now; else this is a preview. ``diff`` is the patch.
    """

    batch: Batch
    rows: Sequence[Verdict]
    faults: Sequence[Diagnostic]
    unread: Sequence[str]
    when: date
    written: bool
    diff: str

    def that(self, outcome: Outcome) -> list[Verdict]:
        return [row for row in self.rows if row.outcome is outcome]

    def perhaps_from(self, unit: str) -> str:
        """A file that could not be read, with the unit's name in its own: nobody can say that it did not return."""
        return next((path for path in self.unread if unit in path), "")


def who_is_missing(returns: Returns) -> str:
    """By name, for every format; what is not among these files may have been collected before."""
    units, missing = returns.batch.units, returns.batch.units_that(Came.MISSING)
    if not missing:
        return f"发出的 {len(units)} 家都交回了"
    return f"没有收到 {len(missing)} 家（只说这次给出的文件）：{'、'.join(missing)}"


def summary(returns: Returns) -> Facts:
    batch = returns.batch
    missing = batch.units_that(Came.MISSING)
    held = sum(d.severity is Severity.ERROR for d in returns.faults)
    entries, known, idle = (len(returns.that(o)) for o in (Outcome.ENTRY, Outcome.KNOWN, Outcome.IDLE))
    return Facts(
        (
            ("发出", Cell(f"{len(batch.units)} 家")),
            ("收到", Cell(_came(batch))),
            ("没有收到", Cell(f"{len(missing)} 家", Tone.BAD if missing else Tone.GOOD)),
            ("各表", Cell(_rows(batch))),
            ("已记" if returns.written else "要记", Cell(f"{entries} 条，记在 {returns.when}")),
            ("不必记", Cell(f"台账已有 {known} 行，报无进展 {idle} 行")),
            ("没有收", Cell(f"{held} 处，见下", Tone.BAD) if held else Cell("0 处", Tone.GOOD)),
        )
    )


def _rows(batch: Batch) -> str:
    chosen = batch.chosen.values()
    sent, filled = sum(len(r.sent.rows) for r in chosen), sum(len(r.filled) for r in chosen)
    unfilled, unreadable = sum(len(r.unfilled) for r in chosen), sum(r.unreadable for r in chosen)
    odd = f"，读不了 {unreadable} 行" if unreadable else ""
    return f"共 {sent} 行，填了 {filled} 行，没有填 {unfilled} 行{odd}"


def _came(batch: Batch) -> str:
    here = len(batch.units) - len(batch.units_that(Came.MISSING))
    odd = [
        f"{word} {len(units)} 家（{'、'.join(units)}）"
        for came, word in _ODD.items()
        if (units := batch.units_that(came))
    ]
    return f"{here} 家" + (f"，其中{'，'.join(odd)}" if odd else "")


_ODD = {Came.EMPTY: "一行没填", Came.UNREADABLE: "表被改坏读不了", Came.DISPUTED: "交了几份不一样的"}
