"""What a command printed, noted as it is printed, and printed once more."""

import contextlib
import sys
from collections.abc import Iterator, Sequence

from ledger.commands.streams import has_gone, listen_no_more

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

MOST = 4 * 1024 * 1024
"""Characters; who prints more is not asked the same often."""
_OUT, _ERR = 1, 2
Said = Sequence[tuple[int, str | None]]
"""By stream, in the order of the printing: a text, or None where the stream was flushed."""


class Heard:
    """Two streams, and all that was written on them."""

    def __init__(self) -> None:
        self._said: list[tuple[int, str | None]] = []
        self._size = 0

    @property
    def said(self) -> Said | None:
        """None where it was too much, or did not arrive."""
        return self._said if self._size <= MOST else None

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Within it, what is printed is heard."""
        out: Any = _Ear(self, _OUT, sys.stdout)
        err: Any = _Ear(self, _ERR, sys.stderr)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            yield

    def add(self, number: int, text: str | None) -> None:
        self._size += len(text or "")
        if self._size <= MOST:
            self._said.append((number, text))

    def miss(self) -> None:
        self._size = MOST + 1


class _Ear:
    """A stream that is heard; whatever else is asked of it is asked of the ``stream`` itself."""

    def __init__(self, heard: Heard, number: int, stream: "TextIO") -> None:
        self._heard, self._number = heard, number
        self.stream = stream

    def write(self, text: str) -> int:
        self._heard.add(self._number, text)
        with self._lost():
            return self.stream.write(text)

    def flush(self) -> None:
        self._heard.add(self._number, None)
        with self._lost():
            self.stream.flush()

    def __getattr__(self, name: str) -> "Any":
        return getattr(self.stream, name)

    @contextlib.contextmanager
    def _lost(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._heard.miss()
            raise


def unheard(stream: "TextIO") -> "TextIO":
    """The stream itself: what is drawn on it belongs to no answer."""
    return stream.stream if isinstance(stream, _Ear) else stream


def said_before(held: "Any") -> Said:
    """What was kept of it; raises ValueError or TypeError for what nobody said."""
    said = [(number, text) for number, text in held]
    if all(number in {_OUT, _ERR} and (text is None or isinstance(text, str)) for number, text in said):
        return said
    raise ValueError("not what was said")


def say_again(said: Said) -> None:
    """As it was printed, in the order in which it was. Raises OSError where it does not arrive, for another reason than that nobody listens any more."""
    streams = {_OUT: sys.stdout, _ERR: sys.stderr}
    for number, text in (*said, (_OUT, None)):
        try:
            if text is None:
                streams[number].flush()
            else:
                streams[number].write(text)
        except OSError as error:
            listen_no_more()
            if not has_gone(error):
                raise
