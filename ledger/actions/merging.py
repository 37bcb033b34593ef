"""Two branches that both added to one file, merged: what landed stands first, the rest below it.

First the data is merged, which says what the result has to mean; then the text, so that every line and comment of
either side stays. The result is taken only when it reads as the data does; else git's own is left to be settled by
hand.
"""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ledger.actions.merged_data import DataMerge, Grown, Three
from ledger.actions.merged_log import ConflictError
from ledger.base.errors import LedgerError
from ledger.files.comments import comments
from ledger.files.document import read_document
from ledger.files.marks import break_at
from ledger.files.text_merge import merge_text
from ledger.files.transplant import Piece, put_in, take_out, with_field
from ledger.model.shelves import registers


class Versions(NamedTuple):
    """One file as it was when the branches parted, on the branch that is checked out, and on the one merged into it."""

    base: bytes
    ours: bytes
    theirs: bytes


class Merged(NamedTuple):
    """The file's new content; when it is not ``clean``, with git's conflict markers."""

    content: bytes
    clean: bool


def by_text(at: Path, versions: Versions) -> Merged:
    """What git alone would have made of it in the repository ``at``."""
    return Merged(*merge_text(at, versions.ours, versions.base, versions.theirs))


def by_meaning(at: Path, versions: Versions, text: Merged, today: date, *, theirs_landed: bool) -> Merged:
    """The merged file, or ``text``, git's own result, where that is right or nothing better can be proven."""
    landed, other = versions.theirs, versions.ours
    if not theirs_landed:
        landed, other = other, landed
    base = _begun(versions.base, landed)
    contents = Three(*(_data(content) for content in (base, landed, other)))
    if None in contents:
        return text
    merge = DataMerge(today)
    try:
        wanted = merge.value(contents)
        if text.clean and _data(text.content) == wanted:
            return text
        content = _woven(at, base, landed, other, merge)
    except ConflictError:  # git's own may put the same key into one mapping twice
        return Merged(text.content, text.clean and _data(text.content) is not None)
    except LedgerError:  # git's own says something else than both sides did
        return Merged(text.content, clean=False)
    proven = _data(content) == wanted and _comments_kept(versions, content)
    return Merged(content, clean=True) if proven else Merged(text.content, clean=False)


def _data(content: bytes) -> object:
    """None when there are faults."""
    document, _ = read_document("", content)
    return document.data if document else None


def _begun(base: bytes, landed: bytes) -> bytes:
    """The base; where it held no thing yet that a register holds now, the register's name with nothing below."""
    now = _data(landed)
    name = next(iter(now), "") if isinstance(now, dict) else ""
    empty = not base or _data(base) == {name: []}
    return f"{name}:\n".encode() if name in registers() and empty else base


def _woven(at: Path, base: bytes, landed: bytes, other: bytes, merge: DataMerge) -> bytes:
    """What both added is taken out, the rest merged by git, and put back: landed first."""
    before, first, second = (_closed(content.decode()) for content in (base, landed, other))
    moved: list[tuple[Grown, list[Piece]]] = []
    for grown in merge.grown:
        growth, pieces = grown.growth, list[Piece]()
        if (
            grown.by_landed and growth.kept
        ):  # a list that was not there stays in landed: the other's goes below it
            first, pieces = take_out(first, before, growth)
        if grown.by_other:
            second = with_field(second, growth, grown.late, f"recorded: {merge.today}")
            second, added = take_out(second, before, growth)
            pieces += [p for n, p in enumerate(added, growth.kept) if n not in grown.dropped]
        moved.append((grown, pieces))
    merged, clean = merge_text(at, first.encode(), before.encode(), second.encode())
    if not clean:
        raise LedgerError("两边都改了同一处")
    text = merged.decode()
    for grown, pieces in moved:
        text = put_in(text, grown.growth, pieces) if pieces else text
    return text.encode()


def _closed(text: str) -> str:
    """With a break at the end of its last line: nothing can be put below one that has none."""
    return text if text.endswith("\n") else text + break_at(text, len(text))


def _comments_kept(versions: Versions, content: bytes) -> bool:
    """Whether every comment is in the result that either side added or both left."""
    base, ours, theirs, now = (
        Counter(comment.text.rstrip() for comment in comments(text)) for text in (*versions, content)
    )
    return (base & ours & theirs) + ((ours - base) | (theirs - base)) <= now
