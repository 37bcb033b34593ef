"""What many files say, read at once: on every core there is, and out of the cache what took long before."""

import json
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.files.cache import Cache, Key, digest
from ledger.files.composition import MAX_DEPTH
from ledger.files.document import read_document
from ledger.files.kept import read_kept
from ledger.files.known import content_id
from ledger.files.plain_lines import NotPlain, read_lines
from ledger.files.program import program
from ledger.files.tree import MAX_BYTES
from ledger.files.workers import in_parts

_KIND = "document"
_MOST = 8 * MAX_BYTES
"""Bytes of JSON: no file comes to as much."""
_LONE = re.compile("[\ud800-\udfff]")
_LEAST = 100
"""Files that take longer to read than a process takes to divide itself."""
Data = dict[str, Any]
"""A file's mappings, lists and texts: nothing else is in it."""
Each = Callable[[Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True)
class Documents:
    """A reader of many files. ``each`` is handed what takes long, to count it for whoever waits.

    A plain file is read in less time than a cache takes to keep it; of all others what they say is kept, by their
    contents: in the work tree, in a commit, in another clone.
    """

    cache: Cache | None = None
    each: Each = iter

    def read(self, contents: Sequence[bytes]) -> list[Data | None]:
        """What they say, in their order; None where there is a fault, which :func:`read_document` tells."""
        found = self._in_parts(contents, _plain)
        if None not in found:
            return found
        others = {n: content_id(contents[n]) for n, data in enumerate(found) if data is None}
        said: dict[str, Data | None] = {**self.recalled(others.values())}
        said |= self._composed({i: contents[n] for n, i in others.items() if i not in said})
        return [said[others[n]] if n in others else data for n, data in enumerate(found)]

    def recalled(self, ids: Iterable[str]) -> dict[str, Data]:
        """What is kept of contents with these ids (:func:`ledger.files.known.content_id`)."""
        if self.cache is None:
            return {}
        keys = {_key(identity): identity for identity in ids}
        held = self.cache.get_many(keys)
        said = {keys[key]: _unpacked(packed) for key, packed in held.items()}
        return {identity: data for identity, data in said.items() if data is not None}

    def _composed(self, contents: dict[str, bytes]) -> dict[str, Data | None]:
        """What those say that are not plain, by id, kept for the next time where there is no fault."""
        found = dict(zip(contents, self._in_parts(list(contents.values()), _with_the_composer), strict=True))
        if self.cache is not None:
            self.cache.put_many({_key(i): _packed(data) for i, data in found.items() if data is not None})
        return found

    def _in_parts(self, contents: Sequence[bytes], read: Callable[[bytes], Data | None]) -> list[Data | None]:
        parts = in_parts(contents, lambda run: [read(content) for content in run], _LEAST, self.each)
        return [data for part in parts for data in part]


def _plain(content: bytes) -> Data | None:
    try:
        return read_lines(content)
    except NotPlain:
        return None


def _with_the_composer(content: bytes) -> Data | None:
    document, _ = read_document("", content)
    return document.data if document is not None else None


def _key(identity: str) -> Key:
    return digest(_KIND, program(), identity)


def _packed(data: Data) -> bytes:
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _unpacked(packed: bytes) -> Data | None:
    """What was packed; None for what no file says: it is validated like any file, and no further."""
    machine = zlib.decompressobj()
    try:
        raw = machine.decompress(packed, _MOST)
    except zlib.error:
        return None
    said = read_kept(raw) if machine.eof else None
    return said if isinstance(said, dict) and _is_said(said) else None


def _is_said(value: object, depth: int = 0) -> bool:
    if isinstance(value, str):
        return not _LONE.search(value)
    if isinstance(value, dict):
        return depth < MAX_DEPTH and all(_is_said(k) and _is_said(v, depth + 1) for k, v in value.items())
    if isinstance(value, list):
        return depth < MAX_DEPTH and all(v is None or _is_said(v, depth + 1) for v in value)
    return False
