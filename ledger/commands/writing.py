"""A session in which something is to be written: nobody else may write from the reading on."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.base.errors import LedgerError
from ledger.commands.options import Folder, When, Where
from ledger.commands.session import Session, open_session
from ledger.files.folder import find_ledger

if TYPE_CHECKING:
    from ledger.files.store import Store


@contextlib.contextmanager
def writing_session(
    where: Folder, when: When, *, wanted: bool = True
) -> Iterator["tuple[Session, Store | None]"]:
    """An open session and, where something is ``wanted`` to be written, the store that takes it.

    Raises LedgerError when somebody else is writing, and for a past version: that is not rewritten.
    """
    place = where if isinstance(where, Where) else Where(where.ledger)
    if not wanted:
        yield open_session(place, when), None
        return
    if place.at is not None:
        raise LedgerError("--at 看的是过去的版本，不能写")
    from ledger.files.store import writing  # noqa: PLC0415 - locks are for those who write

    with writing(find_ledger(Path.cwd(), where.ledger)) as store:
        yield open_session(place, when), store
