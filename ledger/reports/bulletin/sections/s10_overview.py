"""总体情况: the figures of S1, with the change on last month; what entered and left the count is named."""

from collections.abc import Iterator

from ledger.measures.plan_states import PLAN_STATES
from ledger.measures.progress import IN_COUNT
from ledger.measures.standing import Standing
from ledger.measures.turn import is_unadopted
from ledger.model.events import CORRECT
from ledger.model.facts import facts
from ledger.model.items import State
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.pictures import by_field, last_months
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import (
    counted,
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
_PLANS = ("adopted", "issued", "inspectable", "completed", "closed")
_LEFT, _BACK = {"暂缓", "终止", "并入", "拆分"}, {"恢复"}


def _build(counter: Counter) -> list[Block]:
    return [
        Paragraph(_plans(counter)),
        Paragraph(_items(counter)),
        _table(counter),
        *_young(counter),
        *_same_population(counter),
        *by_field(counter),
        *last_months(counter),
    ]


def _plans(counter: Counter) -> str:
    plans = counter.plans()
    if not plans.value:
        return "没有改革方案。"
    known = counted({PLAN_STATES[state].label: counter.plans(state) for state in _PLANS}, "个")
    return f"改革方案{plans}个{f'：{known}' if known else ''}。"


def _items(counter: Counter) -> str:
    day = month_day(counter.month.day)
    total, done = counter.items("total"), counter.items("completed")
    rate = counter.rate(done, total, "完成率")
    young = counter.items("unadopted")
    open_ones = {"已启动未完成": counter.items("in_progress"), "未启动": counter.items("not_started")}
    aside = counted({"暂缓": counter.items("suspended"), "终止、并入、拆分": counter.items("cancelled")})
    told = f"，已完成{done}项，完成率{rate.full}" + (f"，{rest}" if (rest := counted(open_ones)) else "")
    return sentence(
        f"截至{day}，计数事项{total}项{told}" if total.value else f"截至{day}，没有计数的事项",
        f"{aside}，不计数" if aside else "",
        f"计数事项中有{young}项，所属方案到{day}还没有出台" if young.value else "",
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
    """Items count from the first day of the ledger, though their plan came later: so much has to be said."""
    figure = counter.items_before("unadopted")
    if figure.value:
        then = month_day(counter.month.before.day)
        yield Paragraph(f"{then}的数里有{figure}项，所属方案到那时还没有出台；同口径比较不含这些事项。")


def _same_population(counter: Counter) -> Iterator[Block]:
    """The rate of what counted at both month ends: a rate also moves when its denominator does."""
    both = counter.items("comparable")
    now = counter.rate(counter.items("comparable_completed"), both, "同口径完成率")
    then = counter.rate(counter.items("comparable_completed_before"), both, "同口径完成率（上月底）")
    added, removed = counter.items("added"), counter.items("removed")
    change = counted({"新计入": added, "移出计数": removed}) or "没有新计入和移出计数的事项"
    if both.value:
        rates = f"完成率由{then.full}变为{now.full}，{moved_rate(now, then, '')}"
        yield Paragraph(f"同口径比较：两个月底都计数的{both}项，{rates}。{change}。")
    elif added.value or removed.value:
        yield Paragraph(f"没有两个月底都计数的事项，不作同口径比较。{change}。")
    for figure, title in ((added, "新计入"), (removed, "移出计数")):
        found = counter.month.items_of("added" if figure is added else "removed", EVERYTHING)
        if found:
            table = item_table(found, ("原因", lambda s: _why(s, counter)))
            yield from folded(f"{title}的{figure}项", table, figure)


def _why(standing: Standing, counter: Counter) -> str:
    """What moved the item into the count or out of it."""
    month, then = counter.month, counter.month.counting.then(standing)
    if is_unadopted(then):
        return _came(standing)
    steps = [s for s in standing.history.steps if s.counted and s.entry.date >= month.first]
    told = [s.entry for s in steps if s.entry.event in (_BACK if standing.status in IN_COUNT else _LEFT)]
    if told:
        return f"{told[-1].date} {told[-1].event}"
    if then.status is State.SUSPENDED and then.history.pauses[-1] in standing.history.pauses:
        return "暂缓期满"
    return next((f"{s.entry.date} {CORRECT}" for s in reversed(steps) if s.entry.event == CORRECT), "补记")


def _came(standing: Standing) -> str:
    """The first fact of its plan, or its own where that came earlier."""
    plan = [(e.date, f"方案{e.event}") for e in facts(standing.plan.log, standing.day)]
    own = [(s.entry.date, s.entry.event) for s in standing.history.steps]
    day, event = min((*plan, *own), key=lambda told: told[0])
    return f"{day} {event}"


SECTION = Section("overview", "总体情况", _build)
