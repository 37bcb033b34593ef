"""Our measures agree with the slow oracle on ledgers nobody would write by hand."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import oracle
from build import correction, day, entry, make_item, make_ledger, make_plan, make_unit
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tape import Tape

from ledger.measures.progress import tally
from ledger.measures.standing import Standing, standings
from ledger.model.entries import Entry
from ledger.model.items import Item, State
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy

EXAMPLES = 4000
UNITS = (
    make_unit("市旅游局", until="2017-04-30", successor="市文化旅游局"),
    make_unit("市文化旅游局", from_="2017-05-01", until="2017-08-15", successor="市文旅委"),
    make_unit("市文旅委", from_="2017-08-16"),
    make_unit("市财政局"),
    make_unit("市教育局"),
)
SUCCESSION = {u.id: (u.until, u.successor) for u in UNITS if u.until and u.successor}
NAMES = [u.id for u in UNITS]
DUES = ["2017-03-31", "2017-05", "2017Q2", "2017H1", "2017-06-15", "2017-08-20", "2017", "长期", None]
USUAL = {
    "not_started": "启动 启动 启动 进展 进展 完成 完成 节点完成 批准延期 申请延期 暂缓 移交 终止",
    "in_progress": "完成 完成 完成 完成 完成 进展 节点完成 批准延期 批准延期 暂缓 暂缓 移交 并入",
    "suspended": "恢复 恢复 恢复 恢复 移交 拆分",
    "completed": "核验通过 核验通过 核验退回",
    "accepted": "回头看 回头看 销号 核验退回",
    "cancelled": "恢复 更正",
}
EVERYTHING = [*oracle.ALLOWED, "complete", "报完成"]


@dataclass
class Case:
    ledger: Ledger
    days: list[date]
    required: bool


def case_of(choices: bytes) -> Case:
    tape = Tape(choices)
    required = tape.once_in(6)
    items = [_item(tape, str(n)) for n in range(1, 2 + tape.once_in(2))]
    plan = make_plan(*items, lead=tape.pick([("市旅游局",), ("市财政局", "市旅游局")]))
    policy = Policy(acceptance="required" if required else "claimed")
    dates = sorted({e.date for i in items for e in i.log}) or [day("2017-06-15")]
    days = [tape.pick(dates) + timedelta(days=tape.pick([0, 1, -1, 15, 70])) for _ in range(2)]
    return Case(
        make_ledger(plan, units=UNITS, policy=policy), [dates[-1] + timedelta(days=1), *days], required
    )


def _item(tape: Tape, identifier: str) -> Item:
    nodes = {n: tape.pick([d for d in DUES if d]) for n in tape.pick(["", "", "a", "ab"])}
    lead = tape.pick(
        [(), ("市财政局",), ("市旅游局", "市教育局"), ("市旅游局", "市文化旅游局"), ("市财政局", "市教育局")]
    )
    item = make_item(id=identifier, due=tape.pick(DUES), lead=lead, nodes=nodes)
    log: list[Entry] = []
    today = day("2017-01-10")
    for _ in range(tape.pick([8, 12, 4, 6, 16, 2, 0, 10])):
        today += timedelta(days=tape.pick([1, 0, 0, 3, 10, 25, 45]))
        log.append(_entry(tape, item, log, today))
    return make_item(*log, id=identifier, due=str(item.due) if item.due else None, lead=lead, nodes=nodes)


def _entry(tape: Tape, item: Item, log: list[Entry], today: date) -> Entry:
    when = today - timedelta(days=tape.pick([1, 5, 20])) if tape.once_in(10) else today
    if log and tape.once_in(8):
        return _correction(tape, log, when)
    so_far = oracle.counted(make_item(*log), when)
    usual = USUAL[oracle.state_on(so_far, when)].split()
    event = tape.pick(EVERYTHING if tape.once_in(7) else usual)
    return entry(f"{when} {event}", **_fields(tape, event, item, when))


def _fields(tape: Tape, event: str, item: Item, when: date) -> dict[str, Any]:
    def later(*choices: int) -> str:
        return str(when + timedelta(days=tape.pick(choices)))

    node = tape.pick([n.id for n in item.nodes]) if item.nodes else None
    match event:
        case "节点完成":
            return {"node": node or "a", "evidence": "文"}
        case "批准延期" | "申请延期":
            return {"until": later(30, 90, 5, 0, -15), "node": node if tape.once_in(3) else None}
        case "暂缓":
            return {"until": later(10, 0, 1, 30, 60, -2)}
        case "移交":
            to = tape.pick([("市教育局",), ("市旅游局",), ("市财政局", "市文旅委")])
            return {"to": to, "from_": tape.pick([None, "市文化旅游局", "市财政局", "市文旅委"])}
        case "回头看":
            return {"result": tape.pick(["反弹", "巩固"])}
    return {}


def _correction(tape: Tape, log: list[Entry], when: date) -> Entry:
    if tape.once_in(3):
        field, to = tape.pick(
            [("due", "2017-07-31"), ("due", "长期"), ("due", "明年"), ("lead", "市旅游局"), ("title", "新")]
        )
        return correction(str(when), field=field, to=to)
    target = tape.pick(log[::-1])
    return correction(str(when), voids=f"{target.date} {target.event}")


def answer(standing: Standing) -> oracle.Verdict:
    return oracle.Verdict(
        standing.status.value,
        standing.accepted,
        standing.effective_due,
        standing.overdue_days,
        standing.late,
        standing.history.cycle,
        standing.leads,
    )


def verdicts(case: Case, on: date) -> list[oracle.Verdict]:
    return [
        oracle.judge(item, on, plan.lead, units=SUCCESSION, required=case.required)
        for plan, item in case.ledger.items()
    ]


@settings(max_examples=EXAMPLES)
@given(st.binary(min_size=150, max_size=150))
@example(b"")
def test_standing_and_progress_agree_with_the_oracle(choices: bytes) -> None:
    case = case_of(choices)
    for on in case.days:
        ours = list(standings(case.ledger, on))
        theirs = verdicts(case, on)
        assert [answer(s) for s in ours] == theirs
        counts, expected = tally(ours), oracle.tally(theirs)
        assert {k: counts.rate if k == "rate" else counts[k] for k in expected} == expected


def test_the_ledgers_tried_reach_deep_states() -> None:
    """Otherwise agreement would say little."""
    random, seen = Random(2017), Counter[str]()
    for _ in range(400):
        case = case_of(random.randbytes(150))
        for on in case.days:
            for standing in standings(case.ledger, on):
                seen.update(_features(standing))
    rare = {name: seen[name] for name in FEATURES if seen[name] < 25}
    assert rare == {}


FEATURES = [
    *State, "late", "overdue", "overdue by node", "extended", "node extended", "paused", "resumed", "relapsed",
    "returned", "transferred", "not allowed", "voided", "mended", "backdated", "renamed lead",
]  # fmt: skip


def _features(standing: Standing) -> list[str]:
    history, log = standing.history, standing.item.log
    events = [s.entry.event for s in history.steps if s.counted]
    found = {
        standing.history.state.value: True,
        "late": standing.late,
        "overdue": standing.overdue,
        "overdue by node": standing.overdue and standing.deadline != standing.effective_due,
        "extended": any(x.node is None for x in history.extensions),
        "node extended": any(x.node for x in history.extensions),
        "paused": bool(history.pauses),
        "resumed": any(p.resumed for p in history.pauses),
        "relapsed": history.relapsed,
        "returned": "核验退回" in events,
        "transferred": "移交" in events,
        "not allowed": any(not s.counted for s in history.steps),
        "voided": len(history.steps) < len(log),
        "mended": history.due != standing.item.due,
        "backdated": any(later.date < earlier.date for earlier, later in pairwise(log)),
        "renamed lead": not set(standing.leads) & {"市旅游局", "市财政局", "市教育局"},
    }
    return [name for name, held in found.items() if held]
