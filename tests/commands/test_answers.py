"""An answer given again is the answer that would be given: whatever happened since, byte for byte."""

import shlex
import subprocess
import tempfile
from pathlib import Path
from unittest import mock

import pytest
from changing_world import EVENTS, GRAIN, LINES, World
from cli_runner import Ran, git, run
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.base.errors import LedgerError
from ledger.commands import answers
from ledger.commands.echo import said_before, say_again
from ledger.files import looks
from ledger.files.inputs import Inputs
from ledger.files.questions import said_now


def _run(world: World, *words: str, again: bool = True) -> Ran:
    with mock.patch.object(looks.time, "time_ns", world.time), mock.patch.object(looks, "GRAIN", GRAIN):
        return run(*words, cwd=world.cwd, today=f"2017-11-{world.day:02}", again=again)


def _both_agree(world: World, line: str) -> None:
    words = shlex.split(line)
    expected = _run(world, *words, "--no-cache")
    assert _run(world, *words) == expected, line
    assert _run(world, *words) == expected, line


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(sorted(EVENTS)), st.sampled_from(LINES)), min_size=4, max_size=9))
def test_whatever_happens_the_answer_is_that_of_a_program_without_a_cache(
    steps: list[tuple[str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder, "top"))
        for event, line in steps:
            try:
                EVENTS[event](world)
            except subprocess.CalledProcessError:  # git has its reasons
                continue
            _both_agree(world, line)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "top")


@pytest.fixture
def given_again(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every old answer that is given."""
    given: list[object] = []
    say = answers.say_again
    monkeypatch.setattr(answers, "say_again", lambda said: (given.append(said), say(said))[1])
    return given


@pytest.mark.parametrize(
    "line", ["status", "check", "diff main~1", "trend --recorded", "rule P123", "status --at main~1"]
)
def test_what_was_asked_before_is_answered_by_what_was_said_then(
    world: World, given_again: list[object], line: str
) -> None:
    first = _run(world, *shlex.split(line))
    assert given_again == []
    assert _run(world, *shlex.split(line)) == first
    assert len(given_again) == 1


@pytest.mark.parametrize(
    "line",
    [
        "status -o {}",
        "export {}",
        "status --lead 没有的单位",
        "verify",
        "record x",
        "status --no-cache",
        "escalate --diff",
    ],
)
def test_what_writes_what_reads_elsewhere_and_what_is_wrong_is_done_again(
    world: World, given_again: list[object], line: str, tmp_path: Path
) -> None:
    for _ in range(2):
        _run(world, *shlex.split(line.format(tmp_path / "out.csv")))
    assert given_again == []


def test_who_asks_nothing_is_told_what_there_is_to_ask() -> None:
    done = run(again=True)
    assert done.code == 2
    assert "status" in done.out


@pytest.mark.parametrize(
    ("line", "kept"), [("status", True), ("--no-cache status", False), ("status --no-cache", False)]
)
def test_who_wants_no_cache_leaves_none(world: World, tmp_path: Path, line: str, kept: bool) -> None:
    home = tmp_path / "home"
    run(*line.split(), cwd=world.cwd, env={"XDG_CACHE_HOME": str(home)}, again=True)
    assert home.exists() is kept


def test_another_day_another_setting_and_another_folder_ask_something_else(
    world: World, given_again: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(world, "status")
    world.day += 1
    _run(world, "status")
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("status", cwd=world.cwd, env={"FORCE_COLOR": "1"}, today="2017-11-16", again=True)
    run("status", cwd=world.top, today="2017-11-16", again=True)
    assert given_again == []


def test_a_write_that_was_cut_short_is_finished_before_anything_is_said(
    world: World, given_again: list[object]
) -> None:
    _run(world, "status")
    state = world.top / ".git" / "reform-ledger" / "plans"
    state.mkdir(parents=True)
    (state / "staging.json").write_text("{}")
    _run(world, "status")
    assert given_again == []


@pytest.mark.parametrize(
    "held",
    [
        *(
            b"",
            b"[]",
            b"[{}, [[3, null]], 0]",
            b'[{"x": 1}, [], 0]',
            b"[{}, [[1, 2]], 0]",
            b'[{}, "\xff", 0]',
        ),
        *(
            b"[" * 100_000,
            b"[{}, [[Infinity, null]], 0]",
            b"[{}, [], 1e999]",
            b"[{}, [], 7]",
            b"[{}, [], true]",
        ),
        *(
            b'[{"folder": "\\ud800", "searches": [["\\ud800", null]]}, [], 0]',
            b'[{"asked": [[["git"], "0"]]}, [], 0]',
        ),
    ],
)
def test_an_answer_that_nobody_gave_is_none(world: World, given_again: list[object], held: bytes) -> None:
    expected = _run(world, "status", "--no-cache")
    with mock.patch.object(answers.Question, "keep", lambda self, *_: self.cache.put(self.key, held)):
        _run(world, "status")
    assert _run(world, "status") == expected
    assert given_again == []


def test_nobody_who_wrote_the_cache_has_git_do_anything_else(world: World, tmp_path: Path) -> None:
    asked = [
        ["-c", f"alias.x=!touch {tmp_path}/been", "x"],
        ["log", "-1", f"--output={tmp_path}/been"],
        ["symbolic-ref", "--quiet", "refs/heads/x", "refs/heads/main"],
        ["remote", "add", "x", "y"],
    ]
    before = git(world.top, "for-each-ref"), git(world.top, "remote")
    for words in asked:
        with pytest.raises(LedgerError):
            said_now(["git", str(world.top), *words])
    assert (git(world.top, "for-each-ref"), git(world.top, "remote")) == before
    assert not (tmp_path / "been").exists()


def test_a_file_that_changes_between_two_readings_leaves_no_answer() -> None:
    inputs = Inputs()
    folder = Path("/ledger")
    inputs.found(folder, None, folder)
    for tree in (b"one", b"two"):
        inputs.walked(folder)
        inputs.held(folder, tree)
    assert inputs.noted() is None


def test_a_reading_that_nobody_told_the_end_of_leaves_no_answer() -> None:
    inputs = Inputs()
    inputs.walked(Path("/ledger"))
    assert inputs.noted() is None
    inputs = Inputs()
    inputs.read()
    assert inputs.noted() is None


def test_streams_are_flushed_in_the_order_in_which_they_were(capfd: pytest.CaptureFixture[str]) -> None:
    said = said_before([[1, "一"], [1, None], [2, "二\n"], [1, "三"]])
    say_again(said)
    assert capfd.readouterr() == ("一三", "二\n")
