"""``ledger collect``: who has not returned comes first; then what is to be recorded, and what is held back."""

from collections.abc import Iterator
from datetime import date

from ledger.base.text import first_of
from ledger.loading.returns.batch import Came
from ledger.model.ledger import Ledger
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Report,
    Table,
    Tone,
    cells,
)  # fmt: skip
from ledger.reports.returns.data import returns_data
from ledger.reports.returns.faults import fault_blocks
from ledger.reports.returns.summary import WANTING, Returns, summary
from ledger.reports.returns.verdicts import Outcome, Verdict


def returns_report(returns: Returns, ledger: Ledger, day: date) -> Report:
    data = returns_data(returns)
    blocks: list[Block] = [summary(returns)]
    for part in (
        _wanting(returns, ledger),
        _partly(returns),
        _entries(returns),
        _idle(returns),
        fault_blocks(returns.faults),
    ):
        blocks += part
    blocks.append(Paragraph(_end(returns)))
    return Report(f"{returns.batch.month} 报送回收", day, tuple(blocks), data, data["rows"])


def _wanting(returns: Returns, ledger: Ledger) -> Iterator[Block]:
    """Whom to call, and about what."""
    units = [(unit, word) for came, word in WANTING.items() for unit in returns.batch.units_that(came)]
    if units:
        yield Heading(f"要催的 {len(units)} 家", 2)
        columns = (
            Column("单位", wrap=True), Column("情况"), Column("联络员"), Column("联系方式"), Column("说明", wrap=True),
        )  # fmt: skip
        yield Table(columns, tuple(_who(unit, word, returns, ledger) for unit, word in units))


def _who(unit: str, word: str, returns: Returns, ledger: Ledger) -> tuple[Cell, ...]:
    known = ledger.units.find(ledger.units.current(unit, returns.when))
    file = returns.perhaps_from(unit)
    doubt = Cell(f"或许是 {file}，读不了", Tone.WARN) if file else ""
    liaison, contact = (known.liaison, known.contact) if known else (None, None)
    return cells(unit, Cell(word, Tone.BAD), liaison, contact, doubt)


def _partly(returns: Returns) -> Iterator[Block]:
    batch = returns.batch
    rows = [
        (unit, r.unfilled, r)
        for unit, r in batch.chosen.items()
        if r.unfilled and batch.came[unit] is Came.FILLED
    ]
    if rows:
        yield Heading(f"没有填全 {len(rows)} 家", 2)
        columns = (
            Column("单位"),
            Column("没填", right=True),
            Column("共", right=True),
            Column("哪些", wrap=True),
        )
        yield Table(
            columns, tuple(cells(u, len(refs), len(r.sent.rows), first_of(refs, 8)) for u, refs, r in rows)
        )


def _entries(returns: Returns) -> Iterator[Block]:
    rows = returns.that(Outcome.ENTRY)
    if rows:
        yield Heading(f"{'已记' if returns.written else '要记'} {len(rows)} 条", 2)
        columns = (
            Column("事项"), Column("名称", wrap=True), Column("单位", wrap=True), Column("事件"),
            Column("进展情况", wrap=True), Column("佐证", wrap=True),
        )  # fmt: skip
        yield Table(columns, tuple(cells(*_told(row, row.event), row.filled.evidence) for row in rows))


def _idle(returns: Returns) -> Iterator[Block]:
    rows = returns.that(Outcome.IDLE)
    if rows:
        yield Heading(f"报无进展 {len(rows)} 行（不记；写了原因的，可用 ledger record 记）", 2)
        columns = (
            Column("事项"), Column("名称", wrap=True), Column("单位", wrap=True), Column("逾期天数", right=True),
            Column("说明", wrap=True),
        )  # fmt: skip
        yield Table(columns, tuple(cells(*_told(row, row.filled.sent.shown[-1])) for row in rows))


def _told(row: Verdict, what: str) -> tuple[str, ...]:
    note = " ".join(row.filled.note.split())
    return (row.ref, row.filled.sent.shown[1], row.unit, what, note)


def _end(returns: Returns) -> str:
    if not returns.that(Outcome.ENTRY):
        return "没有要记的。"
    if returns.written:
        return "已写入台账；以后收到的，连同这些文件再收一次，记过的不会再记。"
    return "以上是预览，没有写入；加 --diff 看改动，加 --write 写入台账。"
