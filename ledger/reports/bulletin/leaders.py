"""What a leader is told and asked: worries, the gravest first, and asks, what only a leader can do first."""

import collections
from collections.abc import Iterator, Sequence

from ledger.measures.causes import causes
from ledger.measures.docking_states import DOCKING_STATES
from ledger.measures.paper_states import ROW_STATES
from ledger.measures.rulings import Outcome
from ledger.measures.selection import Selection
from ledger.measures.standing import Standing
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.wording import titled, units_of
from ledger.reports.words import HIGHER

_MANY, _FEW = 3, 2


def worries(counter: Counter) -> Iterator[str]:
    """The gravest first."""
    month = counter.month
    overdue = month.items_of("overdue", EVERYTHING)
    old = counter.items("overdue_over_60")
    if old.value:
        yield f"逾期超过60天的{old}项，{_oldest(overdue)}。"
    late = counter.documents("companion_overdue")
    if late.value:
        found = [d for d in month.documents if DOCKING_STATES["companion_overdue"].fits(d, month.day)]
        led = units_of((unit for d in found for unit in d.responsible), 2)
        yield f"上级文件配套期限已过、尚未配套的{late}件：{titled((d.title for d in found), unit='件')}{f'（{led}）' if led else ''}。"
    yield from _most_overdue(counter)
    yield from _commonest_cause(counter)
    silent, asked = counter.items("unreported"), counter.items("to_report")
    if 2 * silent.value > asked.value:
        some = "，本月都" if silent.value == asked.value else f"中，{silent}项本月"
        yield f"应调度的{asked}项{some}没有更新。"
    unanswered = counter.rows("unanswered")
    if unanswered.value:
        silent_rows = [r for r in month.rows if ROW_STATES["unanswered"].fits(r, month.day)]
        most = collections.Counter(r.paper.unit for r in silent_rows).most_common()
        yield f"三单一书还有{unanswered}行到期没有回复，涉及{units_of(unit for unit, _ in most)}。"
    if (fresh := counter.items("newly_overdue")).value:
        yield f"本月新增逾期{fresh}项：{titled(s.title for s in month.items_of('newly_overdue', EVERYTHING))}。"


def _oldest(overdue: Sequence[Standing]) -> str:
    """Which has been overdue longest; several may be."""
    days = max(s.overdue_days for s in overdue)
    worst = [s for s in overdue if s.overdue_days == days]
    if len(worst) > 1:
        return f"最久的已逾期{days}天：{titled(s.title for s in worst)}"
    led = f"{units_of(worst[0].leads, 2)}牵头的" if worst[0].leads else ""
    return f"最久的是{led}{titled([worst[0].title])}，已逾期{days}天"


def _commonest_cause(counter: Counter) -> Iterator[str]:
    """Why most items are stuck, unless that is asked of a leader anyway."""
    known = causes(counter.month.items)
    if not known or known[0][0] in HIGHER or known[0][1] < _FEW:
        return
    cause, chosen = known[0][0], Selection(causes=(known[0][0],))
    figure = counter.items("stuck", chosen, of=cause)
    tied = "并列最多" if sum(n == known[0][1] for _, n in known) > 1 else "最多"
    found = titled(s.title for s in counter.month.items_of("stuck", chosen))
    yield f"因“{cause}”逾期或暂缓的{figure}项，在写明的原因中{tied}：{found}。"


def _most_overdue(counter: Counter) -> Iterator[str]:
    """The units that have the most overdue items, if that is more than one and other units have fewer."""
    month = counter.month
    units = collections.Counter(unit for s in month.items_of("overdue", EVERYTHING) for unit in s.leads)
    others = {unit for s in month.items_of("total", EVERYTHING) for unit in s.leads}
    most = max(units.values(), default=0)
    worst = sorted((u for u, n in units.items() if n == most), key=month.ledger.units.order)
    if most >= _FEW and len(worst) <= min(_MANY, len(others) - 1):
        figures = [counter.items("overdue", Selection(leads=(unit,)), of=unit) for unit in worst]
        each = "各" if len(worst) > 1 else ""
        yield f"{'、'.join(worst)}{each}逾期{figures[0]}项，为各单位最多。"


def asks(counter: Counter) -> Iterator[str]:
    """What only a leader can do, first."""
    month = counter.month
    referred = [r for r in month.rulings if r.outcome is Outcome.REFERRAL]
    if referred:
        figure = counter.proposals("移交建议", len(referred))
        titles = {r.subject: r.title for r in referred}.values()
        yield f"责令书期限已过仍未办结的{figure}行，请提交会议研究移交：{titled(titles)}。"
    orders = [r for r in month.rulings if r.outcome is Outcome.PROPOSE and r.kind == "责令书"]
    if orders:
        figure = counter.proposals("责令书", len(orders))
        yield f"应发责令书{figure}行，请审签：{units_of(r.unit for r in orders)}。"
    for cause, _ in causes(month.items):
        if cause not in HIGHER:
            continue
        found = month.items_of("stuck", Selection(causes=(cause,)))
        figure = counter.items("stuck", Selection(causes=(cause,)), of=cause)
        yield f"因“{cause}”逾期或暂缓的{figure}项，{HIGHER[cause]}：{titled(s.title for s in found)}。"
    soon = counter.items("due_next_month")
    if soon.value:
        led = units_of(unit for s in month.items_of("due_next_month", EVERYTHING) for unit in s.leads)
        yield f"下月到期{soon}项，请督促{led or '有关单位'}按时办结。"
