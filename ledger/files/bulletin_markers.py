"""A bulletin's file taken apart at the markers of its computed regions, and put together again."""

import re
from collections.abc import Sequence

from ledger.files.bulletin_text import BulletinText, Fault, Part, Prose, Region

_FENCE = "---"
_OPEN = re.compile(r"<!-- ledger:([a-z][a-z0-9_-]*)(?: [^<>]*)?-->\s*", re.ASCII)
_CLOSE = re.compile(r"<!-- /ledger:([a-z][a-z0-9_-]*) -->\s*", re.ASCII)
_NEARLY = re.compile(r"<!--\s*/?\s*ledger\s*:", re.IGNORECASE)
_WORDS = "由 ledger 计算，勿手改"


def split(text: str) -> BulletinText:
    """A bulletin's text taken apart; a file that is none has no front matter and no regions.

    What an editor on Windows makes of the same lines reads the same.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\n").split("\n")
    start, front = _front(lines)
    parts: list[Part] = []
    faults: list[Fault] = []
    name, since = "", start
    for n in range(start, len(lines)):
        opened, closed = _OPEN.fullmatch(lines[n]), _CLOSE.fullmatch(lines[n])
        if opened and not name:
            _add(parts, "", lines, since, n)
            name, since = opened[1], n + 1
        elif closed and closed[1] == name:
            _add(parts, name, lines, since, n)
            name, since = "", n + 1
        elif opened:
            faults.append(Fault(n + 1, f"“{name}”还没有结束，又开始了“{opened[1]}”"))
        elif closed:
            faults.append(Fault(n + 1, f"“{closed[1]}”结束了，却没有开始"))
        elif not name and _NEARLY.search(lines[n]):
            faults.append(Fault(n + 1, "像是标记又不是：标记要单独一行、顶格，照生成时的写法"))
    if name:
        faults.append(Fault(since, f"“{name}”没有结束标记"))
    _add(parts, name, lines, since, len(lines))
    return BulletinText(front, tuple(parts), (*faults, *_twins(parts)), "\n".join(lines))


def _front(lines: Sequence[str]) -> tuple[int, str]:
    """Where the body begins, and the YAML above it."""
    if lines[0].rstrip() != _FENCE:
        return 0, ""
    end = next((n for n in range(1, len(lines)) if lines[n].rstrip() == _FENCE), None)
    return (0, "") if end is None else (end + 1, "\n".join(lines[1:end]) + "\n")


def _add(parts: list[Part], name: str, lines: Sequence[str], first: int, end: int) -> None:
    """Lines from ``first`` up to ``end``, without the empty ones around them; a region may have no others."""
    if not any(line.strip() for line in lines[first:end]):
        end = first
    while first < end and not lines[first].strip():
        first += 1
    while first < end and not lines[end - 1].strip():
        end -= 1
    text = "\n".join(lines[first:end])
    if name:
        parts.append(Region(name, text, first + 1))
    elif text:
        parts.append(Prose(text, first + 1))


def _twins(parts: Sequence[Part]) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for part in parts:
        if isinstance(part, Region):
            if part.name in seen:
                faults.append(Fault(part.line, f"“{part.name}”出现了两次"))
            seen.add(part.name)
    return faults


def joined(front: str, parts: Sequence[Part]) -> str:
    """The file: what :func:`split` takes apart again.

    Raises ValueError for a text that holds a marker of its own: it would end its region before its end.
    """
    pieces = [f"{_FENCE}\n{front}{_FENCE}"]
    for part in parts:
        if isinstance(part, Prose):
            pieces.append(part.text)
            continue
        if any(_OPEN.fullmatch(line) or _CLOSE.fullmatch(line) for line in part.text.split("\n")):
            raise ValueError(f"the text of {part.name} holds a marker")
        pieces += [f"<!-- ledger:{part.name} {_WORDS} -->", part.text, f"<!-- /ledger:{part.name} -->"]
    return "\n\n".join(pieces) + "\n"
