"""Work for more than one core: the process divides itself, each half sends back what it found.

Only where a system can fork, only for much work, and never while other threads run: a half that cannot be had is done
here, so that an answer never depends on it.
"""

import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

T = TypeVar("T")
Part = Callable[[Iterable[T]], Any]
Here = Callable[[Sequence[T]], Iterable[T]]


def cores() -> int:
    """How many processors this process may use."""
    if sys.platform == "win32" or not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


def in_parts(things: Sequence[T], work: Part[T], least: int, here: Here[T] = iter) -> list[Any]:
    """What ``work`` made of each run of ``things``, in their order: one run, or as many as there are cores.

    ``work`` returns what JSON can carry. Below ``least`` things a run the way to another process is longer than the work.
    The run that is done in this process goes through ``here``, which may count it for whoever waits.
    """
    count = min(cores(), len(things) // max(1, least))
    if count < 2 or not can_divide():
        return [work(here(things))]
    cuts = [len(things) * n // count for n in range(count + 1)]
    runs = [things[a:b] for a, b in pairwise(cuts)]
    others = [_begin(run, work) for run in runs[1:]]
    try:
        found = [work(here(runs[0]))]
        for run in runs[1:]:
            sent = _end(*others[0]) if others[0] else None
            del others[0]
            found.append(work(run) if sent is None else sent[0])
        return found
    finally:
        _stop(child for child, _ in filter(None, others))


def can_divide() -> bool:
    """Whether forking is safe here and now."""
    return sys.platform not in {"win32", "darwin"} and hasattr(os, "fork") and threading.active_count() == 1


def _begin(run: Sequence[T], work: Part[T]) -> tuple[int, int] | None:
    if sys.platform == "win32":
        return None
    reader, writer = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if child:
        os.close(writer)
        return child, reader
    code = 1
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(json.dumps([work(run)], ensure_ascii=False).encode("utf-8", "surrogatepass"))
        code = 0
    finally:
        os._exit(code)  # nothing of the parent's is flushed, closed or told twice


def _stop(children: Iterable[int]) -> None:
    """Whoever interrupts us waits for none of them."""
    for child in children:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(child, signal.SIGTERM)
            os.waitpid(child, 0)


def _end(child: int, reader: int) -> list[Any] | None:
    """What it sent, in a list; None where it came to grief: done again here, the fault comes to light."""
    with os.fdopen(reader, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return None
    found: list[Any] = json.loads(sent.decode("utf-8", "surrogatepass"))
    return found
