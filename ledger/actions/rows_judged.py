"""New entries of a table in their files, judged by all rules; each error is told at the cell of the row to blame."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.actions.entry_blame import objection, to_blame
from ledger.actions.outcome import result_of
from ledger.actions.recording import Addition
from ledger.base.diagnostics import Diagnostic, Pointer, Severity
from ledger.checks.run import check
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.files.tree import WorkTree
from ledger.loading.sheets.headed import HeadedRow
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Ground:
    """The ledger that is written to; ``day`` is judged on, rows without a date happened on ``dated`` (None: refused)."""

    tree: WorkTree
    ledger: Ledger
    sources: Sources
    day: date
    today: date
    dated: date | None = None


def judged(
    made: Sequence[tuple[HeadedRow, Addition]], ground: Ground
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files with the entries in them, and what the rules find there that they did not find before."""
    tails: dict[tuple[str, Pointer], list[Mapping[str, Value]]] = {}
    for _, added in made:
        tails.setdefault((added.target.log.path, added.target.log.pointer), []).append(added.fields)
    by_path: dict[str, list[Tail]] = {}
    for (path, pointer), entries in tails.items():
        by_path.setdefault(path, []).append(Tail(pointer, entries))
    changed = {path: append(ground.sources.contents[path], t) for path, t in by_path.items()}
    names = {path.removeprefix(ground.tree.prefix): content for path, content in changed.items()}
    result = result_of(ground.tree, names, ground.day, ground.sources)
    new = result.new(check(ground.ledger, ground.sources, ground.day))
    return changed, list(_at_cells(new, made, changed))


def _at_cells(
    findings: Sequence[Diagnostic], made: Sequence[tuple[HeadedRow, Addition]], changed: Mapping[str, bytes]
) -> Iterator[Diagnostic]:
    """Errors at the rows to blame for them, or where nobody can tell at their own places; and the new warnings."""
    additions = {n: added for n, (_, added) in enumerate(made)}
    errors = [found for found in findings if found.severity is Severity.ERROR]
    blamed = to_blame(errors, additions, changed)
    for number, error in blamed.items():
        row = made[number][0]
        hint = f"{error.hint or f'按 ledger rule {error.code} 改好这一行'}；这一行先不记的，从表里删去"
        yield Diagnostic("I188", Severity.ERROR, objection(error), row.place("event"), hint)
    yield from () if blamed else errors
    yield from (d for d in findings if d.severity is Severity.WARNING)
