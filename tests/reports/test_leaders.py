"""Claims and led projects: who has how many, what is owed each quarter, half-year and year, and a leader's own page."""

from datetime import date
from typing import Any

import pytest
from build import LEAD, day, entry, make_item, make_leader, make_ledger, make_unit

from ledger.base.periods import Period, periods
from ledger.measures.duties import duties, owed
from ledger.measures.holdings import courses
from ledger.measures.selection import Selection
from ledger.measures.standing import standings
from ledger.model.ledger import Ledger
from ledger.model.registers.claims import ACTS, Claim
from ledger.model.registers.sponsors import REGISTER, Sponsor
from ledger.model.registers.task_forces import Member, TaskForce
from ledger.reports.leader import leader_page
from ledger.reports.listing import listings

ON = day("2017-10-31")
MAYOR = make_leader("陆怀川", aliases=("陆市长",), title="市长")


def claim(name: str, leader: str, *items: str, log: Any = ()) -> Claim:
    return Claim(
        id=name, title=name, leader=leader, items=items, due=day("2017-12-31"), log=tuple(map(entry, log))
    )


def sponsor(
    *log: Any, name: str = "LX", since: str = "2017-01-05", until: str | None = None, **more: Any
) -> Sponsor:
    entries = tuple(entry(e) if isinstance(e, str) else e for e in log)
    last = day(until) if until else None
    said = {"title": name, "leader": "陆怀川", "unit": LEAD} | more
    return Sponsor(id=name, date=day(since), until=last, log=entries, **said)


def data_of(register: str, ledger: Ledger, on: date = ON, **chosen: Any) -> Any:
    return listings()[register].build(ledger, on, Selection(**chosen)).data


# --- claims (S3: 135 leaders, 191 items) -------------------------------------------------------------------


def test_135_leaders_claim_191_items() -> None:
    items = [make_item(id=str(n)) for n in range(1, 192)]
    refs = [f"zb-2017-01/{n}" for n in range(1, 192)]
    shared = [refs[n::135] for n in range(135)]
    ledger = make_ledger(
        *items,
        claims=[claim(f"RL-{n}", f"领导{n}", *own) for n, own in enumerate(shared)],
    )
    assert data_of("claims", ledger)["figures"] == {"leaders": 135, "claimed_items": 191}


def test_an_item_claimed_twice_counts_once_and_a_released_claim_not_at_all() -> None:
    released = Claim(
        id="c", title="c", leader="丙", items=("zb-2017-01/2",), due=ON,
        log=(entry("2017-03-01 解除认领", by="市委", note="调离"),),
    )  # fmt: skip
    ledger = make_ledger(
        make_item(id="1"), make_item(id="2"),
        claims=[claim("a", "甲", "zb-2017-01/1"), claim("b", "乙", "zb-2017-01/1"), released],
    )  # fmt: skip
    assert data_of("claims", ledger)["figures"] == {"leaders": 2, "claimed_items": 1}
    assert [d.unit for d in duties(ledger, ON)] == ["甲"] * 6 + ["乙"] * 6


@pytest.mark.parametrize(("done", "state"), [(0, "none_done"), (2, "some_done"), (6, "all_six")])
def test_a_claim_is_listed_by_how_many_acts_were_done(done: int, state: str) -> None:
    ledger = make_ledger(
        claims=[claim("a", "甲", log=[f"2017-0{n + 1}-01 {act}" for n, act in enumerate(ACTS[:done])])]
    )
    found = {
        s: len(data_of("claims", ledger, states=(s,))["claims"])
        for s in ("none_done", "some_done", "all_six")
    }
    assert found == {"none_done": 0, "some_done": 0, "all_six": 0} | {state: 1}


def test_acts_of_this_quarter_are_told_apart() -> None:
    ledger = make_ledger(
        claims=[claim("a", "甲", log=["2017-09-30 抓部署"]), claim("b", "乙", log=["2017-10-01 抓部署"])]
    )
    assert [c["id"] for c in data_of("claims", ledger, states=("acted_this_quarter",))["claims"]] == ["b"]


# --- led projects ------------------------------------------------------------------------------------------


def test_periods_are_those_begun_by_the_day() -> None:
    found = [
        str(p) for months in (1, 3, 6, 12) for p in periods(day("2017-05-20"), day("2017-07-01"), months)
    ]
    assert found == [
        "2017年5月", "2017年6月", "2017年7月", "2017年第2季度", "2017年第3季度", "2017年上半年", "2017年下半年", "2017年",
    ]  # fmt: skip
    assert next(periods(day("2017-12-31"), day("2017-12-31"), 3)) == Period(
        day("2017-10-01"), day("2017-12-31"), 3
    )


def told(ledger: Ledger, on: date = ON) -> list[tuple[str, str, str | None]]:
    return [(d.what, str(d.due), str(d.met_on) if d.met_on else None) for d in duties(ledger, on)]


def test_a_project_owes_each_quarter_half_year_and_year() -> None:
    ledger = make_ledger(
        sponsors=[sponsor("2017-02-10 调度", "2017-05-03 督导", "2017-07-20 调度")],
        settings={"commission": "深改委"},
    )
    assert told(ledger) == [
        ("2017年第1季度调度", "2017-03-31", "2017-02-10"),
        ("2017年上半年督导", "2017-06-30", "2017-05-03"),
        ("2017年第2季度调度", "2017-06-30", "2017-07-20"),
        ("2017年第3季度调度", "2017-09-30", "2017-07-20"),
        ("2017年下半年督导", "2017-12-31", None),
        ("2017年向深改委汇报", "2017-12-31", None),
        ("2017年总结评估", "2017-12-31", None),
        ("2017年第4季度调度", "2017-12-31", None),
    ]
    assert {d.what: d.unit for d in duties(ledger, ON)}["2017年总结评估"] == LEAD


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2017-02-20", None, ["第2季度", "第3季度", "第4季度"]),
        ("2017-02-14", "2017-11-30", ["第1季度", "第2季度", "第3季度"]),
        ("2017-08-25", None, ["第4季度"]),
    ],
)
def test_a_quarter_that_was_half_over_or_not_lived_to_the_end_asks_nothing(
    since: str, until: str | None, expected: list[str]
) -> None:
    found = [what for what, _, _ in told(make_ledger(sponsors=[sponsor(since=since, until=until)]))]
    assert [what.removeprefix("2017年").removesuffix("调度") for what in found if "调度" in what] == expected


def test_the_year_asks_by_the_end_of_the_project_unless_it_was_given_up() -> None:
    ended = sponsor(name="a", since="2017-09-01", until="2017-11-30")
    given_up = sponsor(entry("2017-10-01 结束领衔", by="市委", note="并入他项"), name="b", since="2017-09-01")
    ledger = make_ledger(sponsors=[ended, given_up])
    assert told(ledger) == [("2017年总结评估", "2017-11-30", None), ("2017年汇报", "2017-11-30", None)]


def test_18_projects_all_reported_and_one_year_later_none() -> None:
    ledger = make_ledger(
        sponsors=[sponsor(f"2017-{n % 12 + 1:02}-15 汇报", name=f"LX-{n}") for n in range(18)]
    )
    assert data_of("sponsors", ledger, day("2017-12-31"))["figures"]["coverage"] == "100.0%（18/18）"
    assert data_of("sponsors", ledger, ON)["figures"]["coverage"] == "88.9%（16/18）"
    assert data_of("sponsors", ledger, day("2018-01-31"))["figures"]["coverage"] == "0.0%（0/18）"


def test_dispatch_on_schedule_is_pooled_over_the_quarters_that_ended() -> None:
    ledger = make_ledger(
        sponsors=[
            sponsor("2017-01-10 调度", "2017-04-10 调度", name="a"),
            sponsor("2017-08-10 调度", name="b"),
        ]
    )
    assert data_of("sponsors", ledger)["figures"]["on_schedule"] == "50.0%（3/6）"


def test_who_takes_over_owes_from_then_on() -> None:
    moved = entry("2017-07-03 更换领导", to="宁思远", by="市委")
    ledger = make_ledger(sponsors=[sponsor("2017-02-10 调度", moved)], leaders=[make_leader("宁思远"), MAYOR])
    assert {d.unit for d in owed(duties(ledger, ON))} == {"宁思远", LEAD}
    assert {d.unit for d in duties(ledger, ON) if d.met_on} == {"陆怀川"}
    assert {d.unit for d in owed(duties(ledger, day("2017-06-30")))} == {"陆怀川", LEAD}
    assert [row["leader"] for row in data_of("sponsors", ledger)["sponsors"]] == ["宁思远"]


def test_a_project_does_not_exist_before_it_is_led() -> None:
    ledger = make_ledger(sponsors=[sponsor(since="2017-03-01")])
    assert not list(courses(ledger, day("2017-02-28"), REGISTER))
    assert duties(ledger, day("2017-02-28")) == []


# --- task forces -------------------------------------------------------------------------------------------


def test_a_task_force_counts_its_units_once_while_it_is_there() -> None:
    members = tuple(
        Member(unit=unit, name=name) for unit, name in (("甲局", "一"), ("甲局", "二"), ("乙局", "三"))
    )
    force = TaskForce(
        id="ZB", title="专班", project="zb-2017-01", unit="甲局", date=day("2017-03-01"), until=day("2017-09-30"),
        members=members, items=("zb-2017-01/1", "zb-2017-01/2"),
    )  # fmt: skip
    ledger = make_ledger(
        make_item("2017-03-02 启动", id="1", due="2017-06-30"), make_item(id="2"), task_forces=[force]
    )
    before = data_of("task_forces", ledger, day("2017-09-30"))
    assert before["figures"] == {"units": 2, "people": 3}
    assert before["task_forces"][0]["list"] == "0/2（逾期1）"
    assert data_of("task_forces", ledger)["figures"] == {"units": 0, "people": 0}


# --- the leader's page -------------------------------------------------------------------------------------

HIS = make_ledger(
    make_item(id="1", due="2017-08-31", leader="陆市长", lead="市水利局", title="划界"),
    make_item(
        "2017-03-01 启动",
        entry("2017-09-01 进展", cause="部门意见不一致"),
        id="2",
        due="2017-09-30",
        title="发证",
    ),
    make_item(id="3", due="2017-11-10", title="验收"),
    make_item(id="4", due="2017-01-31", title="别人的"),
    units=[make_unit("生态组", kind="专项小组", head="陆怀川")],
    leaders=[MAYOR],
    claims=[claim("RL", "陆怀川", "zb-2017-01/2")],
    sponsors=[sponsor("2017-02-10 调度", "2017-05-03 督导", items=("zb-2017-01/2", "zb-2017-01/3"))],
)


def test_a_leader_sees_what_is_his_and_what_is_asked_of_him_first() -> None:
    found = owed([d for d in duties(HIS, ON) if d.unit == "陆怀川"])
    data = leader_page("陆怀川", ON, HIS, list(standings(HIS, ON)), found, 30).data
    assert data["items"]["total"] == 3
    assert [i["ref"] for i in data["late"]] == ["zb-2017-01/1", "zb-2017-01/2"]
    assert (data["post"], data["groups"], data["claims"], data["sponsors"]) == (
        "市长",
        ["生态组"],
        ["RL"],
        ["LX"],
    )
    assert data["asks"] == [
        "因“部门意见不一致”推不动的1项，请出面协调：“发证”",
        "“LX”的2017年第2季度调度已过期123天，请安排时间",
        "“LX”的2017年第3季度调度已过期31天，请安排时间",
    ]


def test_a_leader_is_chosen_by_any_of_his_names() -> None:
    assert HIS.units.current("陆市长", ON) == "陆怀川"
    rows = listings()["claims"].build(HIS, ON, Selection(units=("陆怀川",))).records
    assert [r["id"] for r in rows] == ["RL"]


def test_a_leader_of_nothing_is_told_so() -> None:
    ledger = make_ledger(leaders=[make_leader("闲云")])
    report = leader_page("闲云", ON, ledger, [], [], 30)
    assert report.data["asks"] == []
    assert [getattr(b, "text", "") for b in report.blocks][-1] == "没有领衔、认领的事项，也没有待办。"
