"""Which rows are headings, and of which heading every item is: by a column, by 1.1 under 1, by （一） under 一、."""

from collections.abc import Sequence

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.text import quoted
from ledger.loading.sheets.groups import Entry
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.numbering import Style, read_number


def find_parents(entries: Sequence[Entry]) -> None:
    """Give every entry its parent; an entry with children is a part. A parent that is not there is a fault of its row."""
    if any(Head.PARENT in entry.line.cells for entry in entries):
        _by_column(entries)
        return
    latest: dict[str, Entry] = {}
    ranks = _ranks(entries)
    stack: list[tuple[int, Entry]] = []
    for n, entry in enumerate(entries):
        rank = _rank(entry, entries[n + 1] if n + 1 < len(entries) else None, ranks)
        while stack and stack[-1][0] >= rank:
            stack.pop()
        above = latest.get(entry.number.above or "") if entry.number else None
        if entry.parent is None:
            entry.parent = above or (stack[-1][1] if stack else None)
        stack.append((rank, entry))
        if entry.number:
            latest[entry.number.id] = entry
    _mark_parts(entries)


def is_nested(entries: Sequence[Entry]) -> bool:
    """Whether the rows themselves say of which row they are, by a column or as 1.1 is of 1."""
    return any(
        Head.PARENT in entry.line.cells
        or (entry.number and entry.parent.number and entry.number.above == entry.parent.number.id)
        for entry in entries
        if entry.parent is not None and not entry.text_only
    )


def idle_banners(entries: Sequence[Entry]) -> list[Entry]:
    """Rows of one text without a number, and without an item below them: words to the reader, no heading."""
    headings = {id(entry.parent) for entry in entries}
    return [e for e in entries if e.banner and e.number is None and id(e) not in headings]


def _by_column(entries: Sequence[Entry]) -> None:
    by_id = {entry.number.id: entry for entry in reversed(entries) if entry.number}
    for entry in entries:
        text = entry.line.text(Head.PARENT)
        if not text:
            continue
        number = read_number(text)
        parent = by_id.get(number.id) if number else None
        if parent is None or entry in _ancestry(parent):
            entry.faults.append(
                Diagnostic(
                    code="I106",
                    severity=Severity.ERROR,
                    message=f"上级{quoted(text)}不是表里别的一行的编号",
                    place=entry.line.place(Head.PARENT),
                    hint="改成上级那一行的编号；没有上级的留空",
                )
            )
        else:
            entry.parent = parent
    _mark_parts(entries)


def _ancestry(entry: Entry) -> list[Entry]:
    found = [entry]
    while (above := found[-1].parent) is not None:
        found.append(above)
    return found


def _mark_parts(entries: Sequence[Entry]) -> None:
    for entry in entries:
        if entry.parent is not None:
            entry.parent.is_part = True
    parted = {entry.number.style for entry in entries if entry.is_part and entry.number}
    for entry in entries:
        # 六、其他, with nothing below it, among headings that have items
        if entry.bare and entry.number and entry.number.style in parted and entry.number.style < Style.PLAIN:
            entry.is_part = True


def _ranks(entries: Sequence[Entry]) -> dict[Style | None, int]:
    """How deep each style is here. A style that does not begin with 1 is a slip of the pen, and no level of its own.

    None stands for rows without a number: they are as deep as the deepest that says who or by when.
    """
    ranks: dict[Style | None, int] = {}
    for entry in entries:
        if entry.number and entry.number.style not in ranks:
            begins = entry.number.value <= 1 or entry.number.style is Style.CHINESE
            ranks[entry.number.style] = int(entry.number.style if begins else Style.PLAIN)
    filled = [ranks[e.number.style] for e in entries if e.number and not e.bare]
    ranks[None] = max(filled, default=int(Style.PLAIN))
    return ranks


def _rank(entry: Entry, following: Entry | None, ranks: dict[Style | None, int]) -> int:
    """A row without a number that says only a title, with items below it, is above every number."""
    if entry.number is not None:
        return ranks[entry.number.style]
    heads = entry.bare and following is not None and not following.bare and not entry.steps
    return 0 if entry.is_part or heads else ranks[None]
