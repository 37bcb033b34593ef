"""总体情况: the figures of S1, with the change on last month; what entered and left the count is named."""

from collections.abc import Iterator

from ledger.measures.monthly import is_unadopted
from ledger.measures.standing import Standing
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.pictures import by_field, last_months
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import (
    folded,
    item_table,
    month_day,
    moved_rate,
    sentence,
    signed,
    signed_rate,
)

_ROWS = (
    "total",
    "completed",
    "in_progress",
    "not_started",
    "overdue",
    "unverified",
    "suspended",
    "cancelled",
)
_LEFT = {"暂缓", "终止", "并入", "拆分", "恢复"}


def _build(counter: Counter) -> list[Block]:
    return [
        Paragraph(_plans(counter)),
        Paragraph(_items(counter)),
        _table(counter),
        *_young(counter),
        *_same_population(counter),
        by_field(counter),
        *last_months(counter),
    ]


def _plans(counter: Counter) -> str:
    return (
        f"改革方案{counter.plans()}个：审议通过{counter.plans('adopted')}个，已印发{counter.plans('issued')}个，"
        f"印发满半年{counter.plans('inspectable')}个，事项全部完成{counter.plans('completed')}个，"
        f"已销账{counter.plans('closed')}个。"
    )


def _items(counter: Counter) -> str:
    day = month_day(counter.month.day)
    total, done = counter.items("total"), counter.items("completed")
    rate = counter.rate(done, total, "完成率")
    young = counter.items("unadopted")
    return sentence(
        f"截至{day}，计数事项{total}项，已完成{done}项，完成率{rate.full}，"
        f"已启动未完成{counter.items('in_progress')}项，未启动{counter.items('not_started')}项",
        f"暂缓{counter.items('suspended')}项，终止、并入、拆分{counter.items('cancelled')}项，不计数",
        f"计数事项中有{young}项所属方案到{day}还没有审议通过" if young.value else "",
    )


def _table(counter: Counter) -> Table:
    """Both month ends side by side, as ``ledger status`` gives either."""
    now = {f: counter.items(f) for f in _ROWS}
    then = {f: counter.items_before(f) for f in _ROWS}
    rate = counter.rate(now["completed"], now["total"], "完成率")
    earlier = counter.rate(then["completed"], then["total"], "完成率（上月底）")
    rows = [cells(now[f].label, now[f], then[f], signed(now[f], then[f])) for f in _ROWS]
    rows.insert(4, cells("完成率", rate, earlier, signed_rate(rate, earlier)))
    columns = ("状态", *(month_day(m.day) for m in (counter.month, counter.month.before)), "增减")
    return Table((Column(columns[0]), *(Column(c, right=True) for c in columns[1:])), tuple(rows))


def _young(counter: Counter) -> Iterator[Block]:
    """Items count from the first day of the ledger, whatever their plan's adoption: so much has to be said."""
    figure = counter.items_before("unadopted")
    if figure.value:
        then = month_day(counter.month.before.day)
        yield Paragraph(f"{then}的数里有{figure}项，所属方案到那时还没有审议通过；同口径比较不含这些事项。")


def _same_population(counter: Counter) -> Iterator[Block]:
    """The rate of what counted at both month ends: a rate also moves when its denominator does."""
    both = counter.items("comparable")
    now = counter.rate(counter.items("comparable_completed"), both, "同口径完成率")
    then = counter.rate(counter.items("comparable_completed_before"), both, "同口径完成率（上月底）")
    added, removed = counter.items("added"), counter.items("removed")
    yield Paragraph(
        f"同口径比较：两个月底都计数的{both}项，完成率由{then.full}变为{now.full}"
        f"{'，' + text if (text := moved_rate(now, then, '')) else ''}。新计入{added}项，移出计数{removed}项。"
    )
    for figure, title in ((added, "新计入"), (removed, "移出计数")):
        found = counter.month.items_of("added" if figure is added else "removed", EVERYTHING)
        if found:
            table = item_table(found, ("原因", lambda s: _why(s, counter)))
            yield from folded(f"{title}的{figure}项", table, figure)


def _why(standing: Standing, counter: Counter) -> str:
    """What moved the item into the count or out of it."""
    first = counter.month.first
    told = [s.entry for s in standing.history.steps if s.counted and s.entry.event in _LEFT]
    if told and told[-1].date >= first:
        return f"{told[-1].date} {told[-1].event}"
    then = counter.month.counting.then(standing)
    if is_unadopted(then):
        return "方案本月审议通过" if standing.plan.log else "方案本月列入"
    return "暂缓期满"


SECTION = Section("overview", "总体情况", _build)
