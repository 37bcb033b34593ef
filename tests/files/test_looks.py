"""Looks and contents: what was read before is not read again, unless it may be something else."""

import os
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.files import known, looks
from ledger.files.cache import Cache
from ledger.files.cache_file import open_cache
from ledger.files.known import content_id, contents, tree_id
from ledger.files.looks import GRAIN, Look, look
from ledger.files.tree import SourceFile, WorkTree

LONG_AGO = 1_500_000_000_000_000_000


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    ledger = tmp_path / "ledger"
    (ledger / "2017").mkdir(parents=True)
    (ledger / "ledger.yaml").write_text("format: 1\n", "utf-8")
    (ledger / "2017/a.yaml").write_text("id: a\n", "utf-8")
    return ledger


def held(ledger: Path) -> Cache | None:
    return open_cache(ledger)


def later(seen: Look) -> Look:
    """The same look, had it been taken when every file had rested."""
    return Look(seen.folder, seen.at + 2 * GRAIN, seen.signatures)


def read_for(seen: Look, cache: Cache | None) -> list[str]:
    """Which files had to be read to know what all of them hold."""
    with mock.patch.object(known, "_read", wraps=known._read) as read:
        contents(seen, cache)
    return [call.args[1] for call in read.call_args_list]


def test_a_look_names_what_a_reader_would_read_and_refuse(home: Path) -> None:
    (home / "notes.txt").write_text("x", "utf-8")
    (home / ".hidden.yaml").write_text("x", "utf-8")
    (home / "b.yml").write_text("x", "utf-8")
    (home / "link.yaml").symlink_to(home / "ledger.yaml")
    read = [f.name if isinstance(f, SourceFile) else f.place.path for f in WorkTree(home).files()]
    assert [*look(home).signatures] == read == ["2017/a.yaml", "b.yml", "ledger.yaml", "link.yaml"]


def test_what_was_touched_a_moment_ago_proves_nothing(home: Path) -> None:
    assert look(home).fresh == {"2017/a.yaml", "ledger.yaml"}
    assert not look(home).settled


def test_a_time_of_change_in_the_future_proves_nothing(home: Path) -> None:
    os.utime(home / "ledger.yaml", ns=(2 * 10**18, 2 * 10**18))
    seen = look(home)
    assert "ledger.yaml" in seen.fresh


def test_where_signatures_prove_nothing_everything_is_read_every_time(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "_PROVES", False)
    monkeypatch.setattr(looks, "GRAIN", -(10**12))
    assert not look(home).settled
    for _ in range(2):
        assert read_for(look(home), held(home)) == ["2017/a.yaml", "ledger.yaml"]


def test_rested_files_are_read_once(home: Path) -> None:
    assert read_for(later(look(home)), held(home)) == ["2017/a.yaml", "ledger.yaml"]
    assert read_for(later(look(home)), held(home)) == []
    assert contents(later(look(home)), held(home)) == contents(look(home), None)


def test_only_what_changed_is_read_again(home: Path) -> None:
    contents(later(look(home)), held(home))
    (home / "2017/a.yaml").write_text("id: b\n", "utf-8")
    (home / "2017/c.yaml").write_text("id: a\n", "utf-8")
    assert read_for(later(look(home)), held(home)) == ["2017/a.yaml", "2017/c.yaml"]


def test_an_edit_of_the_same_size_within_the_grain_is_seen(home: Path) -> None:
    """The worst case: the clock stands still, so that the signature stays what it was."""
    contents(look(home), held(home))
    seen = look(home)
    (home / "2017/a.yaml").write_text("id: b\n", "utf-8")
    found = contents(Look(home, seen.at, seen.signatures, seen.fresh), held(home))
    assert found["2017/a.yaml"] == content_id(b"id: b\n")


def test_after_the_clock_went_back_everything_is_read(home: Path) -> None:
    seen = look(home)
    contents(later(seen), held(home))
    back = Look(home, seen.at - 10 * GRAIN, seen.signatures)
    assert read_for(back, held(home)) == ["2017/a.yaml", "ledger.yaml"]


def test_a_file_that_is_given_its_old_time_back_is_seen(home: Path) -> None:
    path = home / "2017/a.yaml"
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    contents(later(look(home)), held(home))
    path.write_text("id: b\n", "utf-8")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert read_for(later(look(home)), held(home)) == ["2017/a.yaml"]


def test_what_is_refused_is_named_by_why(home: Path) -> None:
    (home / "x.yaml").symlink_to(home / "ledger.yaml")
    (home / "y.yml").write_text("x", "utf-8")
    assert len(set(contents(look(home), held(home)).values())) == 4


def test_two_ledgers_with_the_same_files_are_one_tree(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "2017").mkdir(parents=True)
    for name in ("ledger.yaml", "2017/a.yaml"):
        (other / name).write_bytes((home / name).read_bytes())
    assert tree_id(contents(look(home), None)) == tree_id(contents(look(other), None))
    (other / "2017/a.yaml").rename(other / "2017/b.yaml")
    assert tree_id(contents(look(home), None)) != tree_id(contents(look(other), None))


def test_a_remembered_list_that_makes_no_sense_is_none(home: Path) -> None:
    wrong_shapes = (b"{}", b'{"at": "x", "files": {}}', b'{"at": 0, "files": {"2017/a.yaml": 7}}')
    for nonsense in (b"", b"[]", b"\xff", *wrong_shapes):
        cache = held(home)
        assert cache is not None
        cache.put(known._place(home), nonsense)  # where an enemy would write
        assert read_for(later(look(home)), cache) == ["2017/a.yaml", "ledger.yaml"]


STEP = st.one_of(
    st.tuples(st.just("write"), st.sampled_from("abc"), st.sampled_from(["1", "2", "33"])),
    st.tuples(st.just("utime"), st.sampled_from("abc"), st.integers(0, 3)),
    st.tuples(st.just("remove"), st.sampled_from("abc"), st.just("")),
    st.tuples(st.just("move"), st.sampled_from("abc"), st.sampled_from("abc")),
    st.tuples(st.just("look"), st.just(""), st.booleans()),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(STEP, max_size=12))
def test_whatever_happened_to_the_files_what_is_remembered_is_what_they_hold(
    home: Path, steps: list[tuple[str, str, object]]
) -> None:
    for stale in home.glob("?.yaml"):
        stale.unlink()
    for step, name, what in steps:
        path = home / f"{name}.yaml"
        if step == "write":
            path.write_text(str(what), "utf-8")
        elif step == "utime" and path.exists():
            moment = LONG_AGO + int(str(what)) * 10**9
            os.utime(path, ns=(moment, moment))
        elif step == "remove":
            path.unlink(missing_ok=True)
        elif step == "move" and path.exists():
            path.replace(home / f"{what}.yaml")
        seen = look(home)
        if step == "look" and what:
            seen = later(seen)
        assert contents(seen, held(home)) == contents(look(home), None)
