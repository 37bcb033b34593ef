"""What files say, of contents that anybody read before out of the cache: in the work tree, in a commit, in another clone."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.files.cache import Cache, Key, digest
from ledger.files.document import read_document
from ledger.files.known import content_id
from ledger.files.program import program
from ledger.files.workers import in_parts

_KIND = "document"
_LEAST = 50
"""Files that take longer to compose than a process takes to divide itself."""
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
        return {
            keys[key]: json.loads(zlib.decompress(held)) for key, held in self.cache.get_many(keys).items()
        }

    def composed(self, contents: Mapping[str, bytes]) -> dict[str, Data]:
        """What these say, by id, kept for the next time; contents with a fault are missing."""
        found, texts = dict[str, Data](), dict[str, str]()

        def compose(run: Iterable[tuple[str, bytes]]) -> list[tuple[str, str]]:
            """Leaves in ``found`` what only another process has to be told in text."""
            made = [(identity, read_document("", content)[0]) for identity, content in run]
            found.update((i, document.data) for i, document in made if document is not None)
            return [(i, _text(document.data)) for i, document in made if document is not None]

        for part in in_parts(list(contents.items()), compose, _LEAST, self.each):
            texts |= dict(part)
        if self.cache is not None:
            self.cache.put_many({_key(i): zlib.compress(text.encode(), 1) for i, text in texts.items()})
        return {i: found[i] if i in found else json.loads(text) for i, text in texts.items()}


def _key(identity: str) -> Key:
    return digest(_KIND, program(), identity)


def _text(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
