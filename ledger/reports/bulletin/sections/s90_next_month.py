"""下月重点: what is due next month: items, limits of papers, companion plans."""

from ledger.measures.paper_states import ROW_STATES
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, folded, item_table, sentence, shown
from ledger.reports.words import state_cell


def _build(counter: Counter) -> list[Block]:
    due, rows = counter.items("due_next_month"), counter.rows("lapsing_next_month")
    blocks: list[Block] = [
        Paragraph(
            sentence(
                f"下月到期{due}项" if due.value else "下月没有到期的事项",
                counted({"三单一书回复或办结期限下月到期": rows}, "行"),
                counted({"上级文件配套期限下月到期": counter.documents("companion_due_next_month")}, "件"),
                counted({"待核验": counter.items("unverified"), "逾期结转": counter.items("overdue")}),
            )
        )
    ]
    month = counter.month
    if due.value:
        found = sorted(
            month.items_of("due_next_month", EVERYTHING), key=lambda s: (s.deadline or month.day, s.ref)
        )
        table = item_table(found, ("状态", lambda s: state_cell(s).text))
        blocks += [Heading("下月到期的事项", 3), *shown(table, "下月到期的事项", due)]
    if rows.value:
        lapsing = [r for r in month.rows if ROW_STATES["lapsing_next_month"].fits(r, month.day)]
        ahead = sorted((min(r.limits_ahead(month.day)), r.paper.ref, r) for r in lapsing)
        columns = (Column("期限"), Column("单号"), Column("单位", wrap=True), Column("事由", wrap=True))
        listed = tuple(cells(limit, ref, r.paper.unit, r.title) for limit, ref, r in ahead)
        blocks += folded(f"期限下月到期的{rows}行", Table(columns, listed), rows)
    return blocks


SECTION = Section("next_month", "下月重点", _build)
