"""What readers do about a write that was cut short, and what they are told when they cannot."""

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from faulty_disk import NEW, OLD, Killed, before_every_call, cut_short, make, planned, tree, visible, write

from ledger.base.errors import LedgerError
from ledger.files import recovery
from ledger.files.recovery import read_whole, recover
from ledger.files.state import generation, state_of
from ledger.files.store import writing


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_a_reader_finishes_what_was_decided(tmp_path: Path, renamed: int) -> None:
    cut_short(make(tmp_path), renamed)
    assert generation(tmp_path) is None
    assert read_whole(tmp_path, lambda: visible(tmp_path)) == NEW
    assert tree(tmp_path) == NEW
    assert generation(tmp_path)


def test_a_reader_sweeps_away_what_was_not_decided(tmp_path: Path) -> None:
    _cut_before_the_decision(make(tmp_path))
    assert len(tree(tmp_path)) > len(OLD)
    assert read_whole(tmp_path, lambda: visible(tmp_path)) == OLD
    assert tree(tmp_path) == OLD


def test_a_reader_leaves_alone_what_a_living_writer_has_not_decided(tmp_path: Path) -> None:
    with writing(make(tmp_path)):
        state_of(tmp_path).staging.write_bytes(b"being written")
        assert read_whole(tmp_path, lambda: visible(tmp_path)) == OLD
        assert state_of(tmp_path).staging.exists()
        state_of(tmp_path).staging.unlink()


def test_a_reader_waits_for_a_writer_who_has_decided(tmp_path: Path) -> None:
    cut_short(make(tmp_path), 1)
    journal = state_of(tmp_path).journal
    content = journal.read_bytes()
    with writing(tmp_path):
        journal.write_bytes(content)  # as if this writer had just decided
        thread = threading.Thread(target=lambda: (time.sleep(0.1), journal.unlink()))
        began = time.monotonic()
        thread.start()
        recover(tmp_path)
        assert time.monotonic() - began > 0.09
        thread.join()


def test_a_reader_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "PATIENCE", 0.05)
    cut_short(make(tmp_path), 1)
    content = state_of(tmp_path).journal.read_bytes()
    with writing(tmp_path):
        state_of(tmp_path).journal.write_bytes(content)
        with pytest.raises(LedgerError, match=r"正在写这个台账，等了 0\.05 秒还没有写完；请稍后再试"):
            recover(tmp_path)


def test_a_reader_who_may_not_write_says_who_has_to(tmp_path: Path) -> None:
    cut_short(make(tmp_path), 1)
    before = tree(tmp_path)

    def refuse(*_: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    with before_every_call(refuse), pytest.raises(LedgerError) as raised:
        recover(tmp_path)
    assert str(raised.value) == (
        "台账上次写入没有写完，这里又不能写（Read-only file system）；"
        f"请先由能写 {tmp_path} 的人运行一次 ledger check"
    )
    assert tree(tmp_path) == before


def test_a_reader_who_may_not_write_reads_the_old_ledger_beside_undecided_litter(tmp_path: Path) -> None:
    _cut_before_the_decision(make(tmp_path))

    def refuse(*_: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    with before_every_call(refuse):
        assert read_whole(tmp_path, lambda: visible(tmp_path)) == OLD


def test_what_was_read_while_somebody_wrote_is_read_again(tmp_path: Path) -> None:
    make(tmp_path)
    readings = []

    def read() -> dict[str, bytes]:
        content = visible(tmp_path)
        if not readings:
            write(tmp_path)
        readings.append(content)
        return content

    assert read_whole(tmp_path, read) == NEW
    assert readings == [OLD, NEW]


def test_a_ledger_that_never_rests_is_told(tmp_path: Path) -> None:
    make(tmp_path)
    turn = [OLD, NEW]

    def read() -> None:
        turn.reverse()
        name = "2017/a.yaml"
        with writing(tmp_path) as store:
            writes = planned(tmp_path)
            writes.seen.clear()
            writes.new = {tmp_path / name: turn[0][name]}
            writes.apply(store)

    with pytest.raises(LedgerError, match="正在被反复写入"):
        read_whole(tmp_path, read)


def test_every_write_is_a_generation_and_reading_is_none(tmp_path: Path) -> None:
    make(tmp_path)
    seen = [generation(tmp_path)]
    write(tmp_path)
    seen += [generation(tmp_path), generation(tmp_path)]
    assert seen[0] == ""
    assert seen[1] == seen[2] != ""


def test_a_file_edited_after_the_kill_stops_the_recovery_before_it_touches_anything(tmp_path: Path) -> None:
    cut_short(make(tmp_path), 1)
    (tmp_path / "2017/b.yaml").write_bytes(b"by hand\n")
    before = tree(tmp_path)
    for attempt in (lambda: recover(tmp_path), lambda: write(tmp_path)):
        with pytest.raises(
            LedgerError, match=r"又接不下去：2017/b\.yaml 之后又被改动过；请用 git .*删去 .*journal\.json"
        ):
            attempt()
    assert tree(tmp_path) == before


@pytest.mark.parametrize("content", [b"damaged", None])
def test_a_staged_file_that_is_damaged_or_gone_stops_the_recovery(
    tmp_path: Path, content: bytes | None
) -> None:
    cut_short(make(tmp_path), 1)
    staged = next(tmp_path.glob("slips/2017/.ledger-*-2.tmp"))
    staged.unlink()
    if content is not None:
        staged.write_bytes(content)
    before = tree(tmp_path)
    with pytest.raises(LedgerError, match=r"slips/2017/TS-1\.yaml 的新内容已经不在"):
        recover(tmp_path)
    assert tree(tmp_path) == before


def test_who_went_back_to_the_old_ledger_keeps_it(tmp_path: Path) -> None:
    """As after ``git checkout .`` or ``git clean``: what was already in place is gone, so the write cannot be finished."""
    cut_short(make(tmp_path), 1)
    make(tmp_path)
    recover(tmp_path)
    assert tree(tmp_path) == OLD
    write(tmp_path)
    assert tree(tmp_path) == NEW


def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = make(tmp_path / "ledger")
    cut_short(folder)
    (folder / "2017").rename(tmp_path / "elsewhere")
    (folder / "2017").symlink_to(tmp_path / "elsewhere")
    before = tree(tmp_path)
    with pytest.raises(LedgerError, match="已损坏（2017 是符号链接），没有改动任何文件"):
        recover(folder)
    assert tree(tmp_path) == before


def test_looking_where_nothing_was_cut_short_imports_nothing(tmp_path: Path) -> None:
    write(make(tmp_path))
    program = (
        "import sys, pathlib\n"
        "import ledger.files.writes\n"
        "from ledger.files.recovery import read_whole\n"
        "read_whole(pathlib.Path(sys.argv[1]), lambda: None)\n"
        "print(sorted({'filelock', 'tempfile', 'ledger.files.store'} & set(sys.modules)))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=True, text=True
    )
    assert ran.stdout == "[]\n"


def _cut_before_the_decision(folder: Path) -> None:
    def dead(*arguments: Any) -> None:
        nonlocal gone
        gone = gone or (arguments[1] == "replace" and os.fspath(arguments[2][1]).endswith("journal.json"))
        if gone:
            raise Killed

    gone = False
    with before_every_call(dead), pytest.raises(Killed):
        write(folder)
