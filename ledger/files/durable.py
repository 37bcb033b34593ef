"""Bytes and names that are on the disk before the next step is taken, and how a disk that refuses is told."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.tree import shown

WINDOWS = os.name == "nt"
PATIENCE = 2.0
"""Seconds that a file may be held open by somebody else: a reader of ours for a moment, a virus scanner for longer."""
_POLL = 0.02
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def token() -> str:
    """A name that no other write has."""
    return os.urandom(16).hex()


def staged_name(write: str, number: int) -> str:
    """What the new content of a file is called, beside the file, until it takes the file's place.

    Hidden, so that no reader takes it for a part of the ledger; of one length, however long the file's own name is.
    """
    return f".ledger-{write}-{number}.tmp"


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    import hashlib  # noqa: PLC0415 - readers do without it

    return hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str | None:
    """Of what the file holds now; None when there is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise OSError(errno.EINVAL, "不是普通文件")
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def mode_of(path: Path) -> int | None:
    """The permissions of a file; None when there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    except (FileNotFoundError, NotADirectoryError):
        return None


def write_new(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write a file that is not there yet, down to the disk; without ``mode`` it is 0644 as the umask allows."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        if mode is not None:
            path.chmod(mode)
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, content: bytes) -> None:
    """Replace one file: a reader sees the old one or the new one, never half of it."""
    make_folders(path.parent)
    staged = path.with_name(staged_name(token(), 0))
    try:
        write_new(staged, content, mode_of(path))
        patiently(lambda: staged.replace(path))
    except BaseException:
        with contextlib.suppress(OSError):
            staged.unlink()
        raise


def patiently(act: Callable[[], object]) -> None:
    """Rename or remove. Windows refuses it while anybody has the file open, so that it is tried for a while there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            act()
        except PermissionError:
            if not WINDOWS or time.monotonic() >= deadline:
                raise
            time.sleep(_POLL)
        else:
            return


def make_folders(folder: Path) -> None:
    """Make what is missing, from the top down, each on the disk before the next."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        sync_folder(one.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where a system knows of such a thing."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


@contextlib.contextmanager
def refusing(path: Path, consequence: str = "") -> Iterator[None]:
    """Raise what the disk refuses as one sentence that names the file."""
    try:
        yield
    except OSError as error:
        raise LedgerError(f"写不了 {shown(str(path))}：{error.strerror or error}{consequence}") from None
