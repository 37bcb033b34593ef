"""Where the new items of a list go in the text of a file, and how they are written there."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ledger.base.diagnostics import Pointer
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.files.insertions import Edit, above, below, into_brackets, line_number
from ledger.files.layout import item_lines
from ledger.files.marks import Layouts, Node, inner, owner_at
from ledger.files.scalars import Layout, Value, flow_text

Fields = Mapping[str, Value]

NOT_FOUND = "文件里没有找到要记的那一条，没有改动；请运行 ledger check 核对编号"
_EMPTY_LIST = re.compile(r" *: *(\[ *\])")
_FOLLOWERS = {"log": ("items", "rows"), "parts": ("log", "items")}
"""Before which keys of a file a list is put that was not there."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What is to stand at the end of the list under ``key`` of the mapping at ``owner``; the list is made if need be.

    ``apart``: a blank line stands between its rows, unless those that are there do without.
    """

    owner: Pointer
    rows: Sequence[Fields]
    key: str = "log"
    apart: bool = False


def edits_of(text: str, root: Node, tails: Iterable[Tail]) -> list[Edit]:
    """One for every tail, in the order in which those of one place follow each other.

    Raises LedgerError for an owner that is not there and a value that is no list.
    """
    page = _Page(text, root, Layouts(root))
    placed = sorted((_placed(page, tail) for tail in tails), key=_order)
    return [_edit(page, *place) for place in placed]


class _Page(NamedTuple):
    text: str
    root: Node
    layouts: Layouts

    def block(self, tail: Tail, column: int, layout: Layout, near: int) -> list[str]:
        """The lines of all rows, as items of a list whose dashes stand in ``column``; blank ones between whole pages."""
        rows = [item_lines(fields, column, layout, self._layouts(near)) for fields in tail.rows]
        return [line for n, lines in enumerate(rows) for line in ([""] if n and tail.apart else []) + lines]

    def more(self, tail: Tail, node: Node) -> list[str]:
        """The same below the items that the list has: indented like the last, with a blank line where they have one."""
        layout = Layout(inner=inner(node))
        if node.items[-1].flow:
            dash = " " * node.column + "-" + " " * (layout.inner - 1)
            return [dash + flow_text(dict(fields)) for fields in tail.rows]
        gap = [""] if self._apart(tail, node) else []
        rows = [item_lines(fields, node.column, layout, self._layouts(node.end)) for fields in tail.rows]
        return [line for lines in rows for line in gap + lines]

    def _apart(self, tail: Tail, node: Node) -> bool:
        """Entries stand together whatever stands between those that are there; pages do as the others do."""
        if not tail.apart or len(node.items) < 2:
            return tail.apart
        between = self.text[node.items[-2].end : node.items[-1].start]
        return any(not line.strip() for line in between.splitlines()[1:-1])

    def _layouts(self, near: int) -> Callable[[str], Layout]:
        return lambda key: self.layouts.near(key, near)


class _Placed(NamedTuple):
    """A tail and the mapping that owns its list; comments that stand right of ``floor`` are part of the mapping."""

    owner: Node
    floor: int
    tail: Tail


def _placed(page: _Page, tail: Tail) -> _Placed:
    found = owner_at(page.root, tail.owner)
    if found is None or found[0].shape != "mapping":
        raise LedgerError(NOT_FOUND)
    return _Placed(*found, tail)


def _order(placed: _Placed) -> tuple[int, bool]:
    """Of tails that end at one place: what belongs to an item before the next item, new keys last."""
    return -len(placed.tail.owner), placed.owner.find(placed.tail.key) is None


def _edit(page: _Page, owner: Node, floor: int, tail: Tail) -> Edit:
    pair = owner.find(tail.key)
    if pair is None:
        return _new_list(page, owner, floor, tail)
    key, node = pair
    bare = _EMPTY_LIST.fullmatch(page.text, key.end, node.end)
    if node.shape == "list" and not node.flow:
        return below(page.text, node.end, key.column, page.more(tail, node))
    if node.shape == "list" and (owner.flow or not bare):
        return into_brackets(page.text, node, _in_line(tail.rows))
    if node.shape != "list" and node.start != node.end:
        line, what = line_number(page.text, key.start), quoted(page.text[node.start : node.end])
        raise LedgerError(
            f"第 {line} 行的 {tail.key} 写着 {what}，不是列表，没有改动；请先改成 {tail.key}: [] 再记"
        )
    if owner.flow:
        return Edit(node.end, node.end, f"[{_in_line(tail.rows)}]", changed=1)
    layout = page.layouts.near(tail.key, key.start)
    lines = page.block(tail, key.column + layout.dash, layout, key.start)
    edit = below(page.text, node.end, key.column, lines)
    if not bare:
        return edit
    colon = page.text.index(":", key.end) + 1
    return Edit(colon, edit.start, page.text[node.end : edit.start] + edit.new, changed=1)


def _new_list(page: _Page, owner: Node, floor: int, tail: Tail) -> Edit:
    """A key behind the last one; of a file, before the keys that are to follow it."""
    if owner.flow:
        return into_brackets(page.text, owner, f"{tail.key}: [{_in_line(tail.rows)}]")
    layout = page.layouts.near(tail.key, owner.end)
    lines = page.block(tail, owner.column + layout.dash, layout, owner.end)
    lines.insert(0, " " * owner.column + f"{tail.key}:")
    for n, key in enumerate(owner.keys if owner is page.root else ()):
        if key.value in _FOLLOWERS.get(tail.key, ()):
            return above(page.text, owner.items[n - 1].end if n else None, key, lines)
    return below(page.text, owner.end, floor, lines)


def _in_line(rows: Sequence[Fields]) -> str:
    return ", ".join(flow_text(dict(fields), inside=True) for fields in rows)
