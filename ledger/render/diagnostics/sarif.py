"""``sarif`` 2.1.0: one run, worst first, within the limits of GitHub's code scanning; no clock, no path of a machine.

``primaryLocationLineHash`` is left to who uploads: GitHub computes it from the lines and warns of any other value.
What files allow is there with its reason, as the standard has it; GitHub does not read ``suppressions``.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from ledger import __version__
from ledger.base.diagnostics import Allowed, Diagnostic, Fix, Place
from ledger.checks.rule import Rule
from ledger.checks.run import rules
from ledger.render.answer import Answer, Renderer, Screen, report_renderers
from ledger.render.findings import fingerprints, more, sentence, severity_then_place, version, worst_first
from ledger.reports.rules import rule_page

MOST_RESULTS, MOST_LOCATIONS = 25_000, 1_000
FINGERPRINT = "ledgerFinding/v1"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TOP = "%SRCROOT%"
_Json = dict[str, Any]


def _render(answer: Answer, _: Screen) -> str:
    allowed = sorted(answer.allowed, key=lambda a: severity_then_place(a.diagnostic))
    every = [*worst_first(answer.diagnostics), *(a.diagnostic for a in allowed)]
    excuses: list[Allowed | None] = [*[None] * len(answer.diagnostics), *allowed]
    shown = every[:MOST_RESULTS]
    codes = {code: n for n, code in enumerate(sorted({d.code for d in shown}))}
    run = {
        "tool": {"driver": _driver(list(codes))},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_TOP: {"description": {"text": "仓库顶层"}}},
        "invocations": [_invocation(answer, len(every) - len(shown))],
        "results": [_result(*one, codes) for one in zip(shown, excuses, fingerprints(every), strict=False)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _driver(codes: Sequence[str]) -> _Json:
    pages = {rule.code: rule for rule in rules()}
    return {
        "name": "ledger",
        "semanticVersion": __version__,
        "language": "zh-CN",
        "rules": [_rule(pages[code]) if code in pages else {"id": code} for code in codes],
    }


def _rule(rule: Rule) -> _Json:
    page = Answer("rule", None, rule_page(rule))
    plain, markdown = (report_renderers()[name].render(page, Screen()) for name in ("plain", "markdown"))
    return {
        "id": rule.code,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.what + rule.why},
        "help": {"text": plain, "markdown": markdown},
        "defaultConfiguration": {"level": rule.severity.value},  # SARIF's three levels are called like ours
    }


def _invocation(answer: Answer, left_out: int) -> _Json:
    """Says what does not fit; GitHub refuses a file with more."""
    if not left_out:
        return {"executionSuccessful": True}
    words = {"text": more(answer, left_out)}
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [{"level": "warning", "message": words}],
    }


def _result(d: Diagnostic, excuse: Allowed | None, fingerprint: str, codes: Mapping[str, int]) -> _Json:
    result: _Json = {
        "ruleId": d.code,
        "ruleIndex": codes[d.code],
        "level": d.severity.value,
        "message": {"text": sentence(d)},
        "locations": [_location(d.place)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if d.related:
        result["relatedLocations"] = _related(d.related[: MOST_LOCATIONS - 1])
    if d.fix:
        result["fixes"] = [_fix(d.fix)]
    if excuse:
        reason = f"{excuse.reason}（至 {excuse.until.isoformat()}）"
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": reason}]
    return result


def _related(places: Sequence[tuple[Place, str]]) -> list[_Json]:
    """The schema wants each once."""
    once = {(str(place), words): place for place, words in places}
    return [
        {**_location(place), "message": {"text": words + version(place)}}
        for (_, words), place in once.items()
    ]


def _location(place: Place) -> _Json:
    """A place of an old version has no region: the line is another one now, or gone."""
    physical: _Json = {"artifactLocation": _artifact(place)}
    if not place.revision:
        physical["region"] = _region(place) if place.length else _start(place)
    return {"physicalLocation": physical}


def _artifact(place: Place) -> _Json:
    return {"uri": _uri(place.path), "uriBaseId": _TOP}


@cache
def _uri(path: str) -> str:
    return quote(path)


def _start(place: Place) -> _Json:
    return {"startLine": place.line, "startColumn": place.column}


def _region(place: Place) -> _Json:
    return {**_start(place), "endColumn": place.column + place.length}


def _fix(fix: Fix) -> _Json:
    replacement = {"deletedRegion": _region(fix.place), "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": _artifact(fix.place), "replacements": [replacement]}
    return {"description": {"text": fix.words}, "artifactChanges": [change]}


RENDERER = Renderer("sarif", _render)
