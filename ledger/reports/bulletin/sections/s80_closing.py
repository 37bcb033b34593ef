"""销号与销账: items struck off, plans closed, and what came back (S3 #37, S1 #36)."""

from ledger.measures.plan_states import PLAN_STATES
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, folded, item_table, sentence, shown


def _build(counter: Counter) -> list[Block]:
    closed, waiting = counter.items("closed_this_month"), counter.items("to_close")
    first = f"本月销号{closed}项" if closed.value else "本月没有销号的事项"
    rest = counted(
        {
            "累计销号": counter.items("closed"),
            "已核验、待销号": waiting,
            "已报完成、待核验": counter.items("unverified"),
        }
    )
    blocks: list[Block] = [
        Paragraph(
            sentence(
                "，".join(filter(None, (first, rest))),
                counted({words: counter.items(mark) for mark, words in _BACK.items()}),
                counted({words: counter.plans(state) for state, words in _PLANS.items()}, "个"),
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


_BACK = {
    "looked_back_this_month": "本月回头看",
    "relapsed_this_month": "本月反弹",
    "reopened": "本月退回重办",
}
_PLANS = {
    "closed_this_month": "本月销账的方案",
    "closed": "累计销账的方案",
    "completed": "事项全部完成的方案",
    "requested": "正在申请销账的方案",
}


SECTION = Section("closing", "销号与销账", _build)
