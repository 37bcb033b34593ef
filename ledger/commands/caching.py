"""The cache of the command that runs: opened by whoever first reads a ledger, closed when the command ends."""

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from ledger.commands.progress import watching
from ledger.files.cache import Cache
from ledger.files.cache_file import open_cache
from ledger.files.documents import Documents
from ledger.files.folder import repository_top


@dataclass
class _Frame:
    wanted: bool
    opened: list[Cache | None] = field(default_factory=list)


_frame: ContextVar[_Frame | None] = ContextVar("_frame", default=None)


@contextlib.contextmanager
def caching(*, wanted: bool = True, opened: Cache | None = None) -> Iterator[None]:
    """The frame of a command: only within it anything is kept. A cache that is ``opened`` already is its own from now on."""
    frame = _Frame(wanted, [opened] if opened is not None else [])
    token = _frame.set(frame)
    try:
        yield
    finally:
        _frame.reset(token)
        for cache in frame.opened:
            if cache is not None:
                cache.close()


def cache_for(folder: Path) -> Cache | None:
    """The cache of this command, which reads the ledger in ``folder``; None where there is none or none is wanted."""
    frame = _frame.get()
    if frame is None or not frame.wanted:
        return None
    if not frame.opened:
        frame.opened.append(open_cache(repository_top(folder) or folder))
    return frame.opened[0]


def documents_of(folder: Path) -> Documents:
    """What reads the files of the ledger in ``folder``, wherever they are taken from."""
    return Documents(cache_for(folder), watching("读取台账"))
