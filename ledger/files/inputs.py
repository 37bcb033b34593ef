"""What an answer was made from, noted while its command runs, and whether all of that is as it was."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.cache import Cache
from ledger.files.folder import find_ledger, repository_top
from ledger.files.known import contents, tree_id
from ledger.files.looks import Look, look, look_ahead
from ledger.files.questions import said_now
from ledger.files.state import known_state
from ledger.files.witness import Witness

Question = tuple[str, ...]


class Noted:
    """What is kept beside an answer.

    ``searches`` are those for the ledger: where from, and what was chosen. ``tree`` is the id of what its files held;
    with a ``look`` like the one taken ``at`` a moment they need not be read to know it. ``asked`` are the questions,
    each with its answer's digest.
    """

    def __init__(
        self,
        *,
        searches: Sequence[tuple[str, str | None]] = (),
        folder: str | None = None,
        top: str | None = None,
        tree: str | None = None,
        look: str | None = None,
        at: int = 0,
        asked: Sequence[tuple[Question, str]] = (),
    ) -> None:
        self.searches, self.folder, self.top = searches, folder, top
        self.tree, self.look, self.at = tree, look, at
        self.asked = asked

    def seen(self, later: Look) -> "Noted":
        """The same, to be known by a later look at the same files."""
        proof = later.digest.hex() if later.settled else None
        return Noted(**{**vars(self), "look": proof, "at": later.at})


class Inputs(Witness):
    """Listens to one command."""

    listens = True

    def __init__(self) -> None:
        self._searches: dict[tuple[str, str | None], None] = {}
        self._folders: set[Path] = set()
        self._trees: set[bytes] = set()
        self._look: Look | None = None
        self._unread, self._read = 0, False
        self._asked: dict[Question, bytes] = {}
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
        noted = Noted(
            searches=tuple(self._searches),
            folder=None if folder is None else str(folder),
            top=_top(folder),
            tree=next((tree.hex() for tree in self._trees), None),
            asked=[(question, said.hex()) for question, said in self._asked.items()],
        )
        return noted if self._look is None else noted.seen(self._look)


def still(noted: Noted, cache: Cache) -> Noted | None:
    """The same, where everything is as it was, with the look that says so the soonest the next time."""
    try:
        if any(_found(*search) != noted.folder for search in noted.searches):
            return None
        folder = None if noted.folder is None else Path(noted.folder)
        if _top(folder) != noted.top or (folder is not None and _unfinished(folder)):
            return None
        seen = looked_at(noted, cache, look_ahead)
        as_before = seen is not None and all(
            question[1] == noted.top and said_now(question).hex() == said for question, said in noted.asked
        )
    except (LedgerError, OSError):
        return None
    return seen if as_before else None


def looked_at(noted: Noted, cache: Cache, look: Callable[[Path], Look] = look) -> Noted | None:
    """The same, if the ledger's files hold now what they held."""
    if noted.folder is None or noted.tree is None:
        return noted
    now = look(Path(noted.folder))
    if now.settled and now.digest.hex() == noted.look and now.at >= noted.at:
        return noted
    return noted.seen(now) if tree_id(contents(now, cache)).hex() == noted.tree else None


def _found(start: str, chosen: str | None) -> str:
    return str(find_ledger(Path(start), None if chosen is None else Path(chosen)))


def _top(folder: Path | None) -> str | None:
    top = None if folder is None else repository_top(folder)
    return None if top is None else str(top)


def _unfinished(folder: Path) -> bool:
    """Whether a write has to be finished or swept away before anything is said of the ledger."""
    state = known_state(folder)
    return state is not None and (state.staging.exists() or state.journal.exists())
