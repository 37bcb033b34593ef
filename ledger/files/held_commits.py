"""The files of a ledger in a commit, and the commit that holds the files of now."""

from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.commits import at_head, last_change
from ledger.files.folder import LEDGER_FILE
from ledger.files.held import Held
from ledger.files.presence import before_it_moved
from ledger.files.repository import Repository, repository_of
from ledger.files.revisions import made
from ledger.files.tree import SourceFile


def held_at(repository: Repository, commit: str) -> Held:
    """The ledger's files there, or where the ledger stood then."""
    revision = made(repository, commit)
    held = Held(tuple(revision.files()))
    if any(file.name == LEDGER_FILE for file in held.held if isinstance(file, SourceFile)):
        return held
    moved = before_it_moved(revision, None)
    return held if moved is None else Held(tuple(moved.files()))


def commit_of_files(folder: Path, digest: str) -> str | None:
    """The commit that last changed the ledger's files, if they are all committed as they are; None for a draft."""
    try:
        repository = repository_of(folder)
    except LedgerError:
        return None
    head = at_head(repository)
    if head is None or Held(tuple(head.files())).digest != digest:
        return None
    commit = last_change(repository, head.commit)
    return commit if Held(tuple(made(repository, commit).files())).digest == digest else head.commit
