"""What the program prints arrives as it was meant, whatever the locale: UTF-8 in a pipe, nothing lost on a terminal."""

import io
import os
import sys


def settle_streams() -> None:
    """UTF-8 with bare line feeds in pipes and files, on Windows too; ``PYTHONIOENCODING`` has the last word.

    A terminal is written to in its own encoding; what it cannot show becomes a question mark, and the command goes on.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
