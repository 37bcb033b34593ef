"""A small ledger in a repository, and all that may happen to it between two command lines."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cli_runner import commit, git
from small_ledger import write_ledger

_NOW = time.time_ns
PLAN, OTHER = "2017/zb-2017-01.yaml", "2017/zb-2017-02.yaml"
EVIDENCE = "papers/notice.txt"
GRAIN = 20_000_000
"""Nanoseconds after which a file counts as left alone, in these tests: longer than the grain of this system's clock."""


@dataclass
class World:
    """``ahead``: nanoseconds by which the clock is set forward; ``day``: what it shows."""

    top: Path
    ahead: int = 0
    day: int = 15
    cwd: Path = field(init=False)

    def __post_init__(self) -> None:
        self.cwd = self.top / "desk" / "drawer"
        self.cwd.mkdir(parents=True)
        (self.cwd / "keep.txt").write_text("")
        write_ledger(self.top / "plans")
        self.replace("number: 云财〔2017〕1号", f"number: 云财〔2017〕1号, file: {EVIDENCE}")
        (self.top / EVIDENCE).parent.mkdir()
        (self.top / EVIDENCE).write_text("一")
        git(self.top, "init", "-q", "-b", "main")
        commit(self.top, "2017-09-01")
        self.replace("percent: 20", "percent: 35")
        commit(self.top, "2017-10-01")

    @property
    def plan(self) -> Path:
        return self.top / "plans" / PLAN

    @property
    def other(self) -> Path:
        return self.top / "plans" / OTHER

    def replace(self, old: str, new: str) -> None:
        if self.plan.is_file():
            self.plan.write_text(self.plan.read_text("utf-8").replace(old, new), "utf-8")

    def time(self) -> int:
        return _NOW() + self.ahead

    def left_alone(self) -> None:
        time.sleep(3 * GRAIN / 1e9)

    def edited(self) -> None:
        self.replace("title: 清理", "title: 全面清理")

    def edited_in_size(self) -> None:
        """And the time of change put back to what it was."""
        if self.plan.is_file():
            status = self.plan.stat()
            text = self.plan.read_text("utf-8")
            self.plan.write_text(
                text.replace("percent: 20", "percent: 50")
                if "percent: 20" in text
                else text.replace("percent: 35", "percent: 20").replace("percent: 50", "percent: 35"),
                "utf-8",
            )
            os.utime(self.plan, ns=(status.st_atime_ns, status.st_mtime_ns))

    def touched(self, seconds: int) -> None:
        if self.plan.exists():
            moment = _NOW() + seconds * 1_000_000_000
            os.utime(self.plan, ns=(moment, moment))

    def broken(self) -> None:
        with self.other.open("a") as file:
            file.write("items: [\n")

    def mended(self) -> None:
        git(self.top, "checkout", "-q", "-f", "HEAD", "--", "plans")

    def removed(self) -> None:
        self.other.unlink(missing_ok=True)

    def renamed(self) -> None:
        if self.other.exists():
            self.other.rename(self.other.with_name("zb-2017-09.yaml"))

    def linked(self) -> None:
        """A link in the place of a file, then the file behind it."""
        if self.plan.is_symlink():
            self.plan.resolve().write_text("id: zb-2017-01\n")
        elif self.plan.exists():
            away = self.top / "away.yaml"
            shutil.copy(self.plan, away)
            self.plan.unlink()
            self.plan.symlink_to(away)

    def nearer(self) -> None:
        """A ledger in the folder from which the command lines are given; again: gone."""
        if (self.top / "desk" / "ledger.yaml").exists():
            (self.top / "desk" / "ledger.yaml").unlink()
        else:
            (self.top / "desk" / "ledger.yaml").write_text("format: 1\nname: 近处的台账\n", "utf-8")

    def committed(self) -> None:
        git(self.top, "add", "-A")
        git(self.top, "commit", "-q", "--allow-empty", "-m", "x", day="2017-11-01")

    def branched(self) -> None:
        git(self.top, "checkout", "-q", "-f", "-B", "work", "HEAD")

    def back(self) -> None:
        git(self.top, "checkout", "-q", "-f", "--detach", "main~1")

    def at_main(self) -> None:
        git(self.top, "checkout", "-q", "-f", "main")

    def amended(self) -> None:
        git(self.top, "commit", "-q", "--amend", "--allow-empty", "-m", "anew", day="2017-10-20")

    def without_evidence(self) -> None:
        (self.top / EVIDENCE).unlink(missing_ok=True)

    def out_of_git(self) -> None:
        """And into it again."""
        hidden, shown = self.top / "hidden", self.top / ".git"
        (hidden if hidden.exists() else shown).rename(shown if hidden.exists() else hidden)

    def next_day(self) -> None:
        self.day += 1

    def clock_set(self, seconds: int) -> None:
        self.ahead += seconds * 1_000_000_000


Event = Callable[[World], None]
EVENTS: dict[str, Event] = {
    "left alone": World.left_alone,
    "edited": World.edited,
    "edited in size": World.edited_in_size,
    "edited in size at once": lambda world: (world.edited_in_size(), world.edited_in_size())[0],
    "touched": lambda world: world.touched(0),
    "touched back": lambda world: world.touched(-86_400),
    "touched ahead": lambda world: world.touched(86_400),
    "private": lambda world: world.plan.exists() and world.plan.chmod(0o600),  # type: ignore[func-returns-value]
    "broken": World.broken,
    "mended": World.mended,
    "removed": World.removed,
    "renamed": World.renamed,
    "linked": World.linked,
    "nearer": World.nearer,
    "committed": World.committed,
    "branched": World.branched,
    "back": World.back,
    "at main": World.at_main,
    "amended": World.amended,
    "without evidence": World.without_evidence,
    "out of git": World.out_of_git,
    "next day": World.next_day,
    "clock back": lambda world: world.clock_set(-3600),
    "clock ahead": lambda world: world.clock_set(3600),
}
LINES = (
    "status",
    "check",
    "diff",
    "diff main~1...HEAD --format json",
    "check --since main~1 --day 2017-11-06",
    "trend --months 4 --recorded",
    "status --at main~1",
    "list plans --format json",
    "--ledger ../../plans escalate --month 2017-10 --diff",
    "items --status 逾期 --format csv",
    "show zb-2017-01/1",
    "bulletin --month 2017-10",
)
