"""What was computed before, named by a digest of everything that it was computed from: one SQLite file of the user's own.

A cache is never needed and never believed further than its own checksums: what is missing, damaged, in use by somebody
else, or open to others is as good as none. Whoever puts a value here names it by *all* that it depends on
(:func:`digest`, beginning with :func:`ledger.files.program.program`), so that nothing has ever to be taken back.
"""

import contextlib
import hashlib
import os
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

NAME, VERSION = "reform-ledger", 1
MAX_BYTES = 256 * 1024 * 1024
"""Beyond it what has been there longest goes."""
_PATIENCE = 0.2
"""Seconds that another process may keep us waiting: computing anew is never far away."""
_APPLICATION = 0x1EDE6
_TABLE = "CREATE TABLE held (key BLOB PRIMARY KEY, value BLOB NOT NULL, seal BLOB NOT NULL)"
_ASKED_AT_ONCE = 500
Key = bytes
_WRONG = (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError)
"""What comes of a file that is damaged, in use or full; bytes that are no text are a ValueError."""


def digest(*parts: bytes | str) -> Key:
    """32 bytes that stand for these parts in this order; each with its length, so that no two lists run together."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(raw))
        found.update(raw)
    return found.digest()


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


class Cache:
    """An open cache; every method does without rather than fail."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._path = path

    def get(self, key: Key) -> bytes | None:
        """What was put under ``key``."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[Key]) -> dict[Key, bytes]:
        """What is held of these, by key."""
        wanted, found = list(keys), dict[Key, bytes]()
        for start in range(0, len(wanted), _ASKED_AT_ONCE):
            some = wanted[start : start + _ASKED_AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, value, seal FROM held WHERE key IN ({marks})"  # noqa: S608 - marks only
            for key, value, seal in self._ask(query, some):
                if isinstance(value, bytes) and _sealed(key, value) == seal:
                    found[key] = value
        return found

    def put(self, key: Key, value: bytes) -> None:
        self.put_many({key: value})

    def put_many(self, values: Mapping[Key, bytes]) -> None:
        """Keep them, all or none; nothing where somebody else is writing."""
        if self._connection is None or not values:
            return
        rows = [(key, value, _sealed(key, value)) for key, value in values.items()]
        with self._undisturbed():
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO held VALUES (?, ?, ?)", rows)
            self._make_room()
            self._connection.execute("COMMIT")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(self, query: str, values: Iterable[object] = ()) -> list[tuple[Key, object, object]]:
        if self._connection is not None:
            with self._undisturbed():
                return self._connection.execute(query, tuple(values)).fetchall()
        return []

    @contextlib.contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Busy, full, damaged: go on without. What is damaged would be so for ever: it is put away."""
        try:
            yield
        except _WRONG as error:
            self.close()
            if type(error) is sqlite3.DatabaseError:  # busy and full are told by its heirs
                with contextlib.suppress(OSError):
                    self._path.unlink()

    def _make_room(self) -> None:
        assert self._connection is not None  # noqa: S101 - asked by put_many
        size = "SELECT page_size * (page_count - freelist_count) FROM pragma_page_size, pragma_page_count, pragma_freelist_count"
        if self._connection.execute(size).fetchone()[0] > MAX_BYTES:
            oldest = "SELECT rowid FROM held ORDER BY rowid LIMIT (SELECT count(*) / 2 FROM held)"
            self._connection.execute(f"DELETE FROM held WHERE rowid IN ({oldest})")  # noqa: S608


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
            connection.execute(_TABLE)
            connection.execute("COMMIT")
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION
        tables = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        if ours and tables == [(_TABLE,)]:
            return Cache(connection, path)
    except (*_WRONG, OSError):
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
    except _WRONG:
        return True


def _sealed(key: Key, value: bytes) -> bytes:
    return hashlib.sha256(key + value).digest()[:16]
