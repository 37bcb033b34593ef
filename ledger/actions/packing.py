"""Workbooks → files of a folder; what lies there already is never overwritten."""

from collections.abc import Mapping
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.base.filenames import FORBIDDEN
from ledger.base.text import first_of
from ledger.files.durable import refusing
from ledger.files.tree import shown
from ledger.files.writes import WriteSet

_LONGEST = 60


def file_names(month: str, units: list[str]) -> dict[str, str]:
    """``2017-11-市财政局.xlsx``: names that every system takes, told apart where capitals make no difference."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for unit in units:
        stem = f"{month}-{FORBIDDEN.sub('_', unit)[:_LONGEST].rstrip('. ')}"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[unit] = f"{name}.xlsx"
    return names


def packed(folder: Path, books: Mapping[str, bytes]) -> WriteSet:
    """The files that are not there yet, by name in ``folder``.

    Raises LedgerError when one is there that holds something else: somebody may have filled it in.
    """
    if folder.exists() and not folder.is_dir():
        raise LedgerError(f"--out 要写文件夹，{shown(str(folder))} 是文件")
    writes, other = WriteSet(), []
    for name, content in books.items():
        path = folder / name
        with refusing(path):
            if path.exists() and (not path.is_file() or path.read_bytes() != content):
                other.append(name)
        writes.put(path, content)
    if other:
        raise LedgerError(
            f"{shown(str(folder))} 里已有 {len(other)} 份与这次的不同，也许有人填过，没有写任何文件："
            f"{first_of(other, 3)}；换一个文件夹，或先把它们移走"
        )
    return writes
