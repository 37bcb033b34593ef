"""Words that registers are listed by: each is known in two languages, and means one thing."""

import pytest
from build import day

from ledger.base.errors import LedgerError
from ledger.measures.docking_states import DOCKING_STATES
from ledger.measures.paper_states import ROW_KINDS, ROW_STATES, SLIP_KINDS, SLIP_STATES
from ledger.measures.plan_states import PLAN_STATES
from ledger.measures.ruling_states import RULING_STATES
from ledger.measures.states import State, next_month, state_named, takes, this_month

EVERY = {
    "plans": PLAN_STATES,
    "upstream": DOCKING_STATES,
    "slips": SLIP_STATES,
    "kinds of slips": SLIP_KINDS,
    "rows": ROW_STATES,
    "kinds of rows": ROW_KINDS,
    "escalate": RULING_STATES,
}
SIZES = {"small": State[int]("小", lambda n, _: n < 10), "even": State[int]("偶数", lambda n, _: n % 2 == 0)}
ON = day("2017-10-15")


@pytest.mark.parametrize("register", EVERY)
def test_each_is_found_by_either_word_and_no_word_means_two(register: str) -> None:
    states = EVERY[register]
    for name, state in states.items():
        assert state_named(states, name, "--state") == state_named(states, state.label, "--state") == name
    assert len({*states, *(s.label for s in states.values())}) == 2 * len(states)


def test_several_are_alternatives_and_none_asks_for_everything() -> None:
    def fitting(*asked: str) -> list[int]:
        return [n for n in (1, 2, 11, 12) if takes(SIZES, asked, n, ON)]

    assert fitting("even") == [2, 12]
    assert fitting("even", "small") == [1, 2, 12]
    assert fitting() == [1, 2, 11, 12]


def test_an_unknown_word_is_told_in_one_sentence_with_all_there_are() -> None:
    with pytest.raises(LedgerError) as told:
        state_named(SIZES, "evn", "--state")
    assert str(told.value) == "--state 没有“evn”；是否为“even”？可写：small（小）、even（偶数）"
    with pytest.raises(LedgerError, match=r"^--kind 没有“红\\u001b”；可写：small（小）、even（偶数）$"):
        state_named(SIZES, "红\x1b", "--kind")


@pytest.mark.parametrize(
    ("when", "on", "this", "following"),
    [
        ("2017-10-01", "2017-10-15", True, False),
        ("2017-10-15", "2017-10-15", True, False),
        ("2017-10-16", "2017-10-15", False, False),
        ("2017-09-30", "2017-10-15", False, False),
        ("2017-11-01", "2017-10-31", False, True),
        ("2017-11-30", "2017-10-15", False, True),
        ("2017-12-01", "2017-10-31", False, False),
        ("2018-01-31", "2017-12-01", False, True),
        ("2018-02-28", "2018-01-31", False, True),
    ],
)
def test_a_month_runs_from_its_first_day_through_the_day_the_next_one_is_whole(
    when: str, on: str, this: bool, following: bool
) -> None:
    assert (this_month(day(when), day(on)), next_month(day(when), day(on))) == (this, following)


def test_what_has_no_day_is_in_no_month() -> None:
    assert not this_month(None, ON)
    assert not next_month(None, ON)
