"""What arrives at the other end of stdout and stderr: in a pipe, on a terminal of code page 936, when nobody listens."""

import errno
import io
import os
from unittest import mock

import pytest
from cli_runner import ROOT, shell

from ledger.base.errors import LedgerError
from ledger.commands import printing, streams
from ledger.commands.streams import has_gone, settle_streams, takes_escapes

WORDS = "市财政局 〔2017〕 ✓ 😀\n"


class Gbk(io.TextIOWrapper):
    """A stream as Windows opens it where the code page is 936: GBK, and a line feed becomes two characters."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="gbk", newline="\r\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def arrived(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()


def through(*, terminal: bool, env: dict[str, str]) -> tuple[bytes, bytes]:
    """What arrives of WORDS, written to stdout and to stderr."""
    out, err = Gbk(terminal=terminal), Gbk(terminal=terminal)
    with (
        mock.patch.dict(os.environ, env),
        mock.patch.object(streams.sys, "stdout", out),
        mock.patch.object(streams.sys, "stderr", err),
    ):
        settle_streams()
        out.write(WORDS)
        err.write(WORDS)
    return out.arrived, err.arrived


def test_a_pipe_is_utf_8_with_bare_line_feeds_whatever_the_code_page() -> None:
    assert through(terminal=False, env={}) == (WORDS.encode(), WORDS.encode())


def test_a_terminal_keeps_its_own_encoding_and_loses_only_what_it_cannot_show() -> None:
    shown = WORDS.replace("✓", "?").replace("😀", "?").replace("\n", "\r\n").encode("gbk")
    assert through(terminal=True, env={}) == (shown, shown)


def test_who_names_an_encoding_gets_it() -> None:
    assert through(terminal=False, env={"PYTHONIOENCODING": "gbk"})[0].decode("gbk").startswith("市财政局")


def test_the_installed_program_writes_utf_8_into_a_pipe_without_any_locale() -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = shell("status", "--ledger", ROOT / "plans", env=locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("云州市全面深化改革台账\n")


class Deaf(io.StringIO):
    """A stdout whose other end has gone, as the system says it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def write(self, text: str) -> int:  # noqa: ARG002
        raise OSError(self._number, "no")


@pytest.mark.parametrize(
    ("number", "windows", "quiet"),
    [
        (errno.EPIPE, False, True),
        (errno.EPIPE, True, True),
        (errno.EINVAL, True, True),
        (errno.EINVAL, False, False),
        (errno.ENOSPC, True, False),
    ],
)
def test_a_listener_who_has_gone_is_no_fault(number: int, windows: bool, quiet: bool) -> None:
    with (
        mock.patch.object(streams, "WINDOWS", windows),
        mock.patch.object(printing, "listen_no_more") as silenced,
        mock.patch.object(printing.sys, "stdout", Deaf(number)),
    ):
        if quiet:
            printing.say("x")
        else:
            with pytest.raises(LedgerError, match="标准输出写不进去"):
                printing.say("x")
    assert silenced.called
    with mock.patch.object(streams, "WINDOWS", windows):
        assert has_gone(OSError(number, "no")) == quiet


def test_terminals_of_other_systems_take_escapes() -> None:
    assert takes_escapes()
