"""异议 and 复核: a row under review presses nobody, at most thirty days; and what a reply is worth once it is sent back."""

from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_slip

from ledger.measures.duties import duties, owed
from ledger.measures.escalation import rulings
from ledger.measures.papers import IssuedRow, issued_rows
from ledger.measures.rulings import Ruling
from ledger.model.duty import ITEM, LIMIT, OBJECTION, REPLY
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy

OBJECTED = entry("2017-10-20 异议", by=LEAD, note="已办结")
UPHELD = entry("2017-10-25 复核", by=OFFICE, result="维持")
QUASHED = entry("2017-10-25 复核", by=OFFICE, result="撤销")


def ledger(*log: Any, **fields: Any) -> Ledger:
    """An order of 30 September: reply by 12 October, finish by 20 October."""
    given = {"issued": "2017-09-30", "reply_due": "2017-10-12", "limit": "2017-10-20"} | fields
    policy = given.pop("policy", None)
    slip = make_slip("JB-2017-001", "zb-2017-01/1", log=log, **given)
    return make_ledger(make_item(due="2017-06-30"), slips=[slip], policy=policy)


def ruled(on: str, *log: Any, **fields: Any) -> Ruling:
    (found,) = rulings(ledger(*log, **fields), day(on))
    return found


def row(on: str, *log: Any, **fields: Any) -> IssuedRow:
    (found,) = issued_rows(ledger(*log, **fields), day(on))
    return found


def waiting(on: str, *log: Any, **fields: Any) -> list[tuple[str, str, str]]:
    return [
        (d.what, d.unit, str(d.due)) for d in owed(duties(ledger(*log, **fields), day(on))) if d.what != ITEM
    ]


class TestFreeze:
    def test_holds_the_next_rung_for_thirty_days(self) -> None:
        clauses = [ruled(d, OBJECTED).clause for d in ("2017-10-21", "2017-11-19", "2017-11-20")]
        assert clauses == ["E5", "E5", "E9"]

    def test_says_why(self) -> None:
        assert ruled("2017-10-31", OBJECTED).because == (
            "交办单JB-2017-001（2017年9月30日签发）于2017年10月20日有异议，复核期至2017年11月19日，期间不升级"
        )

    def test_even_after_a_reply_was_sent_back(self) -> None:
        log = ["2017-10-10 回复", "2017-10-11 退回"]
        assert ruled("2017-10-31", *log).clause == "E9"
        assert ruled("2017-10-31", *log, OBJECTED).clause == "E5"

    def test_the_office_owes_the_review_and_the_unit_nothing(self) -> None:
        assert waiting("2017-10-31") == [(REPLY, LEAD, "2017-10-12"), (LIMIT, LEAD, "2017-10-20")]
        assert waiting("2017-10-31", OBJECTED) == [(OBJECTION, OFFICE, "2017-11-19")]

    def test_lapses_when_nobody_reviewed_it(self) -> None:
        assert waiting("2017-11-20", OBJECTED) == [
            (REPLY, LEAD, "2017-10-12"), (LIMIT, LEAD, "2017-10-20"), (OBJECTION, OFFICE, "2017-11-19"),
        ]  # fmt: skip

    @pytest.mark.parametrize(("when", "clause"), [("2017-10-30", "E5"), ("2017-10-31", "E9")])
    def test_only_within_thirty_days_of_the_issue(self, when: str, clause: str) -> None:
        log = entry(f"{when} 异议", by=LEAD, note="说明")
        assert ruled("2017-11-05", log).clause == clause
        assert row("2017-11-05", log).frozen(day("2017-11-05")) is (clause == "E5")

    def test_not_before_it_is_made(self) -> None:
        assert (
            ruled("2017-10-31", entry("2017-11-01 异议", by=LEAD, note="说明"), issued="2017-10-02").clause
            == "E9"
        )

    def test_the_days_are_the_policys(self) -> None:
        policy = Policy(ladder=Ladder(objection_within=60, review_within=5))
        assert [ruled(d, OBJECTED, policy=policy).clause for d in ("2017-10-25", "2017-10-26")] == [
            "E5",
            "E9",
        ]

    def test_an_accepted_reply_leaves_nothing_to_object_to(self) -> None:
        log = ["2017-10-10 回复", "2017-10-11 验收", OBJECTED]
        assert not row("2017-10-31", *log).frozen(day("2017-10-31"))


class TestReview:
    def test_upheld_the_paper_goes_on(self) -> None:
        assert [ruled(d, OBJECTED, UPHELD).clause for d in ("2017-10-24", "2017-10-25")] == ["E5", "E9"]
        assert waiting("2017-10-31", OBJECTED, UPHELD) == [
            (REPLY, LEAD, "2017-10-12"), (LIMIT, LEAD, "2017-10-20"),
        ]  # fmt: skip

    def test_quashed_it_presses_nobody_and_frees_its_rung(self) -> None:
        found = ruled("2017-10-31", OBJECTED, QUASHED)
        assert (found.clause, found.rung, found.level, found.last) == ("E8", 2, 0, None)
        assert waiting("2017-10-31", OBJECTED, QUASHED) == []

    def test_quashed_it_stays_in_the_register(self) -> None:
        found = row("2017-10-31", OBJECTED, QUASHED)
        assert (found.withdrawn, found.frozen(day("2017-10-31")), found.answered) == (
            True, False, False,
        )  # fmt: skip

    def test_quashed_it_takes_no_more_replies(self) -> None:
        log = [OBJECTED, QUASHED, "2017-10-26 回复", "2017-10-27 退回"]
        found = row("2017-10-31", *log)
        assert (found.withdrawn, found.replied, found.returns) == (True, None, 0)

    def test_the_day_before_it_still_pressed(self) -> None:
        assert not row("2017-10-24", OBJECTED, QUASHED).withdrawn

    def test_a_new_paper_may_follow_with_a_number_of_its_own(self) -> None:
        given = ledger(OBJECTED, QUASHED)
        from ledger.actions.issuing import draft

        (slip,) = draft(given, rulings(given, day("2017-10-31")), day("2017-10-31"), day("2017-10-31"))
        assert (slip.id, slip.kind) == ("JB-2017-002", "交办单")


class TestReplies:
    def test_an_unanswered_paper_waits_for_its_reply(self) -> None:
        assert [ruled(d).clause for d in ("2017-10-12", "2017-10-13", "2017-10-20", "2017-10-21")] == [
            "E5", "E12", "E12", "E9",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("log", "replied", "spurned", "in_time"),
        [
            ((), None, False, False),
            (("2017-10-12 回复",), "2017-10-12", False, True),
            (("2017-10-13 回复",), "2017-10-13", False, False),
            (("2017-10-09 回复", "2017-10-10 退回"), None, False, False),
            (("2017-10-09 回复", "2017-10-10 退回", "2017-10-11 回复"), "2017-10-11", False, True),
            (("2017-10-09 回复", "2017-10-10 退回", "2017-10-13 回复"), "2017-10-13", False, False),
            (
                ("2017-10-09 回复", "2017-10-10 退回", "2017-10-11 回复", "2017-10-12 退回"),
                None,
                True,
                False,
            ),
        ],
    )
    def test_what_was_sent_back_is_no_reply_until_another_comes_twice_is_none(
        self, log: tuple[str, ...], replied: str | None, *, spurned: bool, in_time: bool
    ) -> None:
        found = row("2017-10-31", *log)
        assert (str(found.replied) if found.replied else None, found.spurned, found.replied_in_time) == (
            replied, spurned, in_time,
        )  # fmt: skip

    def test_a_verdict_without_a_reply_does_nothing(self) -> None:
        found = row("2017-10-31", "2017-10-09 退回", "2017-10-10 验收")
        assert (found.returns, found.accepted) == (0, False)

    def test_a_correction_takes_a_verdict_back(self) -> None:
        from build import correction

        log = ["2017-10-09 回复", "2017-10-10 退回", correction("2017-10-11", voids="2017-10-10 退回")]
        assert ruled("2017-10-31", *log, limit="2017-11-10").clause == "E12"
        assert row("2017-10-31", *log).returns == 0
