"""Whether the ledger still says of a bulletin's day what the bulletin says, its last correction included."""

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import first_of
from ledger.commands.basis import Bases
from ledger.commands.correcting import edition_of
from ledger.measures.comparing.bearing import bearing, counted_then, is_late_fact
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.changes import changes
from ledger.model.bulletins import Head
from ledger.reports.bulletin.correction import Restated, restated, shown
from ledger.reports.bulletin.edition import Edition

_NAMED = 3


def drift(path: str, head: Head, bases: Bases, published: Edition) -> list[Diagnostic]:
    """V106 where records were rewritten, V107 where facts only came later; nothing where no number has moved.

    ``published`` is the issue without its corrections.

    A ledger with files that cannot be read now says nothing: ``check`` does.
    """
    then, now = bases.find(head.corrections[-1] if head.corrections else head, path), bases.current()
    if then.digest == now.digest or now.reading.sources.unread:
        return []
    old = then.reading.ledger
    ledger = counted_then(now.reading.ledger, old, head.day)
    told = edition_of(old, head) if head.corrections else published
    moved = restated(told, edition_of(ledger, head))
    if not moved:
        return []
    found = bearing(changes(old, ledger, then.reading.sources.unread), head.day)
    rewritten = [c for c in found if not is_late_fact(c, head.day)]
    code, severity = ("V106", Severity.ERROR) if rewritten else ("V107", Severity.WARNING)
    hint = f"核对改动；属实的，用 ledger bulletin --month {head.month} --write 加写更正，原数不动"
    return [Diagnostic(code, severity, _message(moved, found, rewritten), Place(path), hint)]


def _message(moved: list[Restated], found: list[Change], rewritten: list[Change]) -> str:
    numbers = first_of((f"{m.label} {shown(m.then)}→{shown(m.now)}" for m in moved), _NAMED)
    subjects = first_of(dict.fromkeys(c.subject for c in rewritten or found), _NAMED)
    if rewritten:
        why = f"台账里有 {len(rewritten)} 处不是补记的改动：{subjects}"
    else:
        why = f"印发以后补记了 {len(found)} 条：{subjects}"
    return f"有 {len(moved)} 个数与现在的台账不同：{numbers}；{why}"
