"""A ledger's folder: where it is, and which files below it are the ledger's.

It is asked before every command, also before those that give an old answer again: it imports next to nothing.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.base.text import printable
from ledger.files.witness import witness

LEDGER_FILE = "ledger.yaml"
SUFFIX = ".yaml"
PAPERS, PAPER_SUFFIX = "slips/", ".md"
_BULLETIN = re.compile(r"bulletins/(19|20|21)\d\d-(0[1-9]|1[0-2])\.md", re.ASCII)
_NEARLY = {".yml", ".YAML", ".YML", ".Yaml"}


def find_ledger(start: Path, chosen: Path | None = None) -> Path:
    """The ledger's folder: ``chosen``, else upwards from ``start`` as ``ledger.yaml`` or ``plans/ledger.yaml``.

    Raises LedgerError when there is none, and at a folder that may not be entered: the nearest one may be in there.
    """
    try:
        folder = _found(start, chosen)
    except LedgerError:
        witness().disturbed()
        raise
    witness().found(start, chosen, folder)
    return folder


def _found(start: Path, chosen: Path | None) -> Path:
    if chosen is not None:
        folder = chosen.parent if chosen.name == LEDGER_FILE else chosen
        for candidate in (folder, folder / "plans"):
            if _holds_one(candidate):
                return candidate.resolve()
        raise LedgerError(f"{printable(str(chosen))} 不是台账文件夹：里面没有 {LEDGER_FILE}")
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "plans"):
            if _holds_one(candidate):
                return candidate.resolve()
    raise LedgerError(
        f"没有找到台账：从当前文件夹往上都没有 {LEDGER_FILE}；"
        "请进入台账所在文件夹，或用 --ledger 文件夹、环境变量 LEDGER_DIR 指明"
    )


def _holds_one(folder: Path) -> bool:
    try:
        return (folder / LEDGER_FILE).exists()
    except PermissionError:
        raise LedgerError(
            f"进不了文件夹 {printable(str(folder))}，不知道台账在不在里面；请检查权限"
        ) from None


def repository_top(folder: Path) -> Path | None:
    """The folder that holds ``.git``, upwards from ``folder``; None outside any repository."""
    return next((f for f in (folder, *folder.parents) if (f / ".git").exists()), None)


def there(path: Path) -> bool:
    """Whether there is such a file, as far as we may know."""
    try:
        path.lstat()
    except OSError:
        return False
    return True


def ours_below(folder: str, inner: str) -> Iterator[tuple[str, os.DirEntry[str] | OSError]]:
    """Every file that is ours by its name, in name order, called from the ledger's folder.

    A folder that cannot be listed stands with its error.
    """
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda e: e.name)
    except OSError as error:
        yield inner.rstrip("/"), error
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = inner + entry.name
        if entry.name.endswith(SUFFIX):  # nearly all of them, whatever they turn out to be
            yield name, entry
        elif entry.is_dir(follow_symlinks=False):
            yield from ours_below(entry.path, name + "/")
        elif is_ours(name, link=entry.is_symlink()):
            yield name, entry


def is_ours(name: str, *, link: bool = False) -> bool:
    """Whether a file of this name is one that the ledger reads, or one that somebody meant it to read.

    Of Markdown only papers and bulletins are read, to see that they are as they were published.

    A symbolic ``link`` without any suffix may stand for a folder of plans.
    """
    suffix = os.path.splitext(name)[1]  # noqa: PTH122 - called for every file
    if suffix == PAPER_SUFFIX:
        return is_paper(name) or (is_bulletin(name) and not link)
    return suffix == SUFFIX or suffix in _NEARLY or (link and not suffix)


def is_paper(name: str) -> bool:
    """Whether it is the Markdown of an issued paper, by its path from the ledger's folder."""
    return name.startswith(PAPERS) and name.endswith(PAPER_SUFFIX)


def is_bulletin(name: str) -> bool:
    """Whether it is the bulletin of a month, ``bulletins/2017-10.md``, by its path from the ledger's folder."""
    return _BULLETIN.fullmatch(name) is not None
