"""What a write that was cut short left behind: decided, it is finished; undecided, it is swept away."""

import contextlib
from functools import partial
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.durable import digest_of, patiently, sync_folder
from ledger.files.folder import there
from ledger.files.journal import Journal, read_journal
from ledger.files.state import State
from ledger.files.tree import shown


def settle(state: State) -> None:
    """Put right what an earlier process left. The lock must be held.

    Raises LedgerError when it cannot be made out, and then touches nothing; OSError when the disk refuses.
    """
    for path, put_right in ((state.journal, finish), (state.staging, sweep)):
        journal = read_journal(path, state.ledger)
        if journal is not None:
            put_right(state, path, journal)


def finish(state: State, path: Path, journal: Journal) -> None:
    """Put every staged file in its place, but only if that can be done for all. Twice does no harm."""
    waiting, astray = [], []
    for step, target, staged in journal.places(state.ledger):
        now = digest_of(target)
        if now not in {step.old, step.new}:
            astray.append(f"{step.path} 之后又被改动过")
        elif digest_of(staged) == step.new:
            waiting.append((staged, target))
        elif now != step.new:
            astray.append(f"{step.path} 的新内容已经不在")
    if astray and _is_old(state, journal):  # somebody went back to the old ledger, whole: so be it
        sweep(state, path, journal)
        return
    if astray:
        raise LedgerError(
            f"台账上次写入没有写完，又接不下去：{shown(astray[0])}；"
            f"请用 git 把台账恢复到写入之前，再运行一次；或核对之后删去 {shown(str(path))}"
        )
    for staged, target in waiting:
        patiently(partial(staged.replace, target))
    _sync(state, journal)
    patiently(partial(path.replace, state.last))
    with contextlib.suppress(OSError):  # everything is in its place; at worst it is looked at once more
        sync_folder(state.folder)


def sweep(state: State, path: Path, journal: Journal) -> None:
    """Remove the staged files, then the journal that knew of them."""
    for _, _, staged in journal.places(state.ledger):
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            patiently(staged.unlink)
    _sync(state, journal)
    patiently(path.unlink)
    sync_folder(state.folder)


def _is_old(state: State, journal: Journal) -> bool:
    return all(digest_of(target) == step.old for step, target, _ in journal.places(state.ledger))


def _sync(state: State, journal: Journal) -> None:
    for folder in sorted({target.parent for _, target, _ in journal.places(state.ledger)}):
        if there(folder):
            sync_folder(folder)
