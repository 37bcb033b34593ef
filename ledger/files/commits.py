"""In which commits something of a ledger came about, and what stands on the main branch."""

import re
from collections.abc import Iterator

from ledger.files.git import ask, git
from ledger.files.ranges import MAINS
from ledger.files.repository import Repository
from ledger.files.revisions import Revision, commit_of, made

_WILD = re.compile(r"([\\*?\[])")


def last_change(repository: Repository, commit: str) -> str:
    """The newest commit, back from ``commit``, that changed a YAML file of the ledger; ``commit`` itself where none did."""
    prefix = _WILD.sub(r"\\\1", repository.prefix or "")
    found = ask(repository.at, "log", "-1", "--format=%H", commit, "--", f":(top,glob){prefix}**/*.yaml")
    return found or commit


def touching(repository: Repository, path: str) -> Iterator[str]:
    """The commits back from HEAD that changed the file, the newest first; merges and what they merged included."""
    yield from ask(
        repository.at, "log", "--full-history", "--format=%H", "HEAD", "--", f":(top,literal){path}"
    ).splitlines()


def on_main(repository: Repository, path: str) -> bytes | None:
    """What has landed of the file: as it stands on the main branch, or at HEAD where there is none."""
    for name in (*MAINS, "HEAD"):
        commit = commit_of(repository, name)
        if commit is not None:
            done = git(repository.at, "cat-file", "blob", f"{commit}:{path}")
            return done.stdout if done.returncode == 0 else None
    return None


def at_head(repository: Repository) -> Revision | None:
    """The ledger as it was last committed; None before the first commit."""
    commit = commit_of(repository, "HEAD")
    return made(repository, commit) if commit is not None else None
