"""For readers: one ledger, the old one or the new one, whoever writes and whoever was killed at it.

Nearly always there is nothing to do, so that the means to do it are imported only when a journal is found.
"""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ledger.base.errors import LedgerError
from ledger.files.folder import there
from ledger.files.lock import Busy, locked
from ledger.files.state import State, generation, known_state
from ledger.files.tree import shown

PATIENCE = 5.0
"""Seconds that a reader waits for a writer who has decided; what is left to do then are renames, milliseconds."""
_POLL = 0.01
_READINGS = 20

T = TypeVar("T")


def read_whole(ledger: Path, read: Callable[[], T]) -> T:
    """What ``read`` returns, read again when a write came in between: all of it is from before or from after.

    Raises LedgerError when an unfinished write can neither be finished nor waited for.
    """
    for _ in range(_READINGS):
        recover(ledger)
        before = generation(ledger)
        result = read()
        if before is not None and generation(ledger) == before:
            return result
    raise LedgerError("台账正在被反复写入，读不到完整的一份；请稍后再试")


def recover(ledger: Path) -> None:
    """For readers, before they read: finish what was decided, waiting a little for a writer who is at it.

    What was not decided is swept away when that is possible; the old ledger stands in any case. Raises LedgerError
    when what was decided stays unfinished.
    """
    state = known_state(ledger)
    if state is None:
        return
    if there(state.journal):
        _finish_or_wait(state)
    elif there(state.staging):
        with contextlib.suppress(LedgerError, OSError):
            _settle(state)


def _finish_or_wait(state: State) -> None:
    deadline = time.monotonic() + PATIENCE
    while there(state.journal):
        try:
            _settle(state)
        except Busy:
            if time.monotonic() >= deadline:
                raise LedgerError(
                    f"另一个 ledger 正在写这个台账，等了 {PATIENCE:g} 秒还没有写完；请稍后再试"
                ) from None
            time.sleep(_POLL)
        except OSError as error:
            raise LedgerError(
                f"台账上次写入没有写完，这里又不能写（{error.strerror or error}）；"
                f"请先由能写 {shown(str(state.ledger))} 的人运行一次 ledger check"
            ) from None


def _settle(state: State) -> None:
    from ledger.files.settling import settle  # noqa: PLC0415 - see above

    with locked(state.lock):
        settle(state)
