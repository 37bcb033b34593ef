"""The files of one state of a ledger, read once: for its digest, and to be loaded."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ledger.base.diagnostics import Diagnostic
from ledger.files.fingerprint import fingerprint
from ledger.files.tree import SourceFile


@dataclass(frozen=True)
class Held:
    """A tree that answers from memory, always the same."""

    held: tuple[SourceFile | Diagnostic, ...]

    def files(self) -> Iterator[SourceFile | Diagnostic]:
        yield from self.held

    @cached_property
    def digest(self) -> str:
        """Of what could be read."""
        return fingerprint({f.name: f.content for f in self.held if isinstance(f, SourceFile)})
