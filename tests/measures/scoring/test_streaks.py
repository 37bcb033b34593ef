"""How often running a unit was first or last in rankings that were published."""

from dataclasses import replace

import pytest
from build import make_ledger, make_unit
from hypothesis import given, settings
from hypothesis import strategies as st
from published_months import DISTRICTS, month_of

from ledger.measures.scoring.published import last_streak
from ledger.model.registers.rankings import Rank, Ranking

UNITS = tuple(make_unit(name, kind=DISTRICTS) for name in ["甲区", "乙区", "丙区", "丁区"])
LAST_THREE_TIMES = (
    month_of("2017-08", "甲区 乙区 丙区"),
    month_of("2017-09", "乙区 甲区 丙区"),
    month_of("2017-10", "乙区 甲区 丙区"),
)


def last(*rankings: Ranking, unit: str = "丙区", month: str = "2017-10") -> tuple[str, ...]:
    return last_streak(make_ledger(units=UNITS, rankings=rankings), unit, DISTRICTS, month)


def test_a_streak_names_its_months_the_newest_first() -> None:
    assert last(*LAST_THREE_TIMES) == ("2017-10", "2017-09", "2017-08")
    assert last(*LAST_THREE_TIMES, month="2017-09") == ("2017-09", "2017-08")


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (["2017-08 甲区 乙区 丙区", "2017-10 甲区 乙区 丙区"], 2),  # September was not published
        (["2016-12 甲区 乙区 丙区", "2017-01 甲区 乙区 丙区"], 2),  # a new year begins no new streak
        (["2017-08 甲区 乙区 丙区", "2017-09 甲区 丙区 乙区", "2017-10 甲区 乙区 丙区"], 1),
        (["2017-09 甲区 乙区=丙区", "2017-10 甲区 丙区=丁区"], 2),  # shares the last rank
        (["2017-09 甲区=乙区=丙区", "2017-10 甲区 乙区 丙区"], 1),  # nobody was last where all were equal
        (["2017-09 甲区 丙区", "2017-10 甲区 乙区 丙区"], 1),  # nor of two
        (["2017-09 甲区 乙区 丙区", "2017-10 丙区 乙区 甲区"], 0),
        ([], 0),
    ],
)
def test_what_continues_and_what_breaks_a_streak(months: list[str], expected: int) -> None:
    rankings = [month_of(*text.split(maxsplit=1)) for text in months]
    assert len(last(*rankings, month="2017-12")) == expected


def test_a_ranking_without_the_pool_is_no_part_of_a_streak() -> None:
    other = month_of("2017-09", "经济组 社会组 文化组", pool="专项小组")
    assert last(LAST_THREE_TIMES[0], other, LAST_THREE_TIMES[2]) == ("2017-10", "2017-08")


@pytest.mark.parametrize("renamed", ["2017-09-01", "2017-10-01", "2017-10-20"])
def test_a_unit_keeps_its_streak_under_its_new_name(renamed: str) -> None:
    from_, until = (
        renamed,
        {"2017-09-01": "2017-08-31", "2017-10-01": "2017-09-30"}.get(renamed, "2017-10-19"),
    )
    units = (*UNITS[:2], make_unit("丙区", kind=DISTRICTS, until=until, successor="丙市"))
    units = (*units, make_unit("丙市", kind=DISTRICTS, from_=from_))
    rankings = [*LAST_THREE_TIMES[:2], month_of("2017-10", "甲区 乙区 丙市")]
    streak = last_streak(make_ledger(units=units, rankings=rankings), "丙市", DISTRICTS, "2017-10")
    assert streak == ("2017-10", "2017-09", "2017-08")


@settings(max_examples=50, deadline=None)
@given(
    orders=st.lists(st.permutations(["甲区", "乙区", "丙区"]), max_size=6),
    data=st.data(),
)
def test_a_streak_is_the_run_at_the_end_whatever_the_order_of_files(
    orders: list[list[str]], data: st.DataObject
) -> None:
    rankings = [month_of(f"2017-{n:02}", " ".join(order)) for n, order in enumerate(orders, 1)]
    run = 0
    for order in reversed(orders):
        if order[-1] != "丙区":
            break
        run += 1
    assert len(last(*data.draw(st.permutations(rankings)), month="2017-12")) == run


@pytest.mark.parametrize("listed", [True, False])
def test_a_month_in_which_the_unit_had_no_rank_neither_counts_nor_breaks(listed: bool) -> None:
    september = month_of("2017-09", "乙区 甲区 丁区")
    unranked = (Rank(pool=DISTRICTS, unit="丙区"),) if listed else ()
    september = replace(september, ranks=(*september.ranks, *unranked))

    assert last(LAST_THREE_TIMES[0], september, LAST_THREE_TIMES[2]) == ("2017-10", "2017-08")
