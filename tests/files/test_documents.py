"""Reading many files: the same on one core and on two, with a cache and without; only what took long is kept."""

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.files import documents, workers
from ledger.files.cache import Cache
from ledger.files.cache_file import open_cache
from ledger.files.documents import Data, Documents
from ledger.files.known import content_id

PLAIN, FOLDED = b"id: p\ntitle: \xe4\xb8\x80\n", "note: >-\n  甲\n  乙\nlist:\n- 丙\n-\n".encode()
FAULTY = b"a: 1\na: 2\n"
SAID: list[Data | None] = [{"id": "p", "title": "一"}, {"note": "甲 乙", "list": ["丙", None]}, None]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = open_cache(tmp_path / "repository")
    assert found is not None
    yield found
    found.close()


def test_plain_files_others_and_faulty_ones_stand_in_their_order(cache: Cache) -> None:
    for reader in (Documents(), Documents(cache), Documents(cache)):
        assert reader.read([PLAIN, FOLDED, FAULTY, PLAIN, FOLDED]) == [*SAID, *SAID[:2]]
    assert Documents(cache).read([]) == []


def test_only_what_took_long_and_has_no_fault_is_kept(cache: Cache) -> None:
    ids = {content_id(content): content for content in (PLAIN, FOLDED, FAULTY)}
    assert Documents(cache).recalled(ids) == {}
    Documents(cache).read([PLAIN, FOLDED, FAULTY])
    assert Documents(cache).recalled(ids) == {content_id(FOLDED): SAID[1]}
    assert Documents().recalled(ids) == {}


def test_what_is_kept_is_not_composed_again(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    Documents(cache).read([FOLDED])
    monkeypatch.setattr(documents, "read_document", None)
    assert Documents(cache).read([PLAIN, FOLDED]) == SAID[:2]


def test_another_program_does_not_read_what_this_one_kept(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    Documents(cache).read([FOLDED])
    monkeypatch.setattr(documents, "program", lambda: b"another")
    assert Documents(cache).recalled([content_id(FOLDED)]) == {}


@pytest.mark.parametrize(
    "packed",
    [
        *(b"", b"no", zlib.compress(b'{"a": "b"}')[:-3], zlib.compress(b"\xff"), zlib.compress(b'{"a":' * 100_000)),
        *(zlib.compress(text) for text in (b"null", b'["a"]', b'{"a": 1}', b'{"a": [true]}', b'{"a": null}')),
        *(zlib.compress(text) for text in (b'{"a": "\\ud800"}', b'{"\\udfff": []}', b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}")),
        zlib.compress(b'{"a": "' + b"x" * (65 << 20) + b'"}', 1),
    ],
    ids=range(14),
)  # fmt: skip
def test_what_no_file_says_is_composed_anew(cache: Cache, packed: bytes) -> None:
    cache.put(documents._key(content_id(FOLDED)), packed)
    assert Documents(cache).read([FOLDED]) == [SAID[1]]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_two_cores_read_what_one_reads(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers, "can_divide", lambda: True)
    monkeypatch.setattr(documents, "_LEAST", 2)
    assert Documents(cache).read([PLAIN, FOLDED, FAULTY] * 3) == SAID * 3
    assert Documents(cache).read([FOLDED] * 9) == SAID[1:2] * 9


def test_whoever_waits_is_told_how_far_it_is() -> None:
    seen: list[bytes] = []

    def each(things: list[bytes]) -> Iterator[bytes]:
        for thing in things:
            seen.append(thing)
            yield thing

    assert Documents(each=each).read([PLAIN, FAULTY]) == [SAID[0], None]  # type: ignore[arg-type]
    assert seen == [PLAIN, FAULTY, FAULTY]
