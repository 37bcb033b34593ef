"""One writer at a time: a lock that the system takes back from a process that dies."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.tree import shown

BUSY = "另一个 ledger 正在写这个台账，本次没有写入任何文件；等它结束再试"
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}


class Busy(LedgerError):  # noqa: N818 - a state of things, no fault
    """Somebody else holds the lock."""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at ``path`` without waiting for it.

    Raises Busy when somebody holds it, LedgerError where files cannot be locked, OSError when the file cannot be opened.
    ``preserve_lock_file`` keeps two things from happening: a lock file that is deleted on release lets two processes
    hold "the" lock, and a soft lock (a file that merely exists) would outlive the process that made it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 50 ms, and readers do without it

    lock = FileLock(path, blocking=False, preserve_lock_file=True)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(BUSY) from None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise LedgerError(
                f"{shown(str(path.parent))} 所在的文件系统不支持文件锁（{error.strerror}），不能在这里写台账；请移到本机磁盘"
            ) from None
        raise
    try:
        yield
    finally:
        lock.release()
