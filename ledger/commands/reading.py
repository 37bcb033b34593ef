"""Reading one version of a ledger: from the work tree, whole, or from a commit."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.base.errors import LedgerError
from ledger.commands.caching import documents_of
from ledger.files.folder import LEDGER_FILE
from ledger.files.recovery import read_whole
from ledger.files.tree import WorkTree, shown
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

    def has_head(self, prefix: str) -> bool:
        """Whether ledger.yaml was there, readable or not, in the folder that paths name by ``prefix``."""
        head = shown(prefix + LEDGER_FILE)
        return head in self.sources.contents or head in self.sources.unread


def read_folder(folder: Path) -> Reading:
    """The work tree."""
    return Reading(*read_whole(folder, lambda: load(WorkTree(folder), documents=documents_of(folder))))


def read_revision(revision: "Revision") -> Reading:
    """The files of a commit; raises LedgerError when the ledger was not there yet."""
    found = Reading(*load(revision, documents=documents_of(revision.repository.at)))
    if not found.has_head(revision.prefix):
        raise LedgerError(f"版本 {revision.commit[:12]}（{revision.day}）里还没有这个台账")
    return found


def read_where_it_stood(
    revision: "Revision", after: "Revision | None", known: Sources
) -> tuple["Revision", Reading]:
    """The files of a commit, wherever the ledger stood in it; records of files that read alike are ``known``'s.

    A folder that was moved by ``after`` (None: the work tree) is one ledger, under today's names. Where the commit has
    no ledger, the reading has no head.
    """
    from ledger.files.presence import before_it_moved  # noqa: PLC0415 - most commands ask git nothing

    documents = documents_of(revision.repository.at)
    found = Reading(*load(revision, known, documents))
    moved = None if found.has_head(revision.prefix) else before_it_moved(revision, after)
    return (revision, found) if moved is None else (moved, Reading(*load(moved, known, documents)))
