"""Issued papers as known on a day."""

from typing import Any

import pytest
from build import LEAD, day, entry, make_ledger, make_slip, make_unit

from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.papers import IssuedRow, issued_on, issued_rows


def row(on: str, *log: Any, **fields: Any) -> IssuedRow:
    slip = make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-09-30", log=log, **fields)
    (found,) = issued_rows(make_ledger(slips=[slip]), day(on))
    return found


def test_a_paper_stands_from_its_issue_until_it_is_made_void() -> None:
    slip = make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-09-30", void="2017-10-15")
    assert [issued_on(slip, day(d)) for d in ("2017-09-29", "2017-09-30", "2017-10-14", "2017-10-15")] == [
        None, day("2017-09-30"), day("2017-09-30"), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("log", "replied", "rejected", "accepted"),
    [
        ((), False, False, False),
        (("2017-10-09 回复",), True, False, False),
        (("2017-10-09 回复", "2017-10-10 退回"), False, True, False),
        (("2017-10-09 回复", "2017-10-10 验收"), True, False, True),
        (("2017-10-09 回复", "2017-10-10 退回", "2017-10-11 回复"), True, False, False),
        (("2017-10-09 回复", "2017-10-10 退回", "2017-10-11 异议"), False, True, False),
        (("2017-11-01 回复",), False, False, False),
    ],
)
def test_the_last_verdict_counts(log: tuple[str, ...], replied: bool, rejected: bool, accepted: bool) -> None:
    found = row("2017-10-31", *log)
    assert (found.replied is not None, found.rejected, found.accepted) == (replied, rejected, accepted)


def test_a_limit_that_ends_today_has_not_lapsed() -> None:
    found = row("2017-10-31", limit="2017-10-27", reply_due="2017-10-13")
    assert [found.lapsed(day(d)) for d in ("2017-10-27", "2017-10-28")] == [False, True]


def test_the_unit_is_called_by_its_name_of_the_day() -> None:
    units = [
        make_unit(LEAD, until="2017-10-15", successor="市发展委"),
        make_unit("市发展委", from_="2017-10-16"),
    ]
    ledger = make_ledger(slips=[make_slip("TS-2017-001", "x/1", issued="2017-09-30")], units=units)
    assert [r.unit for d in ("2017-10-15", "2017-10-16") for r in issued_rows(ledger, day(d))] == [
        LEAD,
        "市发展委",
    ]


def test_papers_and_rows_are_counted_apart_by_kind_from_below() -> None:
    slips = [
        make_slip("TS-2017-001", "x/1", "x/2", issued="2017-09-30"),
        make_slip("TS-2017-002", "x/3", issued="2017-10-31"),
        make_slip("TS-2017-003", "zy-1", issued="2017-10-31", track="docking"),
        make_slip("ZL-2017-001", "x/1", "x/2", "x/3", issued="2017-10-31"),
        make_slip("CB-2017-001", "x/1", issued="2017-09-30", void="2017-10-08"),
        make_slip("JB-2017-001", "x/1", issued="2017-11-30"),
    ]
    assert count_papers(slips, day("2017-10-31")) == {
        "提示单": PaperCount(3, 4), "交办单": PaperCount(), "催办单": PaperCount(), "责令书": PaperCount(1, 3),
    }  # fmt: skip
    assert list(count_papers(slips, day("2017-10-31"))) == ["提示单", "交办单", "催办单", "责令书"]
    assert count_papers(slips, day("2017-10-31"), since=day("2017-10-01"))["提示单"] == PaperCount(2, 2)
    assert count_papers(slips[:1], day("2017-10-31"))["提示单"].papers == 1


def test_a_row_is_named_by_its_paper() -> None:
    assert row("2017-10-31", entry("2017-10-09 回复", by=LEAD)).ref == "JB-2017-001/1"
