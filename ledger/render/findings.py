"""What the formats of diagnostics share: their order, the words for them, and what makes one the same next time."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from ledger.base.diagnostics import SEVERITIES, Diagnostic, Place, Severity
from ledger.render.answer import Answer

_WORST = {severity: n for n, severity in enumerate(Severity)}


def more(answer: Answer, count: int) -> str:
    """For formats that show a few only."""
    return f"还有 {count} 条，见 ledger {answer.command} 的输出"


def severity_then_place(diagnostic: Diagnostic) -> tuple[int, Place, str, str]:
    return (_WORST[diagnostic.severity], *diagnostic.sort_key)


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """For readers who show a few only."""
    return sorted(diagnostics, key=severity_then_place)


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One for each, in their order: unique, and the same after lines have moved.

    The line is no part of it; findings that say the same of one file are told apart by their order in it.
    """
    found = [""] * len(diagnostics)
    seen: Counter[tuple[str, str, str]] = Counter()
    for n in sorted(range(len(diagnostics)), key=lambda n: diagnostics[n].sort_key):
        said = (diagnostics[n].code, diagnostics[n].place.path, diagnostics[n].message)
        found[n] = sha256(json.dumps([*said, seen[said]]).encode()).hexdigest()
        seen[said] += 1
    return found


def counted(answer: Answer) -> str:
    """How many there are of each severity and how many are allowed, without a full stop; nothing when there are none."""
    counts = {s: sum(d.severity is s for d in answer.diagnostics) for s in Severity}
    found = "，".join(f"{SEVERITIES[s]} {n}" for s, n in counts.items() if n)
    allowed = f"有 {len(answer.allowed)} 条按文件中的说明放行" if answer.allowed else ""
    return "；另".join(filter(None, (found, allowed)))


def mending(diagnostic: Diagnostic) -> str:
    """What ``--fix`` would do, if anything."""
    return f"可自动修复：{diagnostic.fix.words}（ledger check --fix）" if diagnostic.fix else ""


def remedy(diagnostic: Diagnostic) -> str:
    """Everything its reader can do, in one line of text."""
    return "；".join(filter(None, (diagnostic.hint, mending(diagnostic))))


def sentence(diagnostic: Diagnostic) -> str:
    """Message and remedy, for formats that have one text; a place that is gone is told there too."""
    said = diagnostic.message + version(diagnostic.place)
    todo = remedy(diagnostic)
    return f"{said}。改法：{todo}" if todo else said


def version(place: Place) -> str:
    """In which commit the place is, and where; nothing when it is in the files themselves."""
    return f"（版本 {place.revision[:12]}:{place.line}:{place.column}）" if place.revision else ""
