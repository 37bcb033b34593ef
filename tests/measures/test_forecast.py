"""What comes next if nothing more is recorded: the first day on which a clause asks, and the month-end run that says so."""

from collections.abc import Sequence
from datetime import date, timedelta
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
from hypothesis import given, settings
from hypothesis import strategies as st
from random_years import year_of

from ledger.base.days import month_end
from ledger.measures.escalation import rulings
from ledger.measures.forecast import HORIZON, Next, about, next_step
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy
from ledger.model.slips import Slip

ON = "2017-10-31"
ASKS = {Outcome.PROPOSE, Outcome.REFERRAL}


def slip(name: str, **fields: Any) -> Slip:
    given = {"issued": "2017-10-31", "reply_due": "2017-11-07", "limit": "2017-11-21"} | fields
    return make_slip(name, "zb-2017-01/1", **given)


def coming(ledger: Ledger, on: str = ON, subject: str = "zb-2017-01/1") -> Next | None:
    ruling = next(r for r in rulings(ledger, day(on)) if r.subject == subject)
    return next_step(ledger, ruling)


def told(found: Next | None) -> tuple[str, str, str, str | None] | None:
    if found is None:
        return None
    return str(found.day), str(found.month_end), found.ruling.clause, found.ruling.kind


ITEMS: list[tuple[str, dict[str, Any], Sequence[Slip], tuple[str, str, str, str | None] | None]] = [
    ("not near", {"due": "2017-12-31"}, [], ("2017-11-30", "2017-11-30", "E7", "提示单")),
    ("not near, mid-month", {"due": "2017-12-15"}, [], ("2017-11-14", "2017-11-30", "E7", "提示单")),
    ("prompted", {"due": "2017-11-15"}, [slip("TS-2017-001")], ("2017-11-16", "2017-11-30", "E8", "交办单")),
    ("prompted, inside the reply", {"due": "2017-11-02"}, [slip("TS-2017-001")],
     ("2017-11-08", "2017-11-30", "E8", "交办单")),
    ("assigned, 30 days", {"due": "2017-10-30"}, [slip("JB-2017-001")], ("2017-11-30", "2017-11-30", "E9", "催办单")),
    ("assigned, limit", {"due": "2017-06-30"}, [slip("JB-2017-001")], ("2017-11-22", "2017-11-30", "E9", "催办单")),
    ("returned", {"due": "2017-10-15"}, [slip("JB-2017-001", issued="2017-10-16", reply_due="2017-10-23",
                                              log=["2017-10-20 回复", "2017-10-21 退回"])],
     ("2017-11-15", "2017-11-30", "E9", "催办单")),
    ("urged, 60 days", {"due": "2017-09-29"}, [slip("CB-2017-001")], ("2017-11-29", "2017-11-30", "E10", "责令书")),
    ("ordered", {"due": "2017-06-30"}, [slip("ZL-2017-001", limit="2017-11-30")],
     ("2017-12-01", "2017-12-31", "E11", None)),
    ("under review", {"due": "2017-06-30"},
     [slip("JB-2017-001", issued="2017-09-30", limit="2017-10-20", log=[entry("2017-10-25 异议", by=LEAD, note="错")])],
     ("2017-11-25", "2017-11-30", "E9", "催办单")),
    ("suspended", {"due": "2017-10-30", "log": [entry("2017-10-15 暂缓", until="2017-12-31")]}, [],
     ("2018-01-01", "2018-01-31", "E7", "提示单")),
    ("node", {"due": "2018-06-30", "nodes": {"a": "2017-12-31"}}, [], ("2017-11-30", "2017-11-30", "E7", "提示单")),
    ("review", {"due": "长期", "review_by": "2017-12-31"}, [], ("2018-01-01", "2018-01-31", "E3", "提示单")),
    ("claimed", {"due": "2017-06-30", "log": ["2017-10-20 完成"]}, [], None),
    ("cancelled", {"due": "2017-06-30", "log": ["2017-10-20 终止"]}, [], None),
    ("undated", {"due": None}, [], None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "slips", "expected"), [c[1:] for c in ITEMS], ids=[c[0] for c in ITEMS])
def test_of_an_item(fields: dict[str, Any], slips: Sequence[Slip], expected: tuple[str, ...] | None) -> None:
    fields = dict(fields)
    item = make_item(*fields.pop("log", ()), **fields)
    assert told(coming(make_ledger(item, slips=slips))) == expected


class TestDocuments:
    @staticmethod
    def told(*log: Any, slips: Sequence[Slip] = ()) -> tuple[str, str, str, str | None] | None:
        ledger = make_ledger(upstream=[make_upstream(*log, lead=LEAD)], slips=slips)
        return told(coming(ledger, subject="zy-2016-11"))

    @staticmethod
    def paper(name: str, **fields: Any) -> Slip:
        given = {"issued": "2017-10-20", "reply_due": "2017-10-27", "limit": "2017-12-20"} | fields
        return make_slip(name, "zy-2016-11", track="docking", **given)

    def test_a_prompt_waits_for_the_document(self) -> None:
        assert self.told("2017-10-18 通过", slips=[self.paper("TS-2017-001")]) is None

    def test_a_prompt_inside_its_reply_is_followed_by_the_assignment(self) -> None:
        prompt = self.paper("TS-2017-001", reply_due="2017-11-03")
        found = self.told("2017-10-18 通过", "2017-10-25 收文", slips=[prompt])
        assert found == ("2017-11-04", "2017-11-30", "E8", "交办单")

    def test_an_assignment_by_the_urging(self) -> None:
        found = self.told("2017-06-20 收文", slips=[self.paper("JB-2017-001")])
        assert found == ("2017-12-21", "2017-12-31", "E9", "催办单")

    def test_an_urging_by_the_order(self) -> None:
        found = self.told("2017-04-20 收文", slips=[self.paper("CB-2017-001", limit="2017-11-03")])
        assert found == ("2017-11-20", "2017-11-30", "E10", "责令书")


def test_what_is_asked_today_has_nothing_before_it() -> None:
    assert coming(make_ledger(make_item(due="2017-10-01"))) is None
    assert (
        coming(
            make_ledger(
                make_item(due="2017-06-30"),
                slips=[slip("ZL-2017-001", reply_due="2017-10-20", limit="2017-10-30")],
            )
        )
        is None
    )


def test_a_unit_that_is_renamed_meanwhile_is_asked_under_its_new_name() -> None:
    units = [
        make_unit(LEAD, until="2017-11-10", successor="市发展委"),
        make_unit("市发展委", from_="2017-11-11"),
    ]
    found = coming(make_ledger(make_item(due="2017-12-15"), units=units))
    assert found is not None
    assert (told(found), found.ruling.unit) == (("2017-11-14", "2017-11-30", "E7", "提示单"), "市发展委")


def test_an_heir_is_asked_for_what_went_into_it() -> None:
    parent = make_item(entry("2017-10-10 拆分", by=OFFICE, into=["2"]), due="2017-06-30")
    ledger = make_ledger(parent, make_item(id="2", due="2017-06-30"), slips=[slip("JB-2017-001")])
    assert told(coming(ledger, subject="zb-2017-01/2")) == ("2017-11-22", "2017-11-30", "E9", "催办单")


def test_only_what_bears_on_the_subject_is_looked_at() -> None:
    parent = make_item(entry("2017-10-10 并入", by=OFFICE, into="b/1"), id="9")
    plans = [make_plan(parent, make_item(), id="a"), make_plan(make_item(), make_item(id="2"), id="b")]
    slips = [make_slip("JB-2017-001", "a/9", issued=ON), make_slip("JB-2017-002", "b/2", issued=ON)]
    narrow = about(make_ledger(*plans, slips=slips, upstream=[make_upstream()]), "b/1")
    assert [f"{p.id}/{i.id}" for p, i in narrow.items()] == ["a/9", "b/1"]
    assert ([s.id for s in narrow.slips], narrow.upstream) == (["JB-2017-001"], ())


def test_a_row_in_the_backlog_waits_for_its_turn_and_nobody_says_when() -> None:
    ladder = Ladder(adopted_on=day("2017-10-01"), backlog_cap=1)
    items = [make_item(id=str(n), due=f"201{n}-06-30") for n in (4, 5, 6)]
    assert coming(make_ledger(*items, policy=Policy(ladder=ladder)), subject="zb-2017-01/6") is None


def test_the_month_end_run_may_say_something_else_than_the_first_day() -> None:
    """With ten days ahead, what should be prompted on the 5th is overdue at the end of the month."""
    policy = Policy(ladder=Ladder(prompt_ahead=10))
    found = coming(make_ledger(make_item(due="2017-11-15"), policy=policy))
    assert found is not None
    assert found.monthly is not None
    assert (told(found), found.monthly.clause) == (("2017-11-05", "2017-11-30", "E7", "提示单"), "E8")


def test_facts_dated_after_the_day_do_not_exist() -> None:
    known = make_item(due="2017-11-15")
    later = make_item("2017-11-10 完成", due="2017-11-15")
    slips = [slip("TS-2017-001")]
    assert told(coming(make_ledger(later, slips=slips))) == told(coming(make_ledger(known, slips=slips)))


def test_an_item_due_in_two_years_will_be_prompted() -> None:
    assert told(coming(make_ledger(make_item(due="2019-12-31")))) == (
        "2019-11-30",
        "2019-11-30",
        "E7",
        "提示单",
    )


@settings(max_examples=12)
@given(st.binary(min_size=220, max_size=220))
def test_agrees_with_ruling_on_every_following_day(choices: bytes) -> None:
    month = list(year_of(choices, last="2017-08"))[-1]
    ledger = month.after
    found = [r for r in rulings(ledger, month.on) if r.outcome is not Outcome.BACKLOG]
    days = [month.on + timedelta(days=n) for n in range(1, 100)]
    later = [
        (on, {r.key: r for r in rulings(ledger, on) if r.outcome in ASKS | {Outcome.BACKLOG}}) for on in days
    ]
    for ruling in found:
        expected = None if ruling.outcome in ASKS else _first(later, ruling)
        coming_ = next_step(ledger, ruling)
        if expected is None:
            assert coming_ is None or coming_.day > days[-1]
        elif expected[1].outcome in ASKS:
            assert coming_ is not None
            assert (coming_.day, coming_.ruling.clause, coming_.ruling.because) == (
                expected[0], expected[1].clause, expected[1].because,
            )  # fmt: skip
            assert coming_.month_end == month_end(expected[0])
            assert _told(coming_.monthly) == _told(_asked(ledger, ruling, coming_.month_end))


def _asked(ledger: Ledger, ruling: Ruling, on: date) -> Ruling | None:
    return next((r for r in rulings(ledger, on) if r.key == ruling.key and r.outcome in ASKS), None)


def _told(ruling: Ruling | None) -> tuple[str, str] | None:
    return (ruling.clause, ruling.because) if ruling else None


def _first(later: list[Any], ruling: Ruling) -> Any:
    return next(((on, found[ruling.key]) for on, found in later if ruling.key in found), None)


def test_looks_further_ahead_than_any_limit_of_the_built_in_ladder() -> None:
    assert HORIZON >= 366
