"""The rules about history over two versions of a ledger: findings with the place now and the place before."""

from dataclasses import replace

from ledger.base.diagnostics import Diagnostic, Place, Spot
from ledger.checks.allowances import OF_HISTORY
from ledger.checks.history.comparison import Comparison
from ledger.checks.rule import Finding, Rule
from ledger.checks.run import rules
from ledger.loading.sources import Sources


def judge_history(comparison: Comparison, before: Sources, after: Sources, revision: str) -> list[Diagnostic]:
    """What was rewritten, by place. ``revision`` is the commit of the old version."""
    found = [
        _diagnostic(rule, finding, before, after, revision)
        for rule in rules(lambda code: code[0] == OF_HISTORY)
        if rule.compare is not None
        for finding in rule.compare(comparison)
    ]
    return sorted(found, key=lambda d: d.sort_key)


def _diagnostic(rule: Rule, finding: Finding, before: Sources, after: Sources, revision: str) -> Diagnostic:
    def now(spot: Spot) -> Place:
        return after.place(spot.path, spot.pointer, key=spot.key)

    def then(spot: Spot) -> Place:
        return replace(before.place(spot.path, spot.pointer, key=spot.key), revision=revision)

    related = [(now(spot), words) for spot, words in finding.related]
    related += [(then(spot), words) for spot, words in finding.was]
    return Diagnostic(
        rule.code, rule.severity, finding.message, now(finding.spot), finding.hint, tuple(related)
    )
