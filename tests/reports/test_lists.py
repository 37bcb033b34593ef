"""Registers as lists: which things are on them, on ledgers that have what the bundled city has not."""

from typing import Any

import pytest
from build import LEAD, day, make_item, make_ledger, make_slip, make_upstream

from ledger.measures.selection import Selection
from ledger.reports.listing import listings

ON = day("2017-10-31")
LEDGER = make_ledger(
    make_item(due="2017-08-31"),
    slips=[
        make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-10-10", void="2017-10-20"),
        make_slip("TS-2017-002", "zb-2017-01/1", issued="2017-10-20"),
        make_slip("TS-2017-003", "zb-2017-01/1", issued="2017-11-01"),
        make_slip("JB-2017-001", "zy-1", "zy-2", issued="2017-09-30", track="docking", unit="市财政局"),
    ],
    upstream=[
        make_upstream("2017-10-29 通过", id="zy-1", lead=LEAD),
        make_upstream("2017-10-01 通过", id="zy-2", group="经济体制改革专项小组"),
    ],
)


def listed(register: str, **chosen: Any) -> list[str]:
    return [str(r["id"]) for r in listings()[register].build(LEDGER, ON, Selection(**chosen)).records]


@pytest.mark.parametrize(
    ("register", "chosen", "expected"),
    [
        ("slips", {}, ["TS-2017-001", "TS-2017-002", "JB-2017-001"]),
        ("slips", {"states": ("void",)}, ["TS-2017-001"]),
        ("slips", {"states": ("void", "issued_this_month")}, ["TS-2017-001", "TS-2017-002"]),
        ("slips", {"states": ("issued",), "kinds": ("prompt_slip",)}, ["TS-2017-002"]),
        ("rows", {}, ["TS-2017-002/1", "JB-2017-001/1", "JB-2017-001/2"]),
        ("rows", {"states": ("issued_this_month",)}, ["TS-2017-002/1"]),
        ("rows", {"leads": ("市财政局",), "text": "上级文件"}, ["JB-2017-001/1", "JB-2017-001/2"]),
        ("upstream", {"groups": ("未填",)}, ["zy-1"]),
        ("upstream", {"leads": ("未填",)}, ["zy-2"]),
        ("upstream", {"states": ("notice_overdue",)}, ["zy-2"]),
        ("plans", {"states": ("closed", "completed")}, []),
    ],
)
def test_what_is_listed(register: str, chosen: dict[str, Any], expected: list[str]) -> None:
    assert listed(register, **chosen) == expected
