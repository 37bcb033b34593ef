"""The ledger that fits on a page in a repository of its own, with a bulletin of September that has landed or not yet."""

import re
from pathlib import Path

from cli_runner import Ran, commit, git, run
from small_ledger import write_ledger

SEPTEMBER = "bulletins/2017-09.md"
PLAN = "2017/zb-2017-{:02}.yaml"
LATE = """\
      - date: 2017-09-20
        event: 完成
        evidence: [{number: 云教〔2017〕2号}]
        recorded: 2017-11-10
"""
"""Belongs at the end of the log of zb-2017-02/1: it was not overdue at all."""


def committed(folder: Path, on: str = "2017-10-01") -> Path:
    """The ledger on the branch ``main``."""
    write_ledger(folder)
    git(folder, "init", "-q")
    commit(folder, on)
    return folder


def written(folder: Path, *more: str, today: str = "2017-11-15") -> Ran:
    done = run("bulletin", "--month", "2017-09", "--write", *more, cwd=folder, today=today)
    assert done.code == 0, done.err
    return done


def published(folder: Path) -> Path:
    """With the bulletin on ``main``."""
    written(committed(folder))
    commit(folder, "2017-10-02")
    return folder


def text(folder: Path, name: str = SEPTEMBER) -> str:
    return (folder / name).read_text("utf-8")


def edit(folder: Path, name: str, was: str, becomes: str) -> None:
    """``was`` stands there once."""
    before = text(folder, name)
    assert before.count(was) == 1, (was, before.count(was))
    (folder / name).write_text(before.replace(was, becomes), "utf-8")


def record_late(folder: Path) -> None:
    edit(
        folder,
        PLAN.format(2),
        "      - date: 2017-06-01\n        event: 启动\n",
        f"      - date: 2017-06-01\n        event: 启动\n{LATE}",
    )


def told(done: Ran) -> list[str]:
    """What verify said of the bulletin: code, place, sentence."""
    line = re.compile(r"^(\S+:\d+:\d+) \S+ ([A-Z]\d+) (.*)$")
    return [f"{m[2]} {m[1]} {m[3]}" for m in map(line.match, done.lines) if m]


def verify(folder: Path, *more: str | Path) -> Ran:
    return run("verify", *more, cwd=folder)
