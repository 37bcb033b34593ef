"""Whether files of a repository exist, whatever they hold: in a commit, or in the work tree."""

import stat
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ledger.files.cache import digest
from ledger.files.folder import LEDGER_FILE
from ledger.files.objects import listing
from ledger.files.questions import THERE
from ledger.files.repository import Repository
from ledger.files.revisions import Revision
from ledger.files.witness import witness


def present(repository: Repository, revision: Revision | None, paths: Iterable[str]) -> set[str]:
    """Those of ``paths``, from the repository's top, that are files in that commit or, without one, in the work tree.

    No symbolic link is followed and none is a file; a path that leads out of the repository is absent.
    """
    inner = {path: name for path in paths if (name := _inside(path))}
    if not inner:
        return set()
    if revision is None:
        if repository.bare:
            raise ValueError("a bare repository has no work tree")
        found = files_there(repository.at, inner)
        witness().asked((THERE, str(repository.at), *sorted(inner)), said(found))
        return found
    # the whole listing, not one question a path: it needs no content and any name can be asked for
    there = {name for mode, _, name in listing(repository.at, revision.commit) if stat.S_ISREG(int(mode, 8))}
    return {path for path, name in inner.items() if name in there}


def files_there(top: Path, inner: Mapping[str, str]) -> set[str]:
    """Those of the paths that are files below ``top`` now, by the plain names beside them."""
    return {path for path, name in inner.items() if _is_file(top, name)}


def said(found: Iterable[str]) -> bytes:
    """A digest of it."""
    return digest(*sorted(found))


def before_it_moved(before: Revision, after: Revision | None) -> Revision | None:
    """``before`` read where the ledger stood then: where a ledger was that is not there ``after``.

    None when there is no such place, or more than one.
    """
    repository = before.repository
    names = [name for _, _, name in listing(repository.at, before.commit)]
    heads = {name for name in names if PurePosixPath(name).name == LEDGER_FILE}
    gone = present(repository, before, heads) - present(repository, after, heads)
    return replace(before, stood=gone.pop().removesuffix(LEDGER_FILE)) if len(gone) == 1 else None


def _inside(path: str) -> str | None:
    plain = PurePosixPath(path)
    if plain.is_absolute() or not plain.parts or ".." in plain.parts or plain.parts[0] == ".git":
        return None
    return str(plain)


def _is_file(top: Path, name: str) -> bool:
    *folders, _ = PurePosixPath(name).parts
    folder = top
    try:
        for part in folders:
            folder /= part
            if not stat.S_ISDIR(folder.lstat().st_mode):
                return False
        return stat.S_ISREG((top / name).lstat().st_mode)
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return False
