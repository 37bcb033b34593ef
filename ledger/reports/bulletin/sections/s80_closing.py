"""销号与销账: items struck off, plans closed, and what came back (S3 #37, S1 #36)."""

from ledger.measures.plans import PLAN_STATES
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import folded, item_table, sentence, shown


def _build(counter: Counter) -> list[Block]:
    closed, waiting = counter.items("closed_this_month"), counter.items("to_close")
    plans = counter.plans("closed_this_month")
    blocks: list[Block] = [
        Paragraph(
            sentence(
                f"本月销号{closed}项，累计{counter.items('closed')}项，已核验、待销号{waiting}项，"
                f"已报完成、待核验{counter.items('unverified')}项",
                f"本月回头看{counter.items('looked_back_this_month')}项，反弹{counter.items('relapsed_this_month')}项，"
                f"完成后退回重办{counter.items('reopened')}项",
                f"本月销账{plans}个方案，累计{counter.plans('closed')}个，事项全部完成的{counter.plans('completed')}个，"
                f"正在申请销账的{counter.plans('requested')}个",
            )
        )
    ]
    for figure, title in (("closed_this_month", "本月销号"), ("reopened", "退回重办")):
        found = counter.month.items_of(figure, EVERYTHING)
        if found:
            blocks += [Heading(title, 3), *shown(item_table(found), title, counter.items(figure))]
    done = [p.plan for p in counter.month.progress if PLAN_STATES["completed"].fits(p, counter.month.day)]
    if done:
        columns = (Column("方案"), Column("名称", wrap=True), Column("申请销账"), Column("销账"))
        rows = tuple(cells(p.plan.id, p.plan.title, p.requested, p.closed) for p in done)
        blocks += folded(f"事项全部完成的{len(done)}个方案", Table(columns, rows), counter.plans("completed"))
    return blocks


SECTION = Section("closing", "销号与销账", _build)
