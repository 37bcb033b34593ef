"""Which states papers and their rows are in; counts of papers and replies are counts of these."""

from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_slip

from ledger.measures.paper_counts import count_papers
from ledger.measures.paper_states import ROW_STATES, SLIP_KINDS, SLIP_STATES
from ledger.measures.register import Replies, lapsing, replies
from ledger.measures.settled import RowStanding, row_standings
from ledger.model.slips import RUNGS, Slip

ISSUED = {"issued": "2017-09-30", "reply_due": "2017-10-12", "limit": "2017-10-27"}
OBJECTION = entry("2017-10-05 异议", by=LEAD, note="错")
QUASHED = (OBJECTION, entry("2017-10-06 复核", by=OFFICE, result="撤销"))
OF_THE_YEAR = {"issued_this_year"}


def standing(on: str, *log: Any, item: tuple[Any, ...] = (), **fields: Any) -> RowStanding:
    slip = make_slip("JB-2017-001", "zb-2017-01/1", log=log, **(ISSUED | fields))
    ledger = make_ledger(make_item("2017-03-01 启动", *item, due="2017-08-31"), slips=[slip])
    (found,) = row_standings(ledger, day(on))
    return found


def states(on: str, *log: Any, **fields: Any) -> set[str]:
    found = standing(on, *log, **fields)
    return {name for name, state in ROW_STATES.items() if state.fits(found, day(on))}


@pytest.mark.parametrize(
    ("on", "log", "expected"),
    [
        (
            "2017-09-30",
            (),
            {"open", "issued_this_month", "issued_this_year", "lapsing", "lapsing_next_month"},
        ),
        ("2017-10-12", (), {"open", "issued_this_year", "lapsing"}),
        ("2017-10-13", (), {"open", "issued_this_year", "lapsing", "reply_asked", "unanswered"}),
        ("2017-10-28", (), {"open", "issued_this_year", "lapsed", "reply_asked", "unanswered"}),
        ("2018-01-01", (), {"open", "lapsed", "reply_asked", "unanswered"}),
    ],
)
def test_of_a_row_that_nobody_answered(on: str, log: tuple[Any, ...], expected: set[str]) -> None:
    assert states(on, *log) == expected


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        (("2017-10-12 回复",), {"reply_asked", "replied", "replied_in_time"}),
        (("2017-10-13 回复",), {"reply_asked", "replied"}),
        (("2017-10-09 回复", "2017-10-10 退回"), {"reply_asked", "unanswered", "returned"}),
        (("2017-10-09 回复", "2017-10-10 退回", "2017-10-13 回复"), {"reply_asked", "replied"}),
    ],
)
def test_of_replies(log: tuple[Any, ...], expected: set[str]) -> None:
    assert states("2017-10-27", *log) == expected | {"open", "lapsing", "issued_this_year"}


def test_while_an_objection_waits_and_once_the_row_is_withdrawn() -> None:
    assert states("2017-10-28", OBJECTION) == {"open", "objected", *OF_THE_YEAR}
    assert states("2017-11-05", OBJECTION) == {"open", "lapsed", "reply_asked", "unanswered", *OF_THE_YEAR}
    assert states("2017-10-28", *QUASHED) == {"settled", "withdrawn", *OF_THE_YEAR}


def test_of_a_row_whose_item_is_done_or_suspended() -> None:
    assert states("2017-10-28", item=("2017-10-10 完成",)) == {"settled", *OF_THE_YEAR}
    assert states("2017-10-28", item=("2017-10-13 完成",)) == {
        "settled", "reply_asked", "unanswered", *OF_THE_YEAR,
    }  # fmt: skip
    suspended = (entry("2017-10-01 暂缓", until="2017-12-31"),)
    assert states("2017-10-28", item=suspended) == {"open", *OF_THE_YEAR}


def test_a_limit_of_next_month_counts_although_the_reply_lapses_before() -> None:
    found = states("2017-09-30", reply_due="2017-09-30")
    assert {"lapsing", "lapsing_next_month"} <= found


SLIPS = [
    make_slip("TS-2016-001", "zb-2017-01/1", issued="2016-12-31"),
    make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-09-30"),
    make_slip("TS-2017-002", "zb-2017-01/1", "zb-2017-01/2", issued="2017-10-01"),
    make_slip("TS-2017-003", "zb-2017-01/1", issued="2017-10-02", void="2017-10-31"),
    make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-10-31"),
    make_slip("CB-2017-001", "zb-2017-01/1", issued="2017-11-01"),
]


def fitting(state: str, on: str) -> list[Slip]:
    return [s for s in SLIPS if SLIP_STATES[state].fits(s, day(on))]


def test_papers_of_a_month_and_a_year_are_those_that_figures_count() -> None:
    def ids(state: str, on: str) -> list[str]:
        return [s.id for s in fitting(state, on)]

    assert ids("issued", "2017-10-31") == ["TS-2016-001", "TS-2017-001", "TS-2017-002", "JB-2017-001"]
    assert ids("issued_this_month", "2017-10-31") == ["TS-2017-002", "JB-2017-001"]
    assert ids("issued_this_month", "2017-10-30") == ["TS-2017-002", "TS-2017-003"]
    assert ids("issued_this_year", "2017-10-31") == ["TS-2017-001", "TS-2017-002", "JB-2017-001"]
    assert ids("void", "2017-10-31") == ["TS-2017-003"]
    assert ids("void", "2017-10-30") == []


@pytest.mark.parametrize("on", ["2016-12-31", "2017-09-30", "2017-10-30", "2017-10-31", "2017-11-01"])
def test_kinds_and_months_together_are_what_is_counted(on: str) -> None:
    counts = count_papers(SLIPS, day(on), day(on).replace(day=1))
    kinds = zip(RUNGS, SLIP_KINDS.values(), strict=True)
    for kind, state in kinds:
        listed = [s for s in fitting("issued_this_month", on) if state.fits(s, day(on))]
        assert len(listed) == counts[kind].papers
        assert sum(len(s.rows) for s in listed) == counts[kind].rows


@pytest.mark.parametrize("on", ["2017-10-12", "2017-10-13", "2017-10-28", "2017-11-05"])
def test_rates_of_replies_and_what_lapses_are_counts_of_states(on: str) -> None:
    logs: list[tuple[Any, ...]] = [
        (), ("2017-10-12 回复",), ("2017-10-13 回复",), (OBJECTION,), QUASHED, ("2017-10-09 回复", "2017-10-10 退回"),
    ]  # fmt: skip
    found = [standing(on, *log) for log in logs]

    def count(state: str) -> int:
        return sum(ROW_STATES[state].fits(row, day(on)) for row in found)

    asked = Replies(count("reply_asked"), count("replied"), count("replied_in_time"))
    assert replies(found, day(on)) == asked
    assert count("unanswered") == asked.due - asked.answered
    assert count("lapsing") == len(lapsing(found, day(on)))
    assert count("open") + count("settled") == len(found)
