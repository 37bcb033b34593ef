"""Group C: pilots on schedule, institutional outputs against a quota, reports that were taken up."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from build import LEAD, book_on, day, entry, make_item, make_ledger, make_plan, make_unit, measured_on

from ledger.model.entries import Entry, Evidence
from ledger.model.policy import Policy
from ledger.model.registers.briefings import Adoption, Briefing
from ledger.model.registers.pilots import Pilot

GROUP, DISTRICT = "经济组", "望川区"
UNITS = [make_unit(LEAD), make_unit(DISTRICT, kind="区县"), make_unit(GROUP, kind="专项小组")]


def pilot(name: str, *log: Entry, unit: str = DISTRICT, **fields: Any) -> Pilot:
    """Approved 2017-03-01, filed in time unless ``log`` leaves it out; its term ends with 2017-09-30."""
    return Pilot(
        id=name, title=f"试点{name}", level="市级", unit=unit, date=day("2017-03-01"), until=day("2017-09-30"), log=log, **fields
    )  # fmt: skip


FILED = entry("2017-03-10 备案", by="市委改革办", evidence="云改试备1")
HALFWAY = entry("2017-06-10 中期评估", by="市委改革办", result="通过")
FINAL = entry("2017-09-20 终期评估", by="市委改革办", result="通过")
BEGUN = entry("2017-03-20 启动")


def test_c1_a_pilot_that_is_behind_its_schedule_costs_its_unit() -> None:
    pilots = [
        pilot("SD-1", FILED, BEGUN, HALFWAY, FINAL),
        pilot("SD-2", FILED, BEGUN, HALFWAY),
        pilot("SD-3", BEGUN, entry("2017-09-01 终止", by="市委深改组", note="合并推进")),
        pilot("SD-4", unit=LEAD),
    ]
    found = measured_on(make_ledger(units=UNITS, pilots=pilots), "C1", DISTRICT)

    assert [(p.ref, p.part, p.why) for p in found.pieces] == [
        ("SD-1", 0, "在试，没有逾期"),
        ("SD-2", 1, "组织终期评估逾期31天"),
    ]
    assert found.formula("3") == "3*(1-1/2)"


def test_c1_the_offices_late_decision_costs_the_unit_nothing() -> None:
    ledger = make_ledger(units=UNITS, pilots=[pilot("SD-1", FILED, BEGUN, HALFWAY, FINAL)])

    assert measured_on(ledger, "C1", DISTRICT, "2017-12-31").value == 1


def test_c1_a_pilot_is_also_the_groups_that_has_its_items() -> None:
    ledger = make_ledger(
        make_item(group=GROUP), units=UNITS, pilots=[pilot("SD-1", items=("zb-2017-01/1",)), pilot("SD-2")]
    )

    assert [p.ref for p in measured_on(ledger, "C1", GROUP).pieces] == ["SD-1"]
    assert measured_on(ledger, "C1", LEAD).lacking == "没有在试的试点"


def done(when: str, *papers: str, kind: str = "制度成果", **fields: Any) -> Any:
    evidence = tuple(Evidence(number=paper, kind=kind) for paper in papers)  # type: ignore[arg-type]
    claim = Entry(date=day(when), event="完成", evidence=evidence)
    return make_item(claim, *fields.pop("after", ()), due="2017-12-31", **fields)


def outputs(*items: Any, unit: str = LEAD, target: float | None = 6) -> Any:
    return measured_on(make_ledger(*items, units=UNITS), "C3", unit, target=target)


def test_c3_a_paper_counts_once_however_many_items_name_it() -> None:
    found = outputs(
        done("2017-03-01", "甲号", "乙号", id="1"),
        done("2017-10-31", "甲号", id="2"),
        done("2017-05-01", "丙号", id="3", kind="会议纪要"),
        done("2016-12-31", "丁号", id="4"),
        done("2017-06-01", "戊号", id="5", lead=DISTRICT, participants=LEAD),
    )

    assert [(p.ref, p.title, p.part) for p in found.pieces] == [
        ("zb-2017-01/1", "甲号", 1),
        ("zb-2017-01/1", "乙号", 1),
        ("zb-2017-01/5", "戊号", Fraction(1, 2)),
    ]
    assert found.formula("3") == "3*min(1, 2.5/(6*10/12))"
    assert found.value == Fraction(1, 2)


def test_c3_an_output_whose_completion_was_sent_back_is_none_yet() -> None:
    returned = entry("2017-10-20 核验退回", by="市委改革办", note="没有印发")

    assert outputs(done("2017-10-01", "甲号", after=[returned])).part == 0


@pytest.mark.parametrize(
    ("unit", "target", "lacking"), [(LEAD, None, "没有定任务数"), (DISTRICT, 6, "没有牵头、配合的事项")]
)
def test_c3_without_a_quota_or_items_nothing_is_said(unit: str, target: float | None, lacking: str) -> None:
    found = outputs(done("2017-10-01", "甲号"), unit=unit, target=target)

    assert (found.value, found.lacking) == (None, lacking)


def test_c3_more_than_the_quota_earns_no_more() -> None:
    assert outputs(done("2017-01-10", "甲号", "乙号"), target=Decimal("1.2")).value == 1


def briefing(name: str, sent: str, *taken: str, unit: str = LEAD, **fields: Any) -> Briefing:
    adopted = tuple(Adoption(date=day(when), level="市", by="《云州改革动态》") for when in taken)
    return Briefing(
        id=name, title=f"信息{name}", kind="信息", date=day(sent), unit=unit, adopted=adopted, **fields
    )


BRIEFINGS = [
    briefing("XX-1", "2017-03-01", "2017-03-05", "2017-04-01"),
    briefing("XX-2", "2017-10-01", "2017-11-02"),
    briefing("XX-3", "2016-12-20", "2017-01-05"),
    briefing("XX-4", "2017-05-01"),
    briefing("XX-5", "2017-05-02", "2017-05-09", unit=DISTRICT, items=("zb-2017-01/1",)),
]


def test_c4_what_was_sent_and_taken_up_this_year_is_held_against_the_quota_so_far() -> None:
    ledger = make_ledger(units=UNITS, briefings=BRIEFINGS, policy=Policy(briefing_quota=6))
    found = measured_on(ledger, "C4", target=99)

    assert [(p.ref, p.why) for p in found.pieces] == [
        ("XX-1", "2017-03-01报送，2017-03-05《云州改革动态》采用")
    ]
    assert found.formula("2") == "2*min(1, 1/(6*10/12))"


def test_c4_the_policys_quota_is_for_departments_and_districts_the_targets_for_others() -> None:
    item = make_plan(make_item(), group=GROUP)
    ledger = make_ledger(item, units=UNITS, briefings=BRIEFINGS, policy=Policy(briefing_quota=6))

    assert measured_on(ledger, "C4", GROUP).lacking == "没有定任务数"
    assert measured_on(ledger, "C4", GROUP, target=12).formula("2") == "2*min(1, 1/(12*10/12))"


def test_a_book_judges_an_earlier_day_once() -> None:
    book = book_on(make_ledger(make_item("2017-10-10 启动")))

    assert book.items_on(day("2017-10-09")) is book.items_on(day("2017-10-09"))
    assert book.items_on(day("2017-10-09"))["zb-2017-01/1"].status == "not_started"
