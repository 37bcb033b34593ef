"""Where the cache lies: a file of the user's own, which nobody else may have touched, made where there is none."""

import contextlib
import os
import sqlite3
import stat
import sys
from pathlib import Path

from ledger.files.cache import TABLE, WRONG, Cache

NAME, VERSION = "reform-ledger", 1
_PATIENCE = 0.2
"""Seconds that another process may keep us waiting: computing anew is never far away."""
_APPLICATION = 0x1EDE6


def cache_folder() -> Path | None:
    """``$XDG_CACHE_HOME/reform-ledger``, where that is an absolute path, else the system's place; None without a home."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(chosen):  # noqa: PTH117 - asked before every command
        return Path(chosen, NAME)
    local = os.environ.get("LOCALAPPDATA", "") if sys.platform == "win32" else ""
    if local:
        return Path(local, NAME, "Cache")
    try:
        return Path.home() / ".cache" / NAME
    except RuntimeError:
        return None


def open_cache(outside: Path) -> Cache | None:
    """The user's cache; None where there can be none, and where it would lie in the work tree ``outside`` of which it has to be."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        if folder.resolve().is_relative_to(outside):
            return None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"cache-{VERSION}.sqlite"
        if not _ours_alone(os.stat(folder), 0o022):  # noqa: PTH116 - asked before every command
            return None
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        if not _ours_alone(os.lstat(path), 0o077):
            return None
    except (OSError, RuntimeError):
        return None
    return _connected(path) or _anew(path)


def _ours_alone(status: os.stat_result, others: int) -> bool:
    """Nobody else may have put something there. (Windows keeps a user's own folders to himself.)"""
    if sys.platform == "win32":
        return True
    kind_fits = stat.S_ISDIR(status.st_mode) or (stat.S_ISREG(status.st_mode) and status.st_nlink == 1)
    return kind_fits and status.st_uid == os.geteuid() and not status.st_mode & others


def _connected(path: Path) -> Cache | None:
    """None where the file is no cache of this version, or holds more than a cache: views and triggers are nothing of ours."""
    try:
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    except sqlite3.Error:
        return None
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        if path.stat().st_size == 0:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(TABLE)
            connection.execute("COMMIT")
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION
        tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        if ours and tables == [(TABLE,)]:
            return Cache(connection, path)
    except (*WRONG, OSError):
        pass
    connection.close()
    return None


def _anew(path: Path) -> Cache | None:
    """Put away what is no cache, unless somebody is only making it."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
        if head in {b"", b"SQLite format 3\0"} and not _broken(path):
            return None
        path.unlink()
    except OSError:
        return None
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError:
        return None
    return _connected(path)


def _broken(path: Path) -> bool:
    """Whether it can be read and is none of ours, or cannot be read at all; not where it is only in use."""
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=_PATIENCE)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return bool(connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION) or bool(
                connection.execute("SELECT count(*) FROM sqlite_master WHERE sql IS NOT NULL").fetchone()[0]
                != 1
            )
    except sqlite3.OperationalError:
        return False
    except WRONG:
        return True
