"""The one place that writes: what is planned is shown, and a file is whole or untouched."""

import os
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.base.errors import LedgerError
from ledger.files.writes import WriteSet


def test_content_is_written_and_folders_are_made(tmp_path: Path) -> None:
    writes = WriteSet()
    writes.put(tmp_path / "slips" / "2017" / "TS-2017-001.yaml", b"id: TS-2017-001\n")
    writes.apply()
    assert (tmp_path / "slips" / "2017" / "TS-2017-001.yaml").read_text("utf-8") == "id: TS-2017-001\n"
    assert [p.name for p in (tmp_path / "slips" / "2017").iterdir()] == ["TS-2017-001.yaml"]


def test_nothing_is_planned_for_a_file_that_already_holds_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")
    writes = WriteSet()
    writes.put(tmp_path / "a.yaml", b"a: 1\n")
    assert (writes.new, writes.preview()) == ({}, "")


def test_the_last_plan_for_a_file_counts_even_when_it_is_to_leave_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    writes = WriteSet()
    for content in (b"a: 2\n", b"a: 3\n"):
        writes.put(path, content)
    assert writes.new == {path: b"a: 3\n"}
    writes.put(path, b"a: 1\n")
    assert writes.new == {}


def test_planning_and_looking_write_nothing(tmp_path: Path) -> None:
    writes = WriteSet()
    writes.put(tmp_path / "a.yaml", b"a: 1\n")
    assert writes.preview()
    assert list(tmp_path.iterdir()) == []


def test_the_preview_is_a_unified_diff_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("标题: 旧\n时限: 2017\n", "utf-8")
    writes = WriteSet()
    writes.put(tmp_path / "b.yaml", "标题: 新\n时限: 2017\n".encode())
    writes.put(tmp_path / "a.yaml", b"a: 1\n")
    a, b = tmp_path / "a.yaml", tmp_path / "b.yaml"
    assert writes.preview() == (
        f"--- {a}\n+++ {a}\n@@ -0,0 +1 @@\n+a: 1\n"
        f"--- {b}\n+++ {b}\n@@ -1,2 +1,2 @@\n-标题: 旧\n+标题: 新\n 时限: 2017\n"
    )


def test_the_preview_names_files_from_a_folder_and_shows_what_was_read(tmp_path: Path) -> None:
    writes = WriteSet()
    writes.edit(tmp_path / "plans" / "b.yaml", b"b: 1\n", b"b: 2\n")
    writes.create(tmp_path / "plans" / "a.yaml", b"a: 1\n")
    writes.put(tmp_path / "c.yaml", b"c: 1\n")
    assert writes.paths == [tmp_path / "c.yaml", tmp_path / "plans" / "a.yaml", tmp_path / "plans" / "b.yaml"]
    assert writes.preview(tmp_path / "plans") == (
        f"--- {tmp_path}/c.yaml\n+++ {tmp_path}/c.yaml\n@@ -0,0 +1 @@\n+c: 1\n"
        "--- a.yaml\n+++ a.yaml\n@@ -0,0 +1 @@\n+a: 1\n"
        "--- b.yaml\n+++ b.yaml\n@@ -1 +1 @@\n-b: 1\n+b: 2\n"
    )


def test_a_second_edit_begins_where_the_first_ended(tmp_path: Path) -> None:
    path, writes = tmp_path / "a.yaml", WriteSet()
    writes.edit(path, b"1", b"2")
    writes.edit(path, b"2", b"3")
    assert (writes.new, writes.old) == ({path: b"3"}, {path: b"1"})
    with pytest.raises(ValueError, match="planned to hold something else"):
        writes.edit(path, b"2", b"4")
    writes.edit(path, b"3", b"1")
    assert writes.new == {}
    writes.edit(path, b"1", b"5")
    assert (writes.new, list(writes.seen)) == ({path: b"5"}, [path])


def test_a_new_file_can_be_edited_but_not_created_twice(tmp_path: Path) -> None:
    path, writes = tmp_path / "a.yaml", WriteSet()
    writes.create(path, b"1")
    writes.edit(path, b"1", b"2")
    assert (writes.new, writes.old, writes.seen) == ({path: b"2"}, {}, {path: None})
    with pytest.raises(ValueError, match="planned twice"):
        writes.create(path, b"3")


def test_two_readings_of_a_file_have_to_agree(tmp_path: Path) -> None:
    path, writes = tmp_path / "a.yaml", WriteSet()
    writes.expect_all({path: b"1", tmp_path / "b.yaml": b"1"})
    writes.edit(path, b"1", b"2")
    writes.expect(path, b"1")
    for content in (b"2", None):
        with pytest.raises(LedgerError, match=r"a\.yaml 在读取期间被改动过，没有写入任何文件；请重新运行"):
            writes.expect(path, content)


def test_the_preview_says_that_the_last_line_does_not_end(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1")
    writes = WriteSet()
    writes.put(tmp_path / "a.yaml", b"a: 1\n")
    assert writes.preview().splitlines()[3:] == ["-a: 1", "\\ No newline at end of file", "+a: 1"]


def test_the_preview_shows_what_is_no_utf_8_as_far_as_it_can(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("标题: 改革\n".encode("gb18030"))
    writes = WriteSet()
    writes.put(tmp_path / "a.yaml", "标题: 改革\n".encode())
    assert writes.preview().endswith("+标题: 改革\n")


CONTENT = st.text(st.sampled_from("a改\n\r \u2028\x0c"), max_size=12)


@settings(max_examples=40)
@given(CONTENT.filter(bool), CONTENT.filter(bool))  # git wants /dev/null for files that come or go
def test_git_can_apply_the_preview(tmp_path_factory: pytest.TempPathFactory, old: str, new: str) -> None:
    folder = tmp_path_factory.mktemp("patched")
    path = folder / "a.yaml"
    path.write_bytes(old.encode())
    writes = WriteSet()
    writes.put(path, new.encode())
    patch = writes.preview().replace(str(path), "x/a.yaml")
    if patch:
        command = ["git", "apply", "--whitespace=nowarn", "-"]
        done = subprocess.run(command, input=patch.encode(), cwd=folder, capture_output=True, check=False)
        assert (done.stderr, path.read_bytes()) == (b"", new.encode())


def test_a_reader_sees_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old\n")
    with path.open("rb") as reader:
        writes = WriteSet()
        writes.put(path, b"new\n")
        writes.apply()
        assert reader.read() == b"old\n"
    assert path.read_bytes() == b"new\n"


def test_permissions_stay_and_new_files_are_readable_by_all(tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_bytes(b"a")
    old.chmod(0o600)
    writes = WriteSet()
    writes.put(old, b"b")
    writes.put(new, b"b")
    writes.apply()
    assert [stat.S_IMODE(p.stat().st_mode) for p in (old, new)] == [0o600, 0o644]


def test_a_disk_that_refuses_is_told_and_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.yaml"
    path.write_bytes(b"old\n")
    writes = WriteSet()
    writes.put(path, b"new\n")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(LedgerError, match=r"写不了 .*a\.yaml：No space left on device"):
        writes.apply()
    assert path.read_bytes() == b"old\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    writes = WriteSet()
    writes.put(tmp_path / "a" / "b.yaml", b"x")
    with pytest.raises(LedgerError, match="写不了"):
        writes.apply()
