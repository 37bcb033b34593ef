"""The files of one collection: which unit each is from, which of them count, and who has not returned any."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.loading.returns.returned import Returned


class Came(StrEnum):
    """What became of a unit's workbook."""

    FILLED = "filled"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    DISPUTED = "disputed"
    MISSING = "missing"


@dataclass(slots=True)
class Batch:
    """One month's returns: ``chosen`` has the one workbook of every unit that can be read, in the order of ``units``.

    ``units`` are all that were sent one, as every file that came back lists them; ``faults`` say why files are left out.
    """

    month: str
    units: tuple[str, ...]
    chosen: dict[str, Returned] = field(default_factory=dict)
    came: dict[str, Came] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def units_that(self, came: Came) -> list[str]:
        return [unit for unit in self.units if self.came[unit] is came]


def batch_of(found: Sequence[Returned], ledger: str, month: str | None) -> Batch:
    """``month`` where somebody says which; raises LedgerError when the files are of several and nobody does."""
    ours = [r for r in found if r.sent.ledger == ledger]
    faults = [
        _other(r, f"是“{r.sent.ledger}”的报送表，不是本台账的") for r in found if r.sent.ledger != ledger
    ]
    months = sorted({r.sent.month for r in ours})
    if month is None and len(months) > 1:
        raise LedgerError(f"文件里有 {'、'.join(months)} 几个月的报送表；用 --month 指明收哪个月")
    wanted = month or (months[0] if months else "")
    now = [r for r in ours if r.sent.month == wanted]
    faults += [_other(r, f"是 {r.sent.month} 的报送表") for r in ours if r.sent.month != wanted]
    units = tuple(dict.fromkeys(unit for r in now for unit in (*r.sent.units, r.sent.unit)))
    batch = Batch(wanted, units, faults=faults)
    for unit in units:
        batch.came[unit] = _settle(batch, unit, [r for r in now if r.sent.unit == unit])
    return batch


def _settle(batch: Batch, unit: str, files: list[Returned]) -> Came:
    """Of several files, those that nobody filled do not count; what is left has to say the same."""
    if not files:
        return Came.MISSING
    told = [r for r in files if not r.empty] or files[:1]
    if len(told) > 1 and not _alike(told):
        batch.faults += [_disputed(r, told) for r in told]
        return Came.DISPUTED
    batch.chosen[unit] = told[0]
    if not told[0].readable:
        return Came.UNREADABLE
    return Came.EMPTY if told[0].empty else Came.FILLED


def _alike(files: Iterable[Returned]) -> bool:
    said = [{row.sent.ref: row.said for row in r.filled} for r in files]
    return all(one == said[0] for one in said) and all(not r.held for r in files)


def _disputed(returned: Returned, files: list[Returned]) -> Diagnostic:
    others = "、".join(PurePosixPath(r.path).name for r in files if r is not returned)
    message = f"{returned.sent.unit}还交了{others}，填的不一样，两份都没有收"
    return Diagnostic(
        "I162", Severity.ERROR, message, Place(returned.path), "问明以哪份为准，另一份移走，再收一次"
    )


def _other(returned: Returned, what: str) -> Diagnostic:
    return Diagnostic("I161", Severity.ERROR, f"{what}，没有收", Place(returned.path), "移走，或另行收取")
