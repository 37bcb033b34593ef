"""The rules about issued papers: where they point, and that they agree with the engine that proposes papers."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from build import OFFICE, entry, make_item, make_plan
from rule_cases import CASES, read_cases

from ledger.actions.issuing import draft
from ledger.base.days import month_end
from ledger.checks.run import rules
from ledger.measures.escalation import rulings
from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import UpstreamDocument
from ledger.model.settings import Settings
from ledger.model.slips import Slip
from ledger.model.units import Register, Unit, Units

START = date(2017, 1, 1)
MERGED = {"until": date(2017, 7, 15), "successor": "丁局"}
UNITS = (
    Unit(id=OFFICE),
    Unit(id="甲局", **MERGED),
    Unit(id="乙局"),
    Unit(id="丙局", **MERGED),
    Unit(id="丁局", from_=date(2017, 7, 16)),
)
EVENTS = [
    "启动",
    "进展",
    "批准延期",
    "移交",
    "拆分",
    "并入",
    "完成",
    "核验通过",
    "回头看",
    "暂缓",
    "恢复",
    "更正",
]
ABOUT_PAPERS = [r for r in rules() if r.code.startswith("S") and r.check]
AFTER_THE_FACT = {"S117", "S118", "S121"}
"""A late reply or objection, and Markdown that was never written: not what the engine decides."""


@pytest.mark.parametrize(
    ("code", "number", "related"),
    [
        ("S105", 0, ["slips/JB-2017-001.yaml:1:9 JB-2017-001 先用"]),
        ("S109", 0, ["slips/JB-2017-001.yaml:4:22 先发的一行"]),
        ("S110", 0, ["slips/TS-2017-001.yaml:2:25 此前最高一级"]),
        ("S111", 0, ["slips/CB-2017-001.yaml:2:25 已发的上级单据"]),
        ("S112", 1, ["slips/JB-2017-001.yaml:2:14 JB-2017-001 的签发"]),
        ("S114", 0, ["slips/TS-2017-001.yaml:1:8 判定日"]),
        ("S121", 0, ["slips/JB-2017-001.yaml:2:14 签发日期"]),
        ("S125", 0, ["slips/JB-2017-001.yaml:2:14 签发日期"]),
        ("P140", 1, ["p.yaml:5:72 p/1 的并入", "p.yaml:6:72 p/2 的并入"]),
    ],
)
def test_a_finding_points_to_what_it_clashes_with(code: str, number: int, related: list[str]) -> None:
    found = [d for d in read_cases(CASES / f"{code}.yaml")["fail"][number].diagnostics() if d.code == code]
    assert [f"{place} {words}" for place, words in found[0].related] == related


@pytest.mark.parametrize("seed", range(40))
def test_what_the_engine_proposed_and_somebody_signed_breaks_no_rule(seed: int) -> None:
    chance = random.Random(seed)
    ledger = _ledger(chance)
    for month in range(1, 13):
        day = month_end(date(2017, month, 1))
        signed = day + timedelta(days=chance.choice([0, 0, 3]))
        papers = [*ledger.slips, *draft(ledger, rulings(ledger, day), day, signed)]
        ledger = _with(ledger, [_answered(slip, day, chance) for slip in papers])
    assert ledger.slips
    assert _found(ledger) - AFTER_THE_FACT == set()
    void = entry("2018-12-31 作废", by=OFFICE, note="清理")
    emptied = [replace(slip, as_of=START, log=(*slip.log, void)) for slip in ledger.slips]
    assert _found(_with(ledger, emptied)) == set(), "a void paper presses nobody, whatever was wrong with it"


def _found(ledger: Ledger) -> set[str]:
    return {r.code for r in ABOUT_PAPERS if r.check and list(r.check(ledger, date(2017, 12, 31)))}


def _with(ledger: Ledger, slips: list[Slip]) -> Ledger:
    paths = {key: path for key, path in ledger.paths.items() if key[0] != "slip"}
    paths |= {("slip", slip.id): f"slips/{slip.id}.yaml" for slip in slips}
    return replace(ledger, slips=tuple(sorted(slips, key=lambda s: s.id)), paths=paths)


def _ledger(chance: random.Random) -> Ledger:
    adopted, received = (entry(f"{_day(chance, 100)} {event}") for event in ("通过", "收文"))
    document = UpstreamDocument(
        id="zy-1", title="文件", group="乙局", lead=("甲局", "丙局"), log=(adopted, received)
    )
    return Ledger(
        settings=Settings(office=OFFICE, commission=OFFICE, prefix="改"),
        units=Units(Register(units=UNITS)),
        plans=(make_plan(*(_item(n, chance) for n in "1234"), id="p"),),
        registers={"upstream": (document,)},
        paths={("plan", "p"): "p", ("units", ""): "u", ("upstream", "zy-1"): "r"},
    )


def _item(identifier: str, chance: random.Random) -> Item:
    log: list[Entry] = []
    days = sorted(chance.sample(range(1, 340), chance.randrange(5)))
    for when in days:
        event = chance.choice(EVENTS if log else EVENTS[:-1])
        fields = {
            "进展": {"until": str(_after(when, chance.randrange(60)))},
            "批准延期": {"until": str(_after(when, chance.randrange(60)))},
            "暂缓": {"until": str(_after(when, 30))},
            "移交": {"to": chance.choice(["甲局", "乙局", "丙局"])},
            "拆分": {"into": chance.choice("1234")},
            "并入": {"into": chance.choice("1234")},
            "完成": {"evidence": "一号"},
            "回头看": {"result": "反弹"},
        }.get(event, {})
        if event == "更正":
            wrong = chance.choice(log)
            fields = {"note": "误记", "voids": f"{wrong.date} {wrong.event}"}
        log.append(entry(f"{_after(when, 0)} {event}", by=OFFICE, **fields))
    leads = chance.sample(["甲局", "乙局", "丙局"], chance.randrange(1, 3))
    if chance.random() < 0.3:
        return make_item(*log, id=identifier, lead=leads, due="长期", review_by=_day(chance, 250))
    return make_item(*log, id=identifier, lead=leads, due=_day(chance, 250))


def _answered(slip: Slip, day: date, chance: random.Random) -> Slip:
    """The same paper, made void, objected to or answered badly now and then, in the month after ``day``."""
    when, fate = str(day + timedelta(days=chance.randrange(3, 28))), chance.random()
    first, *others = slip.rows
    if any(e.event == "作废" for e in slip.log) or any(e.event == "复核" for e in first.log):
        return slip
    if fate < 0.05:
        return replace(slip, log=(*slip.log, entry(f"{when} 作废", by=OFFICE, note="误发")))
    if fate < 0.12:
        result = chance.choice(["维持", "撤销"])
        said = [entry(f"{when} 异议", by="甲局", note="x"), entry(f"{when} 复核", by=OFFICE, result=result)]
    elif fate < 0.2:
        said = [entry(f"{when} 回复", by="甲局"), entry(f"{when} 退回", by=OFFICE, note="没有计划")]
    else:
        return slip
    return replace(slip, rows=(replace(first, log=(*first.log, *said)), *others))


def _after(start: int, days: int) -> date:
    return START + timedelta(days=start + days)


def _day(chance: random.Random, last: int) -> str:
    return str(_after(chance.randrange(1, last), 0))
