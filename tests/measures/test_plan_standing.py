"""Plans: from adoption to closing."""

from typing import Any

import pytest
from build import day, entry, make_item, make_ledger, make_plan

from ledger.measures.plan_states import PLAN_STATES, PlanProgress, Stage, count_plans
from ledger.measures.plans import PlanStanding, closed_on, plan_standing, tallies_by_plan
from ledger.measures.standing import standings


def plan(*log: Any, on: str = "2017-10-31") -> PlanStanding:
    return plan_standing(make_plan(log=log), day(on))


def test_lag_is_from_adoption_to_issue() -> None:
    assert plan("2017-02-20 审议通过", "2017-03-06 印发").lag == 14
    assert plan("2017-02-20 审议通过").lag is None


@pytest.mark.parametrize(
    ("issued", "on", "inspectable"),
    [
        ("2017-04-30", "2017-10-29", False),
        ("2017-04-30", "2017-10-30", True),
        ("2017-04-30", "2017-10-31", True),
        ("2016-08-31", "2017-02-27", False),
        ("2016-08-31", "2017-02-28", True),
        ("2016-08-28", "2017-02-27", False),
        ("2016-08-28", "2017-02-28", True),
        ("2017-02-28", "2017-08-27", False),
        ("2017-02-28", "2017-08-28", True),
    ],
)
def test_inspectable_six_months_after_issue(issued: str, on: str, inspectable: bool) -> None:
    assert plan(f"{issued} 印发", on=on).issued_for(6) is inspectable


def test_facts_after_the_day_do_not_exist() -> None:
    log = ["2017-02-20 审议通过", "2017-03-06 印发"]
    assert plan(*log, on="2017-03-05").issued is None
    assert plan(*log, on="2017-03-06").issued == day("2017-03-06")


def test_a_return_takes_back_the_request_and_the_closing() -> None:
    log = ["2017-03-06 印发", "2017-09-01 申请销账", "2017-09-10 销账", "2017-09-20 退回"]
    assert closed_on(make_plan(log=log), day("2017-09-19")) == day("2017-09-10")
    found = plan(*log)
    assert (found.requested, found.closed, found.issued) == (None, None, day("2017-03-06"))
    assert plan(*log, "2017-10-08 申请销账", "2017-10-10 销账").closed == day("2017-10-10")


def test_a_corrected_issue_counts_from_the_right_day() -> None:
    log = [
        "2017-03-06 印发",
        entry("2017-04-01 更正", voids="2017-03-06 印发"),
        entry("2017-03-16 印发", recorded="2017-04-01"),
    ]
    assert plan(*log).issued == day("2017-03-16")


def test_plans_are_counted_by_what_they_reached() -> None:
    issued = ["2017-02-20 审议通过", "2017-03-06 印发"]
    done = make_item("2017-05-01 完成")
    plans = [
        make_plan(done, id="a", log=[*issued, "2017-09-10 销账"]),
        make_plan(done, make_item(id="2"), id="b", log=issued),
        make_plan(
            done, make_item("2017-05-01 终止", id="2"), id="c", log=["2017-06-20 审议通过", "2017-07-06 印发"]
        ),
        make_plan(make_item("2017-05-01 终止"), id="d", log=["2017-06-20 审议通过"]),
        make_plan(id="e"),
    ]
    on = day("2017-10-31")
    tallies = tallies_by_plan(standings(make_ledger(*plans), on), 30)
    assert count_plans([plan_standing(p, on) for p in plans], tallies) == {
        "adopted": 4, "issued": 3, "inspectable": 2, "completed": 2, "closed": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), set()),
        (("2017-09-30 审议通过",), {"adopted"}),
        (("2017-10-01 审议通过",), {"adopted", "adopted_this_month"}),
        (("2017-10-31 印发",), {"issued", "issued_this_month", "uncoordinated"}),
        (("2017-04-30 印发",), {"issued", "inspectable", "uncoordinated", "on_paper"}),
        (("2017-10-01 印发", "2017-10-09 协调"), {"issued", "issued_this_month", "coordinated"}),
        (("2017-09-30 申请销账",), {"requested"}),
        (("2017-10-10 申请销账",), {"requested", "requested_this_month"}),
        (("2017-10-10 申请销账", "2017-10-20 销账"), {"closed", "requested_this_month", "closed_this_month"}),
        (("2017-09-10 申请销账", "2017-10-20 销账"), {"closed", "closed_this_month"}),
        (("2017-09-10 申请销账", "2017-10-20 退回"), set()),
        (("2017-11-01 审议通过",), set()),
    ],
)
def test_a_plan_is_listed_by_what_it_reached_and_in_which_month(
    log: tuple[str, ...], expected: set[str]
) -> None:
    found = PlanProgress(plan(*log), None)
    reached = {name for name, state in PLAN_STATES.items() if state.fits(found, found.plan.day)}
    assert reached - set(Stage) == expected
