"""What was computed before, named by a digest of everything that it was computed from: one SQLite file of the user's own.

A cache is never needed and never believed further than its own checksums: what is missing, damaged, in use by somebody
else, or open to others is as good as none. Whoever puts a value here names it by *all* that it depends on
(:func:`digest`, beginning with :func:`ledger.files.program.program`), so that nothing has ever to be taken back.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

MAX_BYTES = 256 * 1024 * 1024
"""Beyond it what has been there longest goes."""
TABLE = "CREATE TABLE held (key BLOB PRIMARY KEY, value BLOB NOT NULL, seal BLOB NOT NULL)"
"""All that is in the file."""
_ASKED_AT_ONCE = 500
Key = bytes
WRONG = (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError)
"""What comes of a file that is damaged, in use or full; bytes that are no text are a ValueError."""


def digest(*parts: bytes | str) -> Key:
    """32 bytes that stand for these parts in this order; each with its length, so that no two lists run together."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(raw))
        found.update(raw)
    return found.digest()


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
        except WRONG as error:
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


def _sealed(key: Key, value: bytes) -> bytes:
    return hashlib.sha256(key + value).digest()[:16]
