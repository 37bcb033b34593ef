"""What ``record`` and ``reply`` share: options → fields, the rules run on the result, the write, the diff."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ledger.actions.outcome import Result, result_of
from ledger.actions.recording import Addition, evidence_of, spliced, voided_of
from ledger.base.diagnostics import Diagnostic, Severity, has_errors
from ledger.checks.run import check
from ledger.commands.judging import past_day
from ledger.commands.options import Facts, Output
from ledger.commands.printing import deliver, deliver_text, must_print, refuse
from ledger.commands.session import Session, today
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
    after = spliced(before, additions)
    writes = WriteSet()
    writes.edit(session.on_disk(path), before, after)
    day = session.day.date
    result = result_of(WorkTree(session.folder), {session.name_of(path): after}, day, session.sources)
    fresh = _fresh(session, result, path)
    if has_errors(fresh):
        return refuse(Answer(command, day, None, None, fresh), output, _REFUSED)
    diff = writes.preview(session.top)
    writes.apply(store)
    if dated_by_default and day != today() and output.format != "json":
        print(f"按归档台账的截止日 {day} 记", file=sys.stderr)  # noqa: T201
    if output.format == "json":
        return deliver(Answer(command, day, entered(additions, path, diff, day)), output)
    deliver_text(diff, output)
    warnings = [d for d in fresh if d.severity is Severity.WARNING]
    if warnings:
        text = diagnostic_renderers()["text"].render(Answer(command, day, None, None, warnings), Screen())
        sys.stderr.write(text)
    return 0


def _fresh(session: Session, result: Result, path: str) -> list[Diagnostic]:
    """What is found now and was not before; the rules are run on the old ledger only where that can matter."""
    noted = [d for d in result.findings if d.severity is Severity.ERROR or d.place.path == path]
    return result.new(check(session.ledger, session.sources, session.day.date)) if noted else []
