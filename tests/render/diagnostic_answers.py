"""Diagnostics to render, and the huge answer that no format may choke on."""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import strategies as st

from ledger.base.diagnostics import Allowed, Diagnostic, Fix, Place, Severity
from ledger.render.answer import Answer, Screen, diagnostic_renderers

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
HUGE = 30_000


def make(
    code: str = "P103", severity: Severity = ERROR, message: str = "没有这个单位", **place: object
) -> Diagnostic:
    hint = str(place.pop("hint", ""))
    related = place.pop("related", ())
    fix = place.pop("fix", None)
    where = Place(str(place.pop("path", "plans/a.yaml")), **place)  # type: ignore[arg-type]
    return Diagnostic(code, severity, message, where, hint, related, fix)  # type: ignore[arg-type]


def mended(line: int = 4, text: str = "市发展改革委") -> Fix:
    return Fix(Place("plans/a.yaml", line, 11, 4), text, f"改为“{text}”")


def allowed(diagnostic: Diagnostic, reason: str = "历史原因") -> Allowed:
    return Allowed(diagnostic, reason, date(2017, 12, 31))


def answer(*diagnostics: Diagnostic, allow: Sequence[Allowed] = (), remarks: tuple[str, ...] = ()) -> Answer:
    return Answer("check", None, None, diagnostics=diagnostics, allowed=allow, remarks=remarks)


def render(name: str, *diagnostics: Diagnostic, color: bool = False, **more: Any) -> str:
    return diagnostic_renderers()[name].render(answer(*diagnostics, **more), Screen(None, color))


@cache
def huge() -> tuple[Diagnostic, ...]:
    """Of each severity a third, notes first; every thirtieth with all that a diagnostic can have."""
    return tuple(
        make(
            "P103",
            (NOTE, WARNING, ERROR)[n % 3],
            f"第{n // 6}项没有这个单位",
            path=f"plans/{n % 300}.yaml",
            line=n % 500 + 1,
            column=5,
            length=4,
            hint="改为登记的名称",
            related=((Place("plans/units.yaml", n + 1), "在这里"),) if n % 30 == 0 else (),
            fix=mended(n + 1) if n % 30 == 0 else None,
        )
        for n in range(HUGE)
    )


@cache
def published(name: str) -> Any:
    """A validator of the schema that the makers of a format publish."""
    schema = json.loads((Path(__file__).parent / "schemas" / name).read_text("utf-8"))
    return jsonschema.Draft4Validator(schema)
