"""Which states a document from above is in: notice, arrangement, receipt, companion plan, each with its limit."""

from typing import Any

import pytest
from build import day, entry, make_ledger, make_slip, make_upstream

from ledger.measures.docking import docking_standing
from ledger.measures.docking_states import DOCKING_STATES
from ledger.measures.papers import issued_rows

GROUP = "经济体制改革专项小组"
ADOPTED = "2017-02-06 通过"  # 对接提示期限 2017-02-09
NOTICE = "2017-02-08 对接提示"  # 反馈安排期限 2017-02-22
RECEIVED = "2017-03-01 收文"  # 配套期限 2017-09-01


def states(on: str, *log: Any, **fields: Any) -> set[str]:
    """But for ``known``, which all of them are."""
    found = _states(on, *log, **fields)
    assert "known" in found
    return found - {"known"}


def _states(on: str, *log: Any, **fields: Any) -> set[str]:
    slips = fields.pop("slips", ())
    ledger = make_ledger(upstream=[make_upstream(*log, group=GROUP)], slips=slips)
    found = docking_standing(ledger.upstream[0], ledger, day(on), issued_rows(ledger, day(on)))
    return {name for name, state in DOCKING_STATES.items() if state.fits(found, day(on))}


@pytest.mark.parametrize(("log", "expected"), [([ADOPTED], set()), ([], {"known", "open"})])
def test_what_comes_later_is_not_there_yet(log: list[str], expected: set[str]) -> None:
    assert _states("2017-02-05", *log) == expected


@pytest.mark.parametrize(
    ("on", "log", "expected"),
    [
        ("2017-02-09", [ADOPTED], {"adopted_this_month"}),
        ("2017-02-10", [ADOPTED], {"adopted_this_month", "notice_overdue"}),
        ("2017-03-02", [ADOPTED], {"notice_overdue"}),
        ("2017-03-02", [ADOPTED, RECEIVED], {"received_this_month"}),
        ("2017-02-09", [ADOPTED, "2017-02-09 对接提示"], {"adopted_this_month", "notified_in_time"}),
        ("2017-02-10", [ADOPTED, "2017-02-10 对接提示"], {"adopted_this_month", "notified_late"}),
        ("2017-02-22", [ADOPTED, NOTICE], {"adopted_this_month", "notified_in_time"}),
        ("2017-03-01", [ADOPTED, NOTICE], {"notified_in_time", "arrangement_overdue"}),
        ("2017-03-01", [NOTICE], {"arrangement_overdue"}),
        ("2017-03-01", [NOTICE, "2017-02-22 反馈安排"], {"arranged_in_time"}),
        ("2017-03-01", [NOTICE, "2017-02-23 反馈安排"], {"arranged_late"}),
        ("2017-03-31", [RECEIVED], {"received_this_month"}),
        ("2017-04-01", [RECEIVED], set()),
        ("2017-08-01", [RECEIVED], {"companion_due_next_month"}),
        ("2017-09-01", [RECEIVED], set()),
        ("2017-09-02", [RECEIVED], {"companion_overdue"}),
    ],
)
def test_while_it_is_open(on: str, log: list[str], expected: set[str]) -> None:
    assert states(on, *log) == expected | {"open"}


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ([RECEIVED, "2017-09-01 配套印发"], {"companion_issued", "companion_in_time"}),
        ([RECEIVED, "2017-09-02 配套印发"], {"companion_issued", "companion_late"}),
        (["2017-09-02 配套印发"], {"companion_issued"}),
        ([ADOPTED, NOTICE, "2017-09-02 配套印发"], {"companion_issued", "notified_in_time"}),
        ([ADOPTED, "2017-04-01 免于配套"], {"exempt"}),
        ([RECEIVED, "2017-04-01 免于配套"], {"exempt"}),
    ],
)
def test_once_it_is_settled_nothing_is_owed(log: list[str], expected: set[str]) -> None:
    assert states("2017-10-31", *log) == expected | {"settled"}


def test_a_prompt_slip_is_the_notice_and_the_reply_to_it_the_arrangement() -> None:
    prompt = make_slip(
        "TS-2017-001", "zy-2016-11", issued="2017-02-09", track="docking", unit=GROUP,
        log=[entry("2017-02-24 回复", by=GROUP)],
    )  # fmt: skip
    assert states("2017-03-01", ADOPTED, slips=[prompt]) == {
        "open", "notified_in_time", "arranged_late",
    }  # fmt: skip
