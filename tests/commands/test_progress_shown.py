"""What somebody sees who waits for a long command, and that nobody else does."""

import contextlib
import os
import time
from collections.abc import Iterator
from unittest import mock

import pytest
from cli_runner import ROOT, run

from ledger.commands import progress
from ledger.commands.progress import attended, steps, watched, watching

ERASED = "\x1b[2K"


class _Terminal:
    """A stream that remembers; ``typed`` is all that was written."""

    encoding = "utf-8"

    def __init__(self, *, terminal: bool) -> None:
        self.terminal, self.typed = terminal, ""

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        self.typed += text
        return len(text)

    def flush(self) -> None:
        pass


@contextlib.contextmanager
def screen(
    *, out: bool = True, err: bool = True, term: str = "xterm", wanted: bool = True
) -> Iterator[_Terminal]:
    """A command that runs where stdout and stderr are terminals or not; patience ends at once."""
    stdout, stderr = _Terminal(terminal=out), _Terminal(terminal=err)
    with (
        mock.patch.object(progress, "PATIENCE", 0.0),
        mock.patch.dict(os.environ, {"TERM": term, "COLUMNS": "80"}),
        contextlib.redirect_stdout(stdout),
        contextlib.redirect_stderr(stderr),
        attended(wanted=wanted),
    ):
        yield stderr
    assert stdout.typed == ""


def slowly(things: list[int], typed: _Terminal | None = None) -> Iterator[int]:
    """Waits before the second thing until something is shown, at most a few seconds; without ``typed`` a moment."""
    for number, thing in enumerate(things):
        end = time.monotonic() + (5 if typed else 0.05)
        while number == 1 and time.monotonic() < end and not (typed and typed.typed):
            time.sleep(0.005)
        yield thing


def test_a_long_piece_of_work_is_counted_and_leaves_nothing_behind() -> None:
    with screen() as typed:
        assert list(watched(slowly([1, 2, 3], typed), "读取台账")) == [1, 2, 3]
        assert "读取台账" in typed.typed
        assert typed.typed.endswith(ERASED)
        assert "?25h" in typed.typed  # the cursor is back


def test_who_knows_how_many_there_are_sees_a_bar() -> None:
    with screen() as typed:
        things = list(range(4))

        class Counted(list[int]):
            def __iter__(self) -> Iterator[int]:
                return slowly(things, typed)

        assert list(watching("检查台账")(Counted(things))) == things
    assert "#" * 30 + "  4/4" in typed.typed


def test_a_single_long_step_is_shown_while_it_lasts() -> None:
    with screen() as typed, steps("读取表格") as step:
        list(slowly([1, 2], typed))
        step()
    assert "读取表格" in typed.typed


@pytest.mark.parametrize(
    "where", [{"out": False}, {"err": False}, {"term": "dumb"}, {"wanted": False}], ids=str
)
def test_nothing_is_shown_in_a_pipe_on_a_dumb_terminal_or_for_a_program(where: dict[str, bool]) -> None:
    with screen(**where) as typed:
        assert list(watched(slowly([1, 2]), "读取台账")) == [1, 2]
    assert typed.typed == ""


def test_what_takes_no_second_shows_nothing() -> None:
    with screen() as typed, mock.patch.object(progress, "PATIENCE", 1.0):
        assert list(watched([1, 2], "读取台账")) == [1, 2]
    assert typed.typed == ""


def test_steps_within_steps_are_not_shown_beside_them() -> None:
    with screen() as typed, steps("导出", 2) as step:
        assert list(watched(slowly([1, 2], typed), "读取台账")) == [1, 2]
        step()
    assert "导出" in typed.typed
    assert "读取台账" not in typed.typed


def test_an_error_in_the_middle_leaves_no_bar_under_its_sentence() -> None:
    kept = None
    with screen() as typed:
        try:
            for thing in watched(slowly([1, 2, 3], typed), "读取台账"):
                assert thing < 2, "an error that holds on to this loop"
        except AssertionError as error:
            kept = error
    assert kept is not None
    assert typed.typed.endswith(ERASED)
    with screen() as typed:  # and the next command's is shown again
        list(watched(slowly([1, 2], typed), "再读"))
    assert "再读" in typed.typed


def test_outside_a_command_nobody_is_told() -> None:
    with screen() as typed, mock.patch.object(progress, "_attended", progress.ContextVar("a", default=False)):
        list(watched(slowly([1, 2]), "读取台账"))
    assert typed.typed == ""


def test_a_command_in_json_asks_for_silence() -> None:
    with mock.patch("ledger.commands.command.attended", wraps=attended) as frame:
        run("status", "--format", "json", "--ledger", ROOT / "plans")
        run("status", "--ledger", ROOT / "plans")
    assert [call.kwargs["wanted"] for call in frame.call_args_list] == [False, True]
