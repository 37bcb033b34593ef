"""``ledger verify --since REV``: what a branch made wrong is told, what was wrong before is only counted."""

from ledger.base.diagnostics import Diagnostic
from ledger.checks.fresh import fresh
from ledger.commands.bulletins import opened_content
from ledger.commands.verifying import Verified, Verifier
from ledger.files.git import is_shallow
from ledger.files.ranges import branch_point
from ledger.files.repository import repository_of
from ledger.files.tree import shown
from ledger.reports.checked import Past

_LOST = "V105"
_AS_A_WHOLE = {_LOST, "V106", "V107", "V109"}
"""One a bulletin, in words that change with every record: an old one stays old whatever it says now."""


def verified_since(verifier: Verifier, name: str, results: list[Verified]) -> tuple[list[Diagnostic], Past]:
    """The findings of ``results`` that were not there when the branch left ``name``; untouched bulletins may have some.

    A bulletin that nobody can recompute because history was cut off is never an old finding.
    Raises LedgerError when that commit cannot be known.
    """
    repository = repository_of(verifier.bases.folder)
    base = branch_point(repository, name)
    cut = is_shallow(repository.at)
    then = Verifier(verifier.bases.as_of(base.commit))
    found = [d for result in results for d in result.diagnostics]
    before = [d for result in results if result.diagnostics for d in _before(then, result.path)]
    before = [d for d in before if not (cut and d.code == _LOST)]
    old = {(d.code, d.place.path) for d in before if d.code in _AS_A_WHOLE}
    new = fresh((d for d in found if (d.code, d.place.path) not in old), before)
    return new, Past(shown(name), base.commit, len(found) - len(new))


def _before(then: Verifier, path: str) -> list[Diagnostic]:
    content = then.bases.current_content(path)
    return [] if content is None else then.judge(opened_content(path, content)).diagnostics
