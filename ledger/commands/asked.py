"""A word half typed on a command line, and the files of the ledger in which an answer may stand.

Only the files that are needed are read, and only what they say: a file with a fault offers nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from ledger.files.folder import find_ledger
from ledger.files.tree import SourceFile, WorkTree
from ledger.loading.kinds import Kind, kind_of
from ledger.loading.load import read_file


@dataclass(frozen=True, slots=True)
class Offer:
    """A word, and what it is about for shells that show it."""

    value: str
    about: str = ""


@dataclass(frozen=True)
class Asked:
    """A word half typed, after ``before``; ``metavar`` says what its place takes."""

    command: str
    before: Sequence[str]
    word: str
    metavar: str
    folder: Path | None

    @cached_property
    def files(self) -> list[SourceFile]:
        """All of the ledger's files; raises LedgerError where there is no ledger."""
        folder = find_ledger(Path.cwd(), self.folder)
        return [file for file in WorkTree(folder).files() if isinstance(file, SourceFile)]

    def records(self, kind: Kind, stem: str | None = None) -> Iterator[Any]:
        """What the files of a kind say, or the one with that name; faulty files are passed over."""
        for file in self.of(kind):
            if stem is None or PurePosixPath(file.name).stem == stem:
                record, _ = read_file(file, kind)
                if record is not None:
                    yield record

    def of(self, kind: Kind) -> list[SourceFile]:
        return [file for file in self.files if file.name.endswith(".yaml") and kind_of(file.name) is kind]

    def stems(self, kind: Kind) -> list[str]:
        """What things of a kind with a file each are called."""
        return [PurePosixPath(file.name).stem for file in self.of(kind)]
