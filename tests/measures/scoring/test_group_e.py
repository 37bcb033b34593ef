"""Group E: leaders' claims, what an item has to name, monthly dispatch, corrected and false reports."""

from fractions import Fraction
from typing import Any

import pytest
from build import (
    LEAD,
    correction,
    day,
    entry,
    make_item,
    make_leader,
    make_ledger,
    make_plan,
    make_scheme,
    make_unit,
    measured_on,
)

from ledger.model.findings import Finding
from ledger.model.policy import Policy
from ledger.model.registers.claims import Claim
from ledger.model.registers.inspections import Inspection

OFFICE, DISTRICT, GROUP = "市委改革办", "望川区", "经济组"
BARE = [make_unit(LEAD), make_unit(DISTRICT, kind="区县"), make_unit(GROUP, kind="专项小组")]


def claim(name: str, leader: str, *acts: str, items: tuple[str, ...] = ("zb-2017-01/1",)) -> Claim:
    log = tuple(entry(act) for act in acts)
    return Claim(id=name, title=f"认领{name}", leader=leader, items=items, due=day("2017-12-31"), log=log)


def claims_of(unit: str, *claims: Claim, head: str | None = None) -> Any:
    units = [make_unit(LEAD, head=head), make_unit(GROUP, kind="专项小组", head=head)]
    ledger = make_ledger(
        make_item(),
        make_item(id="2", lead="市教育局"),
        units=units,
        leaders=[make_leader("沈砚青")],
        claims=claims,
    )
    return measured_on(ledger, "E1", unit, "2017-11-30")


def test_e1_what_the_head_claimed_wants_an_act_of_its_quarter() -> None:
    found = claims_of(
        GROUP,
        claim("RL-1", "沈砚青", "2017-03-01 抓部署", "2017-10-02 抓督察"),
        claim("RL-2", "沈砚青", "2017-09-30 抓部署"),
        claim("RL-3", "别人", "2017-10-02 抓部署"),
        head="沈砚青",
    )

    assert [(p.ref, p.part, p.why) for p in found.pieces] == [
        ("RL-1", 1, "沈砚青认领，2017-10-02抓督察"),
        ("RL-2", 0, "沈砚青认领，2017年第4季度还没有亲自抓过"),
    ]
    assert found.formula("3") == "3*1/2"


def test_e1_without_claims_of_its_head_a_unit_is_asked_for_those_of_the_items_it_leads() -> None:
    own, other = claim("RL-1", "别人"), claim("RL-2", "别人", items=("zb-2017-01/2",))

    assert [p.ref for p in claims_of(LEAD, own, other, head="沈砚青").pieces] == ["RL-1"]
    assert claims_of(GROUP, own, other).lacking == "没有认领中的事项"


@pytest.mark.parametrize(
    ("fields", "unit", "why"),
    [
        ({"due": "2017-12-31"}, {}, "缺责任人"),
        ({"due": "2017-12-31", "leader": "沈砚青"}, {}, "责任要素齐全"),
        ({"due": "长期"}, {"liaison": "温如玉"}, "责任要素齐全"),
        ({}, {"head": "邬景行"}, "缺时限"),
        ({"due": "2017-12-31", "hard": True}, {"head": "邬景行"}, "缺节点"),
        (
            {"due": "2017-12-31", "focus": True, "nodes": {"a": "2017-11-30"}},
            {"head": "邬景行"},
            "责任要素齐全",
        ),
    ],
)
def test_e2_an_item_names_who_when_and_for_what_is_hard_the_steps(
    fields: dict[str, Any], unit: dict[str, Any], why: str
) -> None:
    (piece,) = measured_on(make_ledger(make_item(**fields), units=[make_unit(LEAD, **unit)]), "E2").pieces

    assert (piece.why, piece.part) == (why, Fraction(why == "责任要素齐全"))


def test_e2_what_is_done_lacks_nothing_any_more() -> None:
    ledger = make_ledger(
        make_item(), make_item(entry("2017-10-02 完成", evidence="甲号"), id="2"), units=BARE
    )
    found = measured_on(ledger, "E2")

    assert found.formula("2") == "2*1/2"
    assert [p.why for p in found.pieces] == ["缺时限、责任人", "2017-10-02完成"]


REPORTING = [
    make_item("2017-03-01 启动", "2017-10-25 进展", id="1"),
    make_item("2017-03-01 启动", "2017-10-26 进展", id="2"),
    make_item("2017-03-01 启动", entry("2017-10-20 进展", recorded="2017-10-30"), id="3"),
    make_item("2017-03-01 启动", entry("2017-09-29 进展", recorded="2017-10-08"), id="4"),
    make_item(entry("2017-09-01 完成", evidence="甲号"), id="5"),
    make_item(
        entry("2017-09-01 完成", evidence="乙号"),
        entry("2017-10-28 核验退回", by=OFFICE, note="不实"),
        id="6",
    ),
]


def test_e3_what_was_told_by_the_25th_was_told_in_time() -> None:
    found = measured_on(make_ledger(*REPORTING), "E3")

    assert [(p.ref[-1], p.part, p.why) for p in found.pieces] == [
        ("1", 1, "2017-10-25调度"),
        ("2", 0, "2017-10-25以前没有调度"),
        ("3", 0, "2017-10-25以前没有调度"),
        ("4", 1, "2017-10-08调度"),
    ]
    assert found.formula("3") == "3*2/4"
    assert measured_on(make_ledger(*REPORTING), "E3", target=28).formula("3") == "3*4/5"


def test_e3_a_quarter_asks_month_by_month_and_a_month_only_once_its_day_has_come() -> None:
    item = make_item("2017-03-01 启动", "2017-10-10 进展", "2017-12-11 进展")
    ledger = make_ledger(item, schemes=[make_scheme("E3 3", period="季")])

    assert measured_on(ledger, "E3", when="2017-12-31").formula("3") == "3*2/3"
    assert measured_on(ledger, "E3", when="2017-12-24").formula("3") == "3*1/2"


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (("2017-09-20 完成",), "0/0"),  # the verdict is the office's
        (("2017-10-20 完成",), "1/1"),
        (("2017-09-20 完成", entry("2017-10-10 核验退回", by=OFFICE, note="不全")), "1/1"),
        (("2017-09-20 进展",), "0/1"),
    ],
)
def test_e3_what_only_waits_for_its_acceptance_has_nothing_to_report(log: Any, expected: str) -> None:
    found = measured_on(make_ledger(make_item(*log), policy=Policy(acceptance="required")), "E3")

    assert f"{found.part}/{found.whole}" == expected


@pytest.mark.parametrize(("handed", "expected"), [("2017-10-26", (1, 0)), ("2017-10-25", (0, 1))])
def test_e3_is_asked_of_whoever_had_the_item_on_the_day(handed: str, expected: tuple[int, int]) -> None:
    ledger = make_ledger(make_item(entry(f"{handed} 移交", to=DISTRICT, by=OFFICE), lead=LEAD), units=BARE)

    assert tuple(measured_on(ledger, "E3", unit).whole for unit in (LEAD, DISTRICT)) == expected


def test_e5_a_void_report_costs_in_the_period_of_its_correction_and_decisions_of_others_never() -> None:
    item = make_item(
        "2017-03-01 启动",
        entry("2017-09-20 完成", evidence="甲号"),
        correction("2017-10-08", voids="2017-09-20 完成"),
        "2017-10-09 进展",
        entry("2017-10-10 批准延期", until="2017-12-31", by=OFFICE),
        correction("2017-10-11", voids="2017-10-10 批准延期"),
        correction("2017-10-12", field="title", to="新名"),
    )
    ledger = make_ledger(item)
    found = measured_on(ledger, "E5")

    assert [(p.part, p.why) for p in found.pieces] == [
        (1, "2017-09-20完成，2017-10-08更正作废"),
        (0, "2017-10-09进展"),
    ]
    assert found.formula("3") == "3*(1-1/2)"
    assert measured_on(ledger, "E5", when="2017-09-30").formula("3") == "3*(1-0/1)"
    assert measured_on(ledger, "E5", when="2017-11-30").lacking == "本期没有报的记录"


def falsely(*log: Any, found: str = "2017-10-20", **fields: Any) -> Inspection:
    finding = Finding(
        id="1", title="虚报完成", unit=LEAD, due=day("2017-12-31"), false_report=True, log=log, **fields
    )
    return Inspection(id="dc-1", title="督察", kind="专项督察", date=day(found), findings=(finding,))


OBJECTED = entry("2017-10-25 异议", by=LEAD, note="情况不实")


def upheld(when: str, result: str = "维持") -> Any:
    return entry(f"{when} 复核", by=OFFICE, result=result, note="查实")


@pytest.mark.parametrize(
    ("log", "months"),
    [
        ((), ["2017-10"]),
        ((OBJECTED,), []),
        ((OBJECTED, upheld("2017-10-30")), ["2017-10"]),
        ((OBJECTED, upheld("2017-11-08")), ["2017-11"]),
        ((OBJECTED, upheld("2017-11-08", "撤销")), []),
        ((entry("2017-11-02 异议", by=LEAD, note="情况不实"), upheld("2017-11-08")), ["2017-10"]),
    ],
)
def test_e5_a_false_report_that_stands_takes_the_whole_point_in_one_period(
    log: tuple[Any, ...], months: list[str]
) -> None:
    plan = make_plan(make_item("2017-10-09 进展", "2017-11-09 进展", "2017-12-09 进展"))
    ledger = make_ledger(plan, units=BARE, inspections=[falsely(*log)])
    days = {"2017-10": "2017-10-31", "2017-11": "2017-11-30", "2017-12": "2017-12-31"}

    assert [m for m, last in days.items() if measured_on(ledger, "E5", when=last).value == 0] == months
