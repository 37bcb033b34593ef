"""In which commits something of a ledger came about, and what stands on the main branch."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ledger.base.days import parse_day
from ledger.files.git import ask, git, is_shallow
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


def is_landed(repository: Repository, commit: str) -> bool:
    """Whether HEAD grew from it; taken for granted where history was cut off."""
    done = git(repository.at, "merge-base", "--is-ancestor", commit, "HEAD")
    return done.returncode == 0 or is_shallow(repository.at)


def known_beside(repository: Repository, path: str, words: str, day: date) -> str | None:
    """The last commit made by ``day`` on the line on which the file ``path`` came to hold ``words``; None where there is none.

    What a branch brought later by a merge was not known on that line. Days are the committer's.
    """
    pathspec = f":(top,literal){path}"
    came = ask(repository.at, "log", "--full-history", "--format=%H", f"-S{words}", "HEAD", "--", pathspec)
    tip, until = (came.split() or ["HEAD"])[-1], f"--before={day + timedelta(days=2)}T00:00:00Z"
    for line in ask(repository.at, "log", "--first-parent", "--format=%H %cs", until, tip).splitlines():
        commit, _, made_on = line.partition(" ")
        if parse_day(made_on) <= day:
            return commit
    return None


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
