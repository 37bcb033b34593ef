"""Which program this is: what it computed another one may not answer for."""

import os
import sys
from functools import cache
from pathlib import Path

from ledger.files.cache import digest


@cache
def program() -> bytes:
    """A digest that another Python, another version of us or of any library, and every edit of our own files changes."""
    said = [sys.version, sys.platform, sys.executable]
    for place in sys.path:  # installing or removing a library touches the folder it lies in
        try:
            said.append(f"{place} {os.stat(place or '.').st_mtime_ns}")  # noqa: PTH116
        except OSError:
            said.append(place)
    # the time of the change to its entry, too: images and archives give every release the same times of change
    ours = Path(__file__).parents[1]
    table = os.stat(ours.with_name("cli.py"))  # noqa: PTH116
    said.append(f"{table.st_mtime_ns} {table.st_ctime_ns} {table.st_size}")
    for folder, folders, names in os.walk(ours):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in sorted(names):
            status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - some hundred files, at every start
            said.append(f"{folder} {name} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_size}")
    return digest(*said)
