"""What an answer was made from, noted while its command runs, and whether all of that is as it was."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ledger.base.errors import LedgerError
from ledger.files.cache import Cache
from ledger.files.folder import find_ledger, repository_top
from ledger.files.known import contents
from ledger.files.looks import Look, look
from ledger.files.questions import said_now
from ledger.files.state import known_state
from ledger.files.witness import Witness

Noted = dict[str, Any]
"""As JSON has it: ``searches`` for the ledger, its ``folder`` and the repository's ``top``; ``tree``, the id of what its
files held, and the ``look`` taken ``at`` a moment, with which they need not be read to know it; what was ``asked``, each with its answer's digest."""


class Inputs(Witness):
    """Listens to one command."""

    listens = True

    def __init__(self) -> None:
        self._searches: dict[tuple[str, str | None], None] = {}
        self._folders: set[Path] = set()
        self._trees: set[bytes] = set()
        self._look: Look | None = None
        self._unread, self._read = 0, False
        self._asked: dict[tuple[str, ...], bytes] = {}
        self._clean = True

    def found(self, start: Path, chosen: Path | None, folder: Path) -> None:
        self._searches[str(start), None if chosen is None else str(chosen)] = None
        self._folders.add(folder)

    def walked(self, folder: Path) -> None:
        self._folders.add(folder)
        self._unread += 1

    def read(self) -> None:
        self._read = True

    def held(self, folder: Path, tree: bytes, look: Look | None = None) -> None:
        self._folders.add(folder)
        self._trees.add(tree)
        self._look = look or self._look
        self._unread -= 1

    def asked(self, question: tuple[str, ...], said: bytes) -> None:
        if self._asked.setdefault(question, said) != said:
            self.disturbed()

    def disturbed(self) -> None:
        self._clean = False

    def noted(self) -> Noted | None:
        """None where not all of it can be told: two ledgers, files that changed between two readings, a walk not finished."""
        if not self._clean or self._unread or len(self._folders) > 1 or len(self._trees) > 1:
            return None
        if self._read and not self._trees:
            return None
        folder = next(iter(self._folders), None)
        return {
            "searches": [list(search) for search in self._searches],
            "folder": None if folder is None else str(folder),
            "top": _top(folder),
            "tree": next((tree.hex() for tree in self._trees), None),
            **_proof(self._look),
            "asked": [[list(question), said.hex()] for question, said in self._asked.items()],
        }


def still(noted: Mapping[str, Any], cache: Cache) -> Noted | None:
    """The same, where everything is as it was, with the look that says so the soonest the next time."""
    try:
        folder = noted["folder"]
        if any(_found(*search) != folder for search in noted["searches"]):
            return None
        if folder is not None and (noted["top"] != _top(Path(folder)) or _unfinished(Path(folder))):
            return None
        seen = dict(noted) if noted["tree"] is None else looked_at(noted, cache)
        asked_again = (said_now(question).hex() == said for question, said in noted["asked"])
        return seen if seen is not None and all(asked_again) else None
    except (LedgerError, OSError):
        return None


def looked_at(noted: Mapping[str, Any], cache: Cache) -> Noted | None:
    """The same, if the ledger's files hold now what they held."""
    now = look(Path(noted["folder"]))
    proof = _proof(now)
    if proof["look"] is not None and proof["look"] == noted["look"] and now.at >= noted["at"]:
        return dict(noted)
    held = contents(now, cache).tree
    return {**noted, **proof} if held.hex() == noted["tree"] else None


def _proof(seen: Look | None) -> Noted:
    """A look with which files need not be read to know what they hold; none where one was touched just before it."""
    if seen is None or not seen.settled:
        return {"look": None, "at": 0}
    return {"look": seen.digest.hex(), "at": seen.at}


def _found(start: str, chosen: str | None) -> str:
    return str(find_ledger(Path(start), None if chosen is None else Path(chosen)))


def _top(folder: Path | None) -> str | None:
    top = None if folder is None else repository_top(folder)
    return None if top is None else str(top)


def _unfinished(folder: Path) -> bool:
    """Whether a write has to be finished or swept away before anything is said of the ledger."""
    state = known_state(folder)
    return state is not None and (state.staging.exists() or state.journal.exists())
