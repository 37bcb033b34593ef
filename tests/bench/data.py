"""What the jobs run on, made when it is first asked for, below one folder."""

import subprocess
import time
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

from generate import generate, generate_sheet
from peers import doorstop_items, journal

GIT = ("-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "gc.auto=0")
CLOCK_GRAIN = 2.1
"""Seconds after which an edit can be told from the next one, by git and by us."""


class Data:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.plans, self.journal, self.doorstop, self.sheet = map(
            cache, (self._plans, self._journal, self._doorstop, self._sheet)
        )

    def _plans(self, plans: int, purpose: str = "") -> Path:
        """A ledger in git, as it was landed a while ago; one for each ``purpose``, that they may be edited."""
        home = self.folder / f"{plans}{purpose}"
        generate(home, plans)
        for step in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "landed")):
            subprocess.run(["git", "-C", str(home), *GIT, *step], check=True)
        time.sleep(CLOCK_GRAIN)
        return home

    def _journal(self, records: int) -> Path:
        path = self.folder / f"{records}.journal"
        journal(path, records)
        return path

    def _doorstop(self, items: int) -> Path:
        home = self.folder / f"doorstop-{items}"
        doorstop_items(home, items)
        return home

    def _sheet(self, rows: int) -> Path:
        path = self.folder / f"{rows}.xlsx"
        generate_sheet(path, rows)
        return path


def editor(home: Path, files: int) -> Callable[[], None]:
    """Each call writes another note into as many plans, spread over the ledger, the same ones each time."""
    plans = sorted(home.rglob("p-*.yaml"))
    chosen = [(path, path.read_text("utf-8")) for path in plans[:: len(plans) // files][:files]]
    turns = count(1)

    def edit() -> None:
        turn = next(turns)
        for path, text in chosen:
            path.write_text(text.replace("征求意见稿已印发", f"第{turn}稿已印发", 1), "utf-8")

    return edit
