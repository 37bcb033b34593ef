"""Each definition of §3, and the days on either side of it."""

from datetime import date
from typing import Any

import pytest
from build import correction, day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.measures.standing import Standing, standings
from ledger.model.items import State
from ledger.model.policy import Policy


def standing(on: str, *log: Any, required: bool = False, **fields: Any) -> Standing:
    policy = Policy(acceptance="required" if required else "claimed")
    ledger = make_ledger(make_item(*log, **fields), policy=policy)
    return next(standings(ledger, day(on)))


@pytest.mark.parametrize(
    ("log", "status", "accepted"),
    [
        ([], State.NOT_STARTED, False),
        (["2017-03-01 申请延期"], State.NOT_STARTED, False),
        (["2017-03-01 启动"], State.IN_PROGRESS, False),
        (["2017-03-01 进展"], State.IN_PROGRESS, False),
        (["2017-03-01 启动", "2017-05-01 完成"], State.COMPLETED, False),
        (["2017-05-01 完成"], State.COMPLETED, False),
        (["2017-05-01 完成", "2017-05-09 核验通过"], State.COMPLETED, True),
        (["2017-05-01 完成", "2017-05-09 核验退回"], State.IN_PROGRESS, False),
        (["2017-05-01 完成", "2017-05-09 核验通过", "2017-05-20 核验退回"], State.IN_PROGRESS, False),
        (["2017-05-01 完成", "2017-05-09 核验退回", "2017-05-20 完成"], State.COMPLETED, False),
        (["2017-05-01 完成", "2017-05-09 核验通过", "2017-05-20 销号"], State.COMPLETED, True),
        (["2017-03-01 终止"], State.CANCELLED, False),
        (["2017-03-01 并入"], State.CANCELLED, False),
        (["2017-03-01 启动", "2017-04-01 拆分"], State.CANCELLED, False),
    ],
)
def test_status_is_what_the_log_amounts_to(log: list[str], status: State, accepted: bool) -> None:
    found = standing("2017-06-01", *log)
    assert (found.status, found.accepted) == (status, accepted)


def test_facts_dated_after_the_day_do_not_exist() -> None:
    log = ["2017-03-01 启动", "2017-05-01 完成"]
    assert [standing(on, *log).status.value for on in ("2017-02-28", "2017-03-01", "2017-04-30", "2017-05-01")] == [
        "not_started", "in_progress", "in_progress", "completed",
    ]  # fmt: skip


def test_look_back_that_finds_a_relapse_brings_the_item_back() -> None:
    log = ["2017-05-01 完成", "2017-05-09 核验通过", entry("2017-08-01 回头看", result="反弹")]
    assert standing("2017-07-31", *log).status is State.COMPLETED
    assert standing("2017-08-01", *log).status is State.IN_PROGRESS


def test_look_back_that_finds_it_consolidated_changes_nothing() -> None:
    log = ["2017-05-01 完成", "2017-05-09 核验通过", entry("2017-08-01 回头看", result="巩固")]
    assert standing("2017-08-01", *log).accepted


def test_acceptance_required_counts_only_accepted_items() -> None:
    log = ["2017-05-01 完成", "2017-05-09 核验通过"]
    assert standing("2017-05-08", *log, required=True).status is State.IN_PROGRESS
    assert standing("2017-05-09", *log, required=True).status is State.COMPLETED


def test_acceptance_required_does_not_call_a_claimed_item_overdue() -> None:
    found = standing("2017-07-31", "2017-06-20 完成", due="2017-06-30", required=True)
    assert (found.status, found.overdue, found.is_claimed) == (State.IN_PROGRESS, False, True)


class TestDue:
    @pytest.mark.parametrize(
        ("due", "last"),
        [
            ("2017-06-30", "2017-06-30"),
            ("2017-02", "2017-02-28"),
            ("2017Q3", "2017-09-30"),
            ("2017H1", "2017-06-30"),
            ("2017", "2017-12-31"),
        ],
    )
    def test_a_period_means_its_last_day_and_keeps_its_precision(self, due: str, last: str) -> None:
        found = standing("2017-01-01", due=due)
        assert (found.effective_due, str(found.due)) == (day(last), due)

    def test_due_today_is_not_overdue(self) -> None:
        assert [standing(on, due="2017-06-30").overdue_days for on in ("2017-06-29", "2017-06-30", "2017-07-01")] == [
            0, 0, 1,
        ]  # fmt: skip

    @pytest.mark.parametrize("due", ["长期", None])
    def test_long_term_and_undated_items_are_never_overdue_not_even_by_a_node(self, due: str | None) -> None:
        found = standing("2020-01-01", due=due, nodes={"a": "2017-03-31"})
        assert (found.effective_due, found.overdue, found.due_within(10_000)) == (None, False, False)

    @pytest.mark.parametrize("last", ["完成", "终止"])
    def test_what_is_completed_or_out_of_count_is_not_overdue(self, last: str) -> None:
        assert not standing("2017-12-31", f"2017-12-01 {last}", due="2017-06-30").overdue

    def test_due_soon_counts_today_and_the_last_day(self) -> None:
        soon = [
            standing(on, due="2017-06-30").due_within(30)
            for on in ("2017-05-30", "2017-05-31", "2017-06-30", "2017-07-01")
        ]
        assert soon == [False, True, True, False]


class TestExtension:
    LOG = (entry("2017-05-10 申请延期", until="2017-09-30"), entry("2017-06-10 批准延期", until="2017-08-31"))

    def test_only_the_approval_moves_the_due_date(self) -> None:
        assert [standing(on, *self.LOG, due="2017-06-30").effective_due for on in ("2017-06-09", "2017-06-10")] == [
            date(2017, 6, 30), date(2017, 8, 31),
        ]  # fmt: skip

    def test_the_last_approval_counts_even_when_it_is_earlier(self) -> None:
        log = [*self.LOG, entry("2017-06-20 批准延期", until="2017-07-31")]
        assert standing("2017-07-01", *log, due="2017-06-30").effective_due == day("2017-07-31")

    def test_as_first_landed_stays_readable(self) -> None:
        assert str(standing("2017-07-01", *self.LOG, due="2017-06-30").due) == "2017-06-30"

    def test_an_extended_long_term_item_has_a_due_date(self) -> None:
        assert standing("2017-09-01", *self.LOG, due="长期").overdue_days == 1

    def test_an_extension_opens_a_cycle_named_by_its_day(self) -> None:
        assert [standing(on, *self.LOG).history.cycle for on in ("2017-06-09", "2017-06-10")] == [
            None,
            date(2017, 6, 10),
        ]


class TestSuspension:
    LOG = (entry("2017-06-01 暂缓", until="2017-06-30"),)

    def test_lasts_through_until(self) -> None:
        days = ("2017-05-31", "2017-06-01", "2017-06-30", "2017-07-01")
        assert [standing(on, "2017-03-01 启动", *self.LOG).status.value for on in days] == [
            "in_progress", "suspended", "suspended", "in_progress",
        ]  # fmt: skip

    def test_ends_before_the_day_it_is_resumed(self) -> None:
        log = [*self.LOG, "2017-06-11 恢复"]
        assert [standing(on, *log).status.value for on in ("2017-06-10", "2017-06-11")] == [
            "suspended",
            "not_started",
        ]

    def test_is_never_overdue(self) -> None:
        assert not standing("2017-06-30", *self.LOG, due="2017-05-15").overdue

    @pytest.mark.parametrize(
        ("on", "due"),
        [
            ("2017-06-01", "2017-06-15"),
            ("2017-06-02", "2017-06-16"),
            ("2017-06-30", "2017-07-14"),
            ("2017-07-01", "2017-07-15"),
            ("2017-09-01", "2017-07-15"),
        ],
    )
    def test_moves_the_due_date_by_every_day_that_is_over(self, on: str, due: str) -> None:
        assert standing(on, *self.LOG, due="2017-06-15").effective_due == day(due)

    def test_counts_the_days_up_to_its_resumption(self) -> None:
        assert standing("2017-09-01", *self.LOG, "2017-06-11 恢复", due="2017-06-15").effective_due == day(
            "2017-06-25"
        )

    def test_resumption_after_until_changes_nothing(self) -> None:
        found = standing("2017-09-01", *self.LOG, "2017-07-20 恢复", due="2017-06-15")
        assert found.effective_due == day("2017-07-15")
        assert all(step.counted for step in found.history.steps)

    def test_days_before_an_approval_are_already_in_it(self) -> None:
        log = [*self.LOG, "2017-06-11 恢复", entry("2017-06-20 批准延期", until="2017-08-31")]
        assert standing("2017-09-01", *log, due="2017-06-15").effective_due == day("2017-08-31")

    def test_days_after_an_approval_are_added_to_it(self) -> None:
        log = [entry("2017-05-20 批准延期", until="2017-08-31"), *self.LOG]
        assert standing("2017-09-01", *log, due="2017-06-15").effective_due == day("2017-09-30")

    def test_approved_on_the_day_it_is_suspended_counts_every_day(self) -> None:
        log = [entry("2017-06-01 批准延期", until="2017-08-31"), *self.LOG]
        assert standing("2017-09-01", *log).effective_due == day("2017-09-30")

    def test_two_suspensions_add_up(self) -> None:
        log = [*self.LOG, entry("2017-08-01 暂缓", until="2017-08-10")]
        assert standing("2017-09-01", *log, due="2017-06-15").effective_due == day("2017-07-25")


class TestLate:
    def test_a_claim_on_the_due_day_is_on_time(self) -> None:
        found = standing("2017-12-31", "2017-06-30 完成", due="2017-06-30")
        assert (found.late, found.on_time) == (False, True)

    def test_a_claim_after_the_due_day_is_late_for_ever(self) -> None:
        log = ["2017-07-01 完成", "2017-07-10 核验通过", "2017-08-01 销号"]
        found = standing("2019-01-01", *log, due="2017-06-30")
        assert (found.late, found.on_time) == (True, False)

    def test_a_claim_in_time_and_accepted_after_due_is_on_time(self) -> None:
        assert not standing("2017-08-01", "2017-06-30 完成", "2017-07-20 核验通过", due="2017-06-30").late

    def test_a_returned_claim_counts_by_the_claim_that_stands(self) -> None:
        log = ["2017-06-30 完成", "2017-07-05 核验退回", "2017-07-10 完成"]
        assert standing("2017-07-04", *log, due="2017-06-30").late is False
        assert standing("2017-07-10", *log, due="2017-06-30").late is True

    def test_a_claim_within_an_approved_extension_is_on_time(self) -> None:
        log = [entry("2017-06-20 批准延期", until="2017-07-31"), "2017-07-31 完成"]
        assert not standing("2017-08-31", *log, due="2017-06-30").late

    def test_an_extension_approved_on_the_day_of_the_claim_counts(self) -> None:
        log = [entry("2017-07-10 批准延期", until="2017-07-31"), "2017-07-10 完成"]
        assert not standing("2017-08-31", *log, due="2017-06-30").late

    def test_days_suspended_before_the_claim_count(self) -> None:
        log = [entry("2017-06-01 暂缓", until="2017-06-10"), "2017-07-10 完成"]
        assert not standing("2017-08-31", *log, due="2017-06-30").late
        assert standing("2017-08-31", log[0], "2017-07-11 完成", due="2017-06-30").late

    def test_is_judged_as_the_due_date_was_known_on_the_day_of_the_claim(self) -> None:
        log = ["2017-07-10 完成", correction("2017-08-01", field="due", to="2017-07-31")]
        assert standing("2017-08-31", *log, due="2017-06-30").late

    def test_what_has_no_due_date_is_neither_late_nor_on_time(self) -> None:
        found = standing("2017-08-31", "2017-07-10 完成", due="长期")
        assert (found.late, found.on_time) == (False, False)

    def test_waits_for_acceptance_where_that_is_required(self) -> None:
        log = ["2017-07-10 完成", "2017-08-05 核验通过"]
        assert [standing(on, *log, due="2017-06-30", required=True).late for on in ("2017-08-04", "2017-08-05")] == [
            False, True,
        ]  # fmt: skip


class TestNodes:
    def test_the_earliest_unreached_node_makes_an_item_overdue(self) -> None:
        nodes = {"a": "2017-03-31", "b": "2017-06-30"}
        found = standing("2017-04-02", due="2017-12-31", nodes=nodes)
        assert found.node is not None
        assert (found.overdue_days, found.deadline, found.node.id) == (2, day("2017-03-31"), "a")

    def test_a_node_that_was_reached_binds_no_more(self) -> None:
        log = [entry("2017-04-10 节点完成", node="a", evidence="文")]
        found = standing("2017-04-12", *log, due="2017-12-31", nodes={"a": "2017-03-31", "b": "2017-06-30"})
        assert found.node is not None
        assert (found.overdue, found.node.id) == (False, "b")

    def test_an_extension_of_the_item_does_not_move_its_nodes(self) -> None:
        log = [entry("2017-03-01 批准延期", until="2018-06-30")]
        assert standing("2017-04-02", *log, due="2017-12-31", nodes={"a": "2017-03-31"}).overdue_days == 2

    def test_an_extension_of_a_node_moves_only_that_node(self) -> None:
        log = [entry("2017-03-01 批准延期", until="2017-05-31", node="a")]
        found = standing("2017-04-02", *log, due="2017-12-31", nodes={"a": "2017-03-31", "b": "2017-06-30"})
        assert found.node is not None
        assert (found.node.due, found.effective_due) == (day("2017-05-31"), day("2017-12-31"))

    def test_days_suspended_move_nodes_too(self) -> None:
        log = [entry("2017-03-01 暂缓", until="2017-03-10")]
        assert standing("2017-04-11", *log, due="2017-12-31", nodes={"a": "2017-03-31"}).overdue_days == 1

    def test_a_claimed_item_is_not_overdue_by_a_node_it_never_reached(self) -> None:
        assert not standing(
            "2017-04-11", "2017-04-01 完成", due="2017-12-31", nodes={"a": "2017-03-31"}
        ).overdue


class TestLead:
    def test_is_the_plans_where_the_item_names_nobody(self) -> None:
        plan = make_plan(make_item(), make_item(id="2", lead="市财政局"), lead=["市教育局", "市卫生局"])
        assert [s.leads for s in standings(make_ledger(plan), day("2017-06-01"))] == [
            ("市教育局", "市卫生局"),
            ("市财政局",),
        ]

    def test_is_the_last_transfers(self) -> None:
        log = [entry("2017-03-01 移交", to="市财政局"), entry("2017-05-01 移交", to="市教育局")]
        assert [standing(on, *log).leads for on in ("2017-02-28", "2017-03-01", "2017-05-01")] == [
            ("市发展改革委",), ("市财政局",), ("市教育局",),
        ]  # fmt: skip

    def test_one_of_several_hands_over_only_its_part(self) -> None:
        log = [entry("2017-03-01 移交", from_="市财政局", to="市教育局")]
        assert standing("2017-03-01", *log, lead=["市财政局", "市卫生局"]).leads == ("市教育局", "市卫生局")

    def test_of_several_stays_when_a_transfer_does_not_say_from_whom(self) -> None:
        log = [entry("2017-03-01 移交", to="市教育局")]
        assert standing("2017-03-01", *log, lead=["市财政局", "市卫生局"]).leads == ("市财政局", "市卫生局")

    def test_who_takes_over_the_others_part_leads_alone(self) -> None:
        log = [entry("2017-03-01 移交", from_="市财政局", to="市卫生局")]
        assert standing("2017-03-01", *log, lead=["市财政局", "市卫生局"]).leads == ("市卫生局",)

    def test_is_called_by_its_name_of_the_day(self) -> None:
        units = [
            make_unit("市旅游局", aliases="旅游局", until="2017-04-30", successor="市文旅委"),
            make_unit("市文旅委", from_="2017-05-01"),
        ]
        ledger = make_ledger(make_item(lead="旅游局", participants=["市文旅委", "市财政局"]), units=units)
        before, after = (next(standings(ledger, day(d))) for d in ("2017-04-30", "2017-05-01"))
        assert (before.leads, before.participants) == (("市旅游局",), ("市财政局",))
        assert (after.leads, after.participants) == (("市文旅委",), ("市财政局",))


def test_cause_is_told_only_while_something_is_stuck() -> None:
    log = [entry("2017-03-01 进展", cause="资金未落实"), "2017-05-01 完成", "2017-05-05 核验退回"]
    assert [standing(on, *log).cause for on in ("2017-02-28", "2017-04-01", "2017-05-01", "2017-05-05")] == [
        None, "资金未落实", None, "资金未落实",
    ]  # fmt: skip
