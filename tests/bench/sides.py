"""What stands on either side of a comparison: a name, and the job on data that are made when it is asked for."""

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data import CLOCK_GRAIN, Data, editor
from processes import Job

HERE, BIN = Path(__file__).parent, Path(sys.executable).parent
DOORSTOP = BIN.parent / "doorstop" / "bin" / "doorstop"
READ = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
CORES = {None: "", 1: ", one core", 2: ", two cores"}


class NotHereError(Exception):
    """A program that others made is missing; the words say where to get it."""


@dataclass(frozen=True)
class Side:
    name: str
    job: Callable[[Data], Job]


def program(*words: str) -> Side:
    """The ledger's command line, about no ledger."""
    return Side(" ".join(words), lambda data: Job((str(BIN / "ledger"), *words), data.cache))


def warm(line: str, plans: int) -> Side:
    """A command line once more, nothing having changed."""
    return Side(f"warm {line}, {plans:,} plans", lambda data: _ours(line, data.plans(plans), data.cache))


def asked(line: str, plans: int) -> Side:
    """A command line with ``{}`` in it, another one each time: nothing has changed, but nobody has asked that before."""
    return Side(
        f"new question {line}, {plans:,} plans", lambda data: _ours(line, data.plans(plans), data.cache)
    )


def cold(line: str, plans: int, cores: int | None = None) -> Side:
    """A command line that finds an empty cache, and fills it."""
    name = f"cold {line}, {plans:,} plans{CORES[cores]}"
    return Side(name, lambda data: _ours(line, data.plans(plans), None, cores=cores))


def edited(line: str, plans: int, files: int) -> Side:
    """A command line right after some plans were edited, each time anew; what was there before is in the cache."""

    def job(data: Data) -> Job:
        home = data.plans(plans, f"-edited-{files}")
        return _ours(line, home, data.cache, before=editor(home, files))

    return Side(f"{line}, {files} of {plans:,} plans just edited", job)


def reviewed(line: str, plans: int, files: int) -> Side:
    """A command line once more, where some plans are not as they were landed."""

    def job(data: Data) -> Job:
        home = data.plans(plans, f"-reviewed-{files}")
        editor(home, files)()
        time.sleep(CLOCK_GRAIN)
        return _ours(line, home, data.cache)

    return Side(f"warm {line}, {files} of {plans:,} plans edited", job)


def importing(rows: int) -> Side:
    def job(data: Data) -> Job:
        return _ours(f"import {data.sheet(rows)} --plan p-new", data.plans(35), data.cache)

    return Side(f"import, {rows:,} rows", job)


def _ours(line: str, home: Path, cache: Path | None, **more: object) -> Job:
    return Job((str(BIN / "ledger"), *line.split(), "--ledger", str(home)), cache, **more)


BARE = Side("python -c pass", lambda _: Job((sys.executable, "-c", "pass")))


def libyaml(plans: int, cores: int | None = None) -> Side:
    """Its C alone, measured within the process: neither files are read nor objects made."""
    scan = (sys.executable, str(HERE / "scan.py"))
    return Side(
        "libyaml, same bytes", lambda data: Job((*scan, str(data.plans(plans))), cores=cores, tells=True)
    )


def naive(plans: int) -> Side:
    tool = (sys.executable, str(HERE / "naive.py"))
    return Side("naive tool", lambda data: Job((*tool, str(data.plans(plans)))))


def git_status(plans: int) -> Side:
    asked = ("status", "--porcelain")
    return Side("git status, same tree", lambda data: Job(("git", "-C", str(data.plans(plans)), *asked)))


def openpyxl(rows: int) -> Side:
    """The least that anybody pays who wants to know what a workbook says."""
    return Side("openpyxl, same sheet", lambda data: Job((sys.executable, "-c", READ, str(data.sheet(rows)))))


def doorstop(items: int) -> Side:
    """Its best case: items that are reviewed already, nothing laid out anew."""

    def job(data: Data) -> Job:
        if not DOORSTOP.exists():
            raise NotHereError("no doorstop: make .venv/doorstop/ready")
        return Job((str(DOORSTOP), "--no-reformat"), home=data.doorstop(items))

    return Side(f"doorstop, {items:,} items", job)


def hledger(records: int) -> Side:
    def job(data: Data) -> Job:
        if not (found := shutil.which("hledger")):
            raise NotHereError("no hledger: install the package of that name")
        return Job((found, "-f", str(data.journal(records)), "bal"))

    return Side(f"hledger bal, {records:,} records", job)
