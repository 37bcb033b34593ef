"""What files say, of contents that anybody read before out of the cache: in the work tree, in a commit, in another clone."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.files.cache import Cache, Key, digest
from ledger.files.document import read_document
from ledger.files.known import content_id
from ledger.files.program import program

_KIND = "document"
Data = dict[str, Any]
"""A file's mappings, lists and texts: nothing else is in it."""
Each = Callable[[Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True)
class Documents:
    """A reader of many files at once. ``each`` is handed what takes long, to count it for whoever waits."""

    cache: Cache | None = None
    each: Each = iter

    def read(self, contents: Sequence[bytes]) -> list[Data | None]:
        """What they say, in their order; None where there is a fault, which :func:`read_document` tells."""
        ids = [content_id(content) for content in contents]
        found = self.recalled(ids)
        found |= self.composed({i: c for i, c in zip(ids, contents, strict=True) if i not in found})
        return [found.get(identity) for identity in ids]

    def recalled(self, ids: Iterable[str]) -> dict[str, Data]:
        """What contents say that were read before, by their ids (:func:`ledger.files.known.content_id`)."""
        if self.cache is None:
            return {}
        keys = {_key(identity): identity for identity in ids}
        return {keys[key]: json.loads(held) for key, held in self.cache.get_many(keys).items()}

    def composed(self, contents: Mapping[str, bytes]) -> dict[str, Data]:
        """What these say, by id, kept for the next time; contents with a fault are missing."""
        found = dict[str, Data]()
        for identity, content in self.each(contents.items()):
            document, _ = read_document("", content)
            if document is not None:
                found[identity] = document.data
        if self.cache is not None:
            self.cache.put_many({_key(i): _written(data) for i, data in found.items()})
        return found


def _key(identity: str) -> Key:
    return digest(_KIND, program(), identity)


def _written(data: Data) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
