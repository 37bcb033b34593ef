"""Opening two versions of a ledger: what ``diff`` shows and ``check --since`` leaves out."""

from dataclasses import replace
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.commands.clock import today
from ledger.commands.compared import Compared
from ledger.commands.judging import Day, settle_day
from ledger.commands.options import Folder, When
from ledger.commands.reading import Reading, read_folder, read_revision, read_where_it_stood
from ledger.files.folder import find_ledger
from ledger.files.ranges import Range, revision_range
from ledger.files.repository import Repository, bare_repository, repository_of
from ledger.files.revisions import Revision


def open_comparison(where: Folder, when: When, written: str | None) -> Compared:
    """Read both versions that ``written`` names; raises LedgerError when there is no such version or ledger.

    A ledger that was not there yet in the first one is compared with an empty one; one that stood elsewhere, with that.
    """
    folder, repository = _find(where)
    span = revision_range(repository, written)
    new = _new(span.after, folder)
    return compare(span, new, settle_day(when, new.ledger.settings.as_of, None, today()))


def compare(span: Range, new: Reading, day: Day) -> Compared:
    """The new version, which was read, with the old one, both judged on the day."""
    before, old = read_where_it_stood(span.before, span.after, new.sources)
    return Compared(replace(span, before=before), old, new, day)


def _new(revision: Revision | None, folder: Path | None) -> Reading:
    if revision is not None:
        return read_revision(revision)
    if folder is None:
        raise ValueError("a bare repository has no work tree, and revision_range says so")
    return read_folder(folder)


def _find(where: Folder) -> tuple[Path | None, Repository]:
    """The ledger's folder and its repository; in a bare repository there is no folder."""
    cwd = Path.cwd()
    try:
        folder = find_ledger(cwd, where.ledger)
    except LedgerError:
        bare = bare_repository(cwd, where.ledger)
        if bare is None:
            raise
        return None, bare
    return folder, repository_of(folder)
