"""The line that shows progress, of characters whose width no Chinese terminal doubts."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

from ledger.commands.echo import unheard

_ROOM = 30


class _Count(ProgressColumn):
    """``####......  12/30``; only the count where nobody knows how many there are."""

    def __init__(self, total: int | None, done: Callable[[], int]) -> None:
        super().__init__()
        self._total, self._done = total, done

    def render(self, task: Task) -> Text:  # noqa: ARG002
        done, total = self._done(), self._total
        if not total:
            return Text(f"{done:,}" if done else "")
        full = min(_ROOM, _ROOM * done // total)
        return Text(f"{'#' * full}{'.' * (_ROOM - full)}  {done:,}/{total:,}")


@contextlib.contextmanager
def bar(words: str, total: int | None, done: Callable[[], int]) -> Iterator[None]:
    """Draw it until the end, asking ten times a second how many are ``done``; then leave nothing of it."""
    columns = (
        SpinnerColumn("line"),
        TextColumn("{task.description}", markup=False),
        _Count(total, done),
        TimeElapsedColumn(),
    )
    console = Console(file=unheard(sys.stderr))
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as progress:
        progress.add_task(words, total=None)
        yield
