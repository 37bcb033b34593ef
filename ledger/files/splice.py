"""One more entry in a log, every other byte of the file as it was.

The file is never written from its data: the entry's text is put between two characters of it, found by the parser's
own marks. What cannot be proven right afterwards is refused, and done by hand.
"""

import copy
import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from ledger.base.diagnostics import Pointer
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.files.composer import compose
from ledger.files.document import BOMS
from ledger.files.insertions import Edit, above, below, into_brackets, line_number, unsure
from ledger.files.marks import (
    Node,
    inner,
    layout_near,
    owner_at,
    read_nodes,
)
from ledger.files.scalars import Layout, Value, flow_text, indented, item_lines

Fields = Mapping[str, Value]

_EMPTY_LIST = re.compile(r" *: *(\[ *\])")
_BODIES = ("items", "rows")


def append_entry(source: bytes, pointer: Pointer, fields: Fields) -> bytes:
    """The file with one more entry, ``fields``, in the log of the mapping at ``pointer``; the log is made if need be.

    A comment below the last entry that stands right of its ``log`` key belongs to the log and stays above the new
    entry; any other stays below. Raises LedgerError when the file or the values do not allow it, and when the result,
    read again, is not the old data with the entry in its place and the old lines around it.
    """
    before = compose(source)
    if before.faults or source.startswith(tuple(BOMS)):
        raise LedgerError("文件有读不通的地方，没有改动；请先运行 ledger check，改好后再记")
    root = read_nodes(source)
    found = owner_at(root, pointer) if root else None
    if root is None or found is None or found[0].shape != "mapping":
        raise LedgerError("文件里没有找到要记的那一条，没有改动；请运行 ledger check 核对编号")
    text, (owner, floor) = source.decode(), found
    edit = _edit(_Page(text, root), owner, floor, fields)
    result = (text[: edit.start] + edit.new + text[edit.end :]).encode()
    wanted = _with_entry(before.data, pointer, fields)
    after = compose(result)
    if after.faults or after.data != wanted or not _lines_kept(source, result, edit.changed):
        raise unsure(text, edit.start)
    return result


class _Page(NamedTuple):
    text: str
    root: Node

    def block(self, fields: Fields, column: int, layout: Layout, near: int) -> list[str]:
        """The entry's lines, as an item of a list whose dashes stand in ``column``."""

        def layouts(key: str) -> Layout:
            return layout_near(self.root, key, near)

        return indented(column, item_lines(fields, layout, layouts))


def _edit(page: _Page, owner: Node, floor: int, fields: Fields) -> Edit:
    pair = owner.find("log")
    if pair is None:
        return _new_log(page, owner, floor, fields)
    key, log = pair
    bare = _EMPTY_LIST.fullmatch(page.text, key.end, log.end)
    if log.shape == "list" and not log.flow:
        return below(page.text, log.end, key.column, _like_the_last(page, log, fields))
    if log.shape == "list" and (owner.flow or not bare):
        return into_brackets(page.text, log, flow_text(dict(fields)))
    if log.shape != "list" and log.start != log.end:
        line, what = line_number(page.text, key.start), quoted(page.text[log.start : log.end])
        raise LedgerError(f"第 {line} 行的 log 写着 {what}，不是列表，没有改动；请先改成 log: [] 再记")
    if owner.flow:
        return Edit(log.end, log.end, f"[{flow_text(dict(fields))}]", changed=1)
    layout = layout_near(page.root, "log", key.start)
    edit = below(
        page.text, log.end, key.column, page.block(fields, key.column + layout.dash, layout, key.start)
    )
    if not bare:
        return edit
    colon = page.text.index(":", key.end) + 1
    return Edit(colon, edit.start, page.text[log.end : edit.start] + edit.new, changed=1)


def _like_the_last(page: _Page, log: Node, fields: Fields) -> list[str]:
    layout = Layout(inner=inner(log))
    if log.items[-1].flow:
        return [" " * log.column + "-" + " " * (layout.inner - 1) + flow_text(dict(fields))]
    return page.block(fields, log.column, layout, log.end)


def _new_log(page: _Page, owner: Node, floor: int, fields: Fields) -> Edit:
    """A ``log`` key behind the last one, but before the items of a plan and the rows of a slip."""
    if owner.flow:
        return into_brackets(page.text, owner, f"log: [{flow_text(dict(fields))}]")
    layout = layout_near(page.root, "log", owner.end)
    lines = page.block(fields, owner.column + layout.dash, layout, owner.end)
    lines.insert(0, " " * owner.column + "log:")
    for n, key in enumerate(owner.keys if owner is page.root else ()):
        if key.value in _BODIES:
            return above(page.text, owner.items[n - 1].end if n else None, key, lines)
    return below(page.text, owner.end, floor, lines)


def _with_entry(data: Any, pointer: Pointer, fields: Fields) -> Any:
    wanted = copy.deepcopy(data)
    owner = wanted
    for step in pointer:
        owner = owner[step]
    owner.setdefault("log", []).append(dict(fields))
    return wanted


def _lines_kept(source: bytes, result: bytes, changed: int) -> bool:
    """Whether every old line is still there in order, but for ``changed`` lines where the new ones begin."""
    old, new = ([line.rstrip(b"\r") for line in s.split(b"\n")] for s in (source, result))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    below = iter(new[same:])
    return all(line in below for line in old[same + changed :])
