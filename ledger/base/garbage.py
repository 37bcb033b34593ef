"""Work that makes many things at once and leaves none behind in a circle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Records are many and none is garbage: looking for it costs a tenth of a command line, a third of judging month by month."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def never_look_through_it() -> None:
    """For who is about to leave: what there is now is out of every later search for garbage, also of Python's last ones.

    After :func:`no_garbage_collection` those walk through all that a command made: a quarter of its time.
    """
    gc.freeze()
