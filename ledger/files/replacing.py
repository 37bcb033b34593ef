"""Single values of a file written anew, every other byte as it was.

The places are the parser's own; what cannot be proven right afterwards is refused.
"""

import copy
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from ledger.base.diagnostics import Fix, Place, Pointer
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.files.composition import compose
from ledger.files.marks import Node, line_starts, read_nodes
from ledger.files.scalars import scalar

Edit = tuple[int, int, str]


def fix_of(place: Place, value: str) -> Fix | None:
    """The value at ``place`` becomes ``value``, in the quotation marks it stands in; None for one of several lines."""
    old = _at(place)
    if not place.length or _read(old) is None:
        return None
    quote = old[0] if old[0] in {"'", '"'} else ""
    new = f"{quote}{value}{quote}"
    if not quote or _read(new) != value:
        new = scalar(value, flow=True)
    return Fix(place, new, f"改为{quoted(value)}")


def replaced(source: bytes, fixes: Iterable[Fix]) -> bytes:
    """The file with every fix made.

    Raises LedgerError when a place does not hold the value it was told to hold, when two fixes want one place, and
    when the result, read again, is not the old data but for these values.
    """
    before = compose(source)
    root = read_nodes(source) if not before.faults else None
    if root is None:
        raise LedgerError("文件有读不通的地方，没有改动")
    text, wanted, edits = source.decode(), copy.deepcopy(before.data), list[Edit]()
    starts = line_starts(text)
    values = {node.start: (pointer, node) for pointer, node in _values(root)}
    for fix in sorted(set(fixes), key=lambda f: (f.place, f.text)):
        place = fix.place
        start = starts[place.line - 1] + place.column - 1 if place.line <= len(starts) else -1
        pointer, node = values.get(start, ((), None))
        new = _read(fix.text)
        if node is None or new is None or text[start : node.end] != _at(place):
            raise _unsure(place)
        _put(wanted, pointer, new)
        edits.append((start, node.end, fix.text))
    for (_, end, _), (start, _, _) in pairwise(edits):
        if start < end:
            raise LedgerError(f"第 {text.count(chr(10), 0, start) + 1} 行有两种改法，没有改动；请手工改")
    result = _with(text, edits).encode()
    after = compose(result)
    if after.faults or after.data != wanted:
        raise LedgerError("改后的内容和预想的不同，没有改动；请手工改")
    return result


def _with(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end
    return "".join(pieces) + text[at:]


def _at(place: Place) -> str:
    return place.text[place.column - 1 : place.column - 1 + place.length]


def _read(text: str) -> str | None:
    """What a value so written says, wherever it stands; None when it is no single value."""
    read = compose(f"[{text}]".encode())
    data = read.data if not read.faults else None
    if not isinstance(data, list) or len(data) != 1 or not isinstance(data[0], str):
        return None
    return data[0]


def _values(root: Node) -> Iterator[tuple[Pointer, Node]]:
    """Every scalar that is no key, and its pointer."""
    waiting: list[tuple[Pointer, Node]] = [((), root)]
    while waiting:
        pointer, node = waiting.pop()
        if node.shape == "scalar":
            yield pointer, node
        steps: Iterable[str | int] = (
            [key.value for key in node.keys] if node.shape == "mapping" else range(len(node.items))
        )
        waiting += [((*pointer, step), inner) for step, inner in zip(steps, node.items, strict=True)]


def _put(data: Any, pointer: Pointer, value: str) -> None:
    *steps, last = pointer
    for step in steps:
        data = data[step]
    data[last] = value


def _unsure(place: Place) -> LedgerError:
    return LedgerError(f"第 {place.line} 行这一处的写法没有把握改，没有改动；请手工改")
