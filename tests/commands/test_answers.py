"""An answer given again is the answer that would be given: whatever happened since, byte for byte."""

import shlex
import subprocess
import tempfile
from pathlib import Path
from unittest import mock

from changing_world import EVENTS, GRAIN, LINES, World
from cli_runner import Ran, run
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.files import looks


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
