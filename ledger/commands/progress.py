"""How far a long piece of work has come, on stderr: after a second, for somebody who watches a terminal, gone at its end.

Who reads, checks or computes knows no screen: it is handed things one by one (:func:`watched`), or calls back after
each step (:func:`steps`).
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sized
from contextvars import ContextVar
from typing import TypeVar

PATIENCE = 1.0
"""Seconds that nobody minds waiting."""

T = TypeVar("T")
Step = Callable[[], None]


def watched(things: Iterable[T], words: str, total: int | None = None) -> Iterator[T]:
    """The same things, each counted when the next one is asked for. ``words`` say what is done: 读取台账."""
    with steps(words, total) as step:
        for thing in things:
            yield thing
            step()


def watching(words: str) -> Callable[[Iterable[T]], Iterable[T]]:
    """:func:`watched` for somebody else to call, who knows the things."""

    def each(things: Iterable[T]) -> Iterator[T]:
        return watched(things, words, len(things) if isinstance(things, Sized) else None)

    return each


@contextlib.contextmanager
def steps(words: str, total: int | None = None) -> Iterator[Step]:
    """What to call after each of ``total`` steps (None: nobody knows how many). Within another one's steps it shows nothing."""
    if _work.get() is not None or not _attended.get() or not _watching():
        yield _unseen
        return
    work = _Work(words, total)
    _work.set(work)
    try:
        yield work.step
    finally:
        work.end()


@contextlib.contextmanager
def attended(*, wanted: bool) -> Iterator[None]:
    """The frame of a command: only within it progress is shown, and none of it is left when it ends, however it ends."""
    token = _attended.set(wanted)
    try:
        yield
    finally:
        _attended.reset(token)
        work = _work.get()
        if work is not None:  # an error holds on to the loop that raised it, so that its end comes too late
            work.end()


def _watching() -> bool:
    """With either stream in a pipe somebody else may be drawing on the terminal: a pager, another command."""
    return sys.stderr.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _unseen() -> None:
    pass


class _Work:
    """One piece of work; a clock of its own shows it, because a step may take longer than anybody waits."""

    def __init__(self, words: str, total: int | None) -> None:
        self._words, self._total = words, total
        self._done = 0
        self._screen = contextlib.ExitStack()
        self._lock = threading.Lock()
        self._ended = False
        self._clock = threading.Timer(PATIENCE, self._show)
        self._clock.daemon = True
        self._clock.start()

    def step(self) -> None:
        self._done += 1

    def end(self) -> None:
        """Twice does no harm."""
        self._clock.cancel()
        with self._lock:
            self._ended = True
            self._screen.close()
        if _work.get() is self:
            _work.set(None)

    def _show(self) -> None:
        with self._lock:
            if not self._ended:
                from ledger.commands.progress_bar import bar  # noqa: PLC0415 - rich is for those who wait

                self._screen.enter_context(bar(self._words, self._total, lambda: self._done))


_attended: ContextVar[bool] = ContextVar("_attended", default=False)
_work: ContextVar[_Work | None] = ContextVar("_work", default=None)
