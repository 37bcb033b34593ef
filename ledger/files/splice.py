"""More items at the end of lists (entries of a log, items of a plan), every other byte of the file as it was.

The file is never written from its data: the new text is put between two characters of it, found by the parser's
own marks. What cannot be proven right afterwards is refused, and done by hand.
"""

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from ledger.base.diagnostics import Pointer
from ledger.base.errors import LedgerError
from ledger.files.composition import compose
from ledger.files.document import BOMS
from ledger.files.insertions import Edit, edited, line_number, unsure
from ledger.files.marks import read_nodes
from ledger.files.tails import NOT_FOUND, Fields, Tail, edits_of


def append_entry(source: bytes, pointer: Pointer, fields: Fields) -> bytes:
    """The file with one more entry, ``fields``, in the log of the mapping at ``pointer``."""
    return append(source, [Tail(pointer, (fields,))])


def append(source: bytes, tails: Sequence[Tail]) -> bytes:
    """The file with every tail in its place; no two of them are for the same list.

    A comment below a list's last item that stands right of the list's key belongs to the list and stays above what is
    new; any other stays below. Raises LedgerError when the file or the values do not allow it, and when the result,
    read again, is not the old data with the new in its place and the old lines around it.
    """
    before = compose(source)
    if before.faults or source.startswith(tuple(BOMS)):
        raise LedgerError("文件有读不通的地方，没有改动；请先运行 ledger check，改好后再记")
    root = read_nodes(source)
    if root is None:
        raise LedgerError(NOT_FOUND)
    text = source.decode()
    edits = edits_of(text, root, tails)
    result = edited(text, edits).encode()
    after = compose(result)
    if after.faults or after.data != _with(before.data, tails) or not _lines_kept(text, result, edits):
        raise unsure(text, edits[0].start)
    return result


def _with(data: Any, tails: Sequence[Tail]) -> Any:
    wanted = copy.deepcopy(data)
    for tail in tails:
        owner = wanted
        for step in tail.owner:
            owner = owner[step]
        owner[tail.key] = [*(owner.get(tail.key) or []), *map(dict, tail.rows)]
    return wanted


def _lines_kept(source: str, result: bytes, edits: Sequence[Edit]) -> bool:
    """Whether every old line is still there in order, but for those that an edit says it changes."""
    changed = {line_number(source, edit.start) for edit in edits if edit.changed}
    new = _lines(result.decode())
    return all(line in new for n, line in enumerate(_lines(source), 1) if n not in changed)


def _lines(text: str) -> Iterator[str]:
    return (line.rstrip("\r") for line in text.split("\n"))
