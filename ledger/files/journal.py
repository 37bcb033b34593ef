"""The journal of one write: which files change, from what to what. It is read back with mistrust.

A journal found on disk decides which files are replaced, so everything in it is checked: a journal that somebody
damaged or planted must not reach a file outside the ledger. The names of the staged files are not in it; they follow
from its id and the order of its steps.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ledger.base.errors import LedgerError
from ledger.files.durable import staged_name
from ledger.files.tree import shown

_ID = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Step:
    """One file, its path from the ledger's folder with ``/``; ``old`` is None for a file that was not there."""

    path: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Journal:
    """A write under its own name."""

    id: str
    steps: tuple[Step, ...]

    def dump(self) -> bytes:
        # The id comes first: a reader who asks for the generation reads no further.
        return json.dumps({"id": self.id, "steps": [asdict(step) for step in self.steps]}).encode()

    def places(self, ledger: Path) -> Iterator[tuple[Step, Path, Path]]:
        """Every step with the file it replaces and the staged file that does it."""
        for number, step in enumerate(self.steps):
            target = ledger / step.path
            yield step, target, target.with_name(staged_name(self.id, number))


def read_journal(path: Path, ledger: Path) -> Journal | None:
    """The journal in this file, None when there is none; raises LedgerError for one that is not to be trusted."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return _parse(json.loads(content), ledger)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise LedgerError(
            f"没写完的那次写入的记录已损坏（{shown(str(error))}），没有改动任何文件；"
            f"请用 git status 核对台账，再删去 {shown(str(path))}"
        ) from None


def inside(ledger: Path, name: str) -> Path:
    """The file of that name below the ledger's folder; raises ValueError for one that is not plainly there.

    No ``..``, nothing hidden (``.git``, our own state), no link on the way, neither as a folder nor as the file.
    """
    parts = tuple(name.split("/"))
    if Path(name).parts != parts or any(part.startswith(".") or "\0" in part for part in parts):
        raise ValueError(f"{name} 不是台账里的文件")
    path = ledger
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise ValueError(f"{path.relative_to(ledger).as_posix()} 是符号链接")
    return path


def _parse(data: Any, ledger: Path) -> Journal:
    steps = tuple(_step(step, ledger) for step in data["steps"])
    if not steps or len({step.path for step in steps}) < len(steps):
        raise ValueError("没有文件，或一个文件写了两次")
    return Journal(_matched(_ID, data["id"]), steps)


def _step(data: Any, ledger: Path) -> Step:
    path = data["path"]
    inside(ledger, path if isinstance(path, str) else "")
    old = None if data["old"] is None else _matched(_DIGEST, data["old"])
    return Step(path, old, _matched(_DIGEST, data["new"]))


def _matched(pattern: re.Pattern[str], text: Any) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError(f"{str(text)[:80]!r}")
    return text
