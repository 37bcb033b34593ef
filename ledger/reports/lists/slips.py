"""``ledger list slips``: the register of 三单一书, how far it went from rung to rung, the replies, what lapses next."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.papers import issued_on, signed_on
from ledger.measures.register import Replies, lapsing, passed_on, replies
from ledger.measures.selection import Selection
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.subjects import narrows, subjects
from ledger.model.ledger import Ledger
from ledger.model.numbers import register_order
from ledger.model.slips import RUNGS, Slip
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Report, Table, Tone, cells
from ledger.reports.listing import Listing
from ledger.reports.replies import replies_data, reply_line
from ledger.reports.words import days_left, iso, measure_word

_KEYS = (
    "id", "kind", "track", "number", "unit", "issued", "reply_due", "rows", "replied", "returned", "open", "void",
)  # fmt: skip
_FIRST = 10


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    rows_of: dict[str, list[RowStanding]] = {}
    for row in row_standings(ledger, day):
        rows_of.setdefault(row.paper.slip.id, []).append(row)
    units = (*chosen.leads, *chosen.units)
    known = [s for s in ledger.slips if s.id in rows_of or signed_on(s, day)]
    known = [s for s in known if not units or ledger.units.current(s.unit, day) in units]
    wanted = subjects(ledger, day, chosen) if narrows(chosen) else None
    if wanted is not None:
        known = [s for s in known if any(row.subject in wanted for row in s.rows)]
    if chosen.only_open:
        known = [s for s in known if any(r.open for r in rows_of.get(s.id, []))]
    known.sort(key=register_order)
    rows = [
        r for s in known for r in rows_of.get(s.id, []) if wanted is None or r.paper.row.subject in wanted
    ]
    counts, answered = count_papers(known, day, about=wanted), replies(rows, day)
    shares = {} if chosen.only_open else passed_on(counts)  # of what is left, they would say nothing
    blocks: list[Block] = [_facts(counts, shares, answered, rows)]
    blocks.append(_register(known, rows_of, day))
    blocks += _next(rows, day)
    data = [_data(s, rows_of.get(s.id, []), day) for s in known]
    totals = {kind: {"papers": c.papers, "rows": c.rows} for kind, c in counts.items()}
    summary: dict[str, Any] = {
        "slips": data,
        "counts": totals,
        "passed_on": shares,
        "replies": replies_data(answered),
        "lapsing": [_lapse_data(when, r) for when, r in lapsing(rows, day)],
    }
    title = "三单一书登记簿（未办结）" if chosen.only_open else "三单一书登记簿"
    return Report(title, day, tuple(blocks), summary, data, _KEYS)


def _facts(
    counts: dict[str, PaperCount],
    shares: dict[str, str | None],
    answered: Replies,
    rows: Sequence[RowStanding],
) -> Facts:
    """The funnel, rung by rung, and the replies with both numbers of every rate."""
    lines: list[tuple[str, Cell]] = []
    for kind in RUNGS:
        text = f"{counts[kind].papers} {measure_word(kind)}，{counts[kind].rows} 行"
        if shares.get(kind) is not None:
            text += f"，为上一级份数的 {shares[kind]}%"
        lines.append((kind, Cell(text)))
    lines.append(("回复", Cell(reply_line(answered))))
    lines.append(("未办结", Cell(f"{sum(r.open for r in rows)} 行")))
    return Facts(tuple(lines))


def _register(known: Sequence[Slip], rows_of: dict[str, list[RowStanding]], day: date) -> Table:
    columns = (
        Column("编号"), Column("种类"), Column("文号", wrap=True), Column("单位", wrap=True), Column("签发"),
        Column("回复期限"), Column("行", right=True), Column("回复", wrap=True), Column("未办结", right=True),
    )  # fmt: skip
    return Table(columns, tuple(_row(s, rows_of.get(s.id, []), day) for s in known))


def _row(slip: Slip, rows: list[RowStanding], day: date) -> tuple[Cell, ...]:
    pending = sum(r.open for r in rows)
    void = issued_on(slip, day) is None
    return cells(
        slip.id,
        slip.kind,
        slip.number,
        slip.unit,
        signed_on(slip, day),
        slip.reply_due,
        len(slip.rows),
        Cell("已作废", Tone.MUTED) if void else _replied(rows, day),
        Cell(str(pending), Tone.WARN if pending else Tone.MUTED),
    )


def _replied(rows: list[RowStanding], day: date) -> Cell:
    papers = [r.paper for r in rows]
    text = f"{sum(r.replied is not None for r in rows)}/{len(papers)}"
    for word, count in (
        ("退回", sum(p.rejected for p in papers)),
        ("异议", sum(p.frozen(day) for p in papers)),
        ("撤销", sum(p.withdrawn for p in papers)),
    ):
        text += f"，{word} {count}" if count else ""
    late = any(r.open and r.replied is None and r.paper.reply_due < day for r in rows)
    return Cell(text, Tone.WARN if late else Tone.PLAIN)


def _next(rows: Sequence[RowStanding], day: date) -> list[Block]:
    """The nearest limits of what is open."""
    found = lapsing(rows, day)
    if not found:
        return []
    columns = (
        Column("期限"), Column("情况"), Column("行"), Column("单位", wrap=True), Column("事项", wrap=True),
        Column("到期的是"),
    )  # fmt: skip
    shown = [
        cells(when, days_left(when, day), r.paper.ref, r.paper.unit, r.title, _what(when, r))
        for when, r in found[:_FIRST]
    ]
    more = f"，先列 {_FIRST} 行" if len(found) > _FIRST else ""
    return [Heading(f"下月底以前到期 {len(found)} 行{more}", 2), Table(columns, tuple(shown))]


def _what(when: date, row: RowStanding) -> str:
    return "办结" if when == row.paper.limit else "回复"


def _data(slip: Slip, rows: list[RowStanding], day: date) -> dict[str, Any]:
    return {
        "id": slip.id,
        "kind": slip.kind,
        "track": str(slip.track),
        "number": slip.number,
        "unit": slip.unit,
        "issued": iso(signed_on(slip, day)),
        "reply_due": iso(slip.reply_due),
        "rows": len(slip.rows),
        "replied": sum(r.replied is not None for r in rows),
        "returned": sum(r.paper.rejected for r in rows),
        "open": sum(r.open for r in rows),
        "void": issued_on(slip, day) is None,
    }


def _lapse_data(when: date, row: RowStanding) -> dict[str, Any]:
    return {"ref": row.paper.ref, "unit": row.paper.unit, "due": iso(when), "what": _what(when, row)}


LISTING = Listing("slips", "三单一书：签发、回复、办结、下一步到期", _build, has_open=True)
