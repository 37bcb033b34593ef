"""倒排工期: steps by their limits, each with the days that there are for it; and the periods of a roadmap."""

import pytest
from build import day, entry, make_item, make_ledger, make_plan

from ledger.measures.schedule import Step, periods, schedule
from ledger.measures.standing import standings
from ledger.model.items import Item


def steps(*items: Item, issued: str | None = None) -> list[Step]:
    ledger = make_ledger(make_plan(*items))
    return schedule(standings(ledger, day("2017-10-31")), day(issued) if issued else None)


def told(found: list[Step]) -> list[tuple[str, str, int | None, str | None]]:
    return [(s.ref.partition("/")[2], str(s.due), s.days, str(s.done) if s.done else None) for s in found]


def test_every_step_has_the_days_since_the_one_before() -> None:
    item = make_item(
        "2017-02-07 启动", entry("2017-04-26 节点完成", node="a"), nodes={"b": "2017-07-31", "a": "2017-04-30"},
        due="2017-09-30",
    )  # fmt: skip
    assert told(steps(item)) == [
        ("1#a", "2017-04-30", 82, "2017-04-26"),
        ("1#b", "2017-07-31", 92, None),
        ("1", "2017-09-30", 61, None),
    ]


def test_time_runs_from_the_planned_start_or_the_real_one_or_the_issue() -> None:
    planned = Item(
        id="2", title="事项", due=make_item(due="2017-12-31").due, start=make_item(due="2017-11").due
    )
    assert told(steps(planned, make_item("2017-03-01 启动", due="2017-03-31"), issued="2017-01-31")) == [
        ("1", "2017-03-31", 30, None),
        ("2", "2017-12-31", 60, None),
    ]
    assert told(steps(make_item(due="2017-03-02"), issued="2017-01-31")) == [("1", "2017-03-02", 30, None)]
    assert told(steps(make_item(due="2017-03-02"))) == [("1", "2017-03-02", None, None)]


def test_what_was_extended_has_its_new_limit_and_what_is_off_has_no_step() -> None:
    extended = make_item(
        "2017-02-07 启动", entry("2017-06-19 批准延期", by="甲", until="2017-12-31"), due="2017-06-30"
    )
    cancelled = make_item("2017-05-01 终止", id="2", due="2017-06-30")
    assert told(steps(extended, cancelled, make_item(id="3", due="长期"), make_item(id="4"))) == [
        ("1", "2017-12-31", 327, None)
    ]


def test_a_node_that_its_item_was_finished_without_is_done_with_it() -> None:
    item = make_item("2017-02-07 启动", "2017-05-01 完成", nodes={"a": "2017-04-30"}, due="2017-06-30")
    assert told(steps(item))[0] == ("1#a", "2017-04-30", 82, "2017-05-01")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2017-03-06", "2017-03-31", "2017-03"),
        ("2017-03-06", "2017-10-31", "2017-03 … 2017-10"),
        ("2017-03-06", "2017-11-01", "2017Q1 … 2017Q4"),
        ("2017-03-06", "2018-12-31", "2017Q1 … 2018Q4"),
        ("2017-03-06", "2019-01-01", "2017H1 … 2019H1"),
        ("2017-03-06", "2021-01-01", "2017 … 2021"),
        ("2000-03-06", "2021-01-01", "2000 … 2021"),
    ],
)
def test_periods_are_the_shortest_that_are_not_too_many(first: str, last: str, expected: str) -> None:
    found = [str(p) for p in periods(day(first), day(last))]
    assert " … ".join(dict.fromkeys((found[0], found[-1]))) == expected
    assert len(found) <= 8 or len(found) == 22
