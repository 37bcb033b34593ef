"""A1 to A5: what was conveyed, issued, broken down, deducted and replied to, and in which period it counts."""

from fractions import Fraction
from typing import Any

import pytest
from build import (
    LEAD,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_scheme,
    make_slip,
    make_unit,
    make_upstream,
    measured_on,
)

from ledger.model.registers.conveyances import Conveyance
from ledger.model.units import TASK_GROUP

GROUP, OTHER = "经济体制改革专项小组", "市财政局"
UNITS = [make_unit(LEAD), make_unit(OTHER), make_unit(GROUP, kind=TASK_GROUP)]
MONTHS = ("2017-08-31", "2017-09-30", "2017-10-31", "2017-11-30")


def _monthly(ledger: Any, code: str, unit: str = LEAD) -> list[str]:
    """``part/whole`` in August, September, October and November."""
    found = [measured_on(ledger, code, unit, month) for month in MONTHS]
    return [f"{float(m.part):g}/{float(m.whole):g}" for m in found]


def _conveyance(*log: Any, date: str = "2017-09-24") -> Conveyance:
    return Conveyance(
        id="CD-1", title="会议精神", level="省", date=entry(f"{date} 传达").date, units=(LEAD, OTHER), log=log
    )


def _conveyed(when: str, unit: str = LEAD) -> Any:
    return entry(f"{when} 传达", by=unit, result="第一议题")


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), ["0/0", "0/0", "0/1", "0/0"]),
        ((_conveyed("2017-09-30"),), ["0/0", "0/0", "1/1", "0/0"]),
        ((_conveyed("2017-10-01"),), ["0/0", "0/0", "1/1", "0/0"]),
        ((_conveyed("2017-10-02"),), ["0/0", "0/0", "0/1", "0/0"]),
        ((_conveyed("2017-09-25", OTHER),), ["0/0", "0/0", "0/1", "0/0"]),
        (
            (entry("2017-10-09 免于传达", by="市委办", to=LEAD, note="合并传达"),),
            ["0/0", "0/0", "0/0", "0/0"],
        ),
    ],
)
def test_what_was_conveyed_counts_in_the_period_of_its_limit(log: Any, expected: list[str]) -> None:
    assert _monthly(make_ledger(conveyances=[_conveyance(*log)], units=UNITS), "A1") == expected


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (["2017-03-30 收文"], ["0/0", "0/1", "0/1", "0/1"]),
        (["2017-03-30 收文", "2017-09-30 配套印发"], ["0/0", "1/1", "0/0", "0/0"]),
        (["2017-03-30 收文", "2017-10-01 配套印发"], ["0/0", "0/1", "0/0", "0/0"]),
        (["2017-03-30 收文", "2017-11-08 配套印发"], ["0/0", "0/1", "0/1", "0/0"]),
        (["2017-03-30 收文", "2017-07-01 配套印发"], ["0/0", "1/1", "0/0", "0/0"]),
        (["2017-03-30 收文", "2017-09-10 免于配套"], ["0/0", "0/0", "0/0", "0/0"]),
        (["2017-03-30 收文", "2017-10-10 免于配套"], ["0/0", "0/1", "0/0", "0/0"]),
        (["2017-03-30 通过"], ["0/0", "0/0", "0/0", "0/0"]),
    ],
)
def test_a_companion_plan_costs_its_unit_every_period_until_it_is_issued(
    log: list[str], expected: list[str]
) -> None:
    entries = [entry(text, by="市委办", note="不需配套") if "免于" in text else text for text in log]
    ledger = make_ledger(upstream=[make_upstream(*entries, lead=LEAD, group=GROUP)], units=UNITS)

    assert _monthly(ledger, "A2") == expected
    assert _monthly(ledger, "A2", GROUP) == expected
    assert _monthly(ledger, "A2", OTHER) == ["0/0"] * 4


@pytest.mark.parametrize(
    ("log", "items", "expected"),
    [
        (["2017-09-04 印发", "2017-09-18 分解立项"], 1, ["0/0", "1/1", "0/0", "0/0"]),
        (["2017-09-04 印发", "2017-09-19 分解立项"], 1, ["0/0", "0/1", "0/0", "0/0"]),
        (["2017-09-04 印发"], 0, ["0/0", "0/1", "0/0", "0/0"]),
        (["2017-09-04 印发"], 1, ["0/0", "0/0", "0/0", "0/0"]),
        (["2017-09-04 审议通过"], 0, ["0/0", "0/0", "0/0", "0/0"]),
    ],
)
def test_a_plan_is_broken_down_within_ten_working_days(
    log: list[str], items: int, expected: list[str]
) -> None:
    plan = make_plan(*(make_item(id=str(n)) for n in range(items)), log=log, group=GROUP)
    ledger = make_ledger(plan, units=UNITS)

    assert _monthly(ledger, "A3") == expected
    assert _monthly(ledger, "A3", GROUP) == expected


def _papers(*slips: Any, **fields: Any) -> Any:
    items = [
        make_item("2017-03-01 启动", id="1", due="2017-07-31", participants=(OTHER,)),
        make_item(
            "2017-03-01 启动", id="2", due="2017-07-31", lead=(LEAD, "市教育局"), participants=(OTHER,)
        ),
    ]
    return make_ledger(make_plan(*items, group=GROUP), slips=slips, units=UNITS, **fields)


JB = {"issued": "2017-09-04", "reply_due": "2017-09-11", "limit": "2017-09-25"}


def test_a_row_costs_its_addressee_and_the_group_all_of_it_and_a_participant_half() -> None:
    ledger = _papers(make_slip("CB-2017-001", "zb-2017-01/1", "zb-2017-01/2", **JB))

    lost = [measured_on(ledger, "A4", unit, "2017-09-30").part for unit in (LEAD, GROUP, OTHER)]

    assert lost == [2, 2, 1]
    assert measured_on(ledger, "A4", OTHER, "2017-09-30").formula("3") == "3*max(0, 1-1/5)"


def test_two_leads_prompted_apart_cost_a_participant_once() -> None:
    slips = [
        make_slip("ZL-2017-001", "zb-2017-01/2", **JB),
        make_slip("ZL-2017-002", "zb-2017-01/2", unit="市教育局", **JB),
    ]
    lost = [
        measured_on(_papers(*slips), "A4", unit, "2017-09-30").part
        for unit in (LEAD, "市教育局", OTHER, GROUP)
    ]

    assert lost == [2, 2, 1, 2]


def test_what_a_paper_costs_is_the_schemes() -> None:
    scheme = make_scheme("A4 3 自动 10", participant_share=Fraction(1, 5))
    slips = [make_slip("TS-2017-001", "zb-2017-01/1", **JB), make_slip("ZL-2017-001", "zb-2017-01/1", **JB)]
    found = measured_on(_papers(*slips, schemes=[scheme]), "A4", OTHER, "2017-09-30", 10)

    assert [(p.part, p.why) for p in found.pieces] == [
        (0, "2017-09-04签发提示单，每行扣0分"),
        (Fraction(2, 5), "2017-09-04签发责令书，每行扣2分"),
    ]


OBJECTION = entry("2017-09-20 异议", by=LEAD, note="责任不清")
UPHELD, QUASHED = (
    entry("2017-10-12 复核", by="市委改革办", result=result, note="经核") for result in ("维持", "撤销")
)


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), ["0/5", "1/5", "0/5", "0/5"]),
        ((OBJECTION,), ["0/5", "0/5", "1/5", "0/5"]),  # nobody reviewed it within thirty days
        ((OBJECTION, UPHELD), ["0/5", "0/5", "1/5", "0/5"]),
        ((OBJECTION, QUASHED), ["0/5", "0/5", "0/5", "0/5"]),
        (
            (entry("2017-10-03 异议", by=LEAD, note="责任不清"), UPHELD),
            ["0/5", "1/5", "0/5", "0/5"],
        ),
        (
            (OBJECTION, entry("2017-09-28 复核", by="市委改革办", result="维持", note="经核")),
            ["0/5", "1/5", "0/5", "0/5"],
        ),
    ],
)
def test_an_objection_puts_the_deduction_off_until_its_review_and_no_row_costs_twice(
    log: Any, expected: list[str]
) -> None:
    assert _monthly(_papers(make_slip("CB-2017-001", "zb-2017-01/1", log=log, **JB)), "A4") == expected


@pytest.mark.parametrize(
    ("due", "log", "expected"),
    [
        ("2017-09-11", (), ["0/0", "0/1", "0/0", "0/0"]),
        ("2017-09-11", ("2017-09-11 回复",), ["0/0", "1/1", "0/0", "0/0"]),
        ("2017-09-11", ("2017-09-12 回复",), ["0/0", "0/1", "0/0", "0/0"]),
        ("2017-09-30", (), ["0/0", "0/1", "0/0", "0/0"]),  # asked for when the last day is over
        ("2017-10-09", (), ["0/0", "0/0", "0/1", "0/0"]),
        ("2017-10-09", ("2017-09-12 回复",), ["0/0", "0/0", "1/1", "0/0"]),
        ("2017-09-11", (OBJECTION,), ["0/0", "0/1", "0/0", "0/0"]),  # what was missed stays so
        ("2017-09-20", (OBJECTION,), ["0/0", "0/0", "0/0", "0/0"]),
        ("2017-09-20", (OBJECTION, UPHELD), ["0/0", "0/0", "0/0", "0/0"]),
    ],
)
def test_a_reply_counts_in_the_period_in_which_it_was_due(due: str, log: Any, expected: list[str]) -> None:
    slip = make_slip("JB-2017-001", "zb-2017-01/1", log=log, **JB | {"reply_due": due})
    ledger = _papers(slip)

    assert _monthly(ledger, "A5") == expected
    assert _monthly(ledger, "A5", GROUP) == expected
    assert _monthly(ledger, "A5", OTHER) == ["0/0"] * 4


def test_a_reply_is_not_asked_for_once_the_matter_has_ended() -> None:
    item = make_item("2017-03-01 启动", "2017-09-08 完成", due="2017-07-31")
    ledger = make_ledger(item, slips=[make_slip("JB-2017-001", "zb-2017-01/1", **JB)], units=UNITS)

    assert _monthly(ledger, "A5") == ["0/0"] * 4


@pytest.mark.parametrize(("reply", "expected"), [("2017-09-11", "1/1"), ("2017-09-12", "0/0")])
def test_a_late_reply_to_what_had_ended_is_no_worse_than_none(reply: str, expected: str) -> None:
    item = make_item("2017-03-01 启动", "2017-09-08 完成", due="2017-07-31")
    slip = make_slip("JB-2017-001", "zb-2017-01/1", log=(f"{reply} 回复",), **JB)

    assert _monthly(make_ledger(item, slips=[slip], units=UNITS), "A5")[1] == expected


@pytest.mark.parametrize(("since", "expected"), [("2017-09-08", "0/0"), ("2017-09-12", "0/1")])
def test_a_reply_that_was_missed_is_not_made_good_by_a_suspension(since: str, expected: str) -> None:
    item = make_item(entry(f"{since} 暂缓", until="2017-11-30", by="市委", note="等"), due="2017-07-31")
    ledger = make_ledger(item, slips=[make_slip("JB-2017-001", "zb-2017-01/1", **JB)], units=UNITS)

    assert _monthly(ledger, "A5")[1] == expected
