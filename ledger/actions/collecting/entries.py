"""Rows → entries at the end of logs, as far as every rule allows them; a row that a rule objects to is held back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.actions.entry_blame import objection, to_blame
from ledger.actions.evidence import evidence_fields
from ledger.actions.outcome import result_of
from ledger.actions.recording import Addition, addition
from ledger.actions.targets import Target
from ledger.base.diagnostics import Diagnostic, Pointer, Severity
from ledger.base.errors import LedgerError
from ledger.checks.logs import Log
from ledger.checks.run import check
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.files.tree import WorkTree
from ledger.loading.returns.sent import STATE
from ledger.loading.sources import Sources
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger
from ledger.reports.returns.verdicts import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Written:
    """``additions`` by the rows they come from; ``changed`` are new contents by the files' paths.

    ``objections`` are errors of rules that no single row is to blame for: with them nothing may be written.
    ``warnings`` are what rules find in the result and did not find before.
    """

    verdicts: list[Verdict]
    additions: Mapping[int, Addition]
    changed: Mapping[str, bytes]
    objections: list[Diagnostic]
    warnings: list[Diagnostic]

    def addition(self, verdict: Verdict) -> Addition:
        return self.additions[id(verdict)]


@dataclass(frozen=True, slots=True)
class Ground:
    """The ledger that is written to, and the days of it: ``day`` judges it, ``when`` the entries are dated, ``today``."""

    tree: WorkTree
    ledger: Ledger
    sources: Sources
    day: date
    when: date
    today: date
    logs: Mapping[str, Log]


def entered(verdicts: Sequence[Verdict], ground: Ground) -> Written:
    """Every ENTRY written that can be; each round holds back at least one row, so there is an end to it."""
    rows = list(verdicts)
    before = check(ground.ledger, ground.sources, ground.day) if _news(rows) else []
    while True:
        additions = {id(row): _addition(row, ground) for row in _news(rows)}
        refused = _unspliceable(rows, additions, ground)
        if refused:
            rows = [_objected(row, refused[id(row)]) if id(row) in refused else row for row in rows]
            continue
        changed = {path: append(ground.sources.contents[path], t) for path, t in _tails(additions).items()}
        names = {path.removeprefix(ground.tree.prefix): content for path, content in changed.items()}
        new = result_of(ground.tree, names, ground.day, ground.sources).new(before) if names else []
        errors = [d for d in new if d.severity is Severity.ERROR]
        blamed = to_blame(errors, additions, changed)
        if not blamed:
            warnings = [d for d in new if d.severity is Severity.WARNING]
            return Written(rows, additions, changed, errors, warnings)
        rows = [_objected(row, objection(blamed[id(row)])) if id(row) in blamed else row for row in rows]


def _news(rows: Iterable[Verdict]) -> list[Verdict]:
    return [row for row in rows if row.outcome is Outcome.ENTRY]


def _addition(row: Verdict, ground: Ground) -> Addition:
    """What is dated back, to the end of a month that is over, says when it came to be known."""
    event = ITEM_EVENTS.find(row.event)
    if event is None:
        raise KeyError(row.event)
    filled = row.filled
    note = "\n".join(filter(None, (" ".join(line.split()) for line in filled.note.splitlines())))
    fields: dict[str, Value | None] = {
        "by": row.unit,
        "evidence": evidence_fields(filled.evidence),
        "note": note,
        "recorded": ground.today.isoformat() if ground.when < ground.today else None,
    }
    return addition(Target(ground.logs[row.ref], event), fields, ground.when, ground.today)


def _tails(additions: Mapping[int, Addition]) -> dict[str, list[Tail]]:
    """By file; several entries for one log go in together."""
    by_log: dict[tuple[str, Pointer], list[Addition]] = {}
    for added in additions.values():
        by_log.setdefault((added.target.log.path, added.target.log.pointer), []).append(added)
    tails: dict[str, list[Tail]] = {}
    for (path, pointer), entries in by_log.items():
        tails.setdefault(path, []).append(Tail(pointer, [added.fields for added in entries]))
    return tails


def _unspliceable(
    rows: Sequence[Verdict], additions: Mapping[int, Addition], ground: Ground
) -> dict[int, str]:
    """The rows for which there is no place in their file that could be proven right, and why."""
    refused: dict[int, str] = {}
    for path, tails in _tails(additions).items():
        try:
            append(ground.sources.contents[path], tails)
        except LedgerError:
            for row in rows:
                added = additions.get(id(row))
                if added is not None and added.target.log.path == path:
                    refused |= {id(row): why for why in _why_not(added, ground)}
            if not refused:
                raise
    return refused


def _why_not(added: Addition, ground: Ground) -> Iterator[str]:
    log = added.target.log
    try:
        append(ground.sources.contents[log.path], [Tail(log.pointer, [added.fields])])
    except LedgerError as error:
        yield f"写不进 {log.path}：{error}"


def _objected(row: Verdict, why: str) -> Verdict:
    return row.held("I177", STATE, why, "改了再报，或核对后用 ledger record 记")
