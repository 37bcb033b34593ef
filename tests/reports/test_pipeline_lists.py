"""The pipeline's lists, and the figures of the source texts that they compute: 35 of 82, 6 of 35, 162 ledgers, 170余."""

from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.base.counts import parse_count
from ledger.base.days import parse_due
from ledger.base.errors import LedgerError
from ledger.measures.duties import duties
from ledger.measures.selection import Selection
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.model.registers.agendas import Agenda, AgendaTask
from ledger.model.registers.briefings import Adoption, Briefing
from ledger.model.registers.major_tasks import MajorTask
from ledger.model.registers.project_groups import ProjectGroup
from ledger.model.registers.reviews import Review
from ledger.reports.blocks import Block, Facts, Heading, Paragraph, Report, Table
from ledger.reports.bulletin.edition import edition
from ledger.reports.bulletin.month import Month
from ledger.reports.listing import listings

ON = day("2017-10-31")
GROUP = "经济体制改革专项小组"


def listed(ledger: Ledger, register: str, **chosen: Any) -> Report:
    return listings()[register].build(ledger, ON, Selection(**chosen))


def ids(ledger: Ledger, register: str, **chosen: Any) -> list[str]:
    return [str(r["id"]) for r in listed(ledger, register, **chosen).records]


def texts(blocks: tuple[Block, ...]) -> list[Any]:
    """The words of every block: of a table its rows."""
    found: list[Any] = []
    for block in blocks:
        match block:
            case Table(_, rows):
                found += [[cell.text for cell in row] for row in rows]
            case Facts(rows):
                found += [f"{label} {cell.text}" for label, cell in rows]
            case Paragraph(text) | Heading(text):
                found.append(text)
            case _:
                raise AssertionError(block)
    return found


# --- plans -------------------------------------------------------------------------------------------------


def test_thirty_five_of_82_plans_inspected_and_six_of_these_closed() -> None:
    logs = [
        [
            "2016-01-10 审议通过",
            *(["2016-06-20 年中督察"] if n < 35 else []),
            *(["2016-09-05 销账"] if n < 6 else []),
        ]
        for n in range(82)
    ]
    ledger = make_ledger(*(make_plan(id=f"p{n:02}", log=log) for n, log in enumerate(logs)))
    figures = listed(ledger, "plans").data["figures"]
    assert (figures["inspected"], figures["closed"]) == ("42.7%（35/82）", "17.1%（6/35）")
    assert (figures["lag"], figures["breakdown_on_time"]) == (None, None)
    assert len(ids(ledger, "plans", states=("inspected_closed",))) == 6


def test_lags_are_averaged_half_up() -> None:
    logs = [["2017-01-10 审议通过", f"2017-01-{d} 印发"] for d in (20, 21)]
    ledger = make_ledger(*(make_plan(id=f"p{n}", log=log) for n, log in enumerate(logs)))
    assert listed(ledger, "plans").data["figures"]["lag"] == "10.5天，最长11天"


# --- breakdowns --------------------------------------------------------------------------------------------


def test_162_ledgers_of_11_districts_and_67_departments() -> None:
    districts = [make_unit(f"区县{n}", kind="区县") for n in range(11)]
    units = [*districts, *(make_unit(f"部门{n}") for n in range(67))]
    names = [u.id for u in units]
    # three plans: every unit has a part in the first, every unit in the second, six in the third
    plans = [
        make_plan(
            make_item(lead=names[0], participants=names[1:taking], id="1"),
            id=f"p{n}",
            log=["2017-03-06 印发"],
        )
        for n, taking in enumerate((78, 78, 6))
    ]
    waiting = make_plan(make_item(lead=names), id="q", log=["2017-10-20 审议通过"])
    report = listed(make_ledger(*plans, waiting, units=units), "breakdowns")
    assert report.data["figures"] == {"ledgers": 162, "units": 78, "by_kind": {"区县": 11, "部门": 67}}
    assert texts(report.blocks)[-2:] == ["台账 162 本", "单位 11 个区县、67 个部门，共 78 个"]


def test_a_unit_keeps_one_ledger_of_a_plan_whether_it_leads_or_joins() -> None:
    one = make_item("2017-04-01 完成", id="1", lead=LEAD, participants="乙局", due="2017-06-30")
    two = make_item(id="2", lead=[LEAD, "乙局"], participants="丙局", due="2017-06-30")
    gone = make_item("2017-05-01 终止", id="3", lead="丁局")
    ledger = make_ledger(
        make_plan(one, two, gone, log=["2017-03-06 印发", "2017-03-08 分解立项"]),
        units=[make_unit(n) for n in ("丙局", LEAD)],
    )
    rows = [
        (r["unit"], r["kind"], r["leading"], r["joining"], r["completed"], r["overdue"])
        for r in listed(ledger, "breakdowns").records
    ]
    assert rows == [("丙局", "部门", 0, 1, 0, 0), (LEAD, "部门", 2, 0, 1, 1), ("乙局", None, 1, 1, 0, 1)]
    assert len(listed(ledger, "breakdowns", states=("joining",)).records) == 1
    assert len(listed(ledger, "breakdowns", leads=("丙局",)).records) == 0
    with pytest.raises(LedgerError, match="--cause"):
        listed(ledger, "breakdowns", causes=("资金未落实",))


# --- reviews -----------------------------------------------------------------------------------------------


def review(name: str, due: str, *log: Any, plan: str | None = None) -> Review:
    entries = tuple(entry(e) if isinstance(e, str) else e for e in log)
    return Review(
        id=name, title="方案", year=2017, date=day("2017-01-10"), lead=(LEAD,), due=parse_due(due), plan=plan,
        log=entries,
    )  # fmt: skip


REVIEWS = make_ledger(
    make_plan(id="p1", log=["2017-03-20 审议通过", "2017-03-31 印发"]),
    make_plan(id="p2", log=["2017-06-08 审议通过"]),
    make_plan(id="p3"),
    reviews=[
        review("SH-1", "2017-03", plan="p1"),
        review("SH-2", "2017-05", plan="p2"),
        review(
            "SH-3",
            "2017-05",
            entry("2017-05-20 调整时间", until="2017-11-30", by=OFFICE, note="x"),
            plan="p3",
        ),
        review("SH-4", "2017-09"),
        review("SH-5", "2017-06", entry("2017-05-20 撤出计划", by=OFFICE, note="x")),
    ],
)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["SH-1", "SH-2", "SH-3", "SH-4", "SH-5"]),
        ({"states": ("adopted",)}, ["SH-1", "SH-2"]),
        ({"states": ("adopted_late",)}, ["SH-2"]),
        ({"states": ("issued",)}, ["SH-1"]),
        ({"states": ("waiting",)}, ["SH-3", "SH-4"]),
        ({"states": ("withdrawn",)}, ["SH-5"]),
        ({"states": ("overdue",)}, ["SH-4"]),
        ({"only_open": True}, ["SH-3", "SH-4"]),
    ],
)
def test_a_review_is_what_its_plan_has_come_to(chosen: dict[str, Any], expected: list[str]) -> None:
    assert ids(REVIEWS, "reviews", **chosen) == expected


def test_coming_before_the_commission_is_owed_by_the_month_and_met_by_the_plan() -> None:
    found = [
        (d.ref, str(d.due), d.met_on and str(d.met_on)) for d in duties(REVIEWS, ON) if d.what == "上会审议"
    ]
    assert found == [
        ("SH-1", "2017-03-31", "2017-03-20"),
        ("SH-2", "2017-05-31", "2017-06-08"),
        ("SH-4", "2017-09-30", None),
        ("SH-3", "2017-11-30", None),
    ]
    assert listed(REVIEWS, "reviews").data["figures"] == {"lag": "11.0"}


# --- major tasks -------------------------------------------------------------------------------------------


def test_a_major_task_is_done_when_all_its_items_are() -> None:
    def item(n: int, task: str, *log: str) -> Item:
        return make_item(*log, id=str(n), major_task=task)

    done, gone = "2017-03-01 完成", "2017-05-01 终止"
    ledger = make_ledger(
        item(1, "a", done), item(2, "a", done), item(3, "a", gone), item(4, "b", done), item(5, "b"), item(6, "c"),
        item(7, "d", gone),
        major_tasks=[MajorTask(id=name, title="任务") for name in "abcde"],
    )  # fmt: skip
    report = listed(ledger, "major_tasks")
    assert [(r["id"], r["progress"], r["standing"]) for r in report.records] == [
        ("a", "2/2", "已完成"), ("b", "1/2", "推进中"), ("c", "0/1", "未启动"), ("d", "", "还没有事项"),
        ("e", "", "还没有事项"),
    ]  # fmt: skip
    assert report.data["figures"] == {"completed": "20.0%（1/5）"}
    assert ids(ledger, "major_tasks", states=("without_items", "completed")) == ["a", "d", "e"]


def test_256_tasks_are_done_when_all_items_of_all_plans_are() -> None:
    items = [make_item("2017-03-01 完成", id=str(n), major_task=f"ZD-{n % 256}") for n in range(717)]
    tasks = [MajorTask(id=f"ZD-{n}", title="任务") for n in range(256)]
    assert listed(make_ledger(*items, major_tasks=tasks), "major_tasks").data["figures"] == {
        "completed": "100.0%（256/256）"
    }


# --- agendas -----------------------------------------------------------------------------------------------


def agenda(name: str, kind: Any, *tasks: AgendaTask, **fields: Any) -> Agenda:
    return Agenda(id=name, title=name, kind=kind, year=2017, date=day("2017-01-16"), tasks=tasks, **fields)


def test_170_odd_tasks_18_led_ones_and_31_in_11_aspects() -> None:
    points = [AgendaTask(id=str(n), title="任务", aspect=f"方面{n % 11}") for n in range(31)]
    ledger = make_ledger(
        agendas=[
            agenda("清单", "年度任务清单", total=parse_count("170余")),
            agenda("领衔", "年度任务清单", total=parse_count("18")),
            agenda("要点", "工作要点", *points, total=parse_count("31")),
        ]
    )
    assert [(r["id"], r["total"], r["listed"]) for r in listed(ledger, "agendas").records] == [
        ("清单", "170余", ""), ("领衔", "18", ""), ("要点", "31", "31项、11个方面"),
    ]  # fmt: skip
    assert ids(ledger, "agendas", kinds=("工作要点",)) == ["要点"]


def test_a_list_is_as_far_as_the_plans_and_items_of_its_tasks_each_counted_once() -> None:
    plan = make_plan(make_item("2017-03-01 完成", id="1"), make_item(id="2"), id="p")
    ledger = make_ledger(
        plan,
        agendas=[
            agenda(
                "台账", "工作台账",
                AgendaTask(id="1", title="一", aspect="甲", plans=("p",)),
                AgendaTask(id="2", title="二", aspect="甲", items=("p/1",)),
                AgendaTask(id="3", title="三", aspect="乙"),
                group=GROUP,
            )
        ],
        units=[make_unit(GROUP, kind="专项小组"), make_unit("文化组", kind="专项小组")],
    )  # fmt: skip
    report = listed(ledger, "agendas")
    assert report.records[0]["progress"] == "1/2"
    assert texts(report.blocks)[-4:] == [
        "台账 台账", ["甲", "2", "2", "1"], ["乙", "1", "0", "0"], "2017年还没有工作台账的专项小组：文化组",
    ]  # fmt: skip


# --- project groups and briefings --------------------------------------------------------------------------


def test_plans_that_no_project_group_follows_are_named() -> None:
    groups = [ProjectGroup(id="XM-01", title="第一项目组", head="何以安", members=("孟知远",), plans=("p",))]
    ledger = make_ledger(make_plan(make_item(), id="p"), make_plan(id="q"), project_groups=groups)
    report = listed(ledger, "project_groups")
    assert texts(report.blocks)[1:] == ["合计 1", "人员 2人", "所跟方案 1个", "以上项目组没有跟的方案：q"]


def briefing(name: str, sent: str, *levels: Any) -> Briefing:
    taken = tuple(Adoption(date=day("2017-10-20"), level=level, by="刊物") for level in levels)
    return Briefing(id=name, title="信息", kind="专报", date=day(sent), unit=LEAD, adopted=taken)


def test_what_was_taken_up_is_held_against_the_quota() -> None:
    reports = [
        briefing("a", "2017-03-01", "市", "省"),
        briefing("b", "2017-04-01", "市"),
        briefing("c", "2017-05-01"),
        briefing("d", "2016-05-01", "中央"),
        briefing("e", "2017-11-01", "中央"),
    ]
    units = [make_unit(LEAD), make_unit("乙局"), make_unit(GROUP, kind="专项小组")]
    ledger = make_ledger(briefings=reports, units=units, policy=Policy(briefing_quota=6))
    report = listed(ledger, "briefings")
    assert report.data["figures"] == {"share": "75.0%（3/4）"}
    assert texts(report.blocks)[-3:] == [
        "2017年各单位",
        [LEAD, "3", "2", "33.3%"],
        "2017年还没有报送的1个单位：乙局",
    ]
    assert ids(ledger, "briefings", states=("adopted_province",)) == ["a"]
    assert ids(ledger, "briefings", states=("adopted_this_year",)) == ["a", "b"]
    fulfilled = make_ledger(briefings=reports, units=units[:1], policy=Policy(briefing_quota=1))
    assert texts(listed(fulfilled, "briefings").blocks)[-1] == [LEAD, "3", "2", "100.0%"]


# --- the bulletin ------------------------------------------------------------------------------------------


def said(ledger: Ledger) -> list[Any]:
    passages = edition(Month.of(ledger, ON), 10).passages
    return [text for p in passages if p.key == "pipeline" for text in texts(tuple(p.blocks))][1:]


def test_a_bulletin_says_how_plans_come_before_the_commission_and_what_is_late() -> None:
    assert said(REVIEWS) == [
        "累计列入上会审议计划5件，已审议通过2件，待上会2件，撤出1件；已印发的从审议通过到印发平均11.0天；逾期未上会1件。",
        "改革方案按环节分，谋划部署3个；按时分解立项0.0%（0/1），分解立项逾期1个；督察过的占审议通过的0.0%（0/2）。",
        ["SH-4", "方案", LEAD, "上会审议（逾期31天）"],
    ]


def test_a_bulletin_tells_major_tasks_ledgers_and_information_and_nothing_where_there_is_none() -> None:
    ledger = make_ledger(
        make_item("2017-03-01 完成", major_task="a"),
        major_tasks=[MajorTask(id="a", title="任务"), MajorTask(id="b", title="任务")],
        agendas=[agenda("台账", "工作台账", group=GROUP), agenda("要点", "工作要点")],
        briefings=[briefing("x", "2017-03-01", "市"), briefing("y", "2016-03-01")],
    )
    assert said(ledger) == [
        "改革方案按环节分，考核评估1个。",
        "重大改革任务2项，已完成1项，还没有落实到事项1项；专项小组本年工作台账1份；本年报送信息1条，被采用1条。",
    ]
    assert said(make_ledger(make_item())) == []
