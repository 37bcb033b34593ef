"""All rules over one ledger: findings become diagnostics with places, beside what reading met."""

from datetime import date
from functools import cache

from ledger.base.diagnostics import Diagnostic, Place, Spot
from ledger.base.registry import modules
from ledger.checks.rule import Finding, Rule
from ledger.loading.load import Sources
from ledger.model.ledger import Ledger


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises TypeError when a file's name and its rule's code disagree."""
    found: dict[str, Rule] = {}
    for module in modules("ledger.checks.rules"):
        rule = getattr(module, "RULE", None)
        code = module.__name__.rpartition(".")[2].partition("_")[0].upper()
        if not isinstance(rule, Rule) or rule.code != code or code in found:
            message = f"{module.__name__} must hold RULE with the code {code}, once"
            raise TypeError(message)
        found[code] = rule
    return tuple(found[code] for code in sorted(found))


def check(ledger: Ledger, sources: Sources, day: date) -> list[Diagnostic]:
    """Every problem of every file, by place: what reading met and what the rules find on ``day``."""
    found = list(ledger.problems)
    for rule in rules():
        if rule.check is not None:
            found.extend(_diagnostic(rule, finding, sources) for finding in rule.check(ledger, day))
    return sorted(found, key=lambda d: d.sort_key)


def _diagnostic(rule: Rule, finding: Finding, sources: Sources) -> Diagnostic:
    def place(spot: Spot) -> Place:
        return sources.place(spot.path, spot.pointer, key=spot.key)

    related = tuple((place(spot), words) for spot, words in finding.related)
    return Diagnostic(rule.code, rule.severity, finding.message, place(finding.spot), finding.hint, related)
