"""The day on which a ledger is judged."""

from dataclasses import dataclass
from datetime import date

from ledger.base.days import NoSuchDay, month_end, parse_day, parse_month
from ledger.base.errors import LedgerError
from ledger.commands.options import When


@dataclass(frozen=True, slots=True)
class Day:
    """The day on which the ledger is judged; ``forecast`` when it has not come yet."""

    date: date
    remark: str = ""
    forecast: bool = False


def settle_day(when: When, as_of: date | None, committed: date | None, now: date) -> Day:
    """--day, else the end of --month (today while that month runs), else the commit's, as_of, today."""
    if when.day is not None and when.month is not None:
        raise LedgerError("--day 和 --month 只能写一个")
    try:
        if when.day is not None:
            day = parse_day(when.day)
            return Day(day, _forecast(day, now), forecast=day > now)
        if when.month is not None:
            return _end_of(parse_month(when.month), now)
    except NoSuchDay as error:
        raise LedgerError(str(error)) from None
    if committed is not None:
        return Day(committed, "（--at 所指的那一天）")
    if as_of is not None:
        return Day(as_of, "（归档台账，截止日取自 ledger.yaml 的 as_of）")
    return Day(now)


def _end_of(last: date, now: date) -> Day:
    if (last.year, last.month) == (now.year, now.month):
        return Day(now, "（本月未完，按今天）")
    return Day(last, _forecast(last, now), forecast=last > now)


def _forecast(day: date, now: date) -> str:
    return "（预测：这一天还没有到）" if day > now else ""


def unfinished_month(day: Day, as_of: date | None) -> str:
    """Why the day's month cannot be settled yet; nothing where it can. ``as_of`` is the last day of an archived ledger."""
    month = f"{day.date:%Y-%m}"
    if as_of is not None and day.date > as_of:
        return f"归档台账截至 {as_of}，{month} 的只是推算"
    if day.forecast or day.date != month_end(day.date):
        return f"{month} 还没有过完，只是草稿"
    return ""


def issue_day(written: str | None, day: date, now: date) -> date:
    """The day of 签发: as written, else the day judged; raises LedgerError for an earlier one, and one to come."""
    if written is None:
        return day
    issued = past_day(written, now)
    if issued < day:
        raise LedgerError(f"签发日期 {issued} 不能早于判定日 {day}")
    return issued


def past_day(written: str, now: date) -> date:
    """A day on which something has happened; raises LedgerError for one that has not come, or is none."""
    try:
        day = parse_day(written)
    except NoSuchDay as error:
        raise LedgerError(str(error)) from None
    if day > now:
        raise LedgerError(f"{day} 还没有到，不能先记")
    return day
