"""What is to be written, decided and shown before any file is touched; the one place that writes to disk."""

import difflib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.base.errors import LedgerError
from ledger.files.durable import digest, refusing, write_whole
from ledger.files.tree import shown
from ledger.files.witness import witness

if TYPE_CHECKING:  # only who holds a store has imported what it takes to write one
    from ledger.files.store import Store


@dataclass
class WriteSet:
    """Files to be written, and what must still be on the disk for the decision to hold."""

    new: dict[Path, bytes] = field(default_factory=dict)
    old: dict[Path, bytes] = field(default_factory=dict)
    seen: dict[Path, str | None] = field(default_factory=dict)

    @property
    def paths(self) -> list[Path]:
        """Every file that will be written, by name."""
        return sorted(self.new)

    def put(self, path: Path, content: bytes) -> None:
        """Plan ``path`` to hold ``content`` whatever it holds; nothing is planned for a file that already does."""
        with refusing(path):
            self._plan(path, path.read_bytes() if path.is_file() else None, content)

    def edit(self, path: Path, before: bytes, after: bytes) -> None:
        """Plan ``path``, which was read as ``before``, to hold ``after``; a second edit begins where the first ended."""
        if path in self.new:
            if self.new[path] != before:
                raise ValueError(f"{path} is planned to hold something else than what is edited now")
            self._plan(path, self.old.get(path), after)
            return
        self.expect(path, before)
        self._plan(path, before, after)

    def create(self, path: Path, content: bytes) -> None:
        """Plan a file that must not exist."""
        if path in self.new:
            raise ValueError(f"{path} is planned twice")
        self.expect(path, None)
        self._plan(path, None, content)

    def expect(self, path: Path, content: bytes | None) -> None:
        """Say that the decision rests on ``path`` having been read as ``content`` (None: it was not there).

        Raises LedgerError when another reading of it saw something else.
        """
        found = None if content is None else digest(content)
        if self.seen.setdefault(path, found) != found:
            raise LedgerError(f"{shown(str(path))} 在读取期间被改动过，没有写入任何文件；请重新运行")

    def expect_all(self, read: Mapping[Path, bytes]) -> None:
        """The same for every file of the ledger that was read."""
        for path, content in read.items():
            self.expect(path, content)

    def preview(self, base: Path | None = None) -> str:
        """A unified diff of what :meth:`apply` would do; files below ``base`` are named from there."""
        return "".join(_patch(_name(p, base), self.old.get(p, b""), self.new[p]) for p in self.paths)

    def apply(self, store: "Store | None" = None) -> None:
        """Write every file: all or none of them into ``store``, without one each whole or not at all.

        Raises LedgerError when the disk refuses and, into a store, when a file is no longer as it was read.
        """
        witness().disturbed()
        if store is not None:
            store.apply(self.new, self.seen)
            return
        if self.seen:
            raise RuntimeError("what was read can only be compared within writing()")
        for path in self.paths:
            with refusing(path):
                write_whole(path, self.new[path])

    def _plan(self, path: Path, old: bytes | None, new: bytes) -> None:
        self.new.pop(path, None)
        self.old.pop(path, None)
        if old is not None:
            self.old[path] = old
        if old != new:
            self.new[path] = new


def _name(path: Path, base: Path | None) -> str:
    below = base is not None and path.is_relative_to(base)
    return shown(path.relative_to(base).as_posix() if base is not None and below else str(path))


def _patch(name: str, old: bytes, new: bytes) -> str:
    lines = difflib.unified_diff(_lines(old), _lines(new), name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(content: bytes) -> list[str]:
    return io.StringIO(content.decode("utf-8", "replace"), newline="\n").readlines()
