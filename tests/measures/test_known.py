"""What was known by a day, as the entries themselves say, and how much was recorded about that time afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from build import (
    correction,
    day,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_slip,
    make_upstream,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from random_years import year_of

from ledger.measures.known import count_recorded_later, first_fact, known_by
from ledger.measures.standing import standings
from ledger.model.entries import Entry
from ledger.model.items import State
from ledger.model.ledger import Ledger

ON = day("2017-06-30")
IN_TIME = "2017-06-01 启动"
LATE = entry("2017-06-20 完成", recorded="2017-07-10")


def log_of(*log: Any, on: date = ON) -> tuple[Entry, ...]:
    return known_by(make_ledger(make_item(*log)), on).plans[0].items[0].log


def said(*log: Any, on: date = ON) -> list[str]:
    return [f"{e.date} {e.event}" for e in log_of(*log, on=on)]


def state(*log: Any) -> State:
    (found,) = standings(known_by(make_ledger(make_item(*log)), ON), ON)
    return found.history.state


@pytest.mark.parametrize(
    ("recorded", "known"), [(None, True), ("2017-06-25", True), ("2017-06-30", True), ("2017-07-01", False)]
)
def test_an_entry_is_known_from_the_day_it_was_recorded_on(recorded: str | None, known: bool) -> None:
    fields = {"recorded": recorded} if recorded else {}
    assert said(IN_TIME, entry("2017-06-20 完成", **fields))[1:] == (["2017-06-20 完成"] if known else [])


def test_what_is_dated_after_the_day_is_left_alone() -> None:
    assert said(IN_TIME, "2017-08-01 完成") == [IN_TIME, "2017-08-01 完成"]
    assert state(IN_TIME, "2017-08-01 完成") is State.IN_PROGRESS


def test_every_log_of_the_ledger_is_looked_at() -> None:
    whole = make_ledger(
        make_plan(make_item(LATE), log=[LATE]),
        slips=[make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-05-31", log=[LATE])],
        upstream=[make_upstream(LATE)],
    )
    whole = replace(whole, slips=(replace(whole.slips[0], log=(*whole.slips[0].log, LATE)),))
    known = known_by(whole, ON)
    (plan,), (slip,), (document,) = known.plans, known.slips, known.upstream
    assert (plan.log, plan.items[0].log, slip.rows[0].log, document.log) == ((), (), (), ())
    assert [e.event for e in slip.log] == ["签发"]
    assert count_recorded_later(whole, known, ON) == 5
    assert count_recorded_later(whole, known, ON, {"zb-2017-01/1"}) == 1
    assert count_recorded_later(whole, known, ON, set()) == 0


def test_what_followed_a_late_entry_is_set_aside_where_it_may_not_stand_alone() -> None:
    verdict = entry("2017-06-25 核验通过", by="市委改革办")
    assert said(IN_TIME, LATE, verdict) == [IN_TIME, "2017-06-25 核验通过"]
    assert state(IN_TIME, LATE, verdict) is State.IN_PROGRESS


def test_a_correction_goes_with_the_entry_that_it_voids() -> None:
    """Else it would void the one above, which says the same and stands."""
    first, again = entry("2017-06-20 进展", percent=30), entry("2017-06-20 进展", recorded="2017-07-10")
    log = (first, again, correction("2017-06-28", voids="2017-06-20 进展"))
    assert log_of(*log) == (first,)
    assert log_of(*log, on=day("2017-07-10")) == log


def test_a_correction_recorded_late_leaves_the_mistake_standing() -> None:
    log = (
        IN_TIME,
        "2017-06-20 完成",
        correction("2017-06-28", voids="2017-06-20 完成", recorded="2017-07-03"),
    )
    assert state(*log) is State.COMPLETED


# --- whatever happened in a year ---------------------------------------------------------------------------


def told_late(ledger: Ledger, delays: bytes) -> Ledger:
    """The same with some entries recorded up to 90 days after their date."""
    late = iter(delays * 100)

    def again(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
        waits = [max(0, next(late, 0) - 165) for _ in log]
        return tuple(
            replace(e, recorded=e.date + timedelta(days=n)) if n else e
            for e, n in zip(log, waits, strict=True)
        )

    return replace(
        ledger,
        plans=tuple(
            replace(p, items=tuple(replace(i, log=again(i.log)) for i in p.items)) for p in ledger.plans
        ),
        slips=tuple(replace(s, log=again(s.log)) for s in ledger.slips),
        registers={"upstream": tuple(replace(d, log=again(d.log)) for d in ledger.upstream)},
    )


@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=40, max_size=300), st.binary(min_size=1, max_size=30))
def test_what_is_left_out_is_what_was_recorded_after_the_day_and_nothing_else(
    choices: bytes, delays: bytes
) -> None:
    *_, last = year_of(choices)
    punctual = last.after
    ledger = told_late(punctual, delays)
    for on in (day("2017-05-31"), last.on):
        assert known_by(punctual, on) == punctual
        known = known_by(ledger, on)
        assert known_by(known, on) == known
        assert known_by(ledger, date.max) == ledger
        assert count_recorded_later(ledger, known, on) == sum(
            e.recorded is not None and e.date <= on < e.recorded
            for thing in (*(i for p in ledger.plans for i in p.items), *ledger.slips, *ledger.upstream)
            for e in thing.log
        )


# --- how much was recorded later ---------------------------------------------------------------------------


def test_what_nobody_added_to_late_is_shared() -> None:
    ledger = make_ledger(
        make_plan(make_item(IN_TIME), make_item(LATE, id="2")), make_plan(make_item(IN_TIME), id="b")
    )
    late, other = known_by(ledger, ON).plans[1], known_by(ledger, ON).plans[0]
    assert other is ledger.plans[0]
    assert late.items[0] is ledger.plans[1].items[0]
    assert late.items[1].log == ()


def test_a_thing_under_another_id_has_nothing_new() -> None:
    then = make_ledger(make_plan(make_item(IN_TIME, "2017-06-05 进展"), id="a"))
    now = make_ledger(make_plan(make_item(IN_TIME, "2017-06-05 进展", LATE, id="9"), id="b"))
    assert count_recorded_later(now, then, ON) == 1
    assert count_recorded_later(now, then, ON, {"a/1", "b/9"}) == 1
    assert count_recorded_later(then, now, ON) == 0


def test_entries_that_say_the_same_are_counted_one_by_one() -> None:
    then = make_ledger(make_item(IN_TIME))
    now = make_ledger(make_item(IN_TIME), make_item(IN_TIME, id="2"))
    assert count_recorded_later(now, then, ON) == 1


def test_what_happened_after_the_day_was_not_recorded_late() -> None:
    assert count_recorded_later(make_ledger(make_item("2017-07-01 启动")), make_ledger(), ON) == 0


def test_the_first_fact_of_any_log() -> None:
    ledger = make_ledger(make_plan(make_item(IN_TIME), log=["2017-02-01 印发"]))
    assert first_fact(ledger) == day("2017-02-01")
    slip = make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-05-31", log=["2017-01-05 回复"])
    assert first_fact(replace(ledger, slips=(slip,))) == day("2017-01-05")
    assert (
        first_fact(
            replace(ledger, slips=(slip,), registers={"upstream": (make_upstream("2016-11-01 通过"),)})
        ).year
        == 2016
    )
    assert first_fact(make_ledger(make_item())) is None
