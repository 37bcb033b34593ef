"""Work in parts: the same answer on one core and on two, and from a half that came to grief."""

import os
import sys
import threading
import time
from collections.abc import Sequence

import pytest

from ledger.files import workers
from ledger.files.workers import in_parts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers, "can_divide", lambda: True)  # a runner of tests has threads of its own


def squares(numbers: Sequence[int]) -> list[int]:
    return [n * n for n in numbers]


def test_two_halves_come_back_in_order() -> None:
    assert in_parts([1, 2, 3, 4, 5], squares, 2) == [[1, 4], [9, 16, 25]]


def test_the_other_half_was_done_by_another_process() -> None:
    here, there = in_parts([0, 1], lambda _: os.getpid(), 1)
    assert here == os.getpid() != there


def test_little_work_stays_in_one() -> None:
    assert in_parts([1, 2, 3], squares, 2) == [[1, 4, 9]]
    assert in_parts([], squares, 2) == [[]]


def test_text_that_no_encoding_knows_comes_back() -> None:
    assert in_parts(["a", "台账\udcff"], list, 1) == [["a"], ["台账\udcff"]]


def test_more_than_a_pipe_holds_comes_back() -> None:
    assert [len(part) for part in in_parts([1, 2], lambda _: "x" * 1_000_000, 1)] == [1_000_000, 1_000_000]


def test_a_half_that_died_is_done_here() -> None:
    mine = os.getpid()

    def work(run: Sequence[int]) -> list[int]:
        if os.getpid() != mine:
            os.kill(os.getpid(), 9)
        return squares(run)

    assert in_parts([1, 2, 3, 4], work, 2) == [[1, 4], [9, 16]]


def test_a_fault_of_a_half_is_raised_here() -> None:
    def work(run: Sequence[int]) -> list[int]:
        if 4 in run:
            raise ValueError(run)
        return squares(run)

    with pytest.raises(ValueError, match=r"\[3, 4\]"):
        in_parts([1, 2, 3, 4], work, 2)


def test_no_process_divides_itself_while_others_of_its_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not workers.can_divide()
    finally:
        stop.set()
        thread.join()


def test_no_child_is_left_behind() -> None:
    in_parts([1, 2, 3, 4], squares, 1)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_who_is_interrupted_leaves_no_child_at_work() -> None:
    mine = os.getpid()

    def work(run: Sequence[int]) -> list[int]:
        if os.getpid() == mine:
            raise KeyboardInterrupt
        time.sleep(600)
        return squares(run)

    with pytest.raises(KeyboardInterrupt):
        in_parts([1, 2], work, 1)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
