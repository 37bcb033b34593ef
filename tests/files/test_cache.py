"""The cache: what was put is found, by nobody else, and whatever is wrong with it is as good as nothing."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from ledger.files import cache, cache_file
from ledger.files.cache import Cache, digest
from ledger.files.cache_file import cache_folder, open_cache

ONE, TWO = digest("one"), digest("two")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def opened(tmp_path: Path) -> Cache:
    found = open_cache(tmp_path / "repository")
    assert found is not None
    return found


def the_file(home: Path) -> Path:
    return home / "reform-ledger" / "cache-1.sqlite"


def test_what_was_put_is_found_by_whoever_opens_it_later(tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.put_many({ONE: b"1", TWO: "二".encode()})
    first.close()
    assert opened(tmp_path).get_many([ONE, TWO, digest("three")]) == {ONE: b"1", TWO: "二".encode()}


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_thousands_are_asked_for_at_once(tmp_path: Path) -> None:
    many = {digest(str(n)): str(n).encode() for n in range(1234)}
    opened(tmp_path).put_many(many)
    assert opened(tmp_path).get_many(many) == many


def test_file_and_folder_are_private(tmp_path: Path, home: Path) -> None:
    os.umask(0)
    try:
        opened(tmp_path).put(ONE, b"1")
    finally:
        os.umask(0o022)
    assert [p.stat().st_mode & 0o777 for p in (the_file(home).parent, the_file(home))] == [0o700, 0o600]


@pytest.mark.parametrize(
    ("name", "mode"), [("cache-1.sqlite", 0o644), ("cache-1.sqlite", 0o620), (".", 0o770)]
)
def test_one_that_is_open_to_others_is_not_used(tmp_path: Path, home: Path, name: str, mode: int) -> None:
    opened(tmp_path).put(ONE, b"1")
    (home / "reform-ledger" / name).chmod(mode)
    assert open_cache(tmp_path / "repository") is None


def test_a_link_in_its_place_is_not_followed(tmp_path: Path, home: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "other").write_bytes(the_file(home).read_bytes())
    (tmp_path / "other").chmod(0o600)
    the_file(home).unlink()
    the_file(home).symlink_to(tmp_path / "other")
    assert open_cache(tmp_path / "repository") is None


def test_it_is_never_made_inside_the_work_tree(tmp_path: Path, home: Path) -> None:
    assert open_cache(tmp_path) is None
    assert not home.exists()


@pytest.mark.parametrize(
    "content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 8192]
)
def test_a_damaged_file_gives_way_to_a_new_one(tmp_path: Path, home: Path, content: bytes) -> None:
    opened(tmp_path).close()
    the_file(home).write_bytes(content)
    open_cache(tmp_path / "repository")
    again = opened(tmp_path)
    again.put(ONE, b"1")
    assert again.get(ONE) == b"1"


@pytest.mark.parametrize(
    "smuggled",
    [
        "CREATE VIEW more AS SELECT * FROM held",
        "CREATE TRIGGER t AFTER INSERT ON held BEGIN DELETE FROM held; END",
        "CREATE TABLE another (x)",
        "PRAGMA application_id = 7",
        "DROP TABLE held; CREATE TABLE held (key, value, seal)",
    ],
)
def test_a_database_that_is_not_as_we_make_it_is_not_asked(tmp_path: Path, home: Path, smuggled: str) -> None:
    opened(tmp_path).put(ONE, b"1")
    with sqlite3.connect(the_file(home)) as connection:
        connection.executescript(smuggled)
    connection.close()
    found = open_cache(tmp_path / "repository")
    assert found is None or found.get(ONE) is None


def test_a_value_that_was_altered_is_none(tmp_path: Path, home: Path) -> None:
    opened(tmp_path).put_many({ONE: b"1", TWO: b"2"})
    with sqlite3.connect(the_file(home)) as connection:
        connection.execute("UPDATE held SET value = x'33' WHERE key = ?", (ONE,))
    connection.close()
    assert opened(tmp_path).get_many([ONE, TWO]) == {TWO: b"2"}


def test_a_value_of_another_type_is_none(tmp_path: Path, home: Path) -> None:
    opened(tmp_path).put(ONE, b"1")
    with sqlite3.connect(the_file(home)) as connection:
        connection.execute("UPDATE held SET value = 'text'")
    connection.close()
    assert opened(tmp_path).get(ONE) is None


def test_every_byte_may_be_wrong(tmp_path: Path, home: Path) -> None:
    first = opened(tmp_path)
    first.put_many({digest(str(n)): b"x" * 600 for n in range(40)})
    first.close()
    whole = the_file(home).read_bytes()
    for at in range(0, len(whole), 97):
        the_file(home).write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        found = open_cache(tmp_path / "repository")
        for n in range(40):
            held = found.get(digest(str(n))) if found else None
            assert held in {None, b"x" * 600}


def test_one_that_is_damaged_inside_gives_way_to_a_new_one(tmp_path: Path, home: Path) -> None:
    first = opened(tmp_path)
    first.put_many({digest(str(n)): b"x" * 600 for n in range(40)})
    first.close()
    whole = the_file(home).read_bytes()
    the_file(home).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    found = opened(tmp_path)
    assert found.get(digest("7")) is None
    again = opened(tmp_path)
    again.put(ONE, b"1")
    assert opened(tmp_path).get(ONE) == b"1"


def test_beyond_its_bound_the_older_half_goes(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MAX_BYTES", 400_000)
    held = opened(tmp_path)
    for n in range(60):
        held.put(digest(str(n)), bytes(20_000))
    assert the_file(home).stat().st_size < 500_000
    assert held.get(digest("0")) is None
    assert held.get(digest("59")) == bytes(20_000)


def test_whoever_finds_it_in_use_goes_without(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_file, "_PATIENCE", 0.01)
    opened(tmp_path).put(ONE, b"1")
    other = sqlite3.connect(the_file(home), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    found = open_cache(tmp_path / "repository")
    assert found is None or found.get(ONE) is None
    other.execute("ROLLBACK")
    other.close()
    assert opened(tmp_path).get(ONE) == b"1"


def test_many_make_and_fill_it_at_once(tmp_path: Path) -> None:
    def fill(number: int) -> None:
        held = open_cache(tmp_path / "repository")
        if held is not None:
            held.put(digest(str(number)), str(number).encode())
            held.close()

    threads = [threading.Thread(target=fill, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = opened(tmp_path).get_many([digest(str(n)) for n in range(20)])
    assert found
    assert all(found.get(digest(str(n)), str(n).encode()) == str(n).encode() for n in range(20))


def test_a_folder_that_nobody_can_make_is_no_cache(tmp_path: Path, home: Path) -> None:
    home.write_text("a file", "utf-8")
    assert open_cache(tmp_path / "repository") is None


def test_a_relative_place_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", "/somebody")
    assert cache_folder() == Path("/somebody/.cache/reform-ledger")
