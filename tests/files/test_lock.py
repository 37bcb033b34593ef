"""One writer at a time, among processes that wait, that die, and on disks that cannot lock."""

import errno
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from rival import FILES, add_one

from ledger.base.errors import LedgerError
from ledger.files.lock import BUSY, Busy, locked
from ledger.files.recovery import read_whole
from ledger.files.store import writing

HERE = Path(__file__).parent
SENTENCE = "另一个 ledger 正在写这个台账，本次没有写入任何文件；等它结束再试"


def counters(folder: Path) -> Path:
    for name in FILES:
        (folder / name).write_bytes(b"0")
    return folder


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def say(process: subprocess.Popen[str], text: str = "\n") -> None:
    assert process.stdin is not None
    process.stdin.write(text)
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def finish(process: subprocess.Popen[str]) -> str:
    out, _ = process.communicate()
    assert process.returncode == 0
    return out


@pytest.mark.parametrize("rivals", [2, 8])
def test_of_processes_that_write_at_once_one_wins_and_the_others_are_told(
    tmp_path: Path, rivals: int
) -> None:
    processes = [start(HERE / "rival.py", "hold", tmp_path) for _ in range(rivals)]
    assert {hear(process) for process in processes} == {"ready"}
    for process in processes:
        say(process)
    heard = [hear(process) for process in processes]  # the winner stays in until all have tried
    for process in processes:
        finish(process)
    assert sorted(heard) == sorted(["won", *[SENTENCE] * (rivals - 1)])
    assert (tmp_path / "winner.yaml").read_bytes() == b"1"


def test_nothing_is_lost_or_torn_between_writers_and_a_reader(tmp_path: Path) -> None:
    counters(tmp_path)
    processes = [start(HERE / "rival.py", "count", tmp_path, 0.8) for _ in range(3)]
    readings = []
    while any(process.poll() is None for process in processes):
        readings.append(read_whole(tmp_path, lambda: [int((tmp_path / n).read_bytes()) for n in FILES]))
    written = [int(finish(process)) for process in processes]
    assert [reading for reading in readings if len(set(reading)) != 1] == []
    assert readings == sorted(readings)
    assert {int((tmp_path / name).read_bytes()) for name in FILES} == {sum(written)}
    assert sum(written) > 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_kill_9_at_random_moments_never_tears_the_ledger(tmp_path: Path) -> None:
    counters(tmp_path)
    seen = json.loads(finish(start(HERE / "kill_loop.py", tmp_path, 100, 3)))
    assert (seen["torn"], seen["lost"], seen["litter"]) == (0, 0, 0)
    assert seen["generation"] > 5  # it wrote between the kills,
    assert seen["decided"] + seen["undecided"] > 5  # and they did not all miss


def test_the_lock_of_a_process_that_is_killed_is_free(tmp_path: Path) -> None:
    process = start(HERE / "rival.py", "hold", tmp_path)
    hear(process)
    say(process)
    assert hear(process) == "won"
    with pytest.raises(LedgerError, match=BUSY), writing(tmp_path):
        pass
    process.kill()
    process.communicate()
    with writing(tmp_path) as store:
        assert store.folder == tmp_path


def test_a_child_of_the_holder_does_not_keep_the_lock(tmp_path: Path) -> None:
    with writing(tmp_path):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with writing(tmp_path):
        child.communicate(b"\n")


def test_threads_and_nested_calls_exclude_each_other_too(tmp_path: Path) -> None:
    told = []

    def attempt() -> None:
        try:
            with writing(tmp_path):
                told.append("won")
        except Busy as error:
            told.append(str(error))

    with writing(tmp_path):
        thread = threading.Thread(target=attempt)
        thread.start()
        thread.join()
        attempt()
    attempt()
    assert told == [SENTENCE, SENTENCE, "won"]


def test_the_lock_file_stays_what_it_was(tmp_path: Path) -> None:
    inodes = set()
    for _ in range(3):
        with locked(tmp_path / "lock"):
            inodes.add((tmp_path / "lock").stat().st_ino)
    assert inodes == {(tmp_path / "lock").stat().st_ino}


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_is_told_and_no_soft_lock_steps_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refuse)
    counters(tmp_path)
    with pytest.raises(LedgerError, match=r"所在的文件系统不支持文件锁.*请移到本机磁盘"):
        add_one(tmp_path)
    assert (tmp_path / "0.yaml").read_bytes() == b"0"


def test_a_state_folder_that_cannot_be_made_or_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / ".ledger").write_bytes(b"")
    with pytest.raises(LedgerError, match=r"写不了 .*\.ledger：.*，台账没有改动"), writing(tmp_path):
        pass


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".ledger").mkdir()
    (tmp_path / ".ledger/lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LedgerError, match="写不了 "), writing(tmp_path):
        pass
    assert not (tmp_path / "elsewhere").exists()
