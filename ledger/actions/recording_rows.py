"""Rows of a table → entries at the end of their logs, all or none, each fault told at its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.actions.recording import Addition, addition, last_judged
from ledger.actions.row_fields import RowFault, fields_in, happened_on
from ledger.actions.rows_judged import Ground, judged
from ledger.actions.targets import Target, find_target
from ledger.base.diagnostics import Diagnostic, has_errors
from ledger.base.errors import LedgerError
from ledger.checks.logs import Log, logs, standing
from ledger.loading.entries import read_entry
from ledger.loading.sheets.entry_rows import REF
from ledger.loading.sheets.headed import HeadedRow
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS


@dataclass(frozen=True, slots=True)
class Recorded:
    """``additions`` with the rows that they come from, ``changed`` the files' new contents by their paths."""

    additions: Sequence[tuple[HeadedRow, Addition]] = ()
    changed: Mapping[str, bytes] = field(default_factory=dict)
    faults: Sequence[Diagnostic] = ()


def recording_rows(rows: Sequence[HeadedRow], ground: Ground) -> Recorded:
    """What the rows come to; with an error among the faults nothing is changed.

    Entries are recorded in the order of their days, of one day in that of the table. Raises LedgerError where a file
    has no place for one that can be proven right.
    """
    known = {log.ref: log for log in logs(ground.ledger)}
    dated, faults = list[tuple[date, HeadedRow, Target]](), list[Diagnostic]()
    for row in rows:
        try:
            target = _target(row, ground.ledger, known)
            dated.append((happened_on(row, ground.dated, ground.today), row, target))
        except RowFault as error:
            faults.append(error.diagnostic)
    made, more = _made(sorted(dated, key=lambda one: one[0]), ground)
    changed, found = judged(made, ground)
    told = sorted([*faults, *more, *found], key=lambda d: d.sort_key)
    return Recorded(faults=told) if has_errors(told) else Recorded(made, changed, told)


def _target(row: HeadedRow, ledger: Ledger, known: Mapping[str, Log]) -> Target:
    ref, event = row.texts.get(REF, ""), row.texts.get("event", "")
    for key, word in ((REF, "编号"), ("event", "事件")):
        if key not in row.texts:
            raise RowFault(row, "I186", key, f"没有写{word}", f"补上{word}，或删去这一行")
    try:
        return find_target(ledger, ref, event, known)
    except LedgerError as error:
        code, key = (
            ("I183", "event") if _is_no_event(known.get(ref.partition("#")[0]), event) else ("I182", REF)
        )
        message, _, hint = str(error).partition("；")
        raise RowFault(row, code, key, message, hint or "写全编号，用 ledger show 查看") from None


def _is_no_event(log: Log | None, word: str) -> bool:
    """Whether the reference is right and the event is not; what is answered to a row wants the row's reference."""
    if log is None or log.table.find(word):
        return False
    return log.table is not SLIP_EVENTS or ROW_EVENTS.find(word) is None


def _made(
    dated: Sequence[tuple[date, HeadedRow, Target]], ground: Ground
) -> tuple[list[tuple[HeadedRow, Addition]], list[Diagnostic]]:
    """Each entry as it is once those above it are there: later in the log, so perhaps recorded late, or twice."""
    made, faults = list[tuple[HeadedRow, Addition]](), list[Diagnostic]()
    grown: dict[str, tuple[Entry, ...]] = {}
    for when, row, target in dated:
        log = target.log
        above = grown.setdefault(log.ref, log.entries)
        try:
            given = fields_in(row, target.event)
            added = addition(
                replace(target, log=log._replace(entries=above)),
                given,
                when,
                ground.today,
                last_judged(ground.ledger, target),
            )
            entry = read_entry(added.fields)
            if entry is not None:
                _must_be_new(row, entry, above)
                grown[log.ref] = (*above, entry)
        except RowFault as error:
            faults.append(error.diagnostic)
        else:
            made.append((row, replace(added, target=target)))
    return made, faults


def _must_be_new(row: HeadedRow, entry: Entry, above: Sequence[Entry]) -> None:
    plain = replace(entry, recorded=None)
    if any(replace(known, recorded=None) == plain for _, known in standing(above)):
        message = f"{row.texts[REF]} {entry.date} 的“{entry.event}”已经记过，一字不差"
        raise RowFault(row, "I187", "event", message, "删去这一行；确是另一件事的，在说明里写清")
