"""A second, slow opinion on §3 of the design: written from its text and the event table of §2, never from our measures.

Nothing is remembered between questions: the state is looked up by scanning what counted so far, suspended days are
counted by looking at every day.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ledger.base.days import NoSuchDay, parse_due
from ledger.model.entries import Entry
from ledger.model.items import Item

NEW, ACCEPTED = {"not_started"}, {"accepted"}
OPEN = {"not_started", "in_progress"}
DONE = {"completed", "accepted"}
ALL = OPEN | DONE | {"suspended", "cancelled"}
ALLOWED = {
    **dict.fromkeys(["启动"], NEW),
    **dict.fromkeys(["进展", "节点完成", "完成", "申请延期", "批准延期", "暂缓"], OPEN),
    **dict.fromkeys(["核验通过", "核验退回"], DONE),
    **dict.fromkeys(["移交", "终止", "并入", "拆分"], OPEN | {"suspended"}),
    **dict.fromkeys(["销号", "回头看"], ACCEPTED),
    "恢复": OPEN | {"suspended"},  # after `until` it changes nothing
    "更正": ALL,
}
Succession = Mapping[str, tuple[date, str]]  # name → last day in force, and who answers after it


class Verdict(NamedTuple):
    status: str
    accepted: bool
    effective_due: date | None
    overdue_days: int
    late: bool
    cycle: date | None
    leads: tuple[str, ...]


def judge(
    item: Item, day: date, plan_lead: tuple[str, ...] = (), *, units: Succession, required: bool = False
) -> Verdict:
    """``required``: only accepted items count as completed."""
    log = counted(item, day)
    state = state_on(log, day)
    counts = state == "accepted" if required else state in DONE
    due, claim = effective_due(item, day), claim_of(log)
    then = effective_due(item, claim.date) if claim else None
    binding = (
        [due, *(effective_due(item, day, n.id) for n in item.nodes if n.id not in reached(log))]
        if due
        else []
    )
    return Verdict(
        status="completed" if counts else "in_progress" if state in DONE else state,
        accepted=state == "accepted",
        effective_due=due,
        overdue_days=max([0, *((day - d).days for d in binding if d)]) if state in OPEN else 0,
        late=bool(counts and claim and then and claim.date > then),
        cycle=max((e.date for e in log if e.event == "批准延期" or e.result == "反弹"), default=None),
        leads=leads_on(item, log, day, plan_lead, units),
    )


def known(log: Iterable[Entry], day: date) -> list[Entry]:
    """What exists on ``day``, in the order of recording: the lowest 更正 stands, so strike its entry, and so on upwards."""
    above = [e for e in log if e.date <= day]
    kept: list[Entry] = []
    while above:
        entry = above.pop()
        kept.insert(0, entry)
        if entry.event == "更正" and entry.voids:
            wanted = (entry.voids.date, entry.voids.event)
            hits = [n for n, e in enumerate(above) if (e.date, e.event) == wanted]
            if hits:
                above.pop(hits[-1])
    return kept


def counted(item: Item, day: date) -> list[Entry]:
    """By the day of the fact; what is not allowed where it stands counts for nothing."""
    log: list[Entry] = []
    for entry in sorted(known(item.log, day), key=lambda e: e.date):
        if state_on(log, entry.date) in ALLOWED.get(entry.event, ()):
            log.append(entry)
    return log


def state_on(log: list[Entry], day: date) -> str:
    if any(e.event in {"终止", "并入", "拆分"} for e in log):
        return "cancelled"
    if any(suspends(log, n, day) for n in range(len(log))):
        return "suspended"
    claim = claim_of(log)
    if claim:
        after = log[[e is claim for e in log].index(True) :]
        return "accepted" if any(e.event == "核验通过" for e in after) else "completed"
    started = any(e.event in {"启动", "进展", "节点完成", "完成"} for e in log)
    return "in_progress" if started else "not_started"


def claim_of(log: list[Entry]) -> Entry | None:
    """The 完成 that stands: neither returned nor relapsed since."""
    for entry in reversed(log):
        if entry.event == "核验退回" or entry.result == "反弹":
            return None
        if entry.event == "完成":
            return entry
    return None


def suspends(log: list[Entry], n: int, day: date) -> bool:
    """Whether entry ``n`` is a 暂缓 that ``day`` falls into."""
    pause = log[n]
    if pause.event != "暂缓" or pause.until is None or not pause.date <= day <= pause.until:
        return False
    return not any(e.event == "恢复" and e.date <= day for e in log[n + 1 :])


def effective_due(item: Item, day: date, node: str | None = None) -> date | None:
    log = counted(item, day)
    if node is None:
        due = item.due.last if item.due else None
        for entry in log:
            if entry.event == "更正" and entry.field == "due" and entry.to:
                due = mended(entry.to[0], due)
    else:
        due = next(n.due.last for n in item.nodes if n.id == node)
    approvals = [e for e in log if e.event == "批准延期" and e.node == node]
    if approvals:
        due = approvals[-1].until
    first = approvals[-1].date if approvals else min((e.date for e in log), default=day)
    suspended = sum(any(suspends(log, n, d) for n in range(len(log))) for d in days(first, day))
    return due + timedelta(days=suspended) if due else None


def mended(text: str, before: date | None) -> date | None:
    try:
        return parse_due(text).last
    except NoSuchDay:
        return before


def days(start: date, end: date) -> Iterator[date]:
    """From ``start`` up to, not including, ``end``."""
    while start < end:
        yield start
        start += timedelta(days=1)


def reached(log: list[Entry]) -> set[str | None]:
    return {e.node for e in log if e.event == "节点完成"}


def leads_on(
    item: Item, log: list[Entry], day: date, plan_lead: tuple[str, ...], units: Succession
) -> tuple[str, ...]:
    leads = list(item.lead or plan_lead)
    for entry in log:
        if entry.event == "更正" and entry.field == "lead" and entry.to:
            leads = list(entry.to)
    leads = [called(n, day, units) for n in leads]
    for entry in log:
        if entry.event == "移交" and entry.to:
            to = [called(n, day, units) for n in entry.to]
            if len(set(leads)) == 1:
                leads = to
            elif entry.from_ and called(entry.from_, day, units) in leads:
                n = leads.index(called(entry.from_, day, units))
                leads = [*leads[:n], *to, *leads[n + 1 :]]
            leads = list(dict.fromkeys(leads))
    return tuple(dict.fromkeys(leads))


def called(name: str, day: date, units: Succession) -> str:
    """The name in use on the day: forward through those that ended, back through those not yet begun."""
    while name in units and units[name][0] < day:
        name = units[name][1]
    while before := [old for old, (until, new) in units.items() if new == name and day <= until]:
        name = before[0]
    return name


def tally(verdicts: Iterable[Verdict]) -> dict[str, int | str | None]:
    every = list(verdicts)
    found: dict[str, int | str | None] = {
        s: sum(v.status == s for v in every)
        for s in ("completed", "in_progress", "not_started", "suspended", "cancelled")
    }
    total = sum(v.status in OPEN | {"completed"} for v in every)
    done = sum(v.status == "completed" for v in every)
    tenths = (2000 * done + total) // (2 * total) if total else 0
    return found | {
        "total": total,
        "accepted": sum(v.accepted for v in every),
        "overdue": sum(v.overdue_days > 0 for v in every),
        "late": sum(v.late for v in every),
        "rate": f"{tenths // 10}.{tenths % 10}" if total else None,
    }
