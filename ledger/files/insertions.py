"""Where new text goes between the characters of a file, so that every line that is there stays as it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ledger.base.errors import LedgerError
from ledger.files.marks import BREAKS, Node, break_at, line_start, next_line

_COMMENT = re.compile(rf"( *)#[^{BREAKS}]*(?:\r\n|[{BREAKS}]|\Z)")


class Edit(NamedTuple):
    """``text[start:end]`` becomes ``new``; ``changed`` is how many old lines that alters."""

    start: int
    end: int
    new: str
    changed: int = 0


def below(text: str, end: int, floor: int, lines: list[str]) -> Edit:
    """Under the line of ``end`` and the comments right below it that stand right of ``floor``."""
    at = next_line(text, end)
    while (comment := _COMMENT.match(text, at)) and len(comment[1]) > floor:
        at = comment.end()
    line_break = newline(text, end)
    unfinished = at == len(text) and text[-1] not in BREAKS
    return Edit(at, at, (line_break if unfinished else "") + "".join(line + line_break for line in lines))


def above(text: str, previous: int | None, key: Node, lines: list[str]) -> Edit:
    """Over ``key``: at the first blank line behind the value before it, else over the comments attached to it.

    Comments over a file's first key are the file's own and stay where they are.
    """
    at = key.start - key.column
    if previous is not None:
        top = next_line(text, previous)
        gap = text[top:at].splitlines(keepends=True)
        blank = [n for n, line in enumerate(gap) if not line.strip(" " + BREAKS)]
        attached = [n for n, line in enumerate(gap) if len(line) - len(line.lstrip(" ")) <= key.column]
        at = top + sum(map(len, gap[: (blank or attached or [len(gap)])[0]]))
    line_break = newline(text, key.end)
    return Edit(at, at, "".join(line + line_break for line in lines))


def into_brackets(text: str, node: Node, piece: str) -> Edit:
    """Behind the last thing between the brackets; on a line of its own where that has one."""
    if not node.items:
        return Edit(node.start + 1, node.start + 1, piece, changed=1)
    start, end = (node.keys or node.items)[-1].start, node.items[-1].end
    column = start - line_start(text, start)
    stop = next_line(text, end)
    if text[start - column : start].strip(" "):
        return Edit(end, end, f", {piece}", changed=1)
    line_break = newline(text, end)
    if stop >= node.end:
        return Edit(end, end, f",{line_break}{' ' * column}{piece}", changed=1)
    rest = text[end:stop]
    comma = rest.lstrip(" ").startswith(",")
    line = " " * column + piece + ("," if comma else "") + line_break
    return Edit(end, stop, ("" if comma else ",") + rest + line, changed=0 if comma else 1)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with every edit made; where two begin at one place, the earlier of ``edits`` comes first.

    Raises LedgerError when two of them would change the same text.
    """
    pieces, at = list[str](), 0
    for edit in sorted(edits, key=lambda e: e.start):
        if edit.start < at:
            raise unsure(text, edit.start)
        new = edit.new
        if pieces and edit.start == at == len(text) and pieces[-1].endswith("\n"):
            new = new.lstrip("\r\n")  # the line that the file left unfinished was ended already
        pieces += [text[at : edit.start], new]
        at = edit.end
    return "".join([*pieces, text[at:]])


def newline(text: str, index: int) -> str:
    """How the line of ``index`` ends; raises LedgerError where that is nothing an editor shows as a line."""
    found = break_at(text, index)
    if found not in {"\n", "\r\n"}:
        raise unsure(text, index)
    return found


def line_number(text: str, index: int) -> int:
    """From 1."""
    return text.count("\n", 0, index) + 1


def unsure(text: str, index: int) -> LedgerError:
    """The sentence for a place that nobody can prove right."""
    line = line_number(text, index)
    return LedgerError(f"第 {line} 行这一处的写法没有把握改，没有改动；请照 plans/README.md 手工补记")
