"""A year of monthly runs with everything that may happen between them, read off a tape.

``year_of(bytes)`` gives the runs one after another: the ledger before each, what it ruled and what it issued.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import oracle
from build import OFFICE, entry, make_item, make_ledger, make_plan, make_unit, make_upstream
from monthly import month_ends, run
from tape import Tape

from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.model.policy import Ladder, Policy
from ledger.model.slips import Slip

GROUP = "经济体制改革专项小组"
LEADS = ("市财政局", "市教育局", "市旅游局")
UNITS = (
    make_unit("市教育局"),
    make_unit("市财政局"),
    make_unit("市旅游局", until="2017-06-14", successor="市文旅委"),
    make_unit("市文旅委", from_="2017-06-15"),
    make_unit(GROUP, kind="专项小组"),
    make_unit(OFFICE, kind="机构"),
)
SUCCESSION = {u.id: (u.until, u.successor) for u in UNITS if u.until and u.successor}
DUES = [
    "2017-04-15",
    "2017-03-31",
    "2017-05",
    "2017Q2",
    "2016-06-01",
    "2017-02-10",
    "2017-08-20",
    "长期",
    None,
]
HAPPENS = [
    None, None, "完成", "批准延期", "暂缓", "回复", "回复", "退回", "异议", "移交", "节点完成", "拆分", "并入",
    "复核", "核验退回", "恢复", "退回", "终止", "作废", "核验通过", "回头看", "收文", "收文", "配套印发", "免于配套", "反馈安排",
    "回复", "退回", "进展",
]  # fmt: skip


@dataclass
class Run:
    """One month: ``before`` it the register had not got ``new``; ``rulings`` is everything that was ruled."""

    on: date
    issued: date
    before: Ledger
    after: Ledger
    new: list[Slip]
    rulings: list[Any]


def year_of(choices: bytes, last: str = "2017-10") -> Iterator[Run]:
    tape = Tape(choices)
    ledger = _start(tape)
    started = ledger.policies.on(date.max).ladder.adopted_on or date.min
    previous = date(2016, 12, 31)
    for on in month_ends("2017-01", last):
        ledger = _happenings(tape, ledger, previous, on)
        if on < started:
            previous = on
            continue
        issued = on + timedelta(days=tape.pick([0, 0, 0, 1, 3]))
        after, new, found = run(ledger, on, issued)
        yield Run(on, issued, ledger, after, new, found)
        ledger, previous = after, issued


def _start(tape: Tape) -> Ledger:
    items = [_item(tape, str(n)) for n in range(1, 2 + tape.pick(range(3)))]
    capped = tape.once_in(3)
    ladder = Ladder(
        grouping=tape.pick(["per_unit", "per_item"]),
        adopted_on=date(2017, 4, 1) if capped else None,
        backlog_cap=tape.pick([1, 2]) if capped else None,
    )
    documents = [
        make_upstream(
            f"2017-0{tape.pick(range(1, 5))}-{tape.pick(range(10, 29))} 通过",
            *(["2017-03-15 对接提示"] if tape.once_in(4) else []),
            *([f"2016-0{tape.pick(range(1, 9))}-20 收文"] if tape.once_in(4) else []),
            id=f"zy-{n}",
            group=tape.pick([GROUP, None]),
            lead=tape.pick([("市财政局",), ("市教育局", "市旅游局")]),
        )
        for n in range(tape.pick([0, 1, 2]))
    ]
    return make_ledger(
        make_plan(*items, lead=LEADS[0]), upstream=documents, units=UNITS, policy=Policy(ladder=ladder)
    )


def _item(tape: Tape, identifier: str) -> Item:
    return make_item(
        id=identifier,
        due=tape.pick(DUES),
        lead=tape.pick([(), (LEADS[1],), (LEADS[0], LEADS[2])]),
        nodes={n: tape.pick([d for d in DUES[:7] if d]) for n in tape.pick(["", "", "", "a", "ab"])},
        review_by="2017-03-20" if tape.once_in(4) else None,
    )


def _happenings(tape: Tape, ledger: Ledger, after: date, through: date) -> Ledger:
    """Up to seven facts in the order of their days, all later than the last 签发."""
    span = (through - after).days
    for when in sorted(
        after + timedelta(days=1 + tape.pick(range(span))) for _ in range(tape.pick(range(8)))
    ):
        event = tape.pick(HAPPENS)
        if event is not None:
            ledger = _happen(tape, ledger, event, when)
    return ledger


def _happen(tape: Tape, ledger: Ledger, event: str, when: date) -> Ledger:
    if event in {"收文", "配套印发", "免于配套", "反馈安排"}:
        return _to_document(tape, ledger, f"{when} {event}")
    if event in {"回复", "退回", "异议", "复核", "作废"}:
        return _to_paper(tape, ledger, event, when)
    return _to_item(tape, ledger, event, when)


def _to_document(tape: Tape, ledger: Ledger, text: str) -> Ledger:
    if not ledger.upstream:
        return ledger
    chosen = tape.pick(ledger.upstream)
    changed = replace(chosen, log=(*chosen.log, entry(text, by=OFFICE, note="说明")))
    return replace(
        ledger, registers={"upstream": tuple(changed if d is chosen else d for d in ledger.upstream)}
    )


def _to_paper(tape: Tape, ledger: Ledger, event: str, when: date) -> Ledger:
    if not ledger.slips:
        return ledger
    chosen = tape.pick(sorted(ledger.slips, key=lambda s: s.as_of, reverse=True)[:4])
    if event == "作废":
        changed = replace(chosen, log=(*chosen.log, entry(f"{when} 作废", by=OFFICE, note="误发")))
    else:
        row = tape.pick(chosen.rows)
        result = tape.pick(["维持", "撤销"]) if event == "复核" else None
        added = entry(f"{when} {event}", by=OFFICE, note="说明", result=result)
        rows = tuple(replace(r, log=(*r.log, added)) if r is row else r for r in chosen.rows)
        changed = replace(chosen, rows=rows)
    return replace(ledger, slips=tuple(changed if s is chosen else s for s in ledger.slips))


def _to_item(tape: Tape, ledger: Ledger, event: str, when: date) -> Ledger:
    (plan,) = ledger.plans
    chosen: Item = tape.pick(plan.items)
    state = oracle.state_on(oracle.counted(chosen, when), when)
    if state not in oracle.ALLOWED[event] or (event == "恢复" and state != "suspended"):
        return ledger
    children: list[Item] = []
    fields: dict[str, Any] = {}
    match event:
        case "批准延期":
            fields["until"] = str(when + timedelta(days=tape.pick([20, 5, 60, 0])))
        case "暂缓":
            fields["until"] = str(when + timedelta(days=tape.pick([20, 5, 60, 0])))
        case "移交":
            leads = oracle.judge(chosen, when, plan.lead, units=SUCCESSION).leads
            fields |= {"to": tape.pick(LEADS), "from_": leads[0] if len(leads) > 1 else None}
        case "回头看":
            fields["result"] = "反弹"
        case "节点完成":
            fields["node"] = tape.pick("ab")
        case "并入":
            fields["into"] = tape.pick([i for i in plan.items if i is not chosen] or [chosen]).id
        case "拆分":
            count = len(plan.items)
            due = chosen.due.text if chosen.due else None
            children = [make_item(id=str(count + n), due=due, lead=chosen.lead) for n in (1, 2)]
            fields["into"] = [c.id for c in children]
    return replace(ledger, plans=(_with(plan, chosen, entry(f"{when} {event}", **fields), children),))


def _with(plan: Plan, chosen: Item, added: Entry, children: list[Item]) -> Plan:
    items = [replace(i, log=(*i.log, added)) if i is chosen else i for i in plan.items]
    return replace(plan, items=(*items, *children))
