"""What a change brought: findings that were not there before, whatever line they stand on now."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ledger.base.diagnostics import Diagnostic


def fresh(
    found: Iterable[Diagnostic], before: Iterable[Diagnostic], moved: Mapping[str, str] | None = None
) -> list[Diagnostic]:
    """Those of ``found`` that have no equal ``before``; ``moved`` are the new paths of files by their old ones.

    Two that say the same of one file are two: a third one is new.
    """
    paths = moved or {}
    known = Counter((d.code, paths.get(d.place.path, d.place.path), d.message) for d in before)
    new = []
    for diagnostic in found:
        key = (diagnostic.code, diagnostic.place.path, diagnostic.message)
        known[key] -= 1
        if known[key] < 0:
            new.append(diagnostic)
    return new
