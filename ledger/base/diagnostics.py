"""The one fault type, from syntax to history: a code, a place, a sentence, a remedy."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Pointer = tuple[str | int, ...]


class Severity(StrEnum):
    """Errors make the exit code 1; warnings do so only under ``--strict``; notes never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "说明"}
"""What each is called, the gravest first."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, a whole file is 1:1.

    ``length`` is how many characters to underline (0: unknown), ``text`` the line itself, for excerpts.
    ``revision`` is the commit in which the file read so; empty where that is the version that is looked at.
    ``cell`` names a spot of a sheet as its reader does (``Sheet1!C14``); line and column are then its row and column.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = field(default=0, compare=False)
    text: str = field(default="", compare=False, repr=False)
    revision: str = field(default="", compare=False)
    cell: str = field(default="", compare=False)

    def __str__(self) -> str:
        if self.cell:
            return f"{self.path} {self.cell}"
        at = f"（版本 {self.revision[:12]}）" if self.revision else ""
        return f"{self.path}:{self.line}:{self.column}{at}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A symbolic place: a file and a pointer into it, turned into line and column once somebody looks."""

    path: str
    pointer: Pointer = ()
    key: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe remedy: the ``length`` characters at ``place`` become ``text``, and the ledger means what it meant.

    ``words`` say so in the imperative: 改为“市发展改革委”.
    """

    place: Place
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something wrong with the data, said so that its reader can mend it."""

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """By place, so that a report reads like the files do."""
        return (self.place, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that its file allows by a comment, for a reason, through the day ``until``."""

    diagnostic: Diagnostic
    reason: str
    until: date


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)
