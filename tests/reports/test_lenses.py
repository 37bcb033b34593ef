"""Lenses on built ledgers: a verdict where data allows, none where it does not, and numbers that their queries list."""

from typing import Any

import pytest
from build import day, entry, make_item, make_ledger, make_plan

from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import Inspection
from ledger.reports.bulletin.figures import Counter, Figure
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.sections.s55_lenses import SECTION
from ledger.reports.lens import Part, Verdict, View, lenses

TODAY = "2017-10-31"
ISSUED = ("2017-01-10 审议通过", "2017-01-20 印发")
DONE = entry("2017-06-20 完成", evidence="云财〔2017〕1号")


def parts(ledger: Ledger, chosen: Selection | None = None) -> dict[str, Part]:
    view = View.of(Month.of(ledger, day(TODAY)), chosen or Selection())
    return {f"{lens.key}.{part.key}": part for lens in lenses() for part in lens.build(view)}


def verdict(key: str, *items: Any, log: tuple[Any, ...] = ISSUED, **plan: Any) -> Verdict:
    return parts(make_ledger(make_plan(*items, log=log, **plan)))[key].verdict


def test_of_an_empty_ledger_nothing_is_said() -> None:
    found = parts(make_ledger())
    assert [p.title for p in found.values() if p.verdict is not Verdict.OPEN] == []


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (ISSUED, Verdict.FAILS),
        ((*ISSUED, "2017-02-01 协调"), Verdict.HOLDS),
        (("2017-01-15 协调", *ISSUED), Verdict.FAILS),
        (("2017-01-10 审议通过",), Verdict.OPEN),
    ],
)
def test_coordination_counts_from_the_day_of_issue(log: tuple[str, ...], said: Verdict) -> None:
    assert verdict("three_looks.coordination", make_item(), log=tuple(sorted(log))) is said


def test_a_plan_in_force_for_half_a_year_with_nothing_begun_is_on_paper() -> None:
    key = "four_nots.on_paper"
    assert verdict(key, make_item()) is Verdict.FAILS
    assert verdict(key, make_item("2017-10-01 启动")) is Verdict.HOLDS
    assert verdict(key, make_item(), log=("2017-05-01 印发",)) is Verdict.OPEN


def test_sixty_days_late_is_serious_from_the_next_day() -> None:
    key = "four_nots.late"
    assert verdict(key, make_item(due="2017-09-01")) is Verdict.HOLDS
    assert verdict(key, make_item(due="2017-08-31")) is Verdict.FAILS


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([make_item(DONE, id="1", hard=True), make_item(id="2")], Verdict.HOLDS),
        ([make_item(id="1", hard=True), make_item(DONE, id="2")], Verdict.FAILS),
        ([make_item(id="1", hard=True), make_item(id="2")], Verdict.HOLDS),
        ([make_item(DONE, id="1")], Verdict.OPEN),
        (
            [make_item(DONE, id="1", hard=True), make_item(id="2", hard=True), make_item(DONE, id="3")],
            Verdict.OPEN,
        ),
    ],
)
def test_hard_items_that_lag_are_for_people_to_judge_unless_none_is_done(
    items: list[Any], said: Verdict
) -> None:
    assert verdict("four_nots.selective", *items) is said


def test_a_completion_without_any_paper_has_no_effect() -> None:
    key = "four_nots.without_effect"
    assert verdict(key, make_item("2017-06-20 完成")) is Verdict.FAILS
    assert verdict(key, make_item(DONE)) is Verdict.OPEN


def test_what_was_not_adopted_before_its_issue_broke_procedure() -> None:
    key = "six_looks.procedure"
    assert verdict(key, make_item()) is Verdict.HOLDS
    assert verdict(key, make_item(), log=("2017-01-20 印发", "2017-01-25 审议通过")) is Verdict.FAILS


def test_a_closed_plan_has_to_hold_at_its_gates() -> None:
    key = "no_letting_go.task"
    accepted = entry("2017-06-26 核验通过", by="市委改革办")
    closed = (*ISSUED, entry("2017-08-01 销账", by="市委深改组"))
    assert verdict(key, make_item(DONE, accepted), log=closed) is Verdict.HOLDS
    assert verdict(key, make_item("2017-06-20 启动"), log=closed) is Verdict.FAILS
    assert verdict(key, make_item(DONE)) is Verdict.OPEN


def test_a_plan_is_seen_by_itself() -> None:
    late, fine = make_item(due="2017-06-30"), make_item(DONE)
    ledger = make_ledger(make_plan(late, id="a"), make_plan(fine, id="b"))
    assert parts(ledger, Selection(plans=("b",)))["three_looks.progress"].verdict is Verdict.HOLDS
    (rate, *_) = parts(ledger, Selection(plans=("a",)))["three_looks.progress"].figures
    assert str(rate) == "0.0%"


def test_a_gap_of_the_years_inspections_is_no_fault_of_one_plan() -> None:
    special = Inspection(id="dc-1", title="督察", kind="专项督察", date=day("2017-08-14"), plans=("a",))
    ledger = make_ledger(make_plan(make_item(), id="a"), inspections=[special])
    whole, one = (parts(ledger, c)["four_pairs.scope"] for c in (None, Selection(plans=("a",))))
    assert (whole.verdict, whole.why) == (Verdict.FAILS, "今年没有全面的")
    assert (one.verdict, one.why) == (Verdict.OPEN, "所选范围今年没有全面的；缺不缺，看全部督察")


def test_queries_say_what_was_chosen() -> None:
    found = parts(make_ledger(make_plan(make_item(), id="a")), Selection(plans=("a",)))
    queries = [n.query for p in found.values() for n in p.figures if isinstance(n, Figure)]
    assert queries
    assert all("--plan a" in query for query in queries)


@pytest.mark.parametrize(
    ("month", "log", "told"),
    [
        ("2017-06-30", ISSUED, True),
        ("2017-07-31", ISSUED, False),
        ("2017-07-31", (*ISSUED, entry("2017-07-20 年中督察", by="市委改革办")), True),
    ],
)
def test_the_bulletin_tells_of_it_in_the_months_of_a_round(
    month: str, log: tuple[Any, ...], told: bool
) -> None:
    counter = Counter(Month.of(make_ledger(make_plan(make_item(), log=log)), day(month)), "lenses")
    assert bool(SECTION.build(counter)) is told
