"""要情: a page for leaders: five numbers, three worries, three asks (domain.md §6)."""

import collections
from collections.abc import Iterator

from ledger.measures.progress import causes, oldest_overdue
from ledger.measures.rulings import Outcome
from ledger.measures.selection import Selection
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import moved_rate, titled
from ledger.reports.words import names

_MOST = 3
_HIGHER = ("部门意见不一致", "涉及利益调整", "上级政策未明确")
"""Causes that a unit cannot clear away alone."""


def _build(counter: Counter) -> list[Block]:
    return [
        Heading("五个数", 3),
        _numbers(counter),
        Heading("三件要盯的事", 3),
        *_listed(_worries(counter), "本月没有需要特别提请注意的情况。"),
        Heading("三项请求", 3),
        *_listed(_asks(counter), "本月没有需要提请研究的事项。"),
    ]


def _numbers(counter: Counter) -> Table:
    done, total = counter.items("completed"), counter.items("total")
    then = counter.rate(counter.items_before("completed"), counter.items_before("total"), "完成率（上月底）")
    now = counter.rate(done, total, "完成率")
    completed, overdue = counter.items("completed_this_month"), counter.items("overdue")
    reported = counter.rate(counter.items("reported"), counter.items("to_report"), "调度覆盖率")
    answered = counter.rate(counter.rows("replied_in_time"), counter.rows("reply_asked"), "按期回复率")
    rows = (
        cells("完成率", now.full, moved_rate(now, then)),
        cells("本月完成", f"{completed}项", f"本月到期{counter.items('due_this_month')}项"),
        cells(
            "逾期",
            f"{overdue}项",
            f"本月新增{counter.items('newly_overdue')}项，解除{counter.items('no_longer_overdue')}项",
        ),
        cells("调度覆盖率", reported.full, f"未更新{counter.items('unreported')}项"),
        cells("按期回复率", answered.full, "三单一书，历次累计"),
    )
    return Table((Column("指标"), Column("数值"), Column("说明", wrap=True)), rows)


def _listed(found: Iterator[str], nothing: str) -> list[Block]:
    said = [text for _, text in zip(range(_MOST), found, strict=False)]
    return [Paragraph(f"{n}. {text}") for n, text in enumerate(said, 1)] or [Paragraph(nothing)]


def _worries(counter: Counter) -> Iterator[str]:
    """The gravest first."""
    month = counter.month
    overdue = month.items_of("overdue", EVERYTHING)
    old = counter.items("overdue_over_60")
    if old.value:
        worst = oldest_overdue(overdue, 1)[0]
        yield (
            f"逾期60天以上的{old}项，最久的是{names(worst.leads)}牵头的“{worst.title}”，已逾期{worst.overdue_days}天。"
        )
    late = counter.documents("companion_overdue")
    if late.value:
        yield f"上级文件配套期限已过、尚未印发配套方案的{late}件。"
    yield from _most_overdue(counter)
    if stuck := causes(month.items):
        cause = stuck[0][0]
        figure = counter.items("stuck", Selection(causes=(cause,)), of=cause)
        if figure.value > 1:
            tied = "并列" if len(stuck) > 1 and stuck[1][1] == stuck[0][1] else "为"
            yield f"因“{cause}”推不动的{figure}项，{tied}各类原因之首：{titled(s.title for s in month.items_of('stuck', Selection(causes=(cause,))))}。"
    silent, asked = counter.items("unreported"), counter.items("to_report")
    if 2 * silent.value > asked.value:
        yield f"应调度的{asked}项中，{silent}项本月没有任何更新。"
    unanswered = counter.rows("unanswered")
    if unanswered.value:
        yield f"三单一书还有{unanswered}行到期没有回复。"
    if (fresh := counter.items("newly_overdue")).value:
        yield f"本月新增逾期{fresh}项：{titled(s.title for s in month.items_of('newly_overdue', EVERYTHING))}。"


def _most_overdue(counter: Counter) -> Iterator[str]:
    """The units that have the most overdue items, if that is more than one and they are few."""
    month = counter.month
    units = collections.Counter(unit for s in month.items_of("overdue", EVERYTHING) for unit in s.leads)
    most = max(units.values(), default=0)
    worst = sorted((u for u, n in units.items() if n == most), key=month.ledger.units.order)
    if most > 1 and len(worst) <= _MOST:
        figures = [counter.items("overdue", Selection(leads=(unit,)), of=unit) for unit in worst]
        each = "各" if len(worst) > 1 else ""
        yield f"{'、'.join(worst)}{each}逾期{figures[0]}项，为各单位最多。"


def _asks(counter: Counter) -> Iterator[str]:
    """What only a leader can do, first."""
    month = counter.month
    referred = [r for r in month.rulings if r.outcome is Outcome.REFERRAL]
    if referred:
        figure = counter.proposals("移交建议", len(referred))
        yield f"责令期限已过仍未办结的{figure}行，提请会议研究移交：{titled(r.title for r in referred)}。"
    orders = [r for r in month.rulings if r.outcome is Outcome.PROPOSE and r.kind == "责令书"]
    if orders:
        figure = counter.proposals("责令书", len(orders))
        yield f"应发责令书{figure}行，请审签：{'、'.join(dict.fromkeys(r.unit for r in orders))}。"
    for cause in _HIGHER:
        found = month.items_of("stuck", Selection(causes=(cause,)))
        if found:  # a cause that nobody gave may be none that this ledger knows, and cannot be asked for
            figure = counter.items("stuck", Selection(causes=(cause,)), of=cause)
            yield f"因“{cause}”推不动的{figure}项，请出面协调：{titled(s.title for s in found)}。"
    soon = counter.items("due_next_month")
    if soon.value:
        yield f"下月到期{soon}项，请督促牵头单位按时办结。"
    waiting = counter.items("unverified")
    if waiting.value:
        yield f"已报完成、待核验{waiting}项，请安排核验。"


SECTION = Section("brief", "要情", _build, numbered=False)
