"""The bytes that were read, and the places of what they say."""

from dataclasses import dataclass, field
from typing import Any

from ledger.base.diagnostics import Place, Pointer
from ledger.files.document import Document, read_document


@dataclass(frozen=True)
class Sources:
    """The bytes that were read, kept so that places can be found when somebody asks, and what they came to.

    ``passed`` are YAML files of kinds that this version does not read: they are part of the ledger all the same.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    records: dict[str, Any] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    passed: dict[str, bytes] = field(default_factory=dict)
    _documents: dict[str, Document | None] = field(default_factory=dict, repr=False, compare=False)

    def place(self, path: str, pointer: Pointer = (), *, key: bool = False) -> Place:
        """Where ``pointer`` stands in the file; the file itself when it was not read."""
        document = self._document(path)
        return document.place(pointer, key=key) if document else Place(path)

    def _document(self, path: str) -> Document | None:
        if path not in self._documents:
            content = self.contents.get(path)
            found = read_document(path, content, positions=True) if content is not None else (None, [])
            self._documents[path] = found[0]
        return self._documents[path]
