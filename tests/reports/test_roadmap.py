"""``ledger roadmap``: the timetable and the map of a plan, and the ring it is in."""

from build import day, entry, make_item, make_ledger, make_plan

from ledger.measures.plan_progress import plan_progress
from ledger.measures.plans import plan_standing, tallies_by_plan
from ledger.measures.standing import standings
from ledger.model.plans import Plan
from ledger.reports.blocks import Heading, Paragraph, Report, Table
from ledger.reports.roadmap import Road, roadmap

ON = day("2017-10-31")


def report(plan: Plan, *inspections: str) -> Report:
    ledger = make_ledger(plan)
    items = list(standings(ledger, ON))
    progress = plan_progress(ledger, [plan_standing(plan, ON)], tallies_by_plan(items, 30))
    return roadmap(Road(progress[0], items, inspections))


def rows(report: Report, heading: str) -> list[list[str]]:
    """Of the table under the heading."""
    at = report.blocks.index(Heading(heading, 2))
    table = report.blocks[at + 1]
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


PLAN = make_plan(
    make_item(
        "2017-02-07 启动", entry("2017-04-26 节点完成", node="a"), nodes={"a": "2017-04-30", "b": "2017-09-30"},
        due="2017-12-31",
    ),
    make_item("2017-05-02 启动", "2017-07-03 完成", id="2", due="2017-06"),
    make_item(id="3", due="长期", lead="乙局"),
    make_item("2017-05-01 终止", id="4", due="2017-06-30"),
    log=["2017-01-06 审议通过", "2017-01-20 印发", "2017-02-03 分解立项", "2017-06-12 协调"],
)  # fmt: skip


def test_the_timetable_says_how_long_there_is_for_each_step_and_whether_it_was_kept() -> None:
    assert [(r[0], r[1], r[4], r[5], r[6]) for r in rows(report(PLAN), "时间表（倒排工期）")] == [
        ("2017-04-30", "1#a", "2017-02-07", "82", "按期完成"),
        ("2017-06-30", "2", "2017-05-02", "59", "逾期完成"),
        ("2017-09-30", "1#b", "2017-04-30", "153", "逾期31天"),
        ("2017-12-31", "1", "2017-09-30", "92", "还有61天"),
    ]


def test_the_map_marks_nodes_and_limits_and_what_runs_without_an_end() -> None:
    assert report(PLAN).data["periods"] == ["2017Q1", "2017Q2", "2017Q3", "2017Q4"]
    assert [r[2:6] for r in rows(report(PLAN), "路线图")] == [
        ["─", "○", "○", "●"],
        ["", "●", "", ""],
        ["─", "─", "─", "─"],
    ]


def test_the_ring_that_the_plan_is_in_is_pointed_at() -> None:
    assert rows(report(PLAN, "2017-08-14 专项督察（dc-2017-08）"), "四环") == [
        ["", "谋划部署", "2017-01-06 审议通过；2017-01-20 印发；2017-02-03 分解立项"],
        ["→", "组织实施", "3项：已完成1项，推进中1项，未启动1项，逾期1项"],
        ["", "督促检查", "2017-06-12 协调；2017-08-14 专项督察（dc-2017-08）"],
        ["", "考核评估", "还没有"],
    ]


def test_a_plan_without_items_has_a_roadmap_that_says_so() -> None:
    told = [b.text for b in report(make_plan()).blocks if isinstance(b, Paragraph)]
    assert told == ["没有定了时限的事项。", "还没有可以排的时间。"]
    assert report(make_plan()).records == []
