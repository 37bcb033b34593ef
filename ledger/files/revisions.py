"""A name → a commit → the ledger's files as they were: ``git cat-file --batch``, no checkout, nothing written."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.base.days import NoSuchDay, parse_day
from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.files.folder import is_ours
from ledger.files.git import ask
from ledger.files.objects import contents, listing, sizes
from ledger.files.repository import Repository
from ledger.files.tree import SourceFile, refuse, shown
from ledger.files.unfound import no_commit_by, no_such_commit

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_HIDDEN = re.compile(r"(^|/)\.")
_LINK, _SUBMODULE = "120000", "160000"
_MAX_NAME = 4096
"""The system refuses arguments that are much longer."""


@dataclass(frozen=True)
class Revision:
    """The ledger in ``commit``, made on ``day``: the committer's calendar day, or the day that was asked for.

    ``stood`` is the prefix that it had then, if the folder was moved since; its files are called as they are now.
    """

    repository: Repository
    commit: str
    day: date
    stood: str | None = None

    @property
    def prefix(self) -> str:
        """What stands before every name to make it a path from the repository's top: ``plans/`` or nothing."""
        return self.repository.prefix or ""

    def files(self) -> Iterator[SourceFile | Diagnostic]:
        """The same files, in the same order, that the work tree would have had."""
        at, prefix = self.repository.at, self.prefix
        within = prefix if self.stood is None else self.stood
        named = [(mode, oid, path[len(within) :]) for mode, oid, path in listing(at, self.commit, within)]
        ours = [
            (mode, oid, name)
            for mode, oid, name in named
            if mode != _SUBMODULE and not _HIDDEN.search(name) and is_ours(name, link=mode == _LINK)
        ]
        wanted: list[tuple[str, str]] = []
        for (mode, oid, name), size in zip(ours, sizes(at, [oid for _, oid, _ in ours]), strict=True):
            problem = refuse(shown(prefix + name), int(mode, 8), size)
            if problem:
                yield problem
            else:
                wanted.append((name, oid))
        for (name, _), content in zip(wanted, contents(at, [oid for _, oid in wanted]), strict=True):
            yield SourceFile(shown(prefix + name), shown(name), content)


def revision(repository: Repository, name: str) -> Revision:
    """The commit that ``name`` means: a revision, or the last commit made on or before a date.

    Raises LedgerError when there is no such commit.
    """
    if _DATE.fullmatch(name):
        day = _day(name)
        found = last_revisions(repository, [day])
        if day not in found:
            raise no_commit_by(repository.at, day)
        return found[day]
    commit = commit_of(repository, name)
    if commit is None:
        raise no_such_commit(repository.at, name)
    return made(repository, commit)


def last_revisions(repository: Repository, days: Iterable[date]) -> dict[date, Revision]:
    """For each day the last commit made on or before it; days before everything that is there are missing.

    By the calendar of whoever committed, so that the answer is the same in every time zone.
    """
    waiting = sorted(days)
    surely_later = waiting[-1] + timedelta(days=2)
    found = dict[date, Revision]()
    for commit, made_on in _commits(repository, f"--before={surely_later}T00:00:00Z", "HEAD", "--"):
        while waiting and made_on <= waiting[-1]:
            day = waiting.pop()
            found[day] = _judged(repository, commit, day)
        if not waiting:
            break
    return found


def made(repository: Repository, commit: str) -> Revision:
    """The ledger in a commit that is known by its id."""
    _, day = next(_commits(repository, "--max-count=1", commit, lasting=True))
    return _judged(repository, commit, day)


def commit_of(repository: Repository, name: str) -> str | None:
    """The id of the one commit that git takes ``name`` for; None also for what is no commit, or no name at all."""
    if "\0" in name or len(os.fsencode(name)) > _MAX_NAME:
        return None
    found = ask(repository.at, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found if _COMMIT.fullmatch(found) else None  # `^main` is answered with `^0123…`


def _judged(repository: Repository, commit: str, day: date) -> Revision:
    return Revision(repository.settled(commit), commit, day)


def _day(name: str) -> date:
    try:
        return parse_day(name)
    except NoSuchDay as error:
        raise LedgerError(str(error)) from None


def _commits(repository: Repository, *selection: str, lasting: bool = False) -> Iterator[tuple[str, date]]:
    """Commits and the committer's calendar days, the newest first."""
    for line in ask(repository.at, "rev-list", "--format=%H %cs", *selection, lasting=lasting).splitlines():
        commit, _, made_on = line.partition(" ")
        if commit != "commit":  # the headings of rev-list
            yield commit, parse_day(made_on)
