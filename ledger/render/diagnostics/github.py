"""``github``: workflow commands, worst first; GitHub shows ten of a level per step, so the rest is counted."""

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.render.answer import Answer, Renderer, Screen
from ledger.render.findings import more, sentence, worst_first

MOST = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _render(answer: Answer, _: Screen) -> str:
    lines: list[str] = []
    ranked = worst_first(answer.diagnostics)
    for severity, level in _LEVELS.items():
        found = [d for d in ranked if d.severity is severity]
        shown = found if len(found) <= MOST else found[: MOST - 1]
        lines += [_command(level, d) for d in shown]
        if len(found) > len(shown):
            lines.append(f"::{level}::{more(answer, len(found) - len(shown))}")
    return "".join(line + "\n" for line in lines)


def _command(level: str, diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties = {"file": place.path}
    if not place.revision:  # a line of an old version is another line now
        properties |= {"line": str(place.line), "col": str(place.column)}
        if place.length:
            properties["endColumn"] = str(place.column + place.length)
    properties["title"] = diagnostic.code
    inside = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level} {inside}::{_data(sentence(diagnostic))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


RENDERER = Renderer("github", _render)
