"""Files with equal names and bytes are read once a process, in whichever folder or commit they stand: records are frozen."""

import contextlib
import functools
from typing import Any
from unittest import mock

from ledger.base.diagnostics import Diagnostic
from ledger.files.tree import SourceFile
from ledger.loading import load as loading
from ledger.loading.kinds import Kind

_READ = loading.read_file


@functools.cache
def _read(file: SourceFile, kind: Kind) -> tuple[Any, tuple[Diagnostic, ...]]:
    record, problems = _READ(file, kind)
    return record, tuple(problems)


def _read_once(file: SourceFile, kind: Kind, _said: object = None) -> tuple[Any, list[Diagnostic]]:
    record, problems = _read(file, kind)
    return record, list(problems)


def equal_files_once() -> contextlib.AbstractContextManager[object]:
    """In it a ledger's file that was met before is not parsed again."""
    return mock.patch.object(loading, "read_file", _read_once)
