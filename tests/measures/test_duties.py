"""Who owes what by when: each source of duties, and when each is met."""

from datetime import date

import pytest
from build import (
    LEAD,
    OFFICE,
    correction,
    day,
    entry,
    make_item,
    make_ledger,
    make_slip,
    make_unit,
    make_upstream,
)

from ledger.measures.duties import duties, owed
from ledger.model.duty import COMPANION, FEEDBACK, ITEM, LIMIT, NODE, NOTICE, REPLY, REVIEW, VERIFY, Duty
from ledger.model.ledger import Ledger

GROUP = "经济体制改革专项小组"


def found(ledger: Ledger, what: str, on: str = "2017-10-31") -> list[tuple[str, str, str, str | None]]:
    """Reference, unit, due and the day it was met."""
    return [
        (d.ref, d.unit, str(d.due), str(d.met_on) if d.met_on else None)
        for d in duties(ledger, day(on))
        if d.what == what
    ]


class TestItems:
    def test_each_lead_owes_the_item_by_its_effective_due(self) -> None:
        log = [entry("2017-06-10 批准延期", until="2017-08-31")]
        ledger = make_ledger(make_item(*log, due="2017-06", lead=["市财政局", "市教育局"]))
        assert found(ledger, ITEM) == [
            ("zb-2017-01/1", "市教育局", "2017-08-31", None),
            ("zb-2017-01/1", "市财政局", "2017-08-31", None),
        ]

    def test_is_met_by_the_claim_that_stands(self) -> None:
        ledger = make_ledger(
            make_item("2017-06-20 完成", "2017-06-25 核验退回", "2017-07-03 完成", due="2017-06")
        )
        assert found(ledger, ITEM) == [("zb-2017-01/1", LEAD, "2017-06-30", "2017-07-03")]

    @pytest.mark.parametrize("log", [["2017-05-01 终止"], [entry("2017-05-01 暂缓", until="2017-12-31")]])
    def test_nothing_is_owed_while_suspended_or_out_of_count(self, log: list[str]) -> None:
        ledger = make_ledger(
            make_item(*log, due="2017-06", nodes={"a": "2017-03-31"}, review_by="2017-03-31")
        )
        assert duties(ledger, day("2017-10-31")) == []

    @pytest.mark.parametrize("due", ["长期", None])
    def test_nothing_falls_due_without_a_due_date(self, due: str | None) -> None:
        assert duties(make_ledger(make_item(due=due, nodes={"a": "2017-03-31"})), day("2017-10-31")) == []


class TestNodes:
    NODES = {"a": "2017-03-31", "b": "2017-06-30"}  # noqa: RUF012 - read only

    def test_each_that_is_not_reached_is_owed(self) -> None:
        ledger = make_ledger(make_item(due="2017", nodes=self.NODES))
        assert found(ledger, NODE) == [
            ("zb-2017-01/1#a", LEAD, "2017-03-31", None),
            ("zb-2017-01/1#b", LEAD, "2017-06-30", None),
        ]

    def test_then_the_next(self) -> None:
        log = [entry("2017-03-20 节点完成", node="a", evidence="文")]
        ledger = make_ledger(make_item(*log, due="2017", nodes=self.NODES))
        assert found(ledger, NODE) == [("zb-2017-01/1#b", LEAD, "2017-06-30", None)]

    def test_a_claim_ends_them(self) -> None:
        assert found(make_ledger(make_item("2017-03-20 完成", due="2017", nodes=self.NODES)), NODE) == []


class TestReview:
    def test_a_long_term_item_is_to_be_reviewed(self) -> None:
        ledger = make_ledger(make_item("2017-03-01 启动", due="长期", review_by="2017-06-30"))
        assert found(ledger, REVIEW) == [("zb-2017-01/1", LEAD, "2017-06-30", None)]

    def test_any_fact_from_that_day_on_shows_that_it_was(self) -> None:
        ledger = make_ledger(
            make_item("2017-03-01 启动", "2017-07-05 进展", due="长期", review_by="2017-06-30")
        )
        assert found(ledger, REVIEW, "2017-07-04") == [("zb-2017-01/1", LEAD, "2017-06-30", None)]
        assert found(ledger, REVIEW) == [("zb-2017-01/1", LEAD, "2017-06-30", "2017-07-05")]

    def test_a_fact_made_void_shows_nothing(self) -> None:
        log = ["2017-07-05 进展", correction("2017-07-06", voids="2017-07-05 进展")]
        ledger = make_ledger(make_item(*log, due="长期", review_by="2017-06-30"))
        assert found(ledger, REVIEW) == [("zb-2017-01/1", LEAD, "2017-06-30", None)]

    def test_an_item_with_a_due_date_needs_none(self) -> None:
        assert found(make_ledger(make_item(due="2017", review_by="2017-06-30")), REVIEW) == []


class TestVerification:
    def test_the_office_owes_a_verdict_within_ten_working_days(self) -> None:
        ledger = make_ledger(make_item("2017-09-27 完成", due="2017"))
        assert found(ledger, VERIFY) == [("zb-2017-01/1", OFFICE, "2017-10-17", None)]

    @pytest.mark.parametrize("verdict", ["核验通过", "核验退回"])
    def test_until_there_is_one(self, verdict: str) -> None:
        assert found(make_ledger(make_item("2017-09-27 完成", f"2017-10-10 {verdict}")), VERIFY) == []

    def test_from_the_claim_that_stands(self) -> None:
        ledger = make_ledger(make_item("2017-09-01 完成", "2017-09-05 核验退回", "2017-09-27 完成"))
        assert found(ledger, VERIFY)[0][2] == "2017-10-17"

    def test_a_ledger_without_an_office_asks_nobody(self) -> None:
        from dataclasses import replace

        from ledger.model.settings import Settings

        ledger = replace(make_ledger(make_item("2017-09-27 完成")), settings=Settings())
        assert found(ledger, VERIFY) == []


class TestPapers:
    def ledger(self, *row_log: str, rung: str = "JB", item_log: tuple[str, ...] = ()) -> Ledger:
        slip = make_slip(
            f"{rung}-2017-001",
            "zb-2017-01/1",
            issued="2017-09-30",
            reply_due="2017-10-12",
            limit="2017-10-27",
            log=row_log,
        )
        return make_ledger(make_item(*item_log, due="2017-06-30"), slips=[slip])

    def test_a_reply_and_a_day_to_finish_by(self) -> None:
        assert found(self.ledger(), REPLY) == [("JB-2017-001/1", LEAD, "2017-10-12", None)]
        assert found(self.ledger(), LIMIT) == [("JB-2017-001/1", LEAD, "2017-10-27", None)]

    def test_a_prompt_keeps_the_items_own_due_date(self) -> None:
        assert found(self.ledger(rung="TS"), LIMIT) == []

    def test_a_reply_meets_its_limit_unless_it_is_sent_back(self) -> None:
        assert found(self.ledger("2017-10-11 回复"), REPLY)[0][3] == "2017-10-11"
        assert found(self.ledger("2017-10-11 回复", "2017-10-13 退回"), REPLY)[0][3] is None

    def test_a_reply_does_not_finish_the_matter(self) -> None:
        assert found(self.ledger("2017-10-11 回复", "2017-10-16 验收"), LIMIT)[0][3] is None

    def test_only_the_last_paper_to_a_unit_says_by_when_to_finish(self) -> None:
        slips = [
            make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-08-31", limit="2017-09-21"),
            make_slip("CB-2017-001", "zb-2017-01/1", issued="2017-09-30", limit="2017-10-20"),
            make_slip(
                "JB-2017-002", "zb-2017-01/1", issued="2017-08-31", limit="2017-09-21", unit="市财政局"
            ),
        ]
        ledger = make_ledger(make_item(due="2017-06", lead=[LEAD, "市财政局"]), slips=slips)
        assert {ref: met for ref, _, _, met in found(ledger, LIMIT)} == {
            "JB-2017-001/1": "2017-09-30",  # the urging presses instead
            "JB-2017-002/1": None,
            "CB-2017-001/1": None,
        }
        assert len(found(ledger, REPLY)) == 3

    def test_a_claim_settles_both(self) -> None:
        ledger = self.ledger(item_log=("2017-10-20 完成",))
        assert (found(ledger, REPLY)[0][3], found(ledger, LIMIT)[0][3]) == ("2017-10-20", "2017-10-20")

    def test_not_before_the_issue_nor_after_it_was_made_void(self) -> None:
        slip = make_slip(
            "JB-2017-001", "zb-2017-01/1", issued="2017-09-30", void="2017-10-15", limit="2017-10-27"
        )
        ledger = make_ledger(make_item(), slips=[slip])
        assert [len(found(ledger, REPLY, on)) for on in ("2017-09-29", "2017-09-30", "2017-10-15")] == [
            0,
            1,
            0,
        ]


class TestDocking:
    LOG = ("2017-02-06 通过", "2017-02-20 收文", "2017-02-08 对接提示", "2017-02-15 反馈安排")

    def ledger(self, *log: str) -> Ledger:
        return make_ledger(upstream=[make_upstream(*log, group=GROUP, lead=["市财政局", "市教育局"])])

    def test_notice_within_three_calendar_days_of_adoption_above(self) -> None:
        assert found(self.ledger("2017-02-10 通过"), NOTICE) == [("zy-2016-11", OFFICE, "2017-02-13", None)]
        assert found(self.ledger(*self.LOG), NOTICE) == [("zy-2016-11", OFFICE, "2017-02-09", "2017-02-08")]

    def test_the_group_s_arrangement_within_ten_working_days_of_the_notice(self) -> None:
        assert found(self.ledger("2017-09-27 对接提示"), FEEDBACK) == [
            ("zy-2016-11", GROUP, "2017-10-17", None)
        ]
        assert found(self.ledger(*self.LOG), FEEDBACK) == [("zy-2016-11", GROUP, "2017-02-22", "2017-02-15")]

    def test_what_was_settled_owes_neither(self) -> None:
        settled = self.ledger("2017-02-06 通过", "2017-03-01 配套印发")
        assert found(settled, NOTICE) == [("zy-2016-11", OFFICE, "2017-02-09", "2017-03-01")]
        noticed = self.ledger("2017-02-08 对接提示", "2017-03-01 配套印发")
        assert found(noticed, FEEDBACK) == [("zy-2016-11", GROUP, "2017-02-22", "2017-03-01")]

    def test_the_companion_plan_within_half_a_year_of_receipt_from_each_lead(self) -> None:
        ledger = self.ledger("2016-08-31 收文")
        assert found(ledger, COMPANION) == [
            ("zy-2016-11", "市教育局", "2017-02-28", None),
            ("zy-2016-11", "市财政局", "2017-02-28", None),
        ]
        assert found(self.ledger("2016-08-31 收文", "2017-02-20 配套印发"), COMPANION)[0][3] == "2017-02-20"

    def test_an_exemption_ends_everything(self) -> None:
        met = {d.met_on for d in duties(self.ledger(*self.LOG[:3], "2017-03-01 免于配套"), day("2017-10-31"))}
        assert met == {day("2017-02-08"), day("2017-03-01")}

    def test_nothing_is_owed_before_it_begins(self) -> None:
        assert duties(self.ledger(), day("2017-10-31")) == []
        assert duties(self.ledger(*self.LOG), day("2017-02-05")) == []


def test_overdue_days_count_from_the_day_after_due() -> None:
    duty = Duty("x/1", ITEM, LEAD, day("2017-10-30"), None, "事项")
    assert [duty.overdue_days(day(d)) for d in ("2017-10-29", "2017-10-30", "2017-10-31")] == [0, 0, 1]
    assert (
        Duty("x/1", ITEM, LEAD, day("2017-10-30"), date(2017, 12, 1), "事项").overdue_days(day("2018-01-01"))
        == 0
    )


def test_the_longest_overdue_come_first_and_owed_are_those_not_met() -> None:
    ledger = make_ledger(
        make_item(id="1", due="2017-09"),
        make_item(id="2", due="2017-03"),
        make_item("2017-05-01 完成", "2017-05-02 核验通过", id="3", due="2017-06"),
    )
    everything = duties(ledger, day("2017-10-31"))
    assert [d.ref[-1] for d in everything] == ["2", "3", "1"]
    assert [d.ref[-1] for d in owed(everything)] == ["2", "1"]


def test_duties_go_to_whoever_succeeded() -> None:
    units = [
        make_unit("市旅游局", until="2017-04-30", successor="市文旅委"), make_unit("市文旅委", from_="2017-05-01"),
        make_unit(OFFICE, until="2017-04-30", successor="市委改革委"), make_unit("市委改革委", from_="2017-05-01"),
    ]  # fmt: skip
    slip = make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-03-31", unit="市旅游局", limit="2017-04-20")
    ledger = make_ledger(
        make_item(due="2017-02", lead="市旅游局"),
        make_item("2017-09-27 完成", id="2"),
        units=units,
        slips=[slip],
    )
    assert {(d.what, d.unit) for d in owed(duties(ledger, day("2017-10-31")))} == {
        (ITEM, "市文旅委"), (REPLY, "市文旅委"), (LIMIT, "市文旅委"), (VERIFY, "市委改革委"),
    }  # fmt: skip


class TestWhatEndsAPaper:
    """An order of 30 September, to be done by 27 October, asks nothing more once the item has moved on."""

    @staticmethod
    def pressing(*log: object) -> list[tuple[str, str]]:
        item = make_item("2017-03-01 启动", *log, due="2017-08-31")
        slip = make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-09-30", limit="2017-10-27")
        ledger = make_ledger(item, slips=[slip])
        return [(d.what, d.unit) for d in owed(duties(ledger, day("2017-10-31"))) if d.what in {LIMIT, REPLY}]

    def test_a_live_order_is_pressing(self) -> None:
        assert self.pressing() == [(REPLY, LEAD), (LIMIT, LEAD)]

    def test_an_approved_extension_opens_another_cycle(self) -> None:
        assert self.pressing(entry("2017-10-10 批准延期", until="2017-12-31")) == []

    def test_a_suspension_stops_its_clock(self) -> None:
        assert self.pressing(entry("2017-10-10 暂缓", until="2017-12-31")) == []

    def test_who_handed_the_item_over_owes_nothing(self) -> None:
        assert self.pressing(entry("2017-10-10 移交", to="市教育局")) == []


def test_a_review_may_set_the_next_one() -> None:
    log = [entry("2017-07-05 进展", until="2017-12-31")]
    ledger = make_ledger(make_item(*log, due="长期", review_by="2017-06-30"))
    assert found(ledger, REVIEW) == [("zb-2017-01/1", LEAD, "2017-12-31", None)]
    assert found(ledger, REVIEW, "2017-07-04") == [("zb-2017-01/1", LEAD, "2017-06-30", None)]
