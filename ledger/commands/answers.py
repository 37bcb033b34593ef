"""Answers given before, given again where everything that they were made from is as it was.

An answer is named by :mod:`~ledger.commands.circumstances` and holds what was printed beside what was read of the world.
Before anything else of the program is imported it is looked up and the world is looked at (:func:`answered`); a command
that only looks has its answer kept when it ends (:func:`noting`).
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from itertools import pairwise
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.commands.circumstances import circumstances
from ledger.commands.echo import Heard, Said, said_before, say_again
from ledger.commands.streams import settle_streams
from ledger.files.cache import Cache, Key, digest
from ledger.files.cache_file import open_cache
from ledger.files.folder import find_ledger, repository_top
from ledger.files.inputs import Inputs, Noted, looked_at, still
from ledger.files.kept import NOT_OURS, read_kept
from ledger.files.looks import forget
from ledger.files.witness import telling

NO_CACHE = "--no-cache"
_KIND = "answer"
_GOOD = {0, 1}
"""Exit codes of answers. Who asked the impossible is told why anew."""
_open: ContextVar["Question | None"] = ContextVar("_open", default=None)


class Question:
    """A command line under its circumstances, and the ``cache`` that may have its answer."""

    def __init__(self, words: Sequence[str], cache: Cache) -> None:
        self.cache = cache
        self._words, self._environment = words, dict(os.environ)  # --ledger before a command adds to it
        self._name = self._circumstances()

    @property
    def key(self) -> Key:
        return digest(_KIND, self._name)

    @property
    def is_the_same(self) -> bool:
        """Whether the day, the terminal and the rest are what they were when it was asked."""
        try:
            return self._circumstances() == self._name
        except OSError:  # the folder is gone, or the terminal
            return False

    def _circumstances(self) -> Key:
        return circumstances(self._words, self._environment)

    def keep(self, noted: Noted, said: Said, code: int) -> None:
        self.cache.put(self.key, json.dumps([vars(noted), said, code]).encode())


def answered(words: Sequence[str], work: Callable[[], int]) -> int:
    """The exit code of a command line; ``work`` is done where there is no answer that holds."""
    question = _asked(words)
    if question is None:
        return work()
    token = _open.set(question)
    try:
        code = _recalled(question)
        return work() if code is None else code
    finally:
        _open.reset(token)
        question.cache.close()
        forget()


def cache_opened() -> Cache | None:
    """The cache in which the answer was looked for."""
    question = _open.get()
    return None if question is None else question.cache


def noting(work: Callable[[], int], *, kept: bool) -> int:
    """What ``work`` returns; its answer is ``kept`` where it can be given again."""
    question = _open.get() if kept else None
    if question is None:
        return work()
    inputs, heard = Inputs(), Heard()
    with telling(inputs), heard.listening():
        code = work()
    forget()
    noted, said = inputs.noted(), heard.said
    if code in _GOOD and noted is not None and said is not None and question.is_the_same:
        question.keep(noted if noted.at else looked_at(noted, question.cache) or noted, said, code)
    return code


def _asked(words: Sequence[str]) -> Question | None:
    """None where nothing shall or can be kept."""
    unwanted = NO_CACHE in words or os.environ.get("_LEDGER_COMPLETE")
    if unwanted or sys.stdout is None:
        return None
    settle_streams()
    try:
        folder = _probably(words)
        cache = open_cache(repository_top(folder) or folder)
        return None if cache is None else Question(words, cache)
    except OSError:  # a folder that is gone, a terminal that says nothing of its size
        return None


def _probably(words: Sequence[str]) -> Path:
    """The ledger that is meant: its repository shall hold no cache. What is really read is noted when it is read."""
    chosen = os.environ.get("LEDGER_DIR")
    for word, following in pairwise([*words, ""]):
        if word == "--ledger" or word.startswith("--ledger="):
            chosen = following if word == "--ledger" else word.removeprefix("--ledger=")
    try:
        return find_ledger(Path.cwd(), Path(chosen) if chosen else None)
    except LedgerError:
        return Path.cwd()


def _recalled(question: Question) -> int | None:
    raw = question.cache.get(question.key)
    if raw is None:
        return None
    try:
        then, words, code = read_kept(raw)
        noted, said = Noted(**then), said_before(words)
        seen = still(noted, question.cache)
    except NOT_OURS:
        return None
    if seen is None or type(code) is not int or code not in _GOOD:
        return None
    if seen is not noted and seen.look != noted.look:
        question.keep(seen, said, code)
    try:
        say_again(said)
    except OSError as error:
        from ledger.commands.options import Output  # noqa: PLC0415 - nobody else waits for it
        from ledger.commands.printing import impossible  # noqa: PLC0415

        return impossible("", f"标准输出写不进去：{error.strerror or error}", Output())
    return code
