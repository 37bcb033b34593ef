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
