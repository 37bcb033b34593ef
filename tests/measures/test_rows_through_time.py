"""What a row of a paper came to stays so: later facts change nothing of what was already over."""

from datetime import timedelta
from itertools import pairwise

import pytest
from build import OFFICE, day, entry, make_item, make_ledger, make_plan, make_slip, make_unit
from hypothesis import given, settings
from hypothesis import strategies as st
from random_years import year_of

from ledger.measures.escalation import rulings
from ledger.measures.register import Replies, replies
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.standing import standings
from ledger.model.items import Item
from ledger.model.ledger import Ledger

TREASURY, FARMING = "市财政局", "市农业局"


def paper(*log: object, name: str = "JB-2017-001", subject: str = "zb-2017-01/1"):
    return make_slip(
        name,
        subject,
        issued="2017-08-31",
        unit=TREASURY,
        reply_due="2017-09-07",
        limit="2017-09-21",
        log=log,
    )


def ledger(*items: Item, slips: tuple[object, ...] = ()) -> Ledger:
    return make_ledger(make_plan(*items, lead=TREASURY), slips=slips or (paper(),))


def row(built: Ledger, on: str) -> RowStanding:
    (found,) = row_standings(built, day(on))
    return found


def figures(built: Ledger, on: str) -> Replies:
    return replies(row_standings(built, day(on)), day(on))


def test_a_suspension_after_the_reply_makes_no_late_one_early() -> None:
    paused = entry("2017-10-01 暂缓", by=OFFICE, until="2017-10-31", note="缓")
    built = ledger(make_item(paused, due="2017-07-31"), slips=(paper("2017-09-20 回复"),))
    assert figures(built, "2017-09-30") == Replies(due=1, answered=1, in_time=0)
    assert figures(built, "2017-11-30") == Replies(due=1, answered=1, in_time=0)


def test_a_limit_that_had_lapsed_is_not_brought_back() -> None:
    paused = entry("2017-10-01 暂缓", by=OFFICE, until="2017-10-31", note="缓")
    found = row(ledger(make_item(paused, due="2017-07-31")), "2017-11-30")
    assert (found.paper.reply_due, found.paper.limit) == (day("2017-09-07"), day("2017-09-21"))


def test_a_limit_that_was_running_moves_day_for_day() -> None:
    paused = entry("2017-09-11 暂缓", by=OFFICE, until="2017-09-20", note="缓")
    found = row(ledger(make_item(paused, due="2017-07-31")), "2017-11-30")
    assert (found.paper.reply_due, found.paper.limit) == (day("2017-09-07"), day("2017-10-01"))


def test_an_heir_has_the_clock_of_its_parents_paper_and_its_own_pauses() -> None:
    parent = make_item(entry("2017-09-04 拆分", by=OFFICE, into="2"), due="2017-07-31")
    heir = make_item(
        entry("2017-09-05 暂缓", by=OFFICE, until="2017-12-31", note="缓"), id="2", due="2017-07-31"
    )
    ruled = {r.subject: r for r in rulings(ledger(parent, heir), day("2018-01-02"))}["zb-2017-01/2"]
    assert (ruled.clause, ruled.level) == ("E5", 2)
    assert "办结期限" not in ruled.because


@pytest.mark.parametrize(
    "left",
    [
        entry("2017-09-04 移交", to=FARMING, by=OFFICE),
        entry("2017-09-04 批准延期", until="2017-12-31", by=OFFICE),
    ],
)
def test_what_ended_a_row_first_stays_its_end(left: object) -> None:
    built = ledger(make_item(left, "2017-11-10 完成", due="2017-07-31"))
    before, after = row(built, "2017-10-31").settled, row(built, "2017-11-30").settled
    assert before == after
    assert before is not None
    assert before.on == day("2017-09-04")
    assert figures(built, "2017-11-30") == Replies(due=0, answered=0, in_time=0)


def test_a_prompted_review_ends_with_the_report_and_not_on_a_day_to_come() -> None:
    prompt = make_slip(
        "TS-2017-001", "zb-2017-01/1", issued="2017-10-31", unit=TREASURY, reply_due="2017-11-03"
    )
    item = make_item(entry("2017-11-02 进展", until="2018-03-31"), due="长期", review_by="2017-09-30")
    found = row(ledger(item, slips=(prompt,)), "2017-11-30").settled
    assert found is not None
    assert (found.on, found.words) == (day("2017-11-02"), "2017-11-02 已报告进展")


def test_a_lead_whose_unit_was_merged_later_keeps_its_half() -> None:
    handed = entry("2017-04-18 移交", to=TREASURY, by=OFFICE, from_=FARMING)
    units = (
        make_unit(TREASURY),
        make_unit(FARMING),
        make_unit("市林业局", until="2017-08-14", successor=FARMING),
    )
    built = make_ledger(make_item(handed, lead=[FARMING, "市林业局"], due="2017-07-31"), units=units)
    leads = [next(iter(standings(built, day(d)))).leads for d in ("2017-08-14", "2017-08-15")]
    assert leads == [(TREASURY, "市林业局"), (TREASURY, FARMING)]


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=40, max_size=400))
def test_no_row_ends_on_a_day_to_come_and_a_day_without_facts_changes_no_answer(choices: bytes) -> None:
    months = list(year_of(choices, "2017-08"))
    built = months[-1].after
    written = {e.date for p in built.plans for i in p.items for e in i.log}
    written |= {e.date for s in built.slips for r in s.rows for e in r.log}
    written |= {e.date for d in built.upstream for e in d.log}
    for first, second in pairwise(day("2017-05-01") + timedelta(days=3 * n) for n in range(40)):
        rows = {r.paper.ref: r for r in row_standings(built, second)}
        assert all(r.settled is None or r.settled.on is None or r.settled.on <= second for r in rows.values())
        if any(first < when <= second for when in written):
            continue
        for before in row_standings(built, first):
            after = rows.get(before.paper.ref)
            if after is not None and before.reply_asked(first):
                assert (after.replied, after.replied_in_time) == (before.replied, before.replied_in_time)
                assert after.reply_asked(second) or after.suspended
