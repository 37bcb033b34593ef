"""What ``record``, ``reply`` and ``new`` share: options → fields, the rules run on the result, the write, the diff."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ledger.actions.creating import Created
from ledger.actions.outcome import result_of
from ledger.actions.recording import Addition, evidence_of, spliced, voided_of
from ledger.base.diagnostics import Diagnostic, Severity, has_errors
from ledger.checks.run import check
from ledger.commands.clock import today
from ledger.commands.judging import past_day
from ledger.commands.options import Facts, Output
from ledger.commands.printing import deliver, deliver_text, must_print, refuse
from ledger.commands.session import Session
from ledger.files.scalars import Value
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.render.answer import Answer, Screen, diagnostic_renderers
from ledger.reports.entered import entered

if TYPE_CHECKING:
    from ledger.files.store import Store

_REFUSED = "照这样记下，就通不过上面的检查，所以没有改动任何文件；改正后再记"


def day_of(facts: Facts, session: Session) -> date:
    """--date, else the day that stands for today."""
    return past_day(facts.date, today()) if facts.date is not None else session.day.date


def fields_of(facts: Facts) -> dict[str, "Value | None"]:
    """The entry's keys as files spell them; what was not given is None."""
    return {
        "by": facts.by,
        "node": facts.node,
        "percent": facts.percent,
        "until": facts.until,
        "from": facts.from_,
        "to": _names(facts.to),
        "into": _names(facts.into),
        "result": facts.result,
        "field": facts.field,
        "voids": voided_of(facts.voids) if facts.voids else None,
        "plan": facts.plan,
        "cause": facts.cause,
        "evidence": evidence_of(facts.evidence) if facts.evidence else None,
        "note": facts.note,
    }


def _names(names: list[str] | None) -> "Value | None":
    """One name is written bare, several in brackets."""
    if not names:
        return None
    return names[0] if len(names) == 1 else list(names)


def enter(
    command: str,
    session: Session,
    store: "Store | None",
    additions: Sequence[Addition],
    output: Output,
    *,
    dated_by_default: bool,
) -> int:
    """Write the entries, all in one file, unless a rule has something against the result; print the diff."""
    must_print(output)
    path = additions[0].target.log.path
    before = session.sources.contents[path]
    changed = Created(session.name_of(path), before, spliced(before, additions))
    day = session.day.date
    fresh = _fresh(session, changed)
    if has_errors(fresh):
        return refuse(Answer(command, day, None, None, fresh), output, _REFUSED)
    diff = _written(session, store, changed)
    if dated_by_default and day != today() and output.format != "json":
        print(f"按归档台账的截止日 {day} 记", file=sys.stderr)  # noqa: T201
    if output.format == "json":
        return deliver(Answer(command, day, entered(additions, path, diff, day)), output)
    deliver_text(diff, output)
    _warn(command, fresh)
    return 0


def enter_file(
    command: str, session: Session, store: "Store | None", changed: Created, output: Output
) -> int:
    """Write one file, unless a rule has something against the result; print the diff."""
    fresh = _fresh(session, changed)
    if has_errors(fresh):
        return refuse(Answer(command, session.day.date, None, None, fresh), output, _REFUSED)
    deliver_text(_written(session, store, changed), output)
    _warn(command, fresh)
    return 0


def _written(session: Session, store: "Store | None", changed: Created) -> str:
    """The diff of what is now written."""
    writes, path = WriteSet(), session.folder / changed.name
    if changed.before is None:
        writes.create(path, changed.after)
    else:
        writes.edit(path, changed.before, changed.after)
    writes.apply(store)
    return writes.preview(session.top)


def _warn(command: str, fresh: Sequence[Diagnostic]) -> None:
    warnings = [d for d in fresh if d.severity is Severity.WARNING]
    if warnings:
        text = diagnostic_renderers()["text"].render(Answer(command, None, None, None, warnings), Screen())
        sys.stderr.write(text)


def _fresh(session: Session, changed: Created) -> list[Diagnostic]:
    """What is found now and was not before; the rules are run on the old ledger only where that can matter."""
    day = session.day.date
    result = result_of(WorkTree(session.folder), {changed.name: changed.after}, day, session.sources)
    noted = any(d.severity is not Severity.NOTE for d in result.findings)  # a paper's, too, about the item
    return result.new(check(session.ledger, session.sources, day)) if noted else []
