"""A month's returns in a few lines: every workbook and every row stands in one of the counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.loading.returns.batch import Batch, Came
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


WANTING = {
    Came.MISSING: "没有收到",
    Came.EMPTY: "一行没填",
    Came.UNREADABLE: "表被改坏",
    Came.DISPUTED: "几份不一样",
}
"""What is wrong with the units whose answer is still wanting, the worst first."""


def who_is_wanting(returns: Returns) -> str:
    """By name, for every format. What is not among these files may have been collected before: nobody claims otherwise."""
    batch = returns.batch
    told = [
        f"{word}{len(units)}家{'（只说这次给出的文件）' if came is Came.MISSING else ''}：{'、'.join(units)}"
        for came, word in WANTING.items()
        if (units := batch.units_that(came))
    ]
    return "；".join(told) or f"发出的{len(batch.units)}家都填了交回"


def summary(returns: Returns) -> Facts:
    batch = returns.batch
    held = sum(d.severity is Severity.ERROR for d in returns.faults)
    entries, known, idle = (len(returns.that(o)) for o in (Outcome.ENTRY, Outcome.KNOWN, Outcome.IDLE))
    return Facts(
        (
            ("发出", Cell(f"{len(batch.units)} 家")),
            ("填了交回", Cell(f"{len(batch.units_that(Came.FILLED))} 家")),
            *((word, _wanting(batch, came)) for came, word in WANTING.items()),
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


def _wanting(batch: Batch, came: Came) -> Cell:
    count = len(batch.units_that(came))
    return Cell(f"{count} 家", Tone.BAD if count else Tone.GOOD)
