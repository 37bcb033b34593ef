"""下月重点: what is due next month: items, limits of papers, companion plans."""

from ledger.measures.paper_states import ROW_STATES
from ledger.measures.scoring.called import called
from ledger.measures.scoring.consulting_duties import consulting_duties
from ledger.model.registers.meetings import REGISTER as MEETINGS
from ledger.model.registers.meetings import REVIEW
from ledger.model.registers.rankings import REGISTER as RANKINGS
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.layout import RANKED
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
    if counter.layout >= RANKED and (words := _after_ranking(counter)):
        blocks += [Heading("排名以后", 3), Paragraph(words)]
    return blocks


def _after_ranking(counter: Counter) -> str:
    """Who speaks at the next review meeting and whom the office visits, and who should have been visited; empty for rankings kept inside."""
    ledger, day = counter.month.ledger, counter.month.day
    public = {r.id: r for r in ledger.of(RANKINGS) if r.publish == "公开"}
    done = counter.month.ranking.published if counter.month.ranking else None
    pools = called(ledger, done, day) if done and done.id in public else []
    spoken = done and any(
        m.kind == REVIEW and m.is_of_month(day) and m.date >= done.date for m in ledger.of(MEETINGS)
    )
    visits = [d for d in consulting_duties(ledger, day, []) if d.met_on is None and d.due <= day]
    told = {
        "下次通报会典型发言": [u for p in pools for u in p.first if not spoken],
        "表态发言": [u for p in pools for u in p.pledging if not spoken],
        "下月会诊": [u for p in pools for u in p.consulted],
        "到期还没有会诊": [d.title for d in visits if d.ref in public],
    }
    words = "；".join(f"{word}：{'、'.join(units)}" for word, units in told.items() if units)
    return f"{words}。" if words else ""


SECTION = Section("next_month", "下月重点", _build)
