"""What a command asks of the world while it runs, told to whoever wants to know: nobody has to listen.

A function that finds, reads or asks for something outside of the process says so here. What is told is enough to find
out later whether an answer would still be the same; what cannot be told so is a :meth:`Witness.disturbed`.
"""

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

TYPE_CHECKING = False  # typing takes longer to import than all of this
if TYPE_CHECKING:
    from ledger.files.looks import Look


class Witness:
    """Hears nothing; whoever listens is one of these."""

    listens = False

    def found(self, start: Path, chosen: Path | None, folder: Path) -> None:
        """A ledger was looked for, and is in ``folder``."""

    def walked(self, folder: Path) -> None:
        """The files of the ledger in ``folder`` are going to be read."""

    def read(self) -> None:
        """A file of a ledger is read; :meth:`held` will say what was in all of them."""

    def held(self, folder: Path, tree: bytes, look: "Look | None" = None) -> None:
        """What the files held, by its id; ``look`` was taken before they were read."""

    def asked(self, question: tuple[str, ...], said: bytes) -> None:
        """A question that :mod:`ledger.files.questions` can ask again, and the digest of the answer."""

    def disturbed(self) -> None:
        """Something was written, or read that nobody can look up again."""


_listening: ContextVar[Witness] = ContextVar("_listening", default=Witness())  # noqa: B039 - it keeps nothing


def witness() -> Witness:
    """Whoever listens now."""
    return _listening.get()


@contextlib.contextmanager
def telling(to: Witness) -> Iterator[None]:
    """Within it, this one listens."""
    token = _listening.set(to)
    try:
        yield
    finally:
        _listening.reset(token)
