"""The replay: every entry is applied, or set aside because it may not happen there."""

from typing import Any

import pytest
from build import day, entry, make_item

from ledger.measures.history import History
from ledger.measures.replay import replay
from ledger.model.entries import Entry


def history(*log: Any, on: str = "2017-12-31", lead: str | list[str] = "市发展改革委") -> History:
    return replay(make_item(*log, lead=lead), (), day(on))


@pytest.mark.parametrize(
    "log",
    [
        ["2017-03-01 启动", "2017-03-05 启动"],
        ["2017-03-01 核验通过"],
        ["2017-03-01 完成", "2017-03-05 完成"],
        ["2017-03-01 完成", "2017-03-05 进展"],
        ["2017-03-01 完成", "2017-03-05 终止"],
        ["2017-03-01 完成", entry("2017-03-05 移交", to="市财政局")],
        ["2017-03-01 完成", "2017-03-05 销号"],
        ["2017-03-01 完成", entry("2017-03-05 回头看", result="反弹")],
        [entry("2017-03-01 暂缓", until="2017-04-30"), "2017-04-30 完成"],
        ["2017-03-01 启动", "2017-03-05 恢复"],
        ["2017-03-01 终止", "2017-03-05 启动"],
        ["2017-03-01 报完成"],
        ["2017-03-01 complete"],
    ],
)
def test_what_may_not_happen_there_counts_for_nothing(log: list[Entry | str]) -> None:
    found, without = history(*log), history(*log[:-1])
    assert not found.steps[-1].counted
    assert (found.state, found.leads, found.claimed, found.cycle) == (
        without.state, without.leads, without.claimed, without.cycle,
    )  # fmt: skip


@pytest.mark.parametrize(
    "incomplete",
    [
        "2017-03-05 批准延期",
        "2017-03-05 暂缓",
        "2017-03-05 移交",
        "2017-03-05 节点完成",
        entry("2017-03-05 暂缓", until="2017-03-04"),
    ],
)
def test_an_entry_that_lacks_what_it_is_about_counts_for_nothing(incomplete: Entry | str) -> None:
    assert [s.counted for s in history("2017-03-01 启动", incomplete).steps] == [True, False]


def test_the_step_says_what_it_changed() -> None:
    found = history("2017-03-01 启动", "2017-05-01 完成", "2017-05-09 核验通过")
    assert [(s.entry.event, s.before.value, s.after.value) for s in found.steps] == [
        ("启动", "not_started", "in_progress"),
        ("完成", "in_progress", "completed"),
        ("核验通过", "completed", "accepted"),
    ]


def test_started_is_the_first_sign_of_work() -> None:
    assert history(
        entry("2017-02-01 申请延期", until="2017-12-31"), "2017-03-01 进展", "2017-03-09 进展"
    ).started == day("2017-03-01")
    assert history("2017-03-01 完成").started == day("2017-03-01")


def test_a_return_takes_back_claim_acceptance_and_closing() -> None:
    found = history("2017-03-01 完成", "2017-03-05 核验通过", "2017-03-09 销号", "2017-04-01 核验退回")
    assert (found.claimed, found.accepted, found.closed) == (None, None, None)


def test_acceptance_keeps_its_first_day() -> None:
    assert history("2017-03-01 完成", "2017-03-05 核验通过", "2017-03-07 核验通过").accepted == day(
        "2017-03-05"
    )


def test_a_relapse_opens_a_cycle_and_a_return_does_not() -> None:
    log = [
        "2017-03-01 完成",
        "2017-03-05 核验退回",
        "2017-04-01 完成",
        "2017-04-05 核验通过",
        entry("2017-08-01 回头看", result="反弹"),
    ]
    assert (history(*log, on="2017-07-31").cycle, history(*log, on="2017-07-31").relapsed) == (None, False)
    assert (history(*log).cycle, history(*log).relapsed) == (day("2017-08-01"), True)


def test_after_a_suspension_the_item_stands_where_it_stood() -> None:
    pause = entry("2017-03-01 暂缓", until="2017-03-31")
    assert history(pause).state.value == "not_started"
    assert history("2017-02-01 启动", pause).state.value == "in_progress"
    assert history(pause, "2017-04-01 启动").steps[-1].counted


def test_an_item_may_be_suspended_resumed_and_suspended_on_one_day() -> None:
    found = history(
        entry("2017-03-01 暂缓", until="2017-03-31"), "2017-03-10 恢复", entry("2017-03-10 暂缓", until="2017-03-12"),
        on="2017-03-12",
    )  # fmt: skip
    assert found.state.value == "suspended"
    assert [(p.end(day("2017-12-31")) - p.start).days for p in found.pauses] == [9, 3]


def test_a_suspended_item_may_be_transferred_or_ended() -> None:
    pause = entry("2017-03-01 暂缓", until="2017-12-31")
    assert history(pause, entry("2017-04-01 移交", to="市财政局")).leads == ("市财政局",)
    assert history(pause, "2017-04-01 终止").state.value == "cancelled"


def test_where_it_went_is_kept() -> None:
    assert history(entry("2017-04-01 拆分", into=["2", "3"])).into == ("2", "3")


@pytest.mark.parametrize(("from_", "counted"), [(None, False), ("市财政局", False), ("市卫生局", True)])
def test_a_transfer_among_several_leads_counts_only_when_it_says_whose_part_it_is(
    from_: str | None, counted: bool
) -> None:
    found = history(entry("2017-04-01 移交", to="市审计局", from_=from_), lead=["市教育局", "市卫生局"])
    assert [s.counted for s in found.steps] == [counted]
    assert found.leads == (("市教育局", "市审计局") if counted else ("市教育局", "市卫生局"))
