"""Working days counted aloud: how many, and which holidays were skipped."""

from collections.abc import Iterable
from datetime import date

from ledger.base.days import add_months, days_after, in_chinese
from ledger.base.workdays import SATURDAY, Calendar
from ledger.model.policy import Rung
from ledger.model.slips import Slip


def counted(calendar: Calendar, start: date, end: date) -> str:
    """``工作日5天（9月30日上班；10月1日至8日放假不计）``: after ``start`` through ``end``, what is not plain weekdays named."""
    span = [days_after(start, n) for n in range(1, (end - start).days + 1)]
    worked = [d for d in span if calendar.is_workday(d)]
    made_up = [d for d in worked if d.weekday() >= SATURDAY]
    off = [run for run in _runs(d for d in span if not calendar.is_workday(d)) if _is_holiday(run)]
    year = end.year if start.year == end.year else None
    remarks = [f"{'、'.join(_short(d, year) for d in made_up)}上班"] if made_up else []
    remarks += [f"{'、'.join(_run(run, year) for run in off)}放假不计"] if off else []
    return f"工作日{len(worked)}天" + (f"（{'；'.join(remarks)}）" if remarks else "")


def limit_counted(calendar: Calendar, issued: date, limit: date) -> str:
    """``自2017年9月27日签发次日起工作日5天（…），至2017年10月10日``."""
    return f"自{in_chinese(issued)}签发次日起{counted(calendar, issued, limit)}，至{in_chinese(limit)}"


def finish_counted(calendar: Calendar, slip: Slip, rung: Rung, issued: date, limit: date) -> str:
    """The day to finish by: working days where the rung counts those, months, the item's own, the companion limit."""
    if slip.rung == 1:
        return f"是事项的时限，{in_chinese(limit)}"
    if rung.finish_months is not None and limit == add_months(issued, rung.finish_months):
        return f"自{in_chinese(issued)}签发起{rung.finish_months}个月，至{in_chinese(limit)}"
    if rung.finish_within is not None and limit == calendar.add(issued, rung.finish_within):
        return limit_counted(calendar, issued, limit)
    return f"为{in_chinese(limit)}"


def _runs(days: Iterable[date]) -> list[list[date]]:
    found: list[list[date]] = []
    previous: date | None = None
    for day in days:
        if previous is not None and (day - previous).days == 1:
            found[-1].append(day)
        else:
            found.append([day])
        previous = day
    return found


def _is_holiday(run: list[date]) -> bool:
    """More than a plain weekend."""
    return any(day.weekday() < SATURDAY for day in run)


def _run(run: list[date], year: int | None) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return _short(first, year)
    end = f"{last.day}日" if first.month == last.month else _short(last, first.year)
    return f"{_short(first, year)}至{end}"


def _short(day: date, year: int | None) -> str:
    """Without the year where all is in one."""
    return f"{day.month}月{day.day}日" if day.year == year else in_chinese(day)
