"""``ledger check``: beside the findings, what files allow, what was there before and what ``--fix`` did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.base.diagnostics import Allowed
from ledger.reports.blocks import Report


@dataclass(frozen=True, slots=True)
class Fixed:
    """``diff`` is the patch, ``written`` or only shown; ``left`` says by path why a file was left alone."""

    written: bool
    count: int
    diff: str
    left: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Past:
    """``known`` findings were there in the commit ``base`` already; ``name`` is what it was called.

    ``unread``: how many of its files could not be read, so that nobody can tell what was rewritten in them.
    """

    name: str
    base: str
    known: int
    unread: int = 0


def past_words(past: Past) -> str:
    left_out = f"；另有 {past.known} 条原来就有，不计入" if past.known else ""
    unseen = f"；旧版有 {past.unread} 个文件有错未读入，其中的改动看不到" if past.unread else ""
    short = past.base[:12]
    called = f"{short} " if past.base.startswith(past.name) else f"{past.name}（{short}）"
    return f"只列从 {called}分出以后新增的问题{left_out}{unseen}"


def checked(
    name: str, day: date, allowed: Iterable[Allowed], fixed: Fixed | None = None, past: Past | None = None
) -> Report:
    data: dict[str, Any] = {"allowed": [_allowed(a) for a in allowed]}
    if fixed is not None:
        left = [{"path": path, "reason": why} for path, why in sorted(fixed.left.items())]
        data["fixed"] = {"written": fixed.written, "count": fixed.count, "diff": fixed.diff, "left": left}
    return Report(name, day, (), data | since_data(past))


def since_data(past: Past | None) -> dict[str, Any]:
    return {} if past is None else {"since": {"base": past.base, "known": past.known}}


def _allowed(allowed: Allowed) -> dict[str, Any]:
    found = allowed.diagnostic
    return {
        "code": found.code,
        "path": found.place.path,
        "line": found.place.line,
        "reason": allowed.reason,
        "until": allowed.until.isoformat(),
    }
