"""``ledger list slips``: the register of 三单一书, how far it went from rung to rung, the replies, what lapses next."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.paper_states import SLIP_KINDS, SLIP_STATES, TRACKS
from ledger.measures.papers import issued_on, signed_on
from ledger.measures.register import Replies, passed_on, replies
from ledger.measures.selection import Selection
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.states import takes
from ledger.measures.subjects import narrows, subjects
from ledger.model.ledger import Ledger
from ledger.model.numbers import register_order
from ledger.model.slips import IDENTIFIERS, Slip
from ledger.reports.blocks import Block, Cell, Column, Facts, Report, Table, Tone, cells
from ledger.reports.lapsing import lapsing_data, lapsing_soon
from ledger.reports.listing import Listing, narrowed
from ledger.reports.replies import replies_data, reply_line
from ledger.reports.words import iso, measure_word

_KEYS = (
    "id", "kind", "track", "number", "unit", "issued", "reply_due", "rows", "replied", "returned", "open", "void",
)  # fmt: skip


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
    known = [s for s in known if takes(SLIP_STATES, chosen.states, s, day)]
    known = [s for s in known if takes(SLIP_KINDS, chosen.kinds, s, day)]
    known.sort(key=register_order)
    rows = [
        r for s in known for r in rows_of.get(s.id, []) if wanted is None or r.paper.row.subject in wanted
    ]
    counts, answered = count_papers(known, day, about=wanted), replies(rows, day)
    whole = not (chosen.only_open or chosen.kinds or set(chosen.states) - TRACKS)
    shares = passed_on(counts) if whole else {}  # of what is left, they would say nothing
    kinds = {IDENTIFIERS[name] for name in chosen.kinds or IDENTIFIERS}
    shown = {kind: count for kind, count in counts.items() if kind in kinds}
    blocks: list[Block] = [_facts(shown, shares, answered, rows), _register(known, rows_of, day)]
    blocks += lapsing_soon(rows, day)
    data = [_data(s, rows_of.get(s.id, []), day) for s in known]
    totals = {kind: {"papers": c.papers, "rows": c.rows} for kind, c in counts.items()}
    summary: dict[str, Any] = {
        "slips": data,
        "counts": totals,
        "passed_on": shares,
        "replies": replies_data(answered),
        "lapsing": lapsing_data(rows, day),
    }
    title = narrowed("三单一书登记簿", chosen, SLIP_STATES, SLIP_KINDS)
    return Report(title, day, tuple(blocks), summary, data, _KEYS)


def _facts(
    counts: dict[str, PaperCount],
    shares: dict[str, str | None],
    answered: Replies,
    rows: Sequence[RowStanding],
) -> Facts:
    """The funnel, rung by rung, and the replies with both numbers of every rate."""
    lines: list[tuple[str, Cell]] = []
    for kind, count in counts.items():
        text = f"{count.papers} {measure_word(kind)}，{count.rows} 行"
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


LISTING = Listing(
    "slips",
    "三单一书：签发、回复、办结、下一步到期",
    _build,
    has_open=True,
    states=SLIP_STATES,
    kinds=SLIP_KINDS,
)
