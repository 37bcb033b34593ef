"""Whether the ledger still says of a bulletin's day what the bulletin says, its last correction included."""

from collections.abc import Sequence

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import first_of
from ledger.commands.basis import Bases
from ledger.commands.correcting import edition_of
from ledger.commands.left_out import known_then
from ledger.measures.comparing.bearing import bearing, counted_then, is_late_fact
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.late import is_late_record, without_late
from ledger.measures.comparing.renamed import under_names_of
from ledger.model.bulletins import Head
from ledger.reports.bulletin.correction import Restated, restated, shown

_NAMED = 3


def drift(path: str, head: Head, bases: Bases) -> list[Diagnostic]:
    """V106 where records were rewritten, V109 where facts of the time were left out, V107 where they only came later.

    Nothing where no number has moved. A ledger with files that cannot be read now says nothing: ``check`` does.
    """
    then, now = bases.find(head.corrections[-1] if head.corrections else head, path), bases.current()
    if then.digest == now.digest or now.reading.sources.unread:
        return []
    old = under_names_of(then.reading.ledger, now.reading.ledger)
    ledger = counted_then(now.reading.ledger, old, head.day)
    told = edition_of(old, head)
    moved = restated(told, edition_of(ledger, head))
    if not moved:
        return []
    found = bearing(changes(old, ledger, then.reading.sources.unread), head.day)
    late, rewritten = _told_apart(found, head)
    if rewritten and late and not restated(told, edition_of(without_late(ledger, late), head)):
        rewritten = []  # what else was edited moved no number
    if rewritten:
        return [
            _finding(
                "V106", path, head, f"{_numbers(moved)}；台账里有 {_named(rewritten, '处不是补记的改动')}"
            )
        ]
    left_out = known_then(bases, path, head.day, then, late)
    missed = restated(told, edition_of(without_late(ledger, [c for c in late if c not in left_out]), head))
    if left_out and missed:
        said = f"{_numbers(missed)}；漏了月底前已经提交的 {_named(left_out, '条')}"
        return [_finding("V109", path, head, said)]
    return [_finding("V107", path, head, f"{_numbers(moved)}；印发以后补记了 {_named(late, '条')}")]


def _told_apart(found: Sequence[Change], head: Head) -> tuple[list[Change], list[Change]]:
    """What was only recorded later, and what was edited, removed or put in between."""
    late = [c for c in found if is_late_fact(c, head.day) or is_late_record(c)]
    return late, [c for c in found if c not in late]


def _numbers(moved: Sequence[Restated]) -> str:
    named = first_of((f"{m.label} {shown(m.then)}→{shown(m.now)}" for m in moved), _NAMED)
    return f"有 {len(moved)} 个数与现在的台账不同：{named}"


def _named(found: Sequence[Change], words: str) -> str:
    return f"{len(found)} {words}：{first_of(dict.fromkeys(c.subject for c in found), _NAMED)}"


def _finding(code: str, path: str, head: Head, message: str) -> Diagnostic:
    severity = Severity.WARNING if code == "V107" else Severity.ERROR
    hint = f"核对改动；属实的，用 ledger bulletin --month {head.month} --write 加写更正，原数不动"
    return Diagnostic(code, severity, message, Place(path), hint)
