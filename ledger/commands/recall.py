"""The ledger as it was known on past days: from the commits of the time, else by what entries say of their recording."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.base.text import first_of
from ledger.commands.reading import read_where_it_stood
from ledger.commands.session import Session
from ledger.files.folder import repository_top
from ledger.loading.sources import Sources
from ledger.measures.known import known_by
from ledger.measures.trend import Past
from ledger.model.ledger import Ledger

if TYPE_CHECKING:
    from ledger.files.revisions import Revision

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Recall:
    """What was known on each day, in the order of the days; ``unread``: commits with files in them that are not read."""

    pasts: tuple[Past, ...]
    unread: dict[str, int]
    shallow: bool

    @property
    def remarks(self) -> tuple[str, ...]:
        return tuple(filter(None, (self._inferred(), self._without())))

    def _inferred(self) -> str:
        count = sum(past.commit is None for past in self.pasts)
        if not count:
            return ""
        cut = (
            "；本仓库是浅克隆，更早的提交没有取来，可执行 git fetch --unshallow 取回" if self.shallow else ""
        )
        return f"{count} 个月没有当时的提交，按补记日期（recorded）推算，没写补记日期的算当天已记{cut}"

    def _without(self) -> str:
        if not self.unread:
            return ""
        named = first_of([f"{commit[:12]}（{count} 个）" for commit, count in self.unread.items()], _NAMED)
        return f"注意：当时的提交里有文件有错，没有读入，当时的数字不含其中内容：{named}"


def recall(session: Session, days: Sequence[date]) -> Recall:
    """The ledger as it was known on each of ``days``."""
    commits, shallow = _commits(session.folder, days)
    ledgers, unread = _read((commits[day] for day in sorted(commits, reverse=True)), session.sources)
    pasts = []
    for day in days:
        commit = commits[day].commit if day in commits else None
        then = ledgers.get(commit) if commit else None
        pasts.append(Past(day, then, commit) if then else Past(day, known_by(session.ledger, day), None))
    return Recall(tuple(pasts), unread, shallow)


def _read(revisions: Iterable["Revision"], sources: Sources) -> tuple[dict[str, Ledger], dict[str, int]]:
    """By commit the ledger, where it has one, and how many files were not read; each commit once.

    Files that are as they were in the version read before, first in ``sources``, are not parsed again.
    """
    ledgers, unread = dict[str, Ledger](), dict[str, int]()
    for commit, revision in {r.commit: r for r in revisions}.items():
        _, found = read_where_it_stood(revision, None, sources)
        if not found.has_head(revision.prefix):
            continue
        ledgers[commit], sources = found.ledger, found.sources
        if sources.unread:
            unread[commit] = len(sources.unread)
    return ledgers, unread


def _commits(folder: Path, days: Sequence[date]) -> tuple[dict[date, "Revision"], bool]:
    """The last commit by each day; and whether the older ones were not fetched."""
    from ledger.files.git import is_shallow  # noqa: PLC0415 - most commands ask git nothing
    from ledger.files.repository import repository_of  # noqa: PLC0415
    from ledger.files.revisions import last_revisions  # noqa: PLC0415

    if repository_top(folder) is None:
        return {}, False
    repository = repository_of(folder)
    return last_revisions(repository, days), is_shallow(repository.at)
