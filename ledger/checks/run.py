"""All rules over one ledger: findings become diagnostics with places, beside what reading met; some are allowed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from importlib import import_module

from ledger.base.diagnostics import Diagnostic, Fix, Place, Spot
from ledger.base.registry import names
from ledger.checks.allowances import OF_AUDITS, OF_HISTORY, Allowances, Verdict, read_allowances
from ledger.checks.rule import Finding, Rule
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger

ELSEWHERE = frozenset("AIRV")
"""Families whose faults are met where comments, files and sheets are read or bulletins verified: pages only."""
_SPEAKS_OF: Mapping[str, Callable[[Ledger], object]] = {
    "S": lambda ledger: ledger.slips or ledger.papers or ledger.policies.versions,
    "G": lambda ledger: ledger.registers,
    "C": lambda ledger: ledger.scoring.schemes or ledger.registers,
}
"""What a family's rules are about: where a ledger holds none of it they find nothing, and are not imported."""
_PACKAGE = "ledger.checks.rules"


@cache
def codes() -> Mapping[str, str]:
    """Every rule's module, by code, in the order of codes. Raises TypeError when two have one code."""
    found: dict[str, str] = {}
    for name in names(_PACKAGE):
        code = name.partition("_")[0].upper()
        if code in found:
            message = f"{name} and {found[code]} have one code"
            raise TypeError(message)
        found[code] = name
    return dict(sorted(found.items()))


def rules(wanted: Callable[[str], bool] = lambda _: True) -> tuple[Rule, ...]:
    """Every rule whose code is ``wanted``, by code; no other one is imported.

    Raises TypeError when a file's name and its rule's code disagree.
    """
    return tuple(_rule(code) for code in codes() if wanted(code))


@cache
def _rule(code: str) -> Rule:
    name = codes()[code]
    rule = getattr(import_module(f"{_PACKAGE}.{name}"), "RULE", None)
    if not isinstance(rule, Rule) or rule.code != code:
        message = f"{name} must hold RULE with the code {code}"
        raise TypeError(message)
    return rule


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
    left_out = {*ELSEWHERE, OF_HISTORY, *(() if audit else OF_AUDITS)}
    left_out |= {family for family, subjects in _SPEAKS_OF.items() if not subjects(ledger)}
    for rule in each(rules(lambda code: code[0] not in left_out)):
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
    return read_allowances(sources, codes(), day)


def _diagnostic(rule: Rule, finding: Finding, sources: Sources) -> Diagnostic:
    def place(spot: Spot) -> Place:
        return sources.place(spot.path, spot.pointer, key=spot.key)

    at = place(finding.spot)
    related = tuple((place(spot), words) for spot, words in finding.related)
    fix = _fix(at, finding.mend) if finding.mend is not None else None
    return Diagnostic(rule.code, rule.severity, finding.message, at, finding.hint, related, fix)


def _fix(place: Place, mend: str) -> Fix | None:
    from ledger.files.replacing import fix_of  # noqa: PLC0415 - needs the parser, and few findings can be mended

    return fix_of(place, mend)
