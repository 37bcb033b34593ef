"""Inspections of a year: the grid and its gaps, reports, places; findings from rectification to the look-back."""

from datetime import date
from typing import Any

import pytest
from build import OFFICE, day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.measures.duties import duties
from ledger.measures.finding_states import FINDING_STATES, on_time_rate, rectification_rate
from ledger.measures.inspection_year import checked, gaps, grid, joined, periodic, reports, rounds, visited
from ledger.measures.selection import Selection
from ledger.measures.thing_selection import check_filters, fits_thing
from ledger.measures.thing_states import ThingStanding, thing_standings
from ledger.model.findings import FINDING, Finding
from ledger.model.inspecting import InspectionReport, Round, Team, Visits
from ledger.model.policy import Policy
from ledger.model.registers.inspections import AXES, REGISTER, Inspection
from ledger.model.registers.listed import Listed
from ledger.model.registers.matters import Matter

OCTOBER = date(2017, 10, 31)
DONE = entry("2017-03-20 整改", evidence="甲发1号")
ACCEPTED = entry("2017-03-27 验收", by=OFFICE)
CLOSED = entry("2017-03-30 销号", by=OFFICE)


def inspection(number: int = 1, on: str = "2017-03-01", kind: Any = "专项督察", **fields: Any) -> Inspection:
    return Inspection(id=f"dc-{number}", title="督察", kind=kind, date=day(on), **fields)


def finding(*log: Any, id: str = "1", **fields: Any) -> Finding:  # noqa: A002
    due = day(fields.pop("due", "2017-04-01"))
    return Finding(id=id, title="问题", unit=fields.pop("unit", "甲局"), due=due, log=log, **fields)


def matter(*log: Any, on: str = "2017-03-10") -> Matter:
    return Matter(
        id="LD-1", title="资金闲置", partner="审计", direction="移交来", date=day(on), unit="甲局",
        due=day("2017-09-30"), log=log,
    )  # fmt: skip


def standing(*inspections: Inspection, on: date = OCTOBER) -> list[ThingStanding[Any]]:
    return list(thing_standings(make_ledger(inspections=inspections), on, REGISTER))


def found(*findings: Finding, on: date = OCTOBER) -> list[ThingStanding[Any]]:
    ledger = make_ledger(inspections=[inspection(findings=findings)])
    return list(thing_standings(ledger, on, REGISTER, "findings"))


def owes(*log: Any, on: str, **fields: Any) -> list[tuple[str, str, str, bool]]:
    units = [make_unit(name) for name in ("甲局", "乙局", OFFICE)]
    ledger = make_ledger(units=units, inspections=[inspection(findings=(finding(*log, **fields),))])
    return [(d.unit, d.what, str(d.due), d.met_on is None) for d in duties(ledger, day(on))]


def test_the_figures_of_zibo() -> None:
    """S3: 9 general and 12 special inspections, 19 reports, 221 grassroots units, 69 findings, all of them rectified."""
    kinds = ["全面督察"] * 9 + ["专项督察"] * 12
    year = [
        inspection(
            n,
            f"2017-{n % 9 + 1:02}-10",
            kind,
            report=InspectionReport(number=f"{min(n, 19)}号", date=date(2017, 10, 20)),
            visits=(Visits(place="基层单位", number=10 + (n < 12)),),
        )
        for n, kind in enumerate(kinds, 1)
    ]
    broad = Visits(place="区县", number=11, subject="事项", subjects=7)
    deep = Visits(place="镇办", number=88, subject="文件", subjects=17)
    things = standing(*year)
    assert [sum(t.record.kind == kind for t in things) for kind in ("全面督察", "专项督察")] == [9, 12]
    assert len(reports(things, OCTOBER)) == 19
    assert len(reports(things, date(2017, 10, 19))) == 0
    assert visited(things, OCTOBER, "基层单位") == 221
    one = standing(inspection(visits=(broad, deep)))
    assert checked(one, OCTOBER) == 7 * 11 + 17 * 88 == 77 + 1496
    all_rectified = found(*(finding(DONE, ACCEPTED, CLOSED, id=str(n)) for n in range(1, 70)))
    assert rectification_rate(all_rectified, OCTOBER) == "100.0%（69/69）"
    assert on_time_rate(all_rectified, OCTOBER) == "100.0%（69/69）"


def test_a_campaign_of_four_rounds() -> None:
    """S3: 50 people in 9 teams of 8 groups and 10 departments; rounds come one by one."""
    team = Team(
        office=OFFICE,
        group=tuple(f"第{n}专项小组" for n in range(8)),
        departments=tuple(f"第{n}局" for n in range(10)),
        members=50,
        teams=9,
    )
    four = tuple(
        Round(id=str(n), title="一轮", date=date(2017, 2 * n, 6), mode="暗访" if n % 2 else "明察")
        for n in (1, 2, 3, 4)
    )
    visits = (Visits(place="镇办", number=88),)
    campaign = inspection(
        kind="明查暗访", on="2017-02-06", until=date(2017, 8, 11), team=team, rounds=four, visits=visits
    )
    things = standing(campaign)
    assert [rounds(things, day(on)) for on in ("2017-02-06", "2017-06-05", "2017-10-31")] == [1, 2, 4]
    assert [visited(things, day(on), "镇办") for on in ("2017-08-10", "2017-08-11")] == [0, 88]
    assert [len(names) for names in joined(things, OCTOBER)] == [8, 10]
    assert gaps(things, day("2017-02-28"))[-1] == "明察"
    assert gaps(things, day("2017-04-30"))[-1] == "整改复查"


def test_the_grid_counts_what_is_written_and_what_kinds_imply_and_names_its_gaps() -> None:
    year = [
        inspection(1, mode="明察", cadence="日常"),
        inspection(2, kind="全面督察", mode="明察"),
        inspection(3, kind="年中督察"),
        inspection(4, kind="回头看"),
        inspection(5, on="2016-12-01", mode="暗访"),
    ]
    counted = [(a.number, b.number) for a, b in grid(standing(*year), OCTOBER, AXES.values())]
    assert counted == [(1, 1), (1, 1), (0, 1), (2, 0)]
    assert gaps(standing(*year), OCTOBER) == ["重点督察", "暗访"]
    assert gaps(standing(), OCTOBER) == []


def test_a_plan_is_inspected_twice_a_year_once_it_was_in_force_for_half_a_year() -> None:
    plans = [
        make_plan(make_item(), id="a", log=["2017-01-05 印发", entry("2017-07-05 年中督察", by=OFFICE)]),
        make_plan(make_item(), id="b", log=["2017-04-30 印发"]),
        make_plan(make_item(), id="c", log=["2017-01-05 印发"]),
        make_plan(make_item(), id="d", log=["2017-05-05 印发"]),
        make_plan(make_item(), id="e", log=["2016-01-05 印发", entry("2017-03-01 销账", by=OFFICE)]),
    ]
    ledger = make_ledger(*plans, inspections=[inspection(kind="年中督察", plans=("c",))])
    mid, end = periodic(ledger, list(thing_standings(ledger, OCTOBER, REGISTER)), OCTOBER)
    assert (mid.plans, mid.missing) == (("a", "b", "c"), ("b",))
    assert (end.kind, end.missing) == ("年底自查", ("a", "b", "c"))


def test_one_after_the_other_unit_and_office_owe() -> None:
    assert owes(on="2017-03-10") == [("甲局", "整改督察问题", "2017-04-01", True)]
    rectified = owes(DONE, on="2017-03-20")
    assert min(rectified) == (OFFICE, "验收整改", "2017-04-01", True)
    assert owes(DONE, ACCEPTED, on="2017-03-29") == [("甲局", "整改督察问题", "2017-04-01", False)]
    closed = owes(DONE, ACCEPTED, CLOSED, on="2017-03-30")
    assert closed[1:] == [(OFFICE, "督察问题回头看", "2017-06-30", True)]
    held = entry("2017-06-20 回头看", by=OFFICE, result="巩固")
    assert owes(DONE, ACCEPTED, CLOSED, held, on="2017-06-20")[1:] == [
        (OFFICE, "督察问题回头看", "2017-06-30", False)
    ]


def test_what_came_back_is_owed_by_its_new_limit_and_looked_at_once_more() -> None:
    back = entry("2017-06-20 回头看", by=OFFICE, result="反弹", until="2017-07-15")
    again = (
        entry("2017-07-20 整改", evidence="甲发2号"),
        entry("2017-07-24 验收", by=OFFICE),
        entry("2017-07-31 销号", by=OFFICE),
    )
    assert owes(DONE, ACCEPTED, CLOSED, back, on="2017-06-20") == [
        ("甲局", "整改督察问题", "2017-07-15", True)
    ]
    assert owes(DONE, ACCEPTED, CLOSED, back, *again, on="2017-07-31")[1:] == [
        (OFFICE, "督察问题回头看", "2017-10-31", True)
    ]
    (late,) = found(finding(DONE, ACCEPTED, CLOSED, back, *again))
    states = [name for name, state in FINDING_STATES.items() if state.fits(late, OCTOBER)]
    assert states == ["this_year", "counted", "done", "due", "to_look_back", "looked_back", "relapsed"]


def test_units_told_to_learn_from_it_each_owe_a_look_at_themselves() -> None:
    own = entry("2017-03-15 举一反三", by="乙局", note="没有同类问题")
    asked = [("乙局", "自查同类问题", "2017-04-01", True), ("甲局", "整改督察问题", "2017-04-01", True)]
    assert sorted(owes(on="2017-03-10", similar=("乙局",))) == asked
    assert ("乙局", "自查同类问题", "2017-04-01", False) in owes(own, on="2017-03-15", similar=("乙局",))
    again = entry("2017-04-20 举一反三", by="乙局", note="再查一遍")
    (checked,) = found(finding(own, again, similar=("乙局",)))
    assert [d.met_on for d in checked.duties if d.unit == "乙局"] == [date(2017, 3, 15)]


def test_the_office_has_as_long_as_the_policy_gave_it_when_it_was_asked() -> None:
    log = (entry("2017-04-28 整改", evidence="甲发1号"),)
    answered = (entry("2017-04-28 反馈", evidence="甲函1号"),)
    ledger = make_ledger(
        policies=(Policy(from_=date(2017, 5, 1), verify_within=3),),
        inspections=[inspection(findings=(finding(*log),))],
        matters=[matter(*answered)],
    )
    due = [str(d.due) for d in duties(ledger, date(2017, 5, 2)) if d.met_on is None]
    assert due == ["2017-05-15", "2017-05-15"]


def test_rates_leave_out_what_was_quashed_and_what_is_not_due() -> None:
    objection = entry("2017-03-05 异议", by="甲局", note="不属实")
    quashed = entry("2017-03-10 复核", by=OFFICE, result="撤销", note="确不属实")
    returned = entry("2017-03-28 退回", by=OFFICE, note="没有改到位")
    findings = found(
        finding(DONE),
        finding(DONE, returned, id="2"),
        finding(objection, quashed, id="3"),
        finding(id="4", due="2017-12-01"),
        finding(DONE, id="5", due="2017-03-10"),
    )
    assert rectification_rate(findings, OCTOBER) == "50.0%（2/4）"
    assert on_time_rate(findings, OCTOBER) == "33.3%（1/3）"
    assert on_time_rate(findings, day("2017-03-01")) is None


def test_a_finding_is_found_by_the_plan_it_is_about() -> None:
    ledger = make_ledger()
    about, other = found(finding(items=("zb-2017-01/3",)), finding(id="2", items=("dc-1/1",)))
    chosen = Selection(plans=("zb-2017-01",))
    check_filters(FINDING, "督察问题", chosen)
    assert [fits_thing(each, ledger, chosen) for each in (about, other)] == [True, False]


def test_a_finding_that_is_younger_than_its_inspection_does_not_exist_before() -> None:
    younger = finding(id="2", date=date(2017, 5, 10))
    assert [len(found(finding(), younger, on=day(on))) for on in ("2017-05-09", "2017-05-10")] == [1, 2]


@pytest.mark.parametrize(
    ("log", "on", "owed"),
    [
        ([], "2017-09-01", [("甲局", "2017-09-30")]),
        ([entry("2017-09-20 反馈", evidence="甲函1号")], "2017-09-20", [(OFFICE, "2017-10-10")]),
        (
            [entry("2017-09-20 反馈", evidence="甲函1号"), entry("2017-09-22 退回", by=OFFICE, note="不全")],
            "2017-09-22",
            [("甲局", "2017-09-30")],
        ),
        (
            [entry("2017-09-20 反馈", evidence="甲函1号"), entry("2017-09-25 办结", by=OFFICE)],
            "2017-09-25",
            [],
        ),
    ],
)
def test_a_matter_handed_over_is_answered_then_settled(
    log: list[Any], on: str, owed: list[tuple[str, str]]
) -> None:
    found = duties(make_ledger(matters=[matter(*log, on="2017-07-10")]), day(on))
    assert [(d.unit, str(d.due)) for d in found if d.met_on is None] == owed


def test_what_is_listed_is_applied_for_by_the_unit_and_verified_by_the_office() -> None:
    applied = entry("2017-09-20 申请摘牌", evidence="甲函1号")
    failed = entry("2017-09-22 核查", by=OFFICE, result="不通过")
    passed = entry("2017-09-22 核查", by=OFFICE, result="通过")
    extended = entry("2017-09-25 批准延期", by="沈砚青", until="2017-11-30")

    def owed(*log: Any) -> list[tuple[str, str]]:
        listed = Listed(
            id="GP-1", title="滞后", unit="甲局", date=day("2017-08-01"), approved_by="沈砚青", due=day("2017-09-30"),
            procedure="核查后摘牌", log=log,
        )  # fmt: skip
        found = duties(make_ledger(listed=[listed]), OCTOBER)
        return [(d.unit, str(d.due)) for d in found if d.met_on is None]

    assert owed() == owed(applied, failed) == [("甲局", "2017-09-30")]
    assert owed(applied) == [(OFFICE, "2017-10-10")]
    assert owed(applied, passed) == []
    assert owed(applied, failed, extended) == [("甲局", "2017-11-30")]
