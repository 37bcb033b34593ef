"""A second, slow opinion on §3 of the design: written from its text and the event table of §2, never from our measures.

Nothing is remembered between questions: the state is looked up by scanning what counted so far, suspended days are
counted by looking at every day. The ladder, at the end, reads the tables of domain.md §4.2 and §4.3 line by line.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ledger.base.days import NoSuchDay, add_months, parse_due
from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.model.slips import RUNGS, Row, Slip

NEW, ACCEPTED = {"not_started"}, {"accepted"}
OPEN = {"not_started", "in_progress"}
DONE = {"completed", "accepted"}
ALL = OPEN | DONE | {"suspended", "cancelled"}
ALLOWED = {
    **dict.fromkeys(["启动"], NEW),
    **dict.fromkeys(["进展", "节点完成", "自查", "完成", "申请延期", "批准延期", "暂缓"], OPEN),
    **dict.fromkeys(["核验通过", "核验退回"], DONE),
    **dict.fromkeys(["移交", "终止", "并入", "拆分"], OPEN | {"suspended"}),
    **dict.fromkeys(["公示", "销号", "回头看"], ACCEPTED),
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


def suspended(log: list[Entry], start: date, end: date) -> timedelta:
    """The days from ``start`` up to, not including, ``end`` on which it was suspended, counted one by one."""
    pauses = [n for n, e in enumerate(log) if e.event == "暂缓"]
    return timedelta(sum(any(suspends(log, n, d) for n in pauses) for d in days(start, end)) if pauses else 0)


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
    return due + suspended(log, first, day) if due else None


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


# --- the ladder: domain.md §4.2 and §4.3, with the corrections of design §3 ------------------------------------

Key = tuple[str, str, str]  # track, subject, unit
Asked = tuple[str, int | str]  # the clause, and the rung it proposes or what it says instead


class Issued(NamedTuple):
    """A row of a paper that stands, as its log leaves it on the day."""

    track: str
    subject: str
    unit: str
    rung: int
    as_of: date
    issued: date
    ref: str
    reply_due: date
    limit: date | None
    returned: bool
    frozen: bool


class Answer(NamedTuple):
    """``due`` is what days are counted from; ``first`` when no paper was issued before."""

    asked: Asked
    due: date | None
    first: bool


def ladder(ledger: Ledger, day: date, units: Succession) -> dict[Key, Asked]:
    """What is asked of everybody; papers decided by the day count though they may be signed later."""
    papers = [p for slip in ledger.slips for p in rows_of(slip, ledger, day, units)]
    found = {key: answer.asked for key, answer in _answers(ledger, papers, day, units)}
    rules = ledger.policies.on(day).ladder
    if rules.adopted_on is None or rules.backlog_cap is None:
        return found
    # §4.4.16: of what was overdue before the ladder was taken into use so many a unit, the longest overdue first
    without_todays = [p for p in papers if p.as_of != day]
    entering = {
        key: answer.due
        for key, answer in _answers(ledger, without_todays, day, units)
        if answer.asked == ("E8", 2) and answer.first and answer.due and answer.due < rules.adopted_on
    }
    for unit in {unit for _, _, unit in entering}:
        line = sorted((k for k in entering if k[2] == unit), key=lambda k: entering[k])
        waiting = [k for k in line if found[k] == ("E8", 2)]
        free = max(0, rules.backlog_cap - (len(line) - len(waiting)))
        found |= dict.fromkeys(waiting[free:], ("E8", "backlog"))
    return found


def _answers(
    ledger: Ledger, papers: list[Issued], day: date, units: Succession
) -> Iterator[tuple[Key, Answer]]:
    yield from _ask_items(ledger, papers, day, units)
    yield from _ask_documents(ledger, papers, day, units)


def rows_of(slip: Slip, ledger: Ledger, day: date, units: Succession) -> Iterator[Issued]:
    signed = _signed(slip, day)
    rules = ledger.policies.on(day).ladder
    if signed is None:
        return
    for row in slip.rows:
        log = answers(row, day)
        if any(e.result == "撤销" for e in log):
            continue
        verdicts = [e.event for e in log if e.event in {"回复", "验收", "退回"}]
        since_review = log[max((n for n, e in enumerate(log, 1) if e.event == "复核"), default=0) :]
        in_time = [
            e for e in since_review if e.event == "异议" and (e.date - signed).days <= rules.objection_within
        ]
        yield Issued(
            slip.track, row.subject, called(slip.unit, day, units), RUNGS.index(slip.kind) + 1, slip.as_of, signed,
            f"{slip.id}/{row.id}", slip.reply_due, row.limit,
            returned=verdicts[-1:] == ["退回"],
            frozen=bool(in_time) and (day - in_time[-1].date).days <= rules.review_within,
        )  # fmt: skip


def _signed(slip: Slip, day: date) -> date | None:
    """The day of 签发, also of one still to come when the case is decided; None when made void or not decided."""
    log = sorted(known(slip.log, day), key=lambda e: e.date)
    done = [n for n, e in enumerate(log) if e.event == "签发"]
    if done:
        return None if any(e.event == "作废" for e in log[done[0] :]) else log[done[0]].date
    coming = [e.date for e in known(slip.log, date.max) if e.event == "签发"]
    return coming[0] if coming and slip.as_of <= day < coming[0] else None


def answers(row: Row, day: date) -> list[Entry]:
    """What counts of a row's log: nothing after 验收 or a 复核 that quashed it; a verdict only on a reply."""
    log: list[Entry] = []
    for entry in sorted(known(row.log, day), key=lambda e: e.date):
        state = next((e.event for e in reversed(log) if e.event in {"回复", "验收", "退回"}), None)
        over = state == "验收" or any(e.result == "撤销" for e in log)
        if entry.event == "更正" or (not over and (entry.event not in {"验收", "退回"} or state == "回复")):
            log.append(entry)
    return log


def _ask_items(
    ledger: Ledger, papers: list[Issued], day: date, units: Succession
) -> Iterator[tuple[Key, Answer]]:
    for plan, item in ledger.items():
        ref, verdict = f"{plan.id}/{item.id}", judge(item, day, plan.lead, units=units)
        for unit in verdict.leads:
            key = ("item", ref, unit)
            start = _round(item, verdict, day)
            own = [
                _stopped(p, item, day) for p in papers if p[:3] == key and (start is None or p.as_of >= start)
            ]
            if verdict.cycle is None:
                own += inherited(ledger, ref, papers, day, units, {ref})
            last = highest(own)
            closed = any(e.event == "销账" for e in known(plan.log, day))
            asked = ("E1", "none") if closed else _ask_item(ledger, item, verdict, last, day)
            due = _deadline(item, verdict.effective_due, day) if verdict.effective_due else None
            yield key, Answer(asked, due, last is None)


def _round(item: Item, verdict: Verdict, day: date) -> date | None:
    """Since when papers count: the cycle, and of an item without a limit the round of its review."""
    review = _review(counted(item, day), item)
    if verdict.effective_due or review is None:
        return verdict.cycle
    return max(verdict.cycle or date.min, review + timedelta(days=1))


def _review(log: list[Entry], item: Item) -> date | None:
    return next((e.until for e in reversed(log) if e.event == "进展" and e.until), item.review_by)


def _stopped(paper: Issued, item: Item, day: date) -> Issued:
    """§4.3 E2: its clock is paused while the item is."""
    log = counted(item, day)
    paused = suspended(log, paper.issued, day)
    limit = paper.limit + paused if paper.limit else None
    return paper._replace(reply_due=paper.reply_due + paused, limit=limit)


def highest(papers: list[Issued]) -> Issued | None:
    return max(papers, key=lambda p: (p.rung, p.issued, p.ref), default=None)


def _ask_item(ledger: Ledger, item: Item, verdict: Verdict, last: Issued | None, day: date) -> Asked:
    log = counted(item, day)
    claim, state = claim_of(log), state_on(log, day)
    if state == "suspended":
        return "E2", "none"
    if state in {"cancelled", "accepted"}:
        return "E1", "none"
    if claim:
        waited_out = last_day(ledger, claim.date, ledger.policies.on(day).verify_within) < day
        return "E4" if waited_out else "E1", "none"
    if verdict.effective_due is None:
        review = _review(log, item)
        reported = any(e.date >= review and e.event != "更正" for e in log) if review else True
        if review is None or reported or review >= day:
            return "E3", "none"
        return "E3", "hold" if last else 1
    if last and (last.frozen or (not last.returned and day <= last.reply_due)):
        return "E5", "hold"
    rules = ledger.policies.on(day).ladder
    o, level = (day - _deadline(item, verdict.effective_due, day)).days, last.rung if last else 0
    lapsed = bool(last and last.limit and last.limit < day)
    table: list[tuple[str, bool, int | str]] = [
        ("E6", o < -rules.prompt_ahead, "none"),
        ("E7", -rules.prompt_ahead <= o <= 0 and level == 0, 1),
        ("E8", o >= 1 and level <= 1, 2),
        ("E9", o > 30 and level == 2 and bool(last and (lapsed or last.returned)), 3),
        ("E10", o > 60 and level == 3 and bool(last and (lapsed or last.returned)), 4),
        (
            "E11",
            o >= 1 and level == 4 and lapsed,
            "referral",
        ),  # what is not overdue is not put before a meeting
    ]
    return next(((clause, asked) for clause, fits, asked in table if fits), ("E12", "hold"))


def _deadline(item: Item, due: date, day: date) -> date:
    log = counted(item, day)
    nodes = [effective_due(item, day, n.id) for n in item.nodes if n.id not in reached(log)]
    return min([due, *(d for d in nodes if d)])


def inherited(
    ledger: Ledger, heir: str, papers: list[Issued], day: date, units: Succession, seen: set[str]
) -> list[Issued]:
    """§4.4.6: all that was issued, in its own cycle, for what was split or merged into ``heir``, to whomever."""
    found: list[Issued] = []
    for plan, item in ledger.items():
        ref, into = f"{plan.id}/{item.id}", [r for e in counted(item, day) for r in e.into or ()]
        if ref in seen or heir not in {r if "/" in r else f"{plan.id}/{r}" for r in into}:
            continue
        verdict = judge(item, day, plan.lead, units=units)
        start = _round(item, verdict, day)
        own = [p for p in papers if p.track == "item" and p.subject == ref]
        found += [_stopped(p, item, day) for p in own if not start or p.as_of >= start]
        if verdict.cycle is None:
            found += inherited(ledger, ref, papers, day, units, seen | {ref})
    return found


def last_day(ledger: Ledger, start: date, workdays: int) -> date:
    """Of so many working days after ``start``."""
    return next(
        d
        for d in days(start + timedelta(days=1), date.max)
        if sum(ledger.calendar.is_workday(x + timedelta(days=1)) for x in days(start, d)) == workdays
    )


def _ask_documents(
    ledger: Ledger, papers: list[Issued], day: date, units: Succession
) -> Iterator[tuple[Key, Answer]]:
    for document in ledger.upstream:
        own = [p for p in papers if p.track == "docking" and p.subject == document.id]
        log = sorted(known(document.log, day), key=lambda e: e.date)
        group = [document.group] if document.group else []
        received = day_of(log, "收文")
        asked = (list(document.lead) or group) if received else (group or list(document.lead))
        due = add_months(received, ledger.policies.on(day).docking.companion_within) if received else None
        for unit in dict.fromkeys(called(n, day, units) for n in asked):
            last = highest([p for p in own if p.unit == unit] or [p for p in own if p.rung == 1])
            answer = Answer(_ask_document(ledger, log, own, last, day), due, last is None)
            yield ("docking", document.id, unit), answer


def _ask_document(
    ledger: Ledger, log: list[Entry], own: list[Issued], last: Issued | None, day: date
) -> Asked:
    rules = ledger.policies.on(day).docking
    adopted, received = day_of(log, "通过"), day_of(log, "收文")
    if day_of(log, "配套印发") or day_of(log, "免于配套"):
        return "E1", "none"
    if not adopted and not received:
        return "E3", "none"
    if last and (last.frozen or (not last.returned and day <= last.reply_due)):
        return "E5", "hold"
    if not received:
        noticed = day_of(log, "对接提示") or any(p.rung == 1 for p in own)
        return ("E12", "hold") if noticed else ("E7", 1)
    level = last.rung if last else 0
    o = (day - add_months(received, rules.companion_within)).days
    lapsed = bool(last and last.limit and last.limit < day)
    open_ = bool(last and (lapsed or last.returned))
    table: list[tuple[str, bool, int | str]] = [
        ("E8", level <= 1, 2),
        ("E9", o >= 1 and level == 2 and open_, 3),
        ("E10", o > 30 and level == 3 and open_, 4),
        ("E11", o >= 1 and level == 4 and lapsed, "referral"),
    ]
    return next(((clause, asked) for clause, fits, asked in table if fits), ("E12", "hold"))


def day_of(log: list[Entry], event: str) -> date | None:
    return next((e.date for e in log if e.event == event), None)


# --- a month: what happened to an item in it, seen from its last day or an earlier one ---------------------------


def month_marks(
    plan: Plan, item: Item, day: date, *, units: Succession, required: bool = False
) -> dict[str, bool]:
    """Every figure of a month, and whether it counts the item."""
    first = day.replace(day=1)
    eve, next_first = first - timedelta(days=1), add_months(first, 1)
    now = judge(item, day, plan.lead, units=units, required=required)
    was = judge(item, eve, plan.lead, units=units, required=required)
    log = _effective(plan, item, day, units)
    state, claim, closed = state_on(log, day), claim_of(log), _closed(log)
    due = _deadline(item, now.effective_due, day) if now.effective_due else None
    events = {e.event for e in log if first <= e.date <= day}
    counts = now.status in OPEN | {"completed"}
    counted_then = was.status in OPEN | {"completed"} and _there(plan, item, eve)
    done, done_then = now.status == "completed", was.status == "completed"
    relapsed = any(e.result == "反弹" and first <= e.date <= day for e in log)
    ours = [e for e in log if e.event != "更正"]
    late = [e for e in log if e.date < first and e.recorded and first <= e.recorded <= day]
    updated = any(first <= e.date <= day for e in ours) or any(e in ours for e in late)
    there = _there(plan, item, day)
    asked = counts and there and (not done or not done_then or relapsed or "核验退回" in events)
    falls_due = counts and now.effective_due is not None and first <= now.effective_due < next_first
    started_by = item.start.last if item.start else None
    return {
        "updated": updated,
        "to_report": asked,
        "reported": asked and updated,
        "unreported": asked and not updated,
        "due_this_month": falls_due,
        "due_and_completed": falls_due and done,
        "due_next_month": state in OPEN and due is not None and next_first <= due < add_months(first, 2),
        "completed_this_month": done and (not done_then or (claim is not None and first <= claim.date)),
        "reopened": counts and done_then and not done,
        "newly_overdue": now.overdue_days > 0 == was.overdue_days,
        "no_longer_overdue": was.overdue_days > 0 == now.overdue_days,
        "overdue_to_30": now.overdue_days in range(1, 31),
        "overdue_31_to_60": now.overdue_days in range(31, 61),
        "overdue_over_60": now.overdue_days >= 61,
        "stuck": now.overdue_days > 0 or now.status == "suspended",
        "unverified": state == "completed",
        "accepted_this_month": "核验通过" in events,
        "returned_this_month": "核验退回" in events,
        "extended_this_month": "批准延期" in events,
        "suspended_this_month": "暂缓" in events,
        "self_checked_this_month": "自查" in events,
        "publicized_this_month": "公示" in events,
        "publicizing": now.accepted and closed is None and _shown(log) >= day,
        "closed": closed is not None,
        "closed_this_month": closed is not None and closed >= first,
        "to_close": now.accepted and closed is None,
        "looked_back_this_month": "回头看" in events,
        "relapsed_this_month": relapsed,
        "added": counts and there and not counted_then,
        "removed": counted_then and not counts,
        "comparable": counts and counted_then,
        "comparable_completed": counted_then and done,
        "comparable_completed_before": counts and counted_then and done_then,
        "unadopted": counts and not there,
        "start_overdue": now.status == "not_started" and started_by is not None and started_by < day,
        "backfilled": bool(late),
        "corrected": "更正" in events,
    }


def _there(plan: Plan, item: Item, day: date) -> bool:
    """Its plan says nothing of when it came about, or it, or the item, has a fact by the day."""
    return not plan.log or bool(known(plan.log, day)) or bool(known(item.log, day))


def _shown(log: list[Entry]) -> date:
    """The last day of the last 公示 that stands; the first of all days without one."""
    for entry in reversed(log):
        if entry.event == "核验退回" or entry.result == "反弹":
            break
        if entry.event == "公示":
            return entry.until or date.min
    return date.min


def _closed(log: list[Entry]) -> date | None:
    """The day of the last 销号 that stands."""
    for entry in reversed(log):
        if entry.event == "核验退回" or entry.result == "反弹":
            return None
        if entry.event == "销号":
            return entry.date
    return None


def _effective(plan: Plan, item: Item, day: date, units: Succession) -> list[Entry]:
    """Less what changes nothing: a pause that ends before it begins, 恢复 of no pause, a part nobody holds handed over."""
    log: list[Entry] = []
    facts = counted(item, day)
    mends = [e for e in facts if e.event == "更正"]
    for entry in facts:
        match entry.event:
            case "暂缓" if entry.until is None or entry.until < entry.date:
                continue
            case "恢复" if not _paused(log):
                continue
            case "移交":
                leads = leads_on(item, [*mends, *log], entry.date, plan.lead, units)
                gone = called(entry.from_, entry.date, units) if entry.from_ else None
                if len(leads) > 1 and gone not in leads:
                    continue
        log.append(entry)
    return log


def _paused(log: list[Entry]) -> bool:
    """A pause that nothing has ended but its last day."""
    pauses = [n for n, e in enumerate(log) if e.event == "暂缓"]
    if not pauses:
        return False
    last = log[pauses[-1]].until or date.min
    return not any(e.event == "恢复" and e.date <= last for e in log[pauses[-1] :])
