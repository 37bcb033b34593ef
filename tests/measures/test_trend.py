"""Figures month by month, each as of its own day; and as they were known then."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from build import day, entry, make_item, make_ledger, make_plan, make_slip, make_unit

from ledger.measures.known import known_by
from ledger.measures.paper_counts import PaperCount
from ledger.measures.selection import Selection, resolved
from ledger.measures.trend import Past, Point, Recalled, month_ends, point, recalled
from ledger.model.ledger import Ledger

ON = day("2017-07-31")


@pytest.mark.parametrize(
    ("last", "months", "first", "expected"),
    [
        ("2017-10-31", 1, "2017-01-01", ["2017-10-31"]),
        ("2017-10-31", 3, "2017-01-01", ["2017-08-31", "2017-09-30", "2017-10-31"]),
        ("2017-03-15", 3, "2016-01-01", ["2017-01-31", "2017-02-28", "2017-03-15"]),
        ("2016-03-31", 2, "2016-01-01", ["2016-02-29", "2016-03-31"]),
        ("2017-10-31", 5, "2017-09-30", ["2017-09-30", "2017-10-31"]),
        ("2017-10-31", 5, "2017-10-01", ["2017-10-31"]),
        ("2017-10-31", 5, "2018-01-01", ["2017-10-31"]),
        ("2017-10-31", 5, None, ["2017-10-31"]),
    ],
)
def test_months_end_on_their_last_day_and_the_last_one_on_the_day(
    last: str, months: int, first: str | None, expected: list[str]
) -> None:
    found = month_ends(day(last), months, day(first) if first else None)
    assert [str(d) for d in found] == expected


def test_ten_years_back() -> None:
    found = month_ends(ON, 120, date.min)
    assert (len(found), found[0], found[-1]) == (120, day("2007-08-31"), ON)


# --- a point -----------------------------------------------------------------------------------------------

LEDGER = make_ledger(
    make_plan(
        make_item("2017-05-01 启动", "2017-07-20 完成", due="2017-06-30"),
        make_item(entry("2017-07-10 移交", to="市教育局"), id="2", lead="市财政局", due="2017-12-31"),
        make_item(id="3", lead="市旅游局", due="2017-07"),
    ),
    units=[
        make_unit("市发展改革委"), make_unit("市财政局"), make_unit("市教育局"),
        make_unit("市旅游局", until="2017-06-14", successor="市文旅委"), make_unit("市文旅委", from_="2017-06-15"),
    ],
    slips=[
        make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-05-31"),
        make_slip("TS-2017-002", "zb-2017-01/1", "zb-2017-01/3", issued="2017-06-30"),
        make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-07-31"),
        make_slip("JB-2017-002", "zb-2017-01/1", issued="2017-07-01", void="2017-07-05"),
    ],
)  # fmt: skip


def points(months: int = 3, ledger: Ledger = LEDGER, **chosen: Any) -> list[Point]:
    asked = Selection(**chosen)
    return [point(ledger, d, resolved(asked, ledger, d)) for d in month_ends(ON, months, date.min)]


def told(found: list[Point], *figures: str) -> list[tuple[int, ...]]:
    return [tuple(p.tally[f] for f in figures) for p in found]


def test_figures_are_those_of_the_points_own_day() -> None:
    found = points()
    assert [p.month for p in found] == ["2017-05", "2017-06", "2017-07"]
    assert told(found, "total", "completed", "overdue", "not_started") == [
        (3, 0, 0, 2), (3, 0, 0, 2), (3, 1, 0, 2),
    ]  # fmt: skip
    assert [p.tally.rate for p in found] == ["0.0", "0.0", "33.3"]
    assert point(LEDGER, day("2017-07-19"), Selection()).tally["overdue"] == 1


def test_papers_are_those_issued_in_the_month_by_then() -> None:
    june, july = points(2)
    assert june.papers["提示单"] == PaperCount(1, 2)
    assert (july.papers["提示单"], july.papers["交办单"]) == (PaperCount(), PaperCount(1, 1))
    early = point(LEDGER, day("2017-07-04"), Selection()).papers
    assert early["交办单"] == PaperCount(1, 1)  # void since


def test_each_point_asks_who_led_on_its_own_day() -> None:
    assert told(points(leads=("市财政局",)), "total") == [(1,), (1,), (0,)]
    assert told(points(leads=("市教育局",)), "total") == [(0,), (0,), (1,)]


@pytest.mark.parametrize("name", ["市旅游局", "市文旅委"])
def test_a_renamed_unit_is_one_through_all_months(name: str) -> None:
    assert told(points(leads=(name,)), "total") == [(1,), (1,), (1,)]


def test_papers_are_not_counted_for_some_items_only() -> None:
    assert all(p.papers == {} for p in points(plans=("zb-2017-01",)))


def test_a_ledger_without_items_has_no_rate() -> None:
    assert points(1, make_ledger())[0].tally.rate is None


# --- as it was known ---------------------------------------------------------------------------------------


def recall(now: Ledger, then: Ledger, commit: str | None = None, **chosen: Any) -> Recalled:
    return recalled(now, Past(ON, then, commit), resolved(Selection(**chosen), now, ON))


def with_first(ledger: Ledger, *log: Any, **fields: Any) -> Ledger:
    (plan,) = ledger.plans
    first = replace(plan.items[0], log=make_item(*log).log, **fields)
    return replace(ledger, plans=(replace(plan, items=(first, *plan.items[1:])),))


def test_both_sides_are_points_of_that_day() -> None:
    late = with_first(LEDGER, "2017-05-01 启动", entry("2017-07-20 完成", recorded="2017-09-01"))
    found = recall(late, known_by(late, ON))
    assert found.now == point(late, ON, Selection())
    assert (found.then.tally["completed"], found.now.tally["completed"]) == (0, 1)
    assert (found.then.tally["overdue"], found.now.tally["overdue"]) == (1, 0)
    assert found.then.papers == found.now.papers
    assert (found.recorded_later, found.commit) == (1, None)


def test_a_ledger_that_says_nothing_of_recording_was_always_as_it_is() -> None:
    for when in month_ends(ON, 6, date.min):
        found = recalled(LEDGER, Past(when, known_by(LEDGER, when), None), Selection())
        assert found == Recalled(found.now, found.now, 0, None)


def test_what_was_recorded_late_about_others_is_not_counted_for_some() -> None:
    late = with_first(LEDGER, "2017-05-01 启动", entry("2017-07-20 完成", recorded="2017-09-01"))
    known = known_by(late, ON)
    assert recall(late, known, leads=("市教育局",)).recorded_later == 0
    assert recall(late, known, leads=("市发展改革委",)).recorded_later == 1


def test_an_item_that_was_chosen_only_then_counts_what_took_it_away() -> None:
    taken = with_first(
        LEDGER, "2017-05-01 启动", entry("2017-07-05 移交", to="市财政局", recorded="2017-09-01")
    )
    found = recall(taken, known_by(taken, ON), leads=("市发展改革委",))
    assert (found.then.tally["total"], found.now.tally["total"], found.recorded_later) == (1, 0, 1)


def test_an_older_register_knows_a_unit_by_its_older_names() -> None:
    older = make_ledger(
        *LEDGER.plans, units=[make_unit("发展改革委"), make_unit("市财政局"), make_unit("市旅游局")]
    )
    older = replace(older, plans=(replace(older.plans[0], lead=("发展改革委",)),))
    units = [
        make_unit("市发展改革委", aliases=["发展改革委"]),
        make_unit("市旅游局", until="2017-07-14", successor="市文旅委"),
        make_unit("市文旅委", from_="2017-07-15"),
        make_unit("市财政局"), make_unit("市教育局"),
    ]  # fmt: skip
    now = make_ledger(*LEDGER.plans, units=units)
    for name in ("市发展改革委", "发展改革委", "市文旅委", "市旅游局"):
        found = recall(now, older, "c" * 40, leads=(name,))
        assert (found.then.tally["total"], found.now.tally["total"]) == (1, 1), name


def test_what_the_older_version_did_not_know_is_nothing_then() -> None:
    found = recall(LEDGER, make_ledger(), plans=("zb-2017-01",))
    assert (found.then.tally["total"], found.then.tally.rate, found.now.tally["total"]) == (0, None, 3)
    assert found.recorded_later == 3
