"""``ledger record`` and ``reply``: what was written where, for programs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from ledger.reports.blocks import Lines, Report


class _Written(Protocol):
    @property
    def ref(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, Any]: ...


def entered(additions: Sequence[_Written], path: str, diff: str, day: date) -> Report:
    data: dict[str, Any] = {
        "path": path,
        "entries": [{"ref": a.ref, "entry": dict(a.fields)} for a in additions],
        "diff": diff,
    }
    return Report("记录", day, (Lines(tuple(diff.splitlines())),), data, data["entries"])


def entered_rows(
    entries: Sequence[tuple[str, str, _Written]], diff: str, day: date, *, written: bool
) -> Report:
    """Of a table: each entry with the file that it goes into and the name of its row's cell."""
    data: dict[str, Any] = {
        "entries": [
            {"ref": a.ref, "entry": dict(a.fields), "path": path, "cell": cell} for path, cell, a in entries
        ],
        "diff": diff,
        "written": written,
    }
    return Report("记录", day, (Lines(tuple(diff.splitlines())),), data, data["entries"])
