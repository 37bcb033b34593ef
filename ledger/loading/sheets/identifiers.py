"""The id of every heading and item: as numbered; by order where nobody numbered; under its heading where numbers repeat."""

from collections import Counter
from collections.abc import Callable, Sequence

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import ordinal, quoted
from ledger.files.sheets.cells import Kind
from ledger.loading.sheets.groups import Entry
from ledger.loading.sheets.head_words import Head

QUALIFIED = "编号各部分重新编起，前面加了部分的编号"


def give_ids(entries: Sequence[Entry]) -> None:
    """Parts first, for items may be named after them. A number that can be no id, or was used, is a fault of its row."""
    parts = [entry for entry in entries if entry.is_part]
    items = [entry for entry in entries if not entry.is_part]
    _name(parts, lambda n: ordinal(n) if n < 100 else str(n))
    _name(items, str)
    _look_for_unreadable(items)
    _look_for_repeated(parts, "部分")
    _look_for_repeated(items, "事项")


def _name(entries: Sequence[Entry], name: Callable[[int], str]) -> None:
    used = {entry.number.id for entry in entries if entry.number}
    count = 0
    for entry in entries:
        if entry.number:
            entry.id = entry.number.id
            continue
        count += 1
        while name(count) in used:
            count += 1
        entry.id = name(count)
        entry.remarks.append(f"没有编号，按次序编为 {entry.id}")
    parents = {(entry.id, id(entry.parent)) for entry in entries}
    times = Counter(name for name, _ in parents)
    if max(times.values(), default=0) > 1:
        for entry in entries:
            above = entry.parent.id if entry.parent else ""
            if above and not entry.id.startswith(f"{above}."):
                entry.id = f"{above}.{entry.id}"
                entry.remarks.append(QUALIFIED)


def _look_for_unreadable(entries: Sequence[Entry]) -> None:
    for entry in entries:
        cell = entry.line.cell(Head.ID)
        if cell is None or cell.kind is Kind.FAULT or (entry.number and cell.kind is not Kind.DAY):
            continue
        if entry.banner or entry.text_only or (entry.number and cell.merged):
            continue
        entry.faults.append(
            Diagnostic(
                code="I104",
                severity=Severity.ERROR,
                message=f"编号{quoted(cell.text)}"
                + ("被存成了日期" if cell.kind is Kind.DAY else "里有空格、/ 或 #，不能作编号"),
                place=entry.line.place(Head.ID),
                hint="把这一列设成文本格式，再写一遍，如 1-2"
                if cell.kind is Kind.DAY
                else "去掉空格、/ 和 #，如 1-2",
            )
        )


def _look_for_repeated(entries: Sequence[Entry], kind: str) -> None:
    first: dict[str, Place] = {}
    for entry in entries:
        here = entry.line.place(entry.head or Head.ID)
        if entry.id in first:
            entry.faults.append(
                Diagnostic(
                    code="I105",
                    severity=Severity.ERROR,
                    message=f"{kind}编号 {entry.id} 用了两次",
                    place=here,
                    hint="改用没有用过的编号；各张表各自编号的，用 --sheet 一张一张导入",
                    related=((first[entry.id], "先用这个编号的在这里"),),
                )
            )
        first.setdefault(entry.id, here)
