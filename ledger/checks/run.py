"""All rules over one ledger: findings become diagnostics with places, beside what reading met; some are allowed."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from ledger.base.diagnostics import Diagnostic, Place, Spot
from ledger.base.registry import modules
from ledger.checks.allowances import OF_AUDITS, Allowances, Verdict, read_allowances
from ledger.checks.rule import Finding, Rule
from ledger.files.replacing import fix_of
from ledger.loading.sources import Sources
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
    """Every problem of every file that no comment allows, by place."""
    return judge(ledger, sources, day).findings


def judge(
    ledger: Ledger,
    sources: Sources,
    day: date,
    each: Callable[[Iterable[Rule]], Iterable[Rule]] = iter,
    *,
    audit: bool = False,
) -> Verdict:
    """What reading met, what the rules find on ``day`` and what is wrong with allowances; beside it what is allowed.

    ``each`` hands on the rules one by one, for who counts them; those that look for formalism judge only an ``audit``.
    """
    found = list(ledger.problems)
    for rule in each([rule for rule in rules() if audit or rule.code[0] != OF_AUDITS]):
        if rule.check is not None:
            found.extend(_diagnostic(rule, finding, sources) for finding in rule.check(ledger, day))
    allowances = allowances_of(sources, day)
    verdict = allowances.apply(found)
    faults = [*allowances.faults, *allowances.idle(verdict.allowed)]
    return Verdict(sorted([*verdict.findings, *faults], key=lambda d: d.sort_key), verdict.allowed)


def allow(findings: Iterable[Diagnostic], sources: Sources, day: date) -> Verdict:
    """The same comments for findings made elsewhere; what is wrong with the comments is for :func:`judge` to say."""
    return allowances_of(sources, day).apply(findings)


def allowances_of(sources: Sources, day: date) -> Allowances:
    """What the comments of all files say on ``day``."""
    return read_allowances(sources, [rule.code for rule in rules()], day)


def _diagnostic(rule: Rule, finding: Finding, sources: Sources) -> Diagnostic:
    def place(spot: Spot) -> Place:
        return sources.place(spot.path, spot.pointer, key=spot.key)

    at = place(finding.spot)
    related = tuple((place(spot), words) for spot, words in finding.related)
    fix = fix_of(at, finding.mend) if finding.mend is not None else None
    return Diagnostic(rule.code, rule.severity, finding.message, at, finding.hint, related, fix)
