"""The one place that writes to disk."""

import contextlib
import difflib
import io
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.tree import shown


@dataclass
class WriteSet:
    """Files to be written, decided before any of them is touched."""

    new: dict[Path, bytes] = field(default_factory=dict)

    def put(self, path: Path, content: bytes) -> None:
        """Plan ``path`` to hold ``content``; nothing is planned for a file that already does."""
        self.new[path] = content
        if path.is_file() and path.read_bytes() == content:
            del self.new[path]

    def preview(self) -> str:
        """A unified diff of what :meth:`apply` would do."""
        return "".join(_patch(path, self.new[path]) for path in sorted(self.new))

    def apply(self) -> None:
        """Write every file whole or not at all; raises LedgerError when the disk refuses."""
        for path in sorted(self.new):
            try:
                _replace(path, self.new[path])
            except OSError as error:
                raise LedgerError(f"写不了 {shown(str(path))}：{error.strerror or error}") from None


def _patch(path: Path, content: bytes) -> str:
    old = path.read_bytes() if path.is_file() else b""
    lines = difflib.unified_diff(_lines(old), _lines(content), str(path), str(path))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(content: bytes) -> list[str]:
    return io.StringIO(content.decode("utf-8", "replace"), newline="\n").readlines()


def _replace(path: Path, content: bytes) -> None:
    """A reader sees the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
