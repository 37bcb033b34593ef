"""Commands run as users run them: arguments in; exit code, stdout and stderr out.

``run`` stays in this process (50 ms instead of half a second); ``shell`` starts the installed program.
"""

import contextlib
import functools
import importlib
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import typer.main
from equal_files import equal_files_once
from wcwidth import wcswidth

from cli import COMMANDS
from ledger.checks.rule import Finding, Rule
from ledger.checks.run import rules
from ledger.commands.answers import answered
from ledger.commands.front import open_door
from ledger.files.documents import Documents
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger

ROOT = Path(__file__).parents[2]
TODAY = "2017-11-15"
PROGRAM = Path(sys.executable).with_name("ledger")
ESCAPE = re.compile("\x1b\\[[0-9;]*[A-Za-z]|\x1b\\][^\x1b\x07]*(?:\x07|\x1b\\\\)")
typer.main.get_params_convertors_ctx_param_name_from_function = functools.cache(
    typer.main.get_params_convertors_ctx_param_name_from_function
)
"""What a command takes is read from its signature once a process, not once a command line."""
_SETTINGS = ("LEDGER_DIR", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "GITHUB_STEP_SUMMARY")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @functools.cached_property
    def document(self) -> dict[str, Any]:
        """The one JSON document on stdout; anything else on it fails here."""
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        return self.document["data"]

    @property
    def codes(self) -> set[str]:
        return {d["code"] for d in self.document["diagnostics"]}

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class _Stream(io.TextIOWrapper):
    """Takes what a real stream takes and no more: a lone surrogate is refused on stdout and shown on stderr."""

    def __init__(self, errors: str, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors=errors, newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()


def _left_to_the_system(_: int) -> None:
    """Nobody pulls the plug here; what reaches the disk when is tried in ``files/``."""


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Ours without what would steer the program or git, and ``extra``."""
    kept = {k: v for k, v in os.environ.items() if k not in _SETTINGS and not k.startswith("GIT_")}
    return kept | {"TERM": "xterm", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | extra


@functools.cache
def _clocks() -> list[ModuleType]:
    """Every module that knows the clock by a name of its own."""
    names = [
        p.stem for p in sorted((ROOT / "ledger" / "commands").glob("*.py")) if "today" in p.read_text("utf-8")
    ]
    modules = [importlib.import_module(f"ledger.commands.{name}") for name in names]
    return [module for module in modules if hasattr(module, "today")]


@contextlib.contextmanager
def _on(day: str) -> Iterator[None]:
    """Clocks show that day."""
    clock, before = functools.partial(date.fromisoformat, day), [(m, m.today) for m in _clocks()]
    for module, _ in before:
        module.today = clock  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module, real in before:
            module.today = real  # type: ignore[attr-defined]


@contextlib.contextmanager
def _environ(wanted: Mapping[str, str]) -> Iterator[None]:
    """The environment of this process is ``wanted``, and afterwards as it was."""
    before = dict(os.environ)
    _become(wanted)
    try:
        yield
    finally:
        _become(before)


def _become(wanted: Mapping[str, str]) -> None:
    """By what differs: that is little, and setting everything anew for every command line is not."""
    now = dict(os.environ)
    for name in now.keys() - wanted.keys():
        del os.environ[name]
    for name, value in wanted.items():
        if now.get(name) != value:
            os.environ[name] = value


def reading_anew() -> contextlib.AbstractContextManager[object]:
    """In it every file is read as often as the program wants, for tests of how often that is."""
    return mock.patch(f"{__name__}.equal_files_once", contextlib.nullcontext)


def reading_once(folder: Path) -> contextlib.AbstractContextManager[object]:
    """In it ``folder`` is read by the first command that asks, and stands as it was read for the others.

    What a rule finds in it on a day it finds once, too.
    """
    read, tree = functools.cache(load), WorkTree(folder)
    shared: list[Ledger] = []

    def loaded(
        asked: Any, known: Sources | None = None, documents: Documents | None = None
    ) -> tuple[Ledger, Sources]:
        if asked != tree:
            return load(asked, known, documents)
        ledger, sources = read(tree)
        shared[:] = [ledger]
        ledger.calendar.provisional.clear()  # the one thing about a ledger that a command changes
        return ledger, sources

    @functools.cache
    def judged(rule: Rule) -> Rule:
        return replace(rule, check=_finding_once(rule.check, shared)) if rule.check else rule

    def judging(wanted: Callable[[str], bool] = str.isascii) -> tuple[Rule, ...]:
        return tuple(map(judged, rules(wanted)))

    return _Together(
        mock.patch("ledger.commands.reading.load", loaded), mock.patch("ledger.checks.run.rules", judging)
    )


class _Together(contextlib.AbstractContextManager[None]):
    """Patches that are entered and left as one, as often as one likes."""

    def __init__(self, *patches: Any) -> None:
        self._patches = patches

    def __enter__(self) -> None:
        for patch in self._patches:
            patch.start()

    def __exit__(self, *_: object) -> None:
        for patch in reversed(self._patches):
            patch.stop()


def _finding_once(check: Callable[[Ledger, date], Iterator[Finding]], shared: list[Ledger]) -> Any:
    """The rule's function, which asks the rule itself once a day about a ledger that is shared."""
    known: dict[date, tuple[list[Finding], set[int]]] = {}

    def checked(ledger: Ledger, day: date) -> Iterator[Finding]:
        if not any(ledger is one for one in shared):
            return check(ledger, day)
        if day not in known:
            alone = replace(ledger, calendar=replace(ledger.calendar, provisional=set(), _counted={}))
            known[day] = list(check(alone, day)), alone.calendar.provisional
        found, provisional = known[day]
        ledger.calendar.provisional.update(provisional)
        return iter(found)

    return checked


_CITY = reading_once(ROOT / "plans")


def run(
    *args: str | Path,
    cwd: Path = ROOT,
    today: str = TODAY,
    env: Mapping[str, str] | None = None,
    terminal: int | None = None,
    again: bool = False,
) -> Ran:
    """One command line, run here; ``terminal`` is the width of a terminal to print on. The bundled city is read once, any other file once too.

    ``again``: as the program is started, so that an answer that it gave before is given again.
    """
    out, err = _Stream("strict", terminal=terminal is not None), _Stream("backslashreplace")
    extra = {**(env or {}), **({"COLUMNS": str(terminal)} if terminal else {})}
    with (
        _environ(environment(extra)),
        _on(today),
        mock.patch.object(os, "fsync", _left_to_the_system),
        equal_files_once(),
        _CITY if cwd == ROOT else contextlib.nullcontext(),
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        words = [str(a) for a in args]
        code = answered(words, lambda: open_door(COMMANDS, words)) if again else open_door(COMMANDS, words)
    return Ran(code, out.text, err.text)


@functools.cache
def bundled(*args: str, terminal: int | None = None) -> Ran:
    """The same on the bundled city; equal command lines are run once."""
    return run(*args, terminal=terminal)


def json_of(*args: str) -> Any:
    """``data`` of a command on the bundled city that went well."""
    done = bundled(*args, "--format", "json")
    assert done.code == 0, done.err
    return done.data


def shell(
    *args: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The installed program in a process of its own."""
    return subprocess.run(
        [PROGRAM, *map(str, args)],
        cwd=cwd,
        env=environment(env or {}),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


_SET = [
    word
    for setting in (
        *("user.name=樊静之", "user.email=fan@example.invalid", "init.defaultBranch=main"),
        "init.templateDir=",  # no samples of hooks
        *("gc.auto=0", "maintenance.auto=false"),  # nothing is tidied up behind a commit
    )
    for word in ("-c", setting)
]


def git(folder: Path, *args: str, day: str = "2017-01-01") -> str:
    """Git in ``folder``, as of noon of ``day``."""
    moment = f"{day}T12:00:00+08:00"
    env = environment({"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment})
    done = subprocess.run(
        ["git", *_SET, *args], cwd=folder, env=env, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def commit(folder: Path, day: str) -> str:
    """Everything in ``folder`` as a commit of ``day``; its id."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", day, day=day)
    return git(folder, "rev-parse", "HEAD")


def plain(text: str) -> str:
    return ESCAPE.sub("", text)


def cells(line: str) -> int:
    """Cells on a terminal that shows doubtful characters narrow."""
    return wcswidth(plain(line))


def doubtful(text: str) -> set[str]:
    """Characters that a Chinese terminal may show one cell wide or two."""
    return {c for c in text if unicodedata.east_asian_width(c) == "A"}
