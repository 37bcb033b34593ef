"""Each figure of a month, and the days on either side of it: whatever fits an item is listed, and nothing else fits."""

from typing import Any

import pytest
from build import correction, day, entry, make_item, make_ledger, make_plan

from ledger.base.days import parse_due
from ledger.measures.counting import Counting
from ledger.measures.monthly import MONTHLY
from ledger.measures.standing import standings
from ledger.model.items import Item
from ledger.model.policy import Policy

STAYED = {"comparable"}
"""Counted at both month ends."""
SILENT, REPORTED = STAYED | {"to_report", "unreported"}, STAYED | {"to_report", "reported", "updated"}
DONE = STAYED | {"comparable_completed"}
BEFORE = DONE | {"comparable_completed_before"}
CLAIMED, ACCEPTED = "2017-05-10 完成", "2017-05-20 核验通过"


def marks(item: Item, on: str, *, plan: Any = (), required: bool = False) -> set[str]:
    policy = Policy(acceptance="required" if required else "claimed")
    ledger = make_ledger(make_plan(item, log=plan), policy=policy)
    counting = Counting(ledger, day(on))
    (standing,) = standings(ledger, day(on))
    return {figure for figure in MONTHLY if counting.fits(figure, standing)}


def relapse(when: str) -> Any:
    return entry(f"{when} 回头看", result="反弹")


@pytest.mark.parametrize(
    ("log", "on", "expected"),
    [
        # reports: of the month from its first day to the day that is asked about
        ((), "2017-06-30", SILENT),
        (("2017-06-01 启动",), "2017-06-30", REPORTED),
        (("2017-06-30 启动",), "2017-06-30", REPORTED),
        (("2017-05-31 启动",), "2017-06-30", SILENT),
        (("2017-07-01 启动",), "2017-06-30", SILENT),
        (("2017-06-16 启动",), "2017-06-15", SILENT),
        (("2017-06-15 启动",), "2017-06-15", REPORTED),
        (("2017-06-01 启动",), "2017-06-01", REPORTED),
        (("2017-12-31 启动",), "2018-01-31", SILENT),
        (("2016-02-29 启动",), "2016-02-29", REPORTED),
        # what is not allowed there says nothing; nor does what was voided, and a correction is no report
        (("2017-06-05 核验通过",), "2017-06-30", SILENT),
        (
            ("2017-06-05 启动", correction("2017-06-06", voids="2017-06-05 启动")),
            "2017-06-30",
            SILENT | {"corrected"},
        ),
        (
            ("2017-06-05 启动", correction("2017-07-06", voids="2017-06-05 启动")),
            "2017-06-30",
            REPORTED,
        ),
        ((correction("2017-06-30", field="title", to="新"),), "2017-06-30", SILENT | {"corrected"}),
        # facts that were recorded later
        (
            (entry("2017-05-31 启动", recorded="2017-06-01"),),
            "2017-06-30",
            REPORTED | {"backfilled"},
        ),
        ((entry("2017-05-31 启动", recorded="2017-06-16"),), "2017-06-15", SILENT),
        ((entry("2017-06-01 启动", recorded="2017-06-20"),), "2017-06-30", REPORTED),
        ((entry("2017-06-01 启动", recorded="2017-07-20"),), "2017-06-30", REPORTED),
        ((entry("2017-06-30 启动", recorded="2017-07-20"),), "2017-07-31", REPORTED | {"backfilled"}),
        ((entry("2017-05-05 核验通过", recorded="2017-06-05"),), "2017-06-30", SILENT),
        (
            (entry(CLAIMED, recorded="2017-06-05"),),
            "2017-06-30",
            BEFORE | {"updated", "backfilled", "unverified"},
        ),
        # completed, verified, struck off
        ((CLAIMED,), "2017-05-31", REPORTED | DONE | {"completed_this_month", "unverified"}),
        ((CLAIMED,), "2017-05-09", SILENT),
        ((CLAIMED,), "2017-06-30", BEFORE | {"unverified"}),
        (
            (CLAIMED, ACCEPTED),
            "2017-05-31",
            REPORTED | DONE | {"completed_this_month", "accepted_this_month", "to_close"},
        ),
        (
            (CLAIMED, "2017-06-01 核验通过"),
            "2017-06-30",
            BEFORE | {"updated", "accepted_this_month", "to_close"},
        ),
        (
            (CLAIMED, ACCEPTED, "2017-06-01 销号"),
            "2017-06-30",
            BEFORE | {"updated", "closed", "closed_this_month"},
        ),
        ((CLAIMED, ACCEPTED, "2017-06-01 销号"), "2017-07-31", BEFORE | {"closed"}),
        (
            (CLAIMED, ACCEPTED, entry("2017-06-30 回头看", result="巩固")),
            "2017-06-30",
            BEFORE | {"updated", "looked_back_this_month", "to_close"},
        ),
        # brought back
        (
            (CLAIMED, "2017-06-01 核验退回"),
            "2017-06-30",
            REPORTED | {"comparable_completed_before", "returned_this_month", "reopened"},
        ),
        (
            (CLAIMED, "2017-06-01 核验退回", "2017-06-20 完成"),
            "2017-06-30",
            REPORTED | BEFORE | {"returned_this_month", "completed_this_month", "unverified"},
        ),
        (
            ("2017-06-01 启动", "2017-06-02 完成", "2017-06-03 核验退回"),
            "2017-06-30",
            REPORTED | {"returned_this_month"},
        ),
        (
            (CLAIMED, ACCEPTED, "2017-05-21 销号", relapse("2017-06-30")),
            "2017-06-30",
            REPORTED
            | {
                "comparable_completed_before",
                "reopened",
                "looked_back_this_month",
                "relapsed_this_month",
            },
        ),
        (
            (CLAIMED, ACCEPTED, relapse("2017-06-05"), "2017-06-06 完成"),
            "2017-06-30",
            REPORTED
            | BEFORE
            | {"looked_back_this_month", "relapsed_this_month", "completed_this_month", "unverified"},
        ),
        (
            (CLAIMED, ACCEPTED, "2017-05-21 销号", relapse("2017-06-30")),
            "2017-07-31",
            SILENT,
        ),
        (
            (CLAIMED, correction("2017-06-05", voids=CLAIMED)),
            "2017-06-30",
            SILENT | {"comparable_completed_before", "reopened", "corrected"},
        ),
        # in and out of the count
        (
            (entry("2017-06-01 暂缓", until="2017-07-31"),),
            "2017-06-30",
            {"updated", "stuck", "suspended_this_month", "removed"},
        ),
        ((entry("2017-06-01 暂缓", until="2017-07-31"),), "2017-07-31", {"stuck"}),
        ((entry("2017-06-01 暂缓", until="2017-07-31"),), "2017-08-31", {"added", "to_report", "unreported"}),
        (
            (entry("2017-06-01 暂缓", until="2017-06-30"),),
            "2017-07-01",
            {"added", "to_report", "unreported"},
        ),
        (
            (entry("2017-06-01 暂缓", until="2017-06-29"),),
            "2017-06-30",
            REPORTED | {"suspended_this_month"},
        ),
        (
            (entry("2017-06-01 暂缓", until="2017-07-31"), "2017-07-10 恢复"),
            "2017-07-31",
            {"added", "to_report", "reported", "updated"},
        ),
        (("2017-06-01 终止",), "2017-06-30", {"updated", "removed"}),
        (("2017-06-01 并入",), "2017-07-31", set()),
    ],
)
def test_what_happened_in_the_month(log: tuple[Any, ...], on: str, expected: set[str]) -> None:
    assert marks(make_item(*log), on) == expected


@pytest.mark.parametrize(
    ("log", "due", "on", "expected"),
    [
        ((), "2017-06-01", "2017-05-31", SILENT | {"due_next_month"}),
        ((), "2017-06-01", "2017-06-01", SILENT | {"due_this_month"}),
        (
            (),
            "2017-06-01",
            "2017-06-02",
            SILENT | {"due_this_month", "newly_overdue", "overdue_to_30", "stuck"},
        ),
        ((), "2017-06-30", "2017-06-15", SILENT | {"due_this_month"}),
        ((), "2017-06", "2017-06-30", SILENT | {"due_this_month"}),
        ((), "2017-06-30", "2017-07-01", SILENT | {"newly_overdue", "overdue_to_30", "stuck"}),
        ((), "2017-06-30", "2017-07-30", SILENT | {"newly_overdue", "overdue_to_30", "stuck"}),
        ((), "2017-06-30", "2017-07-31", SILENT | {"newly_overdue", "overdue_31_to_60", "stuck"}),
        ((), "2017-06-30", "2017-08-29", SILENT | {"overdue_31_to_60", "stuck"}),
        ((), "2017-06-30", "2017-08-30", SILENT | {"overdue_over_60", "stuck"}),
        ((), "2017-06-30", "2017-05-31", SILENT | {"due_next_month"}),
        ((), "2017-06-30", "2017-04-30", SILENT),
        ((), "2018-01-31", "2017-12-31", SILENT | {"due_next_month"}),
        ((), "长期", "2017-06-30", SILENT),
        (
            ("2017-06-20 完成",),
            "2017-06-30",
            "2017-06-30",
            REPORTED | DONE | {"due_this_month", "due_and_completed", "completed_this_month", "unverified"},
        ),
        (
            ("2017-07-10 完成",),
            "2017-05-31",
            "2017-07-31",
            REPORTED | DONE | {"completed_this_month", "no_longer_overdue", "unverified"},
        ),
        # the limit that holds now: extended, and moved by as many days as it was suspended
        (
            (entry("2017-06-10 批准延期", until="2017-08-31"),),
            "2017-05-31",
            "2017-06-30",
            REPORTED | {"extended_this_month"},
        ),
        (
            (entry("2017-07-10 批准延期", until="2017-08-31"),),
            "2017-05-31",
            "2017-07-31",
            REPORTED | {"extended_this_month", "no_longer_overdue", "due_next_month"},
        ),
        (
            (entry("2017-07-10 批准延期", until="2017-07-31"),),
            "2017-05-31",
            "2017-08-01",
            SILENT | {"overdue_to_30", "stuck", "newly_overdue"},
        ),
        (
            (entry("2017-06-11 暂缓", until="2017-06-20"),),
            "2017-06-25",
            "2017-06-30",
            REPORTED | {"suspended_this_month", "due_next_month"},
        ),
        (
            (entry("2017-06-11 暂缓", until="2017-06-20"),),
            "2017-06-20",
            "2017-06-30",
            REPORTED | {"suspended_this_month", "due_this_month"},
        ),
        (
            (entry("2017-06-01 暂缓", until="2017-07-31"),),
            "2017-05-10",
            "2017-06-30",
            {"updated", "suspended_this_month", "no_longer_overdue", "stuck", "removed"},
        ),
        (
            (correction("2017-07-03", field="due", to="2017-12-31"),),
            "2017-06-15",
            "2017-07-31",
            SILENT | {"corrected", "no_longer_overdue"},
        ),
    ],
)
def test_what_was_due_in_the_month(log: tuple[Any, ...], due: str, on: str, expected: set[str]) -> None:
    assert marks(make_item(*log, due=due), on) == expected


def test_a_node_is_due_as_its_item_is() -> None:
    item = make_item(due="2017-12-31", nodes={"a": "2017-07-15", "b": "2017-09-30"})
    assert marks(item, "2017-06-30") == SILENT | {"due_next_month"}
    assert marks(item, "2017-07-31") == SILENT | {"newly_overdue", "overdue_to_30", "stuck"}
    assert marks(item, "2017-11-30") == SILENT | {"overdue_over_60", "stuck"}


@pytest.mark.parametrize(
    ("start", "log", "unstarted"),
    [
        ("2017-05", (), True),
        ("2017-06-29", (), True),
        ("2017-06-30", (), False),
        ("2017-06", (), False),
        ("2017-05", ("2017-06-30 启动",), False),
        ("2017-05", ("2017-07-01 启动",), True),
        ("长期", (), False),
        (None, (), False),
    ],
)
def test_what_ought_to_have_been_started(start: str | None, log: tuple[str, ...], *, unstarted: bool) -> None:
    item = make_item(*log, start=parse_due(start) if start else None)
    assert ("start_overdue" in marks(item, "2017-06-30")) is unstarted


@pytest.mark.parametrize(
    ("plan", "log", "on", "expected"),
    [
        ("2017-06-01 审议通过", (), "2017-05-31", {"unadopted"}),
        ("2017-06-01 审议通过", (), "2017-06-30", {"added", "to_report", "unreported"}),
        ("2017-06-01 审议通过", (), "2017-07-31", SILENT),
        ("2017-06-01 审议通过", ("2017-04-01 启动",), "2017-05-31", SILENT),
        ("2017-06-01 审议通过", ("2017-05-01 启动",), "2017-05-31", REPORTED - STAYED | {"added"}),
        ("2017-06-01 审议通过", ("2017-06-05 终止",), "2017-06-30", {"updated"}),
        ("2017-06-01 审议通过", ("2017-06-05 完成",), "2017-06-30",
         {"updated", "added", "to_report", "reported", "completed_this_month", "unverified"}),
    ],
)  # fmt: skip
def test_a_plan_that_is_adopted_brings_its_items_into_the_count(
    plan: str, log: tuple[str, ...], on: str, expected: set[str]
) -> None:
    assert marks(make_item(*log), on, plan=[plan]) == expected


def test_where_acceptance_is_required_the_verdict_completes() -> None:
    item = make_item(CLAIMED, "2017-06-20 核验通过")
    assert marks(item, "2017-05-31", required=True) == REPORTED | {"unverified"}
    assert marks(item, "2017-06-30", required=True) == REPORTED | DONE | {
        "completed_this_month", "accepted_this_month", "to_close",
    }  # fmt: skip
    assert marks(item, "2017-07-31", required=True) == BEFORE | {"to_close"}
