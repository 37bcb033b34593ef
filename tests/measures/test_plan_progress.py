"""Plans on their way: the four rings, broken down in time, inspected."""

from typing import Any

import pytest
from build import LEAD, day, make_item, make_ledger, make_plan

from ledger.measures.duties import duties
from ledger.measures.plan_progress import plan_progress
from ledger.measures.plan_states import PLAN_STATES, PlanProgress
from ledger.measures.plans import plan_standing, tallies_by_plan
from ledger.measures.standing import standings
from ledger.model.items import Item
from ledger.model.policy import Policy
from ledger.model.registers.inspections import Inspection

ISSUED = ("2016-12-08 审议通过", "2016-12-20 印发")
OPEN, DONE = make_item("2017-01-05 启动"), make_item("2017-01-05 启动", "2017-03-01 完成")


def progress(*log: str, item: Item | None = OPEN, on: str = "2017-10-31", **more: Any) -> PlanProgress:
    items = [item] if item else []
    ledger = make_ledger(make_plan(*items, log=log), **more)
    found = [plan_standing(p, day(on)) for p in ledger.plans]
    return plan_progress(ledger, found, tallies_by_plan(standings(ledger, day(on)), 30))[0]


def inspection(kind: Any, begun: str) -> Inspection:
    return Inspection(id="dc", title="督察", kind=kind, date=day(begun), plans=("zb-2017-01",))


@pytest.mark.parametrize(
    ("log", "item", "stage"),
    [
        (("2016-12-08 审议通过",), OPEN, "deploying"),
        (ISSUED, None, "deploying"),
        (ISSUED, OPEN, "implementing"),
        ((*ISSUED, "2016-12-28 分解立项"), None, "implementing"),
        ((*ISSUED, "2017-07-05 年中督察"), OPEN, "checking"),
        ((*ISSUED, "2017-07-05 年中督察", "2017-10-20 年底自查"), OPEN, "assessing"),
        (ISSUED, DONE, "assessing"),
        ((*ISSUED, "2017-09-12 申请销账"), OPEN, "assessing"),
        ((*ISSUED, "2017-09-12 申请销账", "2017-09-20 退回"), OPEN, "implementing"),
    ],
)
def test_a_plan_is_in_one_of_four_rings(log: tuple[str, ...], item: Item | None, stage: str) -> None:
    assert progress(*log, item=item).stage == stage


def test_a_new_year_is_a_new_round() -> None:
    log = (*ISSUED, "2017-07-05 年中督察", "2017-12-20 年底自查")
    assert [progress(*log, on=on).stage for on in ("2017-06-30", "2017-12-19", "2017-12-31", "2018-01-01")] == [
        "implementing", "checking", "assessing", "implementing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "begun", "stage"),
    [
        ("专项督察", "2017-08-14", "checking"),
        ("专项督察", "2016-12-30", "implementing"),
        ("专项督察", "2017-11-01", "implementing"),
        ("年底自查", "2017-10-14", "implementing"),
    ],
)
def test_an_inspection_that_names_the_plan_counts(kind: str, begun: str, stage: str) -> None:
    found = progress(*ISSUED, inspections=[inspection(kind, begun)])
    assert found.stage == stage
    assert PLAN_STATES["inspected"].fits(found, found.plan.day) is (
        kind == "专项督察" and begun < "2017-10-31"
    )


# issued on the Friday before Spring Festival of 2017: 27 January to 2 February are off, the 22nd and the 4th worked
@pytest.mark.parametrize(
    ("broken_down", "on", "state"),
    [
        ("", "2017-02-08", ""),
        ("", "2017-02-09", "breakdown_overdue"),
        ("2017-02-08", "2017-10-31", "breakdown_on_time"),
        ("2017-02-09", "2017-10-31", "late"),
    ],
)
def test_ten_working_days_to_break_a_plan_down(broken_down: str, on: str, state: str) -> None:
    log = ["2017-01-20 印发", *([f"{broken_down} 分解立项"] if broken_down else [])]
    found = progress(*log, item=None, on=on)
    known = {n for n in ("breakdown_known", "breakdown_on_time", "breakdown_overdue") if _is(n, found)}
    assert known == ({"breakdown_known", state} - {"late"} if state else set())


def _is(name: str, found: PlanProgress) -> bool:
    return PLAN_STATES[name].fits(found, found.plan.day)


def test_the_lead_owes_the_breakdown_and_has_met_it_once_it_is_recorded() -> None:
    def owed(*log: str, **more: Any) -> list[tuple[str, str, str | None]]:
        ledger = make_ledger(make_plan(log=log), **more)
        return [(d.unit, str(d.due), d.met_on and str(d.met_on)) for d in duties(ledger, day("2017-03-31"))]

    assert owed("2017-03-06 印发") == [(LEAD, "2017-03-20", None)]
    assert owed("2017-03-06 印发", policy=Policy(break_down_within=5)) == [(LEAD, "2017-03-13", None)]
    assert owed("2017-03-06 印发", "2017-03-22 分解立项") == [(LEAD, "2017-03-20", "2017-03-22")]
    assert owed("2017-03-01 审议通过") == []
    assert owed("2017-03-06 印发", "2017-03-30 销账") == []


def test_a_plan_with_items_was_broken_down_even_if_nobody_wrote_when() -> None:
    ledger = make_ledger(make_plan(OPEN, log=["2016-12-20 印发"]))
    assert [d.what for d in duties(ledger, day("2017-10-31"))] == []
    assert not _is("breakdown_known", progress("2016-12-20 印发"))
