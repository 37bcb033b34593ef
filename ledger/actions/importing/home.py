"""The ledger that an import goes into."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Home:
    """A ledger's folder; ``prefix`` is its path from the repository's top, ``contents`` what was read, by that path."""

    folder: Path
    prefix: str
    ledger: Ledger
    contents: Mapping[str, bytes]

    def name(self, path: str) -> str:
        """What a file is called from the ledger's folder."""
        return path.removeprefix(self.prefix)
