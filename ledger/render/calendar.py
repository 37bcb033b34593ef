"""Duties as a calendar that phones and Outlook take in. This module alone imports icalendar: import it where one is written."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from ledger.base.text import one_line
from ledger.model.duty import Duty


def calendar_bytes(name: str, day: date, duties: Iterable[Duty]) -> bytes:
    """All-day events on the days by which something is owed, as known on ``day``.

    A duty keeps its UID when its day moves, so that a calendar that takes the file in again moves the event.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//reform-ledger//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(name))
    seen: dict[str, int] = {}
    for duty in duties:
        key = f"{duty.ref}\n{duty.what}\n{duty.unit}"
        seen[key] = seen.get(key, 0) + 1
        calendar.add_component(_event(duty, day, f"{key}\n{seen[key]}"))
    content: bytes = calendar.to_ical()
    return content


def _event(duty: Duty, day: date, key: str) -> Event:
    event = Event()
    event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@reform-ledger")
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    event.add("dtstart", duty.due)
    event.add("dtend", duty.due + timedelta(days=1))
    event.add("summary", one_line(f"{duty.what}：{duty.title or duty.ref}"))
    event.add(
        "description",
        "\n".join(map(one_line, filter(None, (f"{duty.ref}　{duty.unit}", _late(duty, day), duty.settle)))),
    )
    event.add("transp", "TRANSPARENT")
    return event


def _late(duty: Duty, day: date) -> str:
    days = duty.overdue_days(day)
    return f"截至 {day} 已逾期 {days} 天" if days else ""
