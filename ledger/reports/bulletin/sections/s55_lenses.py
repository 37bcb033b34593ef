"""督察评估: 三看, 四个没有, 三督三察, 三个不罢休, in the months of a mid-year or year-end round (S1 #34, #38, #39)."""

from ledger.measures.assessing import ROUNDS
from ledger.measures.selection import Selection
from ledger.measures.states import this_month
from ledger.reports.blocks import Block, Cell, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import sentence
from ledger.reports.lens import Verdict, View, lenses
from ledger.reports.lens_report import TONES

_TOLD = ("three_looks", "four_nots", "three_and_three", "no_letting_go")
"""The others stand in sections of their own: the grid of inspections, the rings of plans."""
_ROUND_MONTHS = frozenset({6, 12})


def _build(counter: Counter) -> list[Block]:
    if not _is_round(counter.month):
        return []
    view = View(counter, Selection())
    found = [(lens, part) for lens in lenses() if lens.key in _TOLD for part in lens.build(view)]
    scope, inspected = counter.plans("inspectable"), counter.plans("inspected")
    judged = [part.title for _, part in found if part.verdict is Verdict.OPEN]
    columns = (Column("角度"), Column("方面"), Column("结论"), Column("依据", wrap=True))
    rows = tuple(cells(lens.title, p.title, Cell(p.verdict, TONES[p.verdict]), p.why) for lens, p in found)
    return [
        Paragraph(
            sentence(
                f"正式印发满半年的方案{scope}个，督察过的方案{inspected}个",
                f"台账数据说不准、须由人判断的：{'、'.join(judged)}" if judged else "",
            )
        ),
        Table(columns, rows),
    ]


def _is_round(month: Month) -> bool:
    """June, December, and any month in which a round began or a plan's log tells of one; not before there are items."""
    if not month.items:
        return False
    if month.day.month in _ROUND_MONTHS:
        return True
    kinds = set(ROUNDS.values())
    if any(
        t.record.kind in kinds and this_month(t.record.date, month.day) for t in month.things("inspections")
    ):
        return True
    return any(this_month(day, month.day) for p in month.plans for day in (p.inspected, p.self_checked))


SECTION = Section("lenses", "督察评估", _build, since=2)
