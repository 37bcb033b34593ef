"""What the ledger would be after a change: every rule is run on it before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Diagnostic
from ledger.checks.run import check
from ledger.files.tree import Overlay, WorkTree
from ledger.loading.load import Sources, load
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Result:
    """The ledger after the change, and all that the rules find in it."""

    ledger: Ledger
    findings: list[Diagnostic]

    def new(self, before: list[Diagnostic]) -> list[Diagnostic]:
        """What was not found before, whatever line it stands on now."""
        known = Counter(_key(d) for d in before)
        fresh = []
        for found in self.findings:
            known[_key(found)] -= 1
            if known[_key(found)] < 0:
                fresh.append(found)
        return fresh


def result_of(tree: WorkTree, changed: Mapping[str, bytes], day: date, before: Sources) -> Result:
    """``changed`` holds new contents by the file's name from the ledger's folder; the rest is as ``before``."""
    ledger, sources = load(Overlay(tree, changed), before)
    return Result(ledger, check(ledger, sources, day))


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return (diagnostic.code, diagnostic.place.path, diagnostic.message)
