"""Where the nodes of a YAML file begin and end, in characters of its text.

Composing keeps what a file says, this keeps how it is written. libyaml counts characters (a byte order mark not
among them) and lets block collections and block scalars end at the next token, however many comments later; here
they end with their last character.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from _ruamel_yaml import CParser
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ledger.base.diagnostics import Pointer
from ledger.files.scalars import Layout

BREAKS = "\r\n\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{BREAKS}]")
_SHAPES: dict[type, Literal["list", "mapping"]] = {SequenceStartEvent: "list", MappingStartEvent: "mapping"}


@dataclass(slots=True)
class Node:
    """``text[start:end]`` is all of it; a mapping's ``keys`` and ``items`` stand in pairs."""

    shape: Literal["scalar", "list", "mapping"]
    start: int
    end: int
    column: int
    flow: bool = False
    value: str = ""
    keys: list["Node"] = field(default_factory=list)
    items: list["Node"] = field(default_factory=list)

    def find(self, key: str) -> tuple["Node", "Node"] | None:
        """A key of this mapping and its value."""
        pairs = zip(self.keys, self.items, strict=True) if self.shape == "mapping" else ()
        return next((pair for pair in pairs if pair[0].value == key), None)


def read_nodes(source: bytes) -> Node | None:
    """The top node of a file that was composed without faults; None when it holds nothing."""
    text, root = source.decode(), None
    stack: list[Node] = []
    parser = CParser(source)
    while parser.check_event():
        event = parser.get_event()
        kind = type(event)
        if kind is SequenceEndEvent or kind is MappingEndEvent:
            node = stack.pop()
            node.end = event.end_mark.index if node.flow else node.items[-1].end
        elif kind is ScalarEvent or kind in _SHAPES:
            node = _node(event, text)
            if stack:
                _hang(stack[-1], node)
            root = root or node
            if node.shape != "scalar":
                stack.append(node)
    return root


def _node(event: Any, text: str) -> Node:
    mark = event.start_mark
    if type(event) is not ScalarEvent:
        return Node(_SHAPES[type(event)], mark.index, mark.index, mark.column, bool(event.flow_style))
    end = event.end_mark.index
    if event.style in {"|", ">"}:
        end = _block_scalar_end(event, text)
    return Node("scalar", mark.index, end, mark.column, value=event.value)


def _hang(parent: Node, node: Node) -> None:
    is_key = parent.shape == "mapping" and len(parent.keys) == len(parent.items)
    (parent.keys if is_key else parent.items).append(node)


def _block_scalar_end(event: Any, text: str) -> int:
    """Behind its last line, without the blank lines below unless they are part of the value."""
    start, end = int(event.start_mark.index), int(event.end_mark.index)
    header = text[start:end].split(maxsplit=1)[0]
    keeps = "+" in header or event.value.rstrip("\n").endswith(" ")
    if keeps:
        last = text[end - 1] if text[end - 2 : end] != "\r\n" else "\r\n"
        return end - len(last) if last[0] in BREAKS else end
    return len(text[:end].rstrip(" " + BREAKS))


def owner_at(root: Node, pointer: Pointer) -> tuple[Node, int] | None:
    """The node of ``pointer`` and the column that comments must stand right of to be part of it."""
    node, floor = root, 0
    for step in pointer:
        if isinstance(step, int):
            if node.shape != "list" or not 0 <= step < len(node.items):
                return None
            node, floor = node.items[step], node.column
        else:
            pair = node.find(step)
            if pair is None:
                return None
            node, floor = pair[1], pair[0].column
    return node, floor


class Layouts:
    """How the block lists of a file are indented."""

    def __init__(self, root: Node) -> None:
        self._lists: dict[str, list[tuple[Node, Node]]] = {}
        for key, value in _pairs(root):
            if value.shape == "list" and not value.flow:
                self._lists.setdefault(key.value, []).append((key, value))
        for pairs in self._lists.values():
            pairs.sort(key=_beginning)

    def near(self, key: str, index: int) -> Layout:
        """How the nearest list under ``key`` is indented, or else the nearest log, or any list."""
        for lists in ([self._lists.get(key, [])], [self._lists.get("log", [])], self._lists.values()):
            around = [pair for pairs in lists for pair in _around(pairs, index)]
            if around:
                name, found = min(around, key=lambda pair: abs(pair[1].start - index))
                return Layout(max(0, found.column - name.column), inner(found))
        return Layout()


def _beginning(pair: tuple[Node, Node]) -> int:
    return pair[1].start


def _around(pairs: list[tuple[Node, Node]], index: int) -> list[tuple[Node, Node]]:
    """The last that begins before ``index`` and the first that does not."""
    at = bisect_left(pairs, index, key=_beginning)
    return pairs[max(0, at - 1) : at + 1]


def inner(node: Node) -> int:
    """How far behind its dash the last item of a block list begins."""
    return max(2, node.items[-1].column - node.column)


def _pairs(root: Node) -> Iterator[tuple[Node, Node]]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += node.items
        if node.shape == "mapping":
            yield from zip(node.keys, node.items, strict=True)


def line_start(text: str, index: int) -> int:
    begin = text.rfind("\n", 0, index) + 1
    return max(begin, *(text.rfind(c, begin, index) + 1 for c in BREAKS))


def next_line(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.end() if found else len(text)


def line_starts(text: str) -> list[int]:
    """Where every line begins; behind a last break a line of nothing does."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def break_at(text: str, index: int) -> str:
    """What ends the line of ``index``; when nothing does, what ends the first line, or else a line feed."""
    found = _BREAK.search(text, index) or re.search("\r?\n", text)
    return found[0] if found else "\n"
