"""All that an answer may depend on besides files: the program, the command line, the day, the environment, the terminal."""

import os
import sys
from collections.abc import Mapping, Sequence

from ledger.commands.clock import today
from ledger.files.cache import Key, digest
from ledger.files.program import program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_PASSING = {"_", "SHLVL", "OLDPWD"}
"""What shells change by themselves from one command to the next."""


def circumstances(words: Sequence[str], environment: Mapping[str, str]) -> Key:
    """A digest of it. Nothing of the environment is thought to be harmless but what changes by itself."""
    kept = (f"{name}={value}" for name, value in sorted(environment.items()) if name not in _PASSING)
    return digest(
        program(),
        digest(*words),
        os.getcwd(),  # noqa: PTH109 - asked before every command
        f"{today()}",
        f"{sys.flags} {sys.warnoptions} {_who()}",
        *(_listener(stream) for stream in (sys.stdout, sys.stderr)),
        *kept,
    )


def _who() -> str:
    """Whose files these are to read."""
    if sys.platform == "win32":
        return ""
    return f"{os.geteuid()} {os.getegid()} {os.getgroups()}"


def _listener(stream: "TextIO") -> str:
    """How it takes what is printed."""
    size = os.get_terminal_size(stream.fileno()) if stream.isatty() else None
    return f"{size} {stream.encoding} {stream.errors}"
