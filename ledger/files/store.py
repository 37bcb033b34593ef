"""Writing a ledger's files all together or not at all, as the only writer.

The order of things, so that a kill at any moment leaves one ledger:

1. ``staging.json`` names every file that will change, before anything is made. Killed from here on: the next run
   removes the staged files and the old ledger stands.
2. The new contents are written beside their files and brought to the disk; every digest is compared once more.
3. ``staging.json`` is renamed ``journal.json``. That decides. Killed from here on: the next run, of a reader too,
   does the rest and the new ledger stands.
4. Every staged file takes its file's place; ``journal.json`` is renamed ``last.json``, which is the new generation.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.files import settling
from ledger.files.durable import patiently, refusing, sync_folder
from ledger.files.folder import there
from ledger.files.lock import locked
from ledger.files.staging import UNTOUCHED, announce, compare, draw_up, stage
from ledger.files.state import State, state_of
from ledger.files.witness import witness

UNFINISHED = "；新内容已经定下，但还没有全部换上，排除原因后运行任一 ledger 命令会接着写完"


@contextlib.contextmanager
def writing(ledger: Path) -> Iterator["Store"]:
    """Be the only writer of the ledger in this folder while reading it, deciding and writing.

    Raises LedgerError when somebody else is, when an earlier write can be neither finished nor undone, and when the
    state folder cannot be made.
    """
    witness().disturbed()
    state = state_of(ledger)
    with refusing(state.folder, UNTOUCHED), contextlib.ExitStack() as stack:
        state.make()
        stack.enter_context(locked(state.lock))
        _settle(state)
        release = stack.pop_all()
    store = Store(state)
    with release:
        try:
            yield store
        finally:
            store.open = False


@dataclass(slots=True)
class Store:
    """A ledger's folder while this process alone may write it; comes from :func:`writing`."""

    state: State
    open: bool = True

    @property
    def folder(self) -> Path:
        """Every path that is written has to begin with this one."""
        return self.state.ledger

    def apply(self, new: Mapping[Path, bytes], seen: Mapping[Path, str | None]) -> None:
        """Write all of ``new``, if every file of ``seen`` still has the digest given for it (None: there is no file).

        Raises LedgerError, with everything as it was, when one has another or when the disk refuses.
        """
        if not self.open:
            raise RuntimeError("apply() outside of writing()")
        state = self.state
        _settle(state)
        compare(state.ledger, seen)
        if not new:
            return
        journal = draw_up(state.ledger, new)
        replaced = {target: step.old for step, target, _ in journal.places(state.ledger)}
        try:
            announce(state, journal)
            stage(state, journal, new)
            compare(state.ledger, {**replaced, **seen})  # somebody may have saved a file meanwhile
            with refusing(state.folder, UNTOUCHED):
                patiently(lambda: state.staging.replace(state.journal))
        except BaseException:
            if there(state.staging):
                with contextlib.suppress(OSError):
                    settling.sweep(state, state.staging, journal)
            raise
        with refusing(state.ledger, UNFINISHED):
            sync_folder(state.folder)
            settling.finish(state, state.journal, journal)


def _settle(state: State) -> None:
    with refusing(state.ledger):
        settling.settle(state)
