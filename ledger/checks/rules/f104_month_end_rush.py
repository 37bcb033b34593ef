"""F104."""

from collections.abc import Iterator
from datetime import date, timedelta

from ledger.base.days import month_end
from ledger.base.diagnostics import Severity
from ledger.base.workdays import Calendar
from ledger.checks.reporting import Reported, reported
from ledger.checks.rule import Finding, Rule
from ledger.measures.progress import percent
from ledger.model.ledger import Ledger

_LEAST, _LAST_DAYS = 5, 2


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for (unit, month), reports in sorted(_by_month(ledger, day).items()):
        begins = _rush(date(*month, 1), ledger.calendar)
        rushed = [r for r in reports if r.entry.date >= begins]
        if len(reports) >= _LEAST and len(rushed) * 2 > len(reports):
            message = (
                f"{unit} {month[0]} 年 {month[1]} 月的 {len(reports)} 条记录，{len(rushed)} 条"
                f"（{percent(len(rushed), len(reports))}%）在 {begins} 及以后"
            )
            first = min(rushed, key=lambda r: (r.entry.date, r.ref))
            yield Finding(first.spot("date"), message, "抽查这几条是不是当天的事；平时就报，不等月底催")


def _by_month(ledger: Ledger, day: date) -> dict[tuple[str, tuple[int, int]], list[Reported]]:
    found: dict[tuple[str, tuple[int, int]], list[Reported]] = {}
    for report in reported(ledger, day):
        for unit in report.units:
            found.setdefault((unit, report.month), []).append(report)
    return found


def _rush(first: date, calendar: Calendar) -> date:
    """The last working day but one of the month."""
    day = month_end(first)
    for _ in range(_LAST_DAYS - 1):
        while not calendar.is_workday(day):
            day -= timedelta(days=1)
        day -= timedelta(days=1)
    while not calendar.is_workday(day):
        day -= timedelta(days=1)
    return day


RULE = Rule(
    code="F104",
    name="month-end-rush",
    severity=Severity.NOTE,
    what="一个单位一个月的记录（启动、进展、节点完成、完成）有 5 条以上，一半以上集中在当月最后两个工作日及以后。",
    why="平时不报、月底突击，多半是为了报表去凑；中间出了问题，也要到月底才看得见。",
    example="# 市建设局 9 月报了 8 条，6 条写的是 9月29日、30日",
    fix="抽查这些记录是不是当天发生的事；提醒单位随办随记。只是月底集中补录的，date 写事情发生的那天，recorded 写补记的那天。",
    check=_check,
)
