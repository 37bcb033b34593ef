"""``gitlab``: a Code Quality report, worst first. Without findings it is an empty list, which clears the old ones."""

import json

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.render.answer import Answer, Renderer, Screen
from ledger.render.findings import fingerprints, sentence, worst_first

# GitLab's critical and blocker are left to what puts a system in danger; an error of ours fails the job anyhow
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def _render(answer: Answer, _: Screen) -> str:
    found = worst_first(answer.diagnostics)
    # what is allowed keeps its place among equals, so that allowing one does not rename the next
    marks = fingerprints([*found, *(a.diagnostic for a in answer.allowed)])
    report = [_violation(d, mark) for d, mark in zip(found, marks, strict=False)]
    return json.dumps(report, ensure_ascii=False) + "\n"


def _violation(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    place = diagnostic.place
    return {
        "description": sentence(diagnostic),
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": place.path, "lines": {"begin": 1 if place.revision else place.line}},
    }


RENDERER = Renderer("gitlab", _render)
