"""``json``: exactly one document, the envelope that design §4 fixes."""

import json
from typing import Any

from ledger.base.diagnostics import Diagnostic, Fix, Place
from ledger.render.answer import Answer, Renderer, Screen


def envelope(answer: Answer) -> dict[str, Any]:
    return {
        "ok": answer.ok,
        "command": answer.command,
        "day": answer.day.isoformat() if answer.day else None,
        "revision": answer.revision,
        "data": answer.report.data if answer.report else None,
        "diagnostics": [diagnostic_data(d) for d in answer.diagnostics],
        "remarks": list(answer.remarks),
    }


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.place),
        "hint": diagnostic.hint,
        "related": [{**_place(place), "message": words} for place, words in diagnostic.related],
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _place(place: Place) -> dict[str, Any]:
    place_data = {"path": place.path, "line": place.line, "column": place.column}
    place_data |= {"cell": place.cell} if place.cell else {}
    return place_data | ({"revision": place.revision} if place.revision else {})


def _fix(fix: Fix) -> dict[str, Any]:
    return {**_place(fix.place), "length": fix.place.length, "text": fix.text}


def _render(answer: Answer, _: Screen) -> str:
    return json.dumps(envelope(answer), ensure_ascii=False, indent=2) + "\n"


RENDERER = Renderer("json", _render)
