"""A look at a ledger's folder, without reading anything: which files there are, and what the system says of each.

What was read once need not be read again while its signature stays what it was: time of change, size, inode, kind. That
is proof only where the file had been left alone for a while when it was looked at: within the clock's grain a second
edit leaves no trace (git calls such entries racy). So whatever changed less than ``GRAIN`` before the look, or after it
as the clock says, is read.
"""

import sys
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from ledger.files.cache import digest
from ledger.files.folder import ours_below
from ledger.files.state import generation

GRAIN = 2_000_000_000
"""Nanoseconds. FAT keeps two seconds, NFS and HFS+ one, Linux a hundredth."""

_PROVES = sys.platform != "win32"
"""Windows knows no time of change but the one that anybody sets, and lists what it knew of a file before: there all is read."""


class Look:  # no dataclass here and in known.py: importing those takes as long as looking at a thousand files
    """``signatures`` by name from the ledger's folder, in the order of a walk; ``fresh`` are those that prove nothing yet.

    ``at`` is when the look began, in nanoseconds of the system's clock.
    """

    def __init__(
        self, folder: Path, at: int, signatures: Mapping[str, str], fresh: frozenset[str] = frozenset()
    ) -> None:
        self.folder = folder
        self.at = at
        self.signatures = signatures
        self.fresh = fresh

    @cached_property
    def digest(self) -> bytes:
        """Equal for two looks at which every file looked alike."""
        return digest(str(self.folder), *(part for pair in self.signatures.items() for part in pair))

    @property
    def settled(self) -> bool:
        """Whether an equal look later on proves that no file was touched in between."""
        return not self.fresh


_ahead: list[tuple[str | None, Look]] = []
"""One at most: a look that was taken before the command began, and the generation that the ledger was in."""


def look_ahead(folder: Path) -> Look:
    """A look for whoever will want the first one, if the ledger is not written to before that."""
    forget()
    word = generation(folder)
    found = look(folder)
    _ahead[:] = [(word, found)]
    return found


def forget() -> None:
    """No look ahead is worth anything any more."""
    _ahead.clear()


def look(folder: Path) -> Look:
    """Look at every file that :class:`ledger.files.tree.WorkTree` would read, and at those it would refuse."""
    if _ahead:
        word, found = _ahead.pop()
        if found.folder == folder and word is not None and generation(folder) == word:
            return found
    at = time.time_ns()
    signatures: dict[str, str] = {}
    fresh: set[str] = set()
    for name, entry in ours_below(str(folder), ""):
        if isinstance(entry, OSError):
            signatures[name] = f"!{entry.errno}"
            continue
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            signatures[name] = f"!{error.errno}"
            continue
        changed = max(status.st_mtime_ns, status.st_ctime_ns)
        signatures[name] = (
            f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino} {status.st_dev} {status.st_mode}"
        )
        if changed >= at - GRAIN or not _PROVES:
            fresh.add(name)
    return Look(folder, at, signatures, frozenset(fresh))
