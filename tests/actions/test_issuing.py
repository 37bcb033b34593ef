"""Proposed steps → papers: who signs, which rows share one, in which order, and by when."""

from typing import Any

import pytest
from build import (
    LEAD,
    OFFICE,
    day,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_slip,
    make_unit,
    make_upstream,
)

from ledger.actions.issuing import draft
from ledger.measures.escalation import rulings
from ledger.measures.signers import signer
from ledger.model.ledger import Ledger
from ledger.model.policy import Authority, Ladder, Policy, Rung
from ledger.model.slips import Slip

COMMISSION = "市委深改组"
SETTINGS = {"commission": COMMISSION, "prefix": "云改办"}


def papers(ledger: Ledger, on: str = "2017-10-31", issued: str | None = None) -> list[Slip]:
    return draft(ledger, rulings(ledger, day(on)), day(on), day(issued or on))


def rungs(**changed: Any) -> tuple[Rung, ...]:
    """The built-in ladder with one rung changed: ``rungs(催办单={"signer": "市委"})``."""
    usual = {r.kind: {"kind": r.kind, "after": r.after, "reply_within": r.reply_within,
                      "finish_within": r.finish_within, "finish_months": r.finish_months} for r in Ladder().rungs}  # fmt: skip
    return tuple(Rung(**(fields | changed.get(kind, {}))) for kind, fields in usual.items())


class TestSigner:
    @pytest.mark.parametrize(("rung", "by"), [(1, OFFICE), (2, OFFICE), (3, OFFICE), (4, COMMISSION)])
    def test_the_office_and_for_the_highest_the_commission(self, rung: int, by: str) -> None:
        ledger = make_ledger(settings=SETTINGS)
        assert signer(ledger, Policy(), rung, LEAD, day("2017-10-31")) == by

    def test_the_office_where_there_is_no_commission_and_nobody_where_there_is_neither(self) -> None:
        assert signer(make_ledger(), Policy(), 4, LEAD, day("2017-10-31")) == OFFICE
        nobody = make_ledger(settings={"office": ""})
        assert [signer(nobody, Policy(), n, LEAD, day("2017-10-31")) for n in (1, 4)] == [None, None]

    def test_whom_the_ladder_names(self) -> None:
        policy = Policy(ladder=Ladder(rungs=rungs(催办单={"signer": "市委副书记"})))
        assert signer(make_ledger(), policy, 3, LEAD, day("2017-10-31")) == "市委副书记"

    @pytest.mark.parametrize(
        ("rung", "unit", "by"),
        [
            (1, "云东区", OFFICE),  # a prompt is no order
            (2, "云东区", "市委"),
            (4, "云东区", COMMISSION),
            (2, "市财政局", OFFICE),
            (2, "云西镇", OFFICE),  # nobody may: the ladder's own, and S113 says so
            (2, "不认识的单位", OFFICE),
        ],
    )
    def test_one_who_may_order_that_kind_of_unit(self, rung: int, unit: str, by: str) -> None:
        authority = (
            Authority(issuer=OFFICE, kinds=("部门",)),
            Authority(issuer="市委", kinds=("区县", "部门")),
            Authority(issuer=COMMISSION, kinds=("区县",)),
        )
        units = [make_unit("云东区", kind="区县"), make_unit("市财政局"), make_unit("云西镇", kind="镇办")]
        ledger = make_ledger(units=units, settings=SETTINGS)
        policy = Policy(ladder=Ladder(authority=authority))
        assert signer(ledger, policy, rung, unit, day("2017-10-31")) == by


class TestGrouping:
    ITEMS = tuple(make_item(id=n, due="2017-06-30") for n in "123")

    def test_one_paper_a_unit_and_rung_with_a_row_for_each_item(self) -> None:
        (slip,) = papers(make_ledger(*self.ITEMS))
        assert (slip.id, slip.unit) == ("JB-2017-001", LEAD)
        assert [(r.id, r.subject) for r in slip.rows] == [
            ("1", "zb-2017-01/1"), ("2", "zb-2017-01/2"), ("3", "zb-2017-01/3"),
        ]  # fmt: skip

    def test_or_one_paper_an_item(self) -> None:
        slips = papers(make_ledger(*self.ITEMS, policy=Policy(ladder=Ladder(grouping="per_item"))))
        assert [(s.id, [r.subject for r in s.rows]) for s in slips] == [
            ("JB-2017-001", ["zb-2017-01/1"]), ("JB-2017-002", ["zb-2017-01/2"]), ("JB-2017-003", ["zb-2017-01/3"]),
        ]  # fmt: skip

    def test_an_item_of_several_leads_stands_in_each_ones_paper(self) -> None:
        slips = papers(make_ledger(make_item(due="2017-06-30", lead=[LEAD, "市财政局"])))
        assert [(s.id, s.unit) for s in slips] == [("JB-2017-001", LEAD), ("JB-2017-002", "市财政局")]

    def test_items_and_documents_never_share_one(self) -> None:
        ledger = make_ledger(*self.ITEMS, upstream=[make_upstream("2017-03-01 收文", lead=LEAD)])
        assert [(s.id, s.track, len(s.rows)) for s in papers(ledger)] == [
            ("JB-2017-001", "item", 3), ("JB-2017-002", "docking", 1),
        ]  # fmt: skip


def test_numbers_run_by_rung_then_units_as_listed_then_subjects() -> None:
    units = [make_unit("市财政局"), make_unit("市教育局")]
    plans = [
        make_plan(make_item(due="2017-11-20"), make_item(id="2", due="2017-06"), id="a", lead="市教育局"),
        make_plan(make_item(due="2017-11-20"), make_item(id="2", due="2017-06"), id="b", lead="市财政局"),
        make_plan(make_item(id="9", due="2017-06"), id="c", lead="无此单位"),
        make_plan(
            make_item(id="3", due="2017-06"), make_item(id="1", due="2017-06"), id="d", lead="市财政局"
        ),
    ]
    found = papers(make_ledger(*plans, units=units))
    assert [(s.id, s.unit, [r.subject for r in s.rows]) for s in found] == [
        ("TS-2017-001", "市财政局", ["b/1"]),
        ("TS-2017-002", "市教育局", ["a/1"]),
        ("JB-2017-001", "市财政局", ["b/2", "d/3", "d/1"]),
        ("JB-2017-002", "市教育局", ["a/2"]),
        ("JB-2017-003", "无此单位", ["c/9"]),
    ]


class TestOneOfEach:
    LADDER = Ladder(rungs=rungs(责令书={"numbering": "issue"}))

    @pytest.mark.parametrize(
        ("rung", "due", "expected"),
        [
            (1, "2017-11-20", ("TS-2017-001", "云改办提〔2017〕1号", OFFICE, "2017-11-03", "2017-11-20")),
            (2, "2017-06-30", ("JB-2017-001", "云改办交〔2017〕1号", OFFICE, "2017-11-07", "2017-11-21")),
            (3, "2017-06-30", ("CB-2017-001", "云改办催〔2017〕1号", OFFICE, "2017-11-03", "2017-11-14")),
            (4, "2017-06-30", ("ZL-2017-001", "2017年第1期", COMMISSION, "2017-11-02", "2017-11-30")),
        ],
    )
    def test_number_signer_and_limits(self, rung: int, due: str, expected: tuple[str, ...]) -> None:
        before = {3: "JB-2017-001", 4: "CB-2017-001"}.get(rung)
        slips = [make_slip(before, "zb-2017-01/1", issued="2017-08-31", limit="2017-09-21")] if before else []
        policy = Policy(from_=day("2017-01-01"), ladder=self.LADDER)
        ledger = make_ledger(make_item(due=due), slips=slips, settings=SETTINGS, policy=policy)
        (slip,) = papers(ledger)
        assert (
            slip.id,
            slip.number,
            slip.log[0].by,
            str(slip.reply_due),
            str(slip.rows[0].limit),
        ) == expected
        assert (slip.rung, slip.track, slip.as_of, slip.policy) == (
            rung, "item", day("2017-10-31"), day("2017-01-01"),
        )  # fmt: skip
        assert [(str(e.date), e.event) for e in slip.log] == [("2017-10-31", "签发")]

    def test_limits_run_from_the_day_of_issue_the_case_from_the_day_judged(self) -> None:
        (slip,) = papers(make_ledger(make_item(due="2017-06-30")), "2017-09-30", "2017-12-29")
        assert (str(slip.as_of), str(slip.log[0].date), str(slip.reply_due), str(slip.rows[0].limit)) == (
            "2017-09-30", "2017-12-29", "2018-01-08", "2018-01-22",
        )  # fmt: skip

    def test_a_paper_signed_in_the_new_year_has_a_number_of_the_new_year(self) -> None:
        earlier = make_slip("JB-2017-041", "zb-2017-01/9", issued="2017-11-30")
        ledger = make_ledger(make_item(due="2017-06-30"), slips=[earlier], settings=SETTINGS)
        (slip,) = papers(ledger, "2017-12-31", "2018-01-02")
        assert (slip.id, slip.number) == ("JB-2018-001", "云改办交〔2018〕1号")

    def test_an_order_of_31_january_ends_with_february(self) -> None:
        before = make_slip("CB-2016-001", "zb-2017-01/1", issued="2016-11-30", limit="2016-12-21")
        (slip,) = papers(make_ledger(make_item(due="2016-06-30"), slips=[before]), "2017-01-31")
        assert (slip.id, str(slip.rows[0].limit)) == ("ZL-2017-001", "2017-02-28")

    def test_a_prompt_for_a_review_has_no_day_to_finish_by(self) -> None:
        (slip,) = papers(make_ledger(make_item(due="长期", review_by="2017-10-01")))
        assert (slip.kind, slip.rows[0].limit) == ("提示单", None)

    def test_a_prompt_keeps_the_limit_that_stands(self) -> None:
        extended = make_item(entry("2017-10-01 批准延期", until="2017-11-25"), due="2017-06-30")
        assert str(papers(make_ledger(extended))[0].rows[0].limit) == "2017-11-25"
        node = make_item(due="2018-06-30", nodes={"a": "2017-11-10"})
        assert str(papers(make_ledger(node))[0].rows[0].limit) == "2017-11-10"

    def test_the_version_of_the_day_judged_is_applied(self) -> None:
        policies = (
            Policy(from_=day("2017-01-01")),
            Policy(from_=day("2017-11-01"), ladder=Ladder(rungs=rungs(交办单={"reply_within": 1}))),
        )
        (slip,) = papers(
            make_ledger(make_item(due="2017-06-30"), policies=policies), "2017-10-31", "2017-11-01"
        )
        assert (slip.policy, str(slip.reply_due)) == (day("2017-01-01"), "2017-11-08")

    def test_the_built_in_rules_have_no_version(self) -> None:
        assert papers(make_ledger(make_item(due="2017-06-30")))[0].policy is None

    def test_a_unit_is_addressed_by_its_name_of_the_day(self) -> None:
        units = [
            make_unit(LEAD, until="2017-10-15", successor="市发展委"),
            make_unit("市发展委", from_="2017-10-16"),
        ]
        assert papers(make_ledger(make_item(due="2017-06-30"), units=units))[0].unit == "市发展委"


def test_what_is_not_proposed_makes_no_paper() -> None:
    ledger = make_ledger(make_item("2017-05-01 完成", due="2017-06-30"), make_item(id="2", due="2019-06-30"))
    assert papers(ledger) == []
