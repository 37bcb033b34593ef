"""``ledger list upstream``: documents from above, how far they are taken up, what is late."""

from datetime import date
from typing import Any

from ledger.base.errors import LedgerError
from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.docking_states import DOCKING_STATES
from ledger.measures.papers import issued_rows
from ledger.measures.selection import NOTHING, Selection
from ledger.measures.states import takes
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, Tone, cells
from ledger.reports.listing import Listing, narrowed
from ledger.reports.words import iso

_KEYS = (
    "id", "title", "group", "adopted", "notified", "fed_back", "received", "companion_due", "companion", "exempt",
)  # fmt: skip


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    rows = [p for p in issued_rows(ledger, day) if not p.withdrawn]
    known = list(docking_standings(ledger, day, rows).values())
    known = [d for d in known if _fits(d, chosen)]
    if chosen.only_open:
        known = [d for d in known if DOCKING_STATES["open"].fits(d, day)]
    known = [d for d in known if takes(DOCKING_STATES, chosen.states, d, day)]
    data = [_data(d) for d in known]
    columns = (
        Column("编号"), Column("名称", wrap=True), Column("专项小组", wrap=True), Column("通过"),
        Column("对接提示"), Column("反馈安排"), Column("收文"), Column("配套期限"), Column("配套印发"),
    )  # fmt: skip
    settled = sum(d.settled is not None for d in known)
    note = Paragraph(f"共 {len(known)} 件，已配套或免于配套 {settled} 件")
    table = Table(columns, tuple(_row(d) for d in known))
    title = narrowed("上级文件对接", chosen, DOCKING_STATES)
    return Report(title, day, (table, note), {"upstream": data}, data, _KEYS)


def _fits(standing: DockingStanding, chosen: Selection) -> bool:
    """Raises LedgerError for a filter that a document has nothing for."""
    if chosen.plans or chosen.fields or chosen.figures or chosen.causes or chosen.issued_for:
        raise LedgerError(
            "上级文件没有所属方案、领域、原因和事项的状态；可用 --group、--lead、--unit、--text、--state 筛选"
        )
    units = {*standing.responsible, *standing.addressees}
    return (
        (not chosen.groups or (standing.group or NOTHING) in chosen.groups)
        and (not chosen.leads or bool(set(standing.leads or (NOTHING,)) & set(chosen.leads)))
        and (not chosen.units or bool(units & set(chosen.units)))
        and (chosen.text is None or chosen.text in standing.title)
    )


def _row(standing: DockingStanding) -> tuple[Cell, ...]:
    end = "免于配套" if standing.exempt and not standing.companion else iso(standing.settled)
    return cells(
        standing.ref,
        standing.title,
        standing.group,
        standing.adopted,
        _clock(standing.notified, standing.notice_due, standing.day),
        _clock(standing.fed_back, standing.feedback_due, standing.day),
        standing.received,
        standing.companion_due,
        end or _clock(None, standing.companion_due, standing.day),
    )


def _clock(done: date | None, limit: date | None, day: date) -> Cell:
    """When it was done, late or not; or that it is overdue."""
    if done is None:
        late = limit is not None and limit < day
        return Cell(f"逾期{(day - limit).days}天", Tone.BAD) if late and limit else Cell("")
    late = limit is not None and done > limit
    return Cell(f"{done}{'（逾期）' if late else ''}", Tone.WARN if late else Tone.PLAIN)


def _data(standing: DockingStanding) -> dict[str, Any]:
    return {
        "id": standing.ref,
        "title": standing.title,
        "group": standing.group,
        "adopted": iso(standing.adopted),
        "notified": iso(standing.notified),
        "fed_back": iso(standing.fed_back),
        "received": iso(standing.received),
        "companion_due": iso(standing.companion_due),
        "companion": iso(standing.companion.date) if standing.companion else None,
        "exempt": standing.exempt is not None,
    }


LISTING = Listing(
    "upstream", "上级文件：通过、对接、收文、配套", _build, has_open=True, states=DOCKING_STATES
)
