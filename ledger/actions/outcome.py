"""What the ledger would be after a change: every rule is run on it before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Diagnostic
from ledger.checks.fresh import fresh
from ledger.checks.run import check
from ledger.files.tree import Overlay, WorkTree
from ledger.loading.load import load
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Result:
    """The ledger after the change, and all that the rules find in it."""

    ledger: Ledger
    findings: list[Diagnostic]

    def new(self, before: list[Diagnostic]) -> list[Diagnostic]:
        """What was not found before, whatever line it stands on now."""
        return fresh(self.findings, before)


def result_of(tree: WorkTree, changed: Mapping[str, bytes], day: date, before: Sources) -> Result:
    """``changed`` holds new contents by the file's name from the ledger's folder; the rest is as ``before``."""
    ledger, sources = load(Overlay(tree, changed), before)
    return Result(ledger, check(ledger, sources, day))
