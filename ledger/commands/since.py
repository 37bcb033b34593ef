"""``ledger check --since REV``: what a branch brought is judged, what was there before is only counted."""

from dataclasses import dataclass

from ledger.base.diagnostics import Diagnostic
from ledger.checks.allowances import Verdict
from ledger.checks.fresh import fresh
from ledger.checks.run import judge
from ledger.commands.comparing import compare
from ledger.commands.progress import watching
from ledger.commands.reading import Reading
from ledger.commands.session import Session
from ledger.files.ranges import Range, branch_point
from ledger.files.repository import repository_of
from ledger.files.revisions import made
from ledger.files.tree import shown
from ledger.reports.checked import Past


@dataclass(frozen=True)
class Since:
    """``verdict`` holds what is new and what was rewritten."""

    verdict: Verdict
    past: Past


def since(session: Session, name: str, found: Verdict, *, audit: bool = False) -> Since:
    """What is new since the branch left ``name``; raises LedgerError when that commit cannot be known."""
    repository = repository_of(session.folder)
    tip = made(repository, session.revision) if session.revision else None
    base = branch_point(repository, name, tip)
    span = Range(base, tip, shown(name))
    compared = compare(span, Reading(session.ledger, session.sources), session.day)
    old = compared.before
    before = list[Diagnostic]()
    if found.findings:  # else there is nothing that could have been there before
        before = judge(old.ledger, old.sources, session.day.date, watching("检查台账"), audit=audit).findings
    new = fresh(found.findings, before, compared.moved)
    history = compared.history
    findings = sorted([*new, *history.findings], key=lambda d: d.sort_key)
    verdict = Verdict(findings, (*found.allowed, *history.allowed))
    known, unread = len(found.findings) - len(new), len(compared.before.sources.unread)
    return Since(verdict, Past(shown(name), base.commit, known, unread))
