"""A file's bytes → plain data and, on demand, the place of every pointer.

Nearly every file is plain, and nobody asks for its places: :mod:`ledger.files.plain_lines` reads it in a quarter of the
time, and :mod:`ledger.files.composer` is not even imported.
"""

import contextlib
from dataclasses import dataclass, field
from typing import Any

from ledger.base.diagnostics import Pointer
from ledger.files.faults import Fault, Span
from ledger.files.plain_lines import NotPlain, read_lines

MAX_DEPTH = 32
"""Lists and mappings within each other."""


@dataclass(slots=True)
class Composition:
    """What one file holds; ``keys`` and ``values`` are filled only when positions were asked for."""

    data: Any = None
    faults: list[Fault] = field(default_factory=list)
    keys: dict[Pointer, Span] = field(default_factory=dict)
    values: dict[Pointer, Span] = field(default_factory=dict)


def compose(source: bytes, *, positions: bool = False) -> Composition:
    """Read one YAML document. Faults never raise: they stand in the result, beside what could be read."""
    if not positions:
        with contextlib.suppress(NotPlain):
            return Composition(read_lines(source))
    from ledger.files.composer import composed  # noqa: PLC0415 - with it comes all of ruamel

    return composed(source, positions=positions)
