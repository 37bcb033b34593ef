"""Questions about a repository that are asked again, to find out whether an old answer still holds."""

from collections.abc import Sequence
from pathlib import Path

GIT, THERE = "git", "there"


def said_now(question: Sequence[str]) -> bytes:
    """The digest of today's answer; raises LedgerError where none can be had.

    Importing what asks takes longer than most commands, so that it is done only where somebody did ask.
    """
    kind, at, *words = question
    if kind == GIT:
        from ledger.files.git import answer  # noqa: PLC0415 - see above
        from ledger.files.git import said as said_by_git  # noqa: PLC0415

        return said_by_git(answer(Path(at), words))
    from ledger.files.presence import files_there  # noqa: PLC0415 - see above
    from ledger.files.presence import said as said_of_files  # noqa: PLC0415

    return said_of_files(files_there(Path(at), dict(zip(words, words, strict=True))))
