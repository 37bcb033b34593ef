"""Running a command line in a process of its own, and what that costs."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

STEERING = ("GIT_", "LEDGER_", "PYTHONDONTWRITEBYTECODE")
"""What would have our processes do something else than a user's."""


@dataclass(frozen=True)
class Job:
    """A command line and the state it finds.

    ``cores`` limits it and its workers to so many processors. Without a ``cache`` folder it finds an empty one, anew each
    run. ``before`` runs each time before it and is not measured. ``tells`` marks a command that prints the seconds that count.
    ``{}`` in the command is another number each run: a question that nobody asked before.
    """

    command: tuple[str, ...]
    cache: Path | None = None
    cores: int | None = None
    before: Callable[[], None] | None = None
    home: Path | None = None
    tells: bool = False
    turns: Iterator[int] = field(default_factory=count)

    def seconds(self) -> float:
        command = self._words()
        with self._ready() as environment, _limited(self.cores):
            started = time.perf_counter()
            done = subprocess.run(command, env=environment, cwd=self.home, capture_output=True, check=False)
            wall = time.perf_counter() - started
        if done.returncode not in {0, 1}:
            raise RuntimeError(f"{' '.join(self.command)}: {done.stderr.decode(errors='replace')}")
        return float(done.stdout) if self.tells else wall

    def megabytes(self) -> float:
        """The highest sum, over the process and its children at one moment, of what each had held at most until then.

        Asked of the system every two milliseconds. What workers share with their parent counts twice: the truth is lower.
        A child counts from the second time on, for until it has begun its own program it may show its parent's memory.
        """
        highest, known = 0, set[int]()
        with self._ready() as environment, _limited(self.cores):
            nowhere = subprocess.DEVNULL
            process = subprocess.Popen(
                self._words(), env=environment, cwd=self.home, stdout=nowhere, stderr=nowhere
            )
            while process.poll() is None:
                family = [process.pid, *_children(process.pid)]
                counted = [pid for pid in family if pid in known]
                highest, known = max(highest, sum(map(_high_water, counted))), set(family)
                time.sleep(0.002)
        return highest * 1024 / 1e6

    def _words(self) -> list[str]:
        turn = next(self.turns)
        return [word.replace("{}", str(turn)) for word in self.command]

    @contextmanager
    def _ready(self) -> Iterator[dict[str, str]]:
        if self.before:
            self.before()
        environment = {name: value for name, value in os.environ.items() if not name.startswith(STEERING)}
        with tempfile.TemporaryDirectory() as empty:
            yield environment | {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self.cache or empty)}


@contextmanager
def _limited(cores: int | None) -> Iterator[None]:
    """Children inherit the processors that their parent may use."""
    if cores is None:
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:  # it ended a moment ago
        return []


def _high_water(pid: int) -> int:
    """KiB; 0 of a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
