"""Where a ledger keeps what it needs while it is being written: never among the files that git shows.

It is looked at before every command: only who writes imports the means to do it.
"""

import re
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.folder import repository_top, there

GIT_NAME, OWN_NAME = "reform-ledger", ".ledger"
_ID = re.compile(rb'\{"id": "([0-9a-f]{32})"')


class State:
    """The state ``folder`` of one ``ledger`` and the names in it; looking at it makes nothing."""

    def __init__(self, ledger: Path, folder: Path) -> None:
        self.ledger = ledger
        self.folder = folder

    @property
    def lock(self) -> Path:
        """Held while somebody writes; the file itself stays for ever and says nothing."""
        return self.folder / "lock"

    @property
    def staging(self) -> Path:
        """The journal of a write that has not been decided: the old ledger stands."""
        return self.folder / "staging.json"

    @property
    def journal(self) -> Path:
        """The journal of a write that has been decided and is not finished: the new ledger stands."""
        return self.folder / "journal.json"

    @property
    def last(self) -> Path:
        """The journal of the last write that was finished."""
        return self.folder / "last.json"

    def make(self) -> None:
        """Make the folder; outside of git it hides itself, should the ledger ever come into a repository."""
        from ledger.files.durable import make_folders, write_whole  # noqa: PLC0415 - see above

        make_folders(self.folder)
        ignore = self.folder / ".gitignore"
        if self.folder.parent == self.ledger and not there(ignore):
            write_whole(ignore, b"*\n")


def state_of(ledger: Path) -> State:
    """The state of the ledger in this folder; several ledgers of one repository have one each.

    Raises LedgerError when a ``.git`` file leads nowhere: who cannot find the lock must not write.
    """
    ledger = ledger.resolve()
    top = repository_top(ledger)
    if top is None:
        return State(ledger, ledger / OWN_NAME)
    return State(ledger, _git_folder(top) / GIT_NAME / ledger.relative_to(top))


def known_state(ledger: Path) -> State | None:
    """The same for readers, to whom a broken ``.git`` is no obstacle."""
    try:
        return state_of(ledger)
    except LedgerError:
        return None


def _git_folder(top: Path) -> Path:
    """``.git``, or what it names where it is a file: a linked worktree, a submodule."""
    git = top / ".git"
    if git.is_dir():
        return git
    try:
        word, _, target = git.read_text("utf-8", "surrogateescape").partition(":")
    except OSError:
        word = target = ""
    folder = top / target.strip()
    if word != "gitdir" or not target.strip() or not folder.is_dir():
        from ledger.files.tree import shown  # noqa: PLC0415 - see above

        raise LedgerError(f"{shown(str(git))} 没有指向 git 目录，不知道锁在哪里，不能写入；请先修复仓库")
    return folder.resolve()


def generation(ledger: Path) -> str | None:
    """A word that every finished write changes; None while a write is decided and not finished.

    A reader that sees the same word before and after has read one ledger, not two.
    """
    state = known_state(ledger)
    if state is None:
        return ""
    return None if there(state.journal) else _id(state.last)


def _id(journal: Path) -> str:
    try:
        with journal.open("rb") as file:
            match = _ID.match(file.read(64))
    except OSError:
        return ""
    return match[1].decode() if match else ""
