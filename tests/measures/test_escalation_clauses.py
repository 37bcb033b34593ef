"""Every clause of the ladder (E1 to E12) by the smallest case in which it fires, and the cases at its edges."""

import pytest
from build import (
    LEAD,
    OFFICE,
    correction,
    day,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_slip,
    make_unit,
)

from ledger.measures.escalation import rulings
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.model.policy import Ladder, Policy, Rung
from ledger.model.slips import Slip

NEXT_YEAR = "2018-12-31"
MENDED = "市发展委"


def rule(on: str, *parts: Item | Plan, slips: list[Slip] | None = None, **fields: object) -> Ruling:
    """The ruling on the first item for its first lead."""
    return rulings(make_ledger(*parts, slips=slips or [], **fields), day(on))[0]


def by_item(ledger: Ledger) -> list[Ruling]:
    return sorted(rulings(ledger, day("2017-10-31")), key=lambda r: r.standing.ref)


def told(ruling: Ruling) -> tuple[str, str, int | None]:
    return ruling.clause, ruling.outcome.value, ruling.rung


def slip(
    rung: int,
    *,
    issued: str = "2017-09-30",
    reply_due: str = "2017-10-12",
    limit: str = "2017-10-27",
    **fields: object,
) -> Slip:
    name = ("TS", "JB", "CB", "ZL")[rung - 1] + "-2017-001"
    return make_slip(name, "zb-2017-01/1", issued=issued, reply_due=reply_due, limit=limit, **fields)


class TestE1Settled:
    @pytest.mark.parametrize("log", [["2017-10-31 完成"], ["2017-10-20 完成", "2017-10-31 核验通过"]])
    def test_a_standing_claim_ends_proposals(self, log: list[str]) -> None:
        assert told(rule("2017-10-31", make_item(*log, due="2017-06-30"))) == ("E1", "none", None)

    @pytest.mark.parametrize("event", ["终止", "并入", "拆分"])
    def test_out_of_count(self, event: str) -> None:
        assert told(rule("2017-10-31", make_item(f"2017-09-01 {event}", due="2017-06-30"))) == (
            "E1",
            "none",
            None,
        )

    def test_a_closed_plan(self) -> None:
        plan = make_plan(make_item(due="2017-06-30"), log=["2017-10-31 销账"])
        assert told(rule("2017-10-30", plan)) == ("E8", "propose", 2)
        assert told(rule("2017-10-31", plan)) == ("E1", "none", None)

    def test_even_when_acceptance_is_required(self) -> None:
        item = make_item("2017-10-20 完成", due="2017-06-30")
        assert rule("2017-10-31", item, policy=Policy(acceptance="required")).clause == "E1"

    def test_a_returned_claim_ends_nothing(self) -> None:
        item = make_item("2017-06-20 完成", "2017-07-05 核验退回", due="2017-06-30")
        assert told(rule("2017-10-31", item)) == ("E8", "propose", 2)


class TestE2Paused:
    def test_through_until(self) -> None:
        item = make_item(entry("2017-07-01 暂缓", until="2017-10-31"), due="2017-06-30")
        assert told(rule("2017-10-31", item)) == ("E2", "none", None)
        found = rule("2017-11-01", item)  # suspended on its first overdue day, it goes on from there
        assert (found.clause, found.due, found.days) == ("E8", day("2017-10-31"), 1)

    def test_an_order_issued_before_waits_too(self) -> None:
        item = make_item(entry("2017-10-10 暂缓", until="2017-12-31"), due="2017-06-30")
        assert told(rule("2017-10-31", item, slips=[slip(3)])) == ("E2", "none", None)


class TestE3Undated:
    @pytest.mark.parametrize("due", ["长期", None])
    def test_nothing_can_fall_due(self, due: str | None) -> None:
        assert told(rule("2020-01-01", make_item(due=due, nodes={"a": "2017-03-31"}))) == ("E3", "none", None)

    def test_a_review_that_has_passed_asks_for_a_node_once(self) -> None:
        item = make_item(due="长期", review_by="2017-10-30")
        assert told(rule("2017-10-30", item)) == ("E3", "none", None)
        assert told(rule("2017-10-31", item)) == ("E3", "propose", 1)
        assert told(rule("2017-11-30", item, slips=[slip(1, issued="2017-10-31")])) == ("E3", "hold", None)


class TestE4WaitingForTheOffice:
    ITEM = make_item("2017-10-16 完成", due="2017-06-30")  # + 10 working days = 10-30

    def test_after_ten_working_days_it_is_the_offices_duty(self) -> None:
        assert [rule(d, self.ITEM).clause for d in ("2017-10-30", "2017-10-31")] == ["E1", "E4"]

    def test_and_nothing_for_the_unit(self) -> None:
        found = rule("2017-12-31", self.ITEM)
        assert (found.outcome, found.rung) == (Outcome.NONE, None)
        assert "待核验超期" in found.because


class TestE5WithinReply:
    ITEM = make_item(due="2017-06-30")

    def test_holds_through_the_reply_limit(self) -> None:
        slips = [slip(2, reply_due="2017-10-31", limit="2017-10-20")]
        assert told(rule("2017-10-31", self.ITEM, slips=slips)) == ("E5", "hold", None)
        assert told(rule("2017-11-01", self.ITEM, slips=slips)) == ("E9", "propose", 3)

    def test_a_rejected_reply_opens_the_next_rung_at_once(self) -> None:
        log = ["2017-10-09 回复", "2017-10-10 退回"]
        assert told(rule("2017-10-10", self.ITEM, slips=[slip(2, log=log)])) == ("E9", "propose", 3)

    def test_a_second_reply_waits_for_its_verdict(self) -> None:
        log = ["2017-10-09 回复", "2017-10-10 退回", "2017-10-11 回复"]
        assert rule("2017-10-11", self.ITEM, slips=[slip(2, log=log)]).clause == "E5"


class TestE6Early:
    def test_more_than_31_days_before(self) -> None:
        item = make_item(due="2017-10-31")
        assert [rule(d, item).clause for d in ("2017-09-29", "2017-09-30")] == ["E6", "E7"]

    def test_an_office_may_look_further_ahead(self) -> None:
        policy = Policy(ladder=Ladder(prompt_ahead=60))
        assert rule("2017-09-01", make_item(due="2017-10-31"), policy=policy).clause == "E7"


class TestE7Prompt:
    @pytest.mark.parametrize("on", ["2017-09-30", "2017-10-15", "2017-10-31"])
    def test_from_31_days_before_through_the_due_day(self, on: str) -> None:
        assert told(rule(on, make_item(due="2017-10-31"))) == ("E7", "propose", 1)

    def test_due_on_the_last_of_the_month_is_prompted_on_it(self) -> None:
        found = rule("2017-10-31", make_item(due="2017-10-31"))
        assert (found.clause, found.days, found.kind) == ("E7", 0, "提示单")

    def test_once(self) -> None:
        assert told(rule("2017-10-31", make_item(due="2017-10-31"), slips=[slip(1)])) == ("E12", "hold", None)

    def test_for_a_node(self) -> None:
        found = rule("2017-10-31", make_item(due=NEXT_YEAR, nodes={"a": "2017-11-15"}))
        assert (found.clause, found.due, found.days) == ("E7", day("2017-11-15"), -15)
        assert "节点 a" in found.because


class TestE8Assign:
    def test_the_day_after_due_even_without_a_prompt(self) -> None:
        found = rule("2017-10-31", make_item(due="2017-10-30"))
        assert (told(found), found.days, found.kind, found.level) == (("E8", "propose", 2), 1, "交办单", 0)

    def test_after_a_prompt(self) -> None:
        found = rule("2017-10-31", make_item(due="2017-10-30"), slips=[slip(1)])
        assert (told(found), found.level) == (("E8", "propose", 2), 1)

    def test_however_long_it_has_been_overdue(self) -> None:
        assert told(rule("2017-10-31", make_item(due="2015-06-30"))) == ("E8", "propose", 2)

    def test_a_voided_paper_was_never_issued(self) -> None:
        assert (
            rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(2, void="2017-10-20")]).clause == "E8"
        )

    def test_a_paper_of_the_docking_track_is_another_matter(self) -> None:
        assert (
            rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(2, track="docking")]).clause == "E8"
        )


class TestE9Urge:
    @pytest.mark.parametrize(("due", "clause"), [("2017-10-01", "E12"), ("2017-09-30", "E9")])
    def test_after_more_than_30_days(self, due: str, clause: str) -> None:
        assert rule("2017-10-31", make_item(due=due), slips=[slip(2)]).clause == clause

    @pytest.mark.parametrize(("limit", "clause"), [("2017-10-31", "E12"), ("2017-10-30", "E9")])
    def test_once_the_limit_has_lapsed(self, limit: str, clause: str) -> None:
        found = rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(2, limit=limit)])
        assert found.clause == clause

    def test_a_rejected_reply_does_not_shorten_the_30_days(self) -> None:
        log = ["2017-10-09 回复", "2017-10-10 退回"]
        assert rule("2017-10-31", make_item(due="2017-10-01"), slips=[slip(2, log=log)]).clause == "E12"


class TestE10Order:
    @pytest.mark.parametrize(("due", "clause"), [("2017-09-01", "E12"), ("2017-08-31", "E10")])
    def test_after_more_than_60_days(self, due: str, clause: str) -> None:
        found = rule("2017-10-31", make_item(due=due), slips=[slip(3)])
        assert (found.clause, found.kind) == (clause, "责令书" if clause == "E10" else None)

    def test_once_the_limit_has_lapsed(self) -> None:
        assert (
            rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(3, limit="2017-10-31")]).clause
            == "E12"
        )

    def test_never_two_rungs_at_once(self) -> None:
        assert rule("2017-10-31", make_item(due="2015-06-30"), slips=[slip(2)]).rung == 3


class TestE11Referral:
    def test_when_the_limit_of_the_order_has_lapsed(self) -> None:
        item = make_item(due="2017-06-30")
        assert told(rule("2017-10-30", item, slips=[slip(4, limit="2017-10-30")])) == ("E12", "hold", None)
        assert told(rule("2017-10-31", item, slips=[slip(4, limit="2017-10-30")])) == (
            "E11",
            "referral",
            None,
        )

    def test_a_rejected_reply_is_not_enough(self) -> None:
        log = ["2017-10-09 回复", "2017-10-10 退回"]
        found = rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(4, limit="2017-11-10", log=log)])
        assert told(found) == ("E12", "hold", None)


def test_e12_says_what_it_waits_for() -> None:
    found = rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(2, limit="2017-11-10")])
    assert found.because == (
        "时限2017年6月30日，至2017年10月31日逾期123天（工作日83天），交办单JB-2017-001（2017年9月30日签发）办结期限2017年11月10日未过"
    )


class TestCycles:
    def test_an_extension_starts_anew_and_keeps_what_was_issued(self) -> None:
        item = make_item(entry("2017-10-08 批准延期", until="2017-10-20"), due="2017-06-30")
        found = rule("2017-10-31", item, slips=[slip(3)])
        assert (told(found), found.level, found.days) == (("E8", "propose", 2), 0, 11)

    def test_a_paper_of_the_new_cycle_counts_in_it(self) -> None:
        item = make_item(entry("2017-09-08 批准延期", until="2017-09-20"), due="2017-06-30")
        assert rule("2017-10-31", item, slips=[slip(2)]).clause == "E9"

    def test_a_paper_judged_on_the_day_of_the_extension_is_of_the_new_cycle(self) -> None:
        item = make_item(entry("2017-09-30 批准延期", until="2017-09-30"), due="2017-06-30")
        assert rule("2017-10-31", item, slips=[slip(2)]).level == 2

    def test_a_relapse_enters_at_the_second_rung(self) -> None:
        log = ["2017-07-10 完成", "2017-07-20 核验通过", entry("2017-10-10 回头看", result="反弹")]
        found = rule("2017-10-31", make_item(*log, due="2017-06-30"), slips=[slip(3, issued="2017-07-05")])
        assert told(found) == ("E8", "propose", 2)

    def test_a_return_does_not_start_anew(self) -> None:
        log = ["2017-10-10 完成", "2017-10-20 核验退回"]
        assert told(rule("2017-10-31", make_item(*log, due="2017-06-30"), slips=[slip(2)])) == (
            "E9",
            "propose",
            3,
        )

    def test_an_extension_made_void_never_started_one(self) -> None:
        log = [
            entry("2017-10-08 批准延期", until="2017-10-20"),
            correction("2017-10-25", voids="2017-10-08 批准延期"),
        ]
        assert rule("2017-10-31", make_item(*log, due="2017-06-30"), slips=[slip(2)]).clause == "E9"


class TestLeads:
    def test_each_lead_gets_its_own_paper(self) -> None:
        item = make_item(due="2017-06-30", lead=["市财政局", "市教育局"])
        found = rulings(make_ledger(item), day("2017-10-31"))
        assert {r.unit: r.rung for r in found} == {"市财政局": 2, "市教育局": 2}

    def test_a_paper_to_one_lead_leaves_the_other_where_it_was(self) -> None:
        item = make_item(due="2017-06-30", lead=["市财政局", "市教育局"])
        found = rulings(make_ledger(item, slips=[slip(2, unit="市财政局")]), day("2017-10-31"))
        assert {r.unit: r.rung for r in found} == {"市财政局": 3, "市教育局": 2}

    def test_a_new_lead_starts_at_the_bottom(self) -> None:
        item = make_item(entry("2017-10-10 移交", to="市财政局"), due="2017-06-30")
        assert told(rule("2017-10-31", item, slips=[slip(3)])) == ("E8", "propose", 2)

    def test_a_renamed_unit_keeps_its_papers(self) -> None:
        units = [make_unit(LEAD, until="2017-10-15", successor=MENDED), make_unit(MENDED, from_="2017-10-16")]
        found = rule("2017-10-31", make_item(due="2017-06-30"), slips=[slip(2)], units=units)
        assert (told(found), found.unit) == (("E9", "propose", 3), MENDED)


class TestSplit:
    PARENT = make_item(entry("2017-10-10 拆分", by=OFFICE, into=["2", "zb-2017-01/3"]), due="2017-06-30")

    def test_keeps_the_rung(self) -> None:
        items = [
            self.PARENT,
            make_item(id="2", due="2017-06-30"),
            make_item(id="3", due="2017-06-30", lead="市教育局"),
        ]
        found = by_item(make_ledger(*items, slips=[slip(2)]))
        assert [told(r) for r in found] == [("E1", "none", None), ("E9", "propose", 3), ("E9", "propose", 3)]

    def test_the_highest_rung_of_what_was_merged_carries_over(self) -> None:
        merged = [make_item(entry("2017-10-10 并入", into="9"), id=n, due="2017-06-30") for n in "12"]
        heir = make_item(id="9", due="2017-06-30")
        other = make_slip(
            "CB-2017-002", "zb-2017-01/2", issued="2017-09-30", reply_due="2017-10-12", limit="2017-10-27"
        )
        found = by_item(make_ledger(*merged, heir, slips=[slip(2), other]))
        assert [r.level for r in found] == [2, 3, 3]

    def test_an_heir_s_own_extension_starts_anew(self) -> None:
        heir = make_item(entry("2017-10-15 批准延期", until="2017-10-20"), id="2", due="2017-06-30")
        found = by_item(make_ledger(self.PARENT, heir, slips=[slip(3)]))
        assert (found[1].clause, found[1].level) == ("E8", 0)

    def test_an_heir_extended_before_the_merge_keeps_the_rung_all_the_same(self) -> None:
        merged = make_item(entry("2017-10-10 并入", by=OFFICE, into="2"), due="2017-06-30")
        heir = make_item(entry("2017-03-01 批准延期", until="2017-06-30"), id="2", due="2017-02-28")
        assert [r.level for r in by_item(make_ledger(merged, heir, slips=[slip(3)]))] == [3, 3]

    def test_items_merged_into_each_other_do_not_go_round_for_ever(self) -> None:
        pair = [make_item(entry("2017-10-10 并入", into=b), id=a, due="2017-06-30") for a, b in ("12", "21")]
        assert [r.clause for r in by_item(make_ledger(*pair, slips=[slip(2)]))] == ["E1", "E1"]


def test_the_ladder_is_the_offices_own() -> None:
    rungs = (
        Rung(kind="提示单"),
        Rung(kind="交办单", after=0),
        Rung(kind="催办单", after=10),
        Rung(kind="责令书", after=20),
    )
    policy = Policy(ladder=Ladder(rungs=rungs))
    assert rule("2017-10-31", make_item(due="2017-10-15"), slips=[slip(2)], policy=policy).clause == "E9"
    assert rule("2017-10-31", make_item(due="2017-10-15"), slips=[slip(3)], policy=policy).clause == "E12"


def test_an_old_month_is_judged_by_the_ladder_then_in_force() -> None:
    policies = (
        Policy(from_=day("2017-01-01"), ladder=Ladder(prompt_ahead=31)),
        Policy(from_=day("2017-11-01"), ladder=Ladder(prompt_ahead=60)),
    )
    item = make_item(due="2017-12-15")
    assert [rule(d, item, policies=policies).clause for d in ("2017-10-31", "2017-11-01")] == ["E6", "E7"]


def test_rulings_stand_by_rung_then_units_as_listed_then_items() -> None:
    units = [make_unit("市财政局"), make_unit("市教育局")]
    plans = [
        make_plan(
            make_item(id="2", due="2017-06"),
            make_item(due="2017-06", lead="市财政局"),
            id="b",
            lead="市教育局",
        ),
        make_plan(
            make_item(due="2017-11-15"),
            make_item(id="9"),
            make_item(id="3", due="2017-06"),
            id="a",
            lead="市教育局",
        ),
    ]
    found = rulings(make_ledger(*plans, units=units), day("2017-10-31"))
    assert [(r.rung, r.standing.ref) for r in found] == [
        (None, "a/9"),
        (1, "a/1"),
        (2, "b/1"),
        (2, "a/3"),
        (2, "b/2"),
    ]


def test_the_days_after_which_an_order_is_issued_come_from_the_policy() -> None:
    rungs = (
        Rung(kind="提示单"),
        Rung(kind="交办单", after=20),
        Rung(kind="催办单", after=30),
        Rung(kind="责令书", after=60),
    )
    policy = Policy(ladder=Ladder(rungs=rungs))
    item = make_item("2017-03-01 启动", due="2017-10-10")
    assert told(rule("2017-10-30", item, policy=policy)) == ("E12", "hold", None)
    assert told(rule("2017-10-31", item, policy=policy)) == ("E8", "propose", 2)


def test_a_ladder_with_rungs_left_out_is_completed_by_the_built_in_one() -> None:
    policy = Policy(ladder=Ladder(rungs=(Rung(kind="提示单"),)))
    item = make_item("2017-03-01 启动", due="2017-07-31")
    slip = make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-08-31", limit="2017-09-21")
    assert told(rule("2017-10-31", item, slips=[slip], policy=policy)) == ("E9", "propose", 3)


def test_and_waits_as_long_as_that_one_says() -> None:
    policy = Policy(ladder=Ladder(rungs=(Rung(kind="提示单"),)))
    item = make_item("2017-03-01 启动", due="2017-10-15")
    assert told(rule("2017-10-31", item, slips=[slip(2)], policy=policy)) == ("E12", "hold", None)
