"""Ledgers of an item or two that nobody would write by hand, read off a tape."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import oracle
from build import correction, day, entry, make_item, make_ledger, make_plan, make_unit
from tape import Tape

from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy

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
    "in_progress": "完成 完成 完成 完成 完成 进展 自查 节点完成 批准延期 批准延期 暂缓 暂缓 移交 并入",
    "suspended": "恢复 恢复 恢复 恢复 移交 拆分",
    "completed": "核验通过 核验通过 核验退回",
    "accepted": "回头看 回头看 公示 公示 销号 核验退回",
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
        case "公示":
            return {"until": later(10, 40, 3)}
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
