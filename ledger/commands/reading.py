"""Reading one version of a ledger: from the work tree, whole, or from a commit."""

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ledger.base.errors import LedgerError
from ledger.files.recovery import read_whole
from ledger.files.tree import LEDGER_FILE, WorkTree
from ledger.loading.load import load
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger

if TYPE_CHECKING:
    from ledger.files.revisions import Revision


@dataclass(frozen=True)
class Reading:
    """What was read, and the bytes it came from."""

    ledger: Ledger = field(default_factory=Ledger)
    sources: Sources = field(default_factory=Sources)

    @property
    def has_head(self) -> bool:
        """Whether ledger.yaml was there, readable or not."""
        unread = any(PurePosixPath(path).name == LEDGER_FILE for path in self.sources.unread)
        return unread or ("ledger", "") in self.ledger.paths


def read_folder(folder: Path) -> Reading:
    """The work tree."""
    return Reading(*read_whole(folder, lambda: load(WorkTree(folder))))


def read_revision(revision: "Revision") -> Reading:
    """The files of a commit; raises LedgerError when the ledger was not there yet."""
    found = Reading(*load(revision))
    if not found.has_head:
        raise LedgerError(f"版本 {revision.commit[:12]}（{revision.day}）里还没有这个台账")
    return found
