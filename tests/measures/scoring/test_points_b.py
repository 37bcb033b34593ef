"""B1 to B5: what was due, done, late, not begun and not put right, for leads, participants and the group."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from build import (
    LEAD,
    day,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_scheme,
    make_unit,
    measured_on,
)

from ledger.model.findings import Finding
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.model.registers.exemptions import Exemption
from ledger.model.registers.inspections import Inspection
from ledger.model.units import TASK_GROUP

GROUP, OTHER = "经济体制改革专项小组", "市财政局"
UNITS = [make_unit(LEAD), make_unit(OTHER), make_unit(GROUP, kind=TASK_GROUP)]
DONE = ("2017-03-01 启动", "2017-10-20 完成")


def _city(*items: Any, **fields: Any) -> Ledger:
    return make_ledger(make_plan(*items, group=GROUP), units=UNITS, **fields)


def _value(ledger: Ledger, code: str, unit: str = LEAD, when: str = "2017-10-31") -> str:
    found = measured_on(ledger, code, unit, when)
    return f"{float(found.part):g}/{float(found.whole):g}"


@pytest.mark.parametrize(
    ("log", "due", "expected"),
    [
        (DONE, "2017-10-31", "1/1"),
        (DONE, "2017-10-20", "1/1"),
        (DONE, "2017-10-19", "0/1"),
        ((), "2017-10-31", "0/1"),
        (DONE, "2017-09-30", "0/0"),
        (DONE, "2017-11-30", "0/0"),
        (DONE, "长期", "0/0"),
        ((entry("2017-09-01 批准延期", until="2017-10-31", by="市委"),), "2017-09-30", "0/1"),
        ((entry("2017-10-10 批准延期", until="2017-12-31", by="市委"),), "2017-10-31", "0/0"),
        ((entry("2017-10-10 暂缓", until="2017-11-30", by="市委", note="等上级"),), "2017-10-31", "0/0"),
        ((entry("2017-10-10 终止", by="市委", note="政策变了"),), "2017-10-31", "0/0"),
        ((*DONE, entry("2017-10-28 核验退回", by="市委", note="材料不全")), "2017-10-31", "0/1"),
    ],
)
def test_b1_is_about_what_was_due_in_the_period(log: Any, due: str, expected: str) -> None:
    assert _value(_city(make_item(*log, due=due)), "B1") == expected


@pytest.mark.parametrize("code", ["B1", "B2"])
def test_a_claim_that_waits_for_its_verdict_costs_its_unit_nothing(code: str) -> None:
    ledger = _city(make_item(*DONE, due="2017-10-31"), policy=Policy(acceptance="required"))

    assert _value(ledger, code) == "1/1"


@pytest.mark.parametrize(
    ("dones", "dues", "formula"),
    [
        ("11", ["2017-05-31", "2017-10-31"], "8*min(1, 2/2)"),
        ("10", ["2017-05-31", "2017-10-31"], "8*min(1, 1/2)"),
        ("01", ["2017-05-31", "2017-12-31"], "8*min(1, 1/1)"),  # ahead of time makes up for what is late
        ("11", ["2017-05-31", "长期"], "8*min(1, 2/1)"),
        ("00", ["2017-05-31", "2017-12-31"], "8*min(1, 0/1)"),
    ],
)
def test_b2_sets_what_was_done_against_what_should_be(dones: str, dues: list[str], formula: str) -> None:
    items = [
        make_item(*(DONE if done == "1" else ()), id=str(n), due=due)
        for n, (done, due) in enumerate(zip(dones, dues, strict=True))
    ]

    assert measured_on(_city(*items), "B2").formula("8") == formula


def test_b2_says_nothing_before_anything_is_due() -> None:
    found = measured_on(_city(make_item(*DONE, due="2017-12-31")), "B2")

    assert (found.value, found.lacking) == (None, "还没有到期的事项")


def test_b3_counts_overdue_items_and_nodes_among_all_that_count() -> None:
    ledger = _city(
        make_item("2017-03-01 启动", id="1", due="2017-09-30"),
        make_item("2017-03-01 启动", id="2", due="2017-12-31", nodes={"a": "2017-10-10"}),
        make_item("2017-03-01 启动", id="3", due="2017-10-31"),
        make_item(id="4", due="长期"),
        make_item(*DONE, id="5", due="2017-09-30"),
        make_item(
            entry("2017-10-10 暂缓", until="2017-11-30", by="市委", note="等"), id="6", due="2017-05-31"
        ),
    )
    found = measured_on(ledger, "B3")

    assert (found.value, found.formula("8")) == (Fraction(3, 5), "8*(1-2/5)")
    assert [(p.ref, p.why) for p in found.costing] == [
        ("zb-2017-01/1", "逾期31天"),
        ("zb-2017-01/2", "逾期21天"),
    ]


@pytest.mark.parametrize(
    ("log", "start", "expected"),
    [
        ((), "2017-09", "1/1"),
        (("2017-10-20 启动",), "2017-09", "0/1"),
        (("2017-10-20 完成",), "2017-09", "0/1"),
        ((), "2017-10", "0/0"),  # its last day is not over
        ((), None, "0/0"),
        ((entry("2017-10-20 终止", by="市委", note="不做了"),), "2017-09", "0/0"),
    ],
)
def test_b4_is_about_items_whose_planned_start_has_passed(log: Any, start: str | None, expected: str) -> None:
    planned = make_item(id="x", due=start).due
    ledger = _city(make_item(*log, start=planned, due="2017-12-31"))

    assert _value(ledger, "B4") == expected


def _finding(*log: Any, due: str = "2017-09-30", **fields: Any) -> Inspection:
    entries = tuple(entry(e, evidence="整改报告") if isinstance(e, str) else e for e in log)
    found = Finding(id="1", title="问题", unit=LEAD, due=day(due), log=entries, **fields)
    return Inspection(
        id="dc-2017-01", title="督察", kind="专项督察", date=date(2017, 8, 1), findings=(found,)
    )


CONTESTED = entry("2017-09-10 异议", by=LEAD, note="情况不实")


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), ["0/0", "0/1", "0/1", "0/1"]),
        (("2017-09-30 整改",), ["0/0", "1/1", "0/0", "0/0"]),
        (("2017-10-01 整改",), ["0/0", "0/1", "0/1", "0/0"]),
        (("2017-08-20 整改",), ["0/0", "1/1", "0/0", "0/0"]),
        (
            (
                "2017-09-29 整改",
                entry("2017-10-10 退回", by="督察组", note="没有整改到位", until="2017-11-15"),
            ),
            ["0/0", "1/1", "0/0", "0/1"],
        ),
        (
            (entry("2017-09-10 批准延期", by="市委", until="2017-10-31"), "2017-10-20 整改"),
            ["0/0", "0/0", "1/1", "0/0"],
        ),
        ((CONTESTED,), ["0/0"] * 4),
        (
            (CONTESTED, entry("2017-10-10 复核", by="督察组", result="维持", note="经核")),
            ["0/0", "0/0", "0/1", "0/1"],
        ),
        ((CONTESTED, entry("2017-10-10 复核", by="督察组", result="撤销", note="经核")), ["0/0"] * 4),
    ],
)
def test_b5_counts_what_was_due_and_what_drags_on(log: Any, expected: list[str]) -> None:
    ends = ("2017-08-31", "2017-09-30", "2017-10-31", "2017-11-30")
    ledger = make_ledger(inspections=[_finding(*log)], units=UNITS)

    assert [_value(ledger, "B5", when=end) for end in ends] == expected


def test_b5_of_a_group_are_findings_about_what_it_has() -> None:
    plan = make_plan(make_item(id="1", participants=(OTHER,)), group=GROUP)
    ledger = make_ledger(plan, inspections=[_finding(items=("zb-2017-01/1",))], units=UNITS)

    found = [_value(ledger, "B5", unit, "2017-09-30") for unit in (LEAD, GROUP, OTHER)]

    assert found == ["0/1", "0/1", "0/0"]


@pytest.mark.parametrize(
    ("code", "formulas"),
    [
        ("B1", ["12*1/2", "12*1/2", "12*0.5/1"]),
        ("B2", ["12*min(1, 1/2)", "12*min(1, 1/2)", "12*min(1, 0.5/1)"]),
        ("B3", ["12*(1-0/2)", "12*(1-0/2)", "12*(1-0/1)"]),
    ],
)
def test_a_lead_and_the_group_answer_wholly_a_participant_by_its_share(
    code: str, formulas: list[str]
) -> None:
    items = [
        make_item(*log, id=str(n), due="2017-10-31", participants=(OTHER,))
        for n, log in enumerate([DONE, ()])
    ]

    assert [measured_on(_city(*items), code, unit).formula("12") for unit in (LEAD, GROUP, OTHER)] == formulas


def test_participants_of_a_scheme_without_a_share_answer_for_nothing() -> None:
    ledger = _city(
        make_item(due="2017-10-31", participants=(OTHER,)),
        schemes=[make_scheme("B1 12", participant_share=Fraction(0))],
    )

    assert measured_on(ledger, "B1", OTHER).pieces == ()


def test_items_of_a_plan_that_was_not_there_yet_count_for_nobody() -> None:
    later = make_plan(
        make_item(id="1", due="2017-12-31"), make_item(id="2", due="2017-09-30"), log=["2017-10-11 印发"]
    )
    ledger = make_ledger(later, units=UNITS)

    assert [_value(ledger, "B3", when=end) for end in ("2017-09-30", "2017-10-31")] == ["0/0", "1/2"]


def test_what_was_handed_over_is_its_new_leads() -> None:
    item = make_item(entry("2017-10-10 移交", to=OTHER, by="市委"), due="2017-10-31")

    assert [_value(_city(item), "B1", unit) for unit in (LEAD, OTHER)] == ["0/0", "0/1"]


def test_an_exemption_cancels_what_was_lost_for_the_unit_that_applied_alone() -> None:
    found = Exemption(
        id="RC-1",
        title="容错",
        unit=LEAD,
        date=day("2017-10-01"),
        body="市纪委",
        subjects=("zb-2017-01/1",),
        reason="先行先试",
        log=(
            entry("2017-10-10 核实", by="市纪委", note="属实"),
            entry("2017-10-15 认定", by="市纪委", result="免责", evidence="认1号"),
        ),
    )
    items = [make_item(id="1", due="2017-10-10"), make_item(id="2", due="2017-12-31")]
    ledger = _city(*items, exemptions=[found])

    assert [_value(ledger, code) for code in ("B1", "B2", "B3")] == ["1/1", "1/1", "0/2"]
    assert [_value(ledger, code, GROUP) for code in ("B1", "B2", "B3")] == ["0/1", "0/1", "1/2"]
    assert [p.exempt for p in measured_on(ledger, "B3").pieces] == ["RC-1", ""]


def test_in_a_quarter_facts_count_from_its_first_month_on() -> None:
    scheme = make_scheme("B1 12", period="季")
    items = [make_item(id=str(n), due=f"2017-{n:02}-28") for n in (6, 7, 9)]

    found = measured_on(_city(*items, schemes=[scheme]), "B1", when="2017-09-30")

    assert [p.ref for p in found.pieces] == ["zb-2017-01/7", "zb-2017-01/9"]


def test_a_finding_about_a_plan_is_its_own_groups_whoever_has_some_of_its_items() -> None:
    units = [*UNITS, make_unit("生态组", kind=TASK_GROUP)]
    inspections = [_finding(due="2017-10-20", items=("zb-2017-01",))]
    plans = [
        make_plan(make_item(id="1"), make_item(id="2", group="生态组"), group=GROUP),
        make_plan(group=GROUP),  # nothing is broken down yet
    ]
    for plan in plans:
        ledger = make_ledger(plan, units=units, inspections=inspections)

        assert _value(ledger, "B5", GROUP) == "0/1"
        assert _value(ledger, "B5", "生态组") == "0/0"


def test_whoever_takes_part_owns_nothing_though_participants_are_charged_in_full() -> None:
    ledger = make_ledger(
        make_item(participants=(GROUP,)),
        units=UNITS,
        inspections=[_finding(due="2017-10-20", items=("zb-2017-01/1",))],
        schemes=[make_scheme(participant_share=1)],
    )

    assert _value(ledger, "B5", GROUP) == "0/0"


@pytest.mark.parametrize(
    ("handed", "expected"), [("2017-10-16", ("0/1", "0/0")), ("2017-10-15", ("0/0", "0/1"))]
)
def test_b1_what_had_lapsed_before_it_was_handed_over_is_not_its_heirs(handed: str, expected: Any) -> None:
    item = make_item(entry(f"{handed} 移交", to=OTHER, by="市委"), due="2017-10-15", lead=LEAD)
    ledger = _city(item)

    assert (_value(ledger, "B1"), _value(ledger, "B1", OTHER)) == expected
    assert (_value(ledger, "B1", GROUP), _value(ledger, "B3", OTHER)) == ("0/1", "1/1")
