"""Whom a published ranking calls: speakers, and the visit that the office owes in the month after."""

import re
from typing import Any

import pytest
from build import OFFICE, day, make_ledger, make_scheme, make_unit
from published_months import DISTRICTS, month_of

from ledger.measures.duties import duties
from ledger.measures.scoring.called import called, months_last
from ledger.measures.scoring.published import published_by
from ledger.model.forms import form
from ledger.model.ledger import Ledger
from ledger.model.registers.consultations import Consultation
from ledger.model.registers.rankings import Ranking
from ledger.model.score_settings import Pool

TWICE = Pool(kind=DISTRICTS, pledge_after=2, consult=True)
UNITS = [
    make_unit(OFFICE, kind="机构"),
    *(make_unit(name, kind=DISTRICTS) for name in ["甲区", "乙区", "丙区"]),
]


def ledger_of(*rankings: Ranking, pool: Pool = TWICE, **fields: Any) -> Ledger:
    fields = {"units": UNITS} | fields
    return make_ledger(rankings=rankings, schemes=[make_scheme("B3 100", pools=(pool,))], **fields)


def visit(unit: str, on: str) -> Consultation:
    return Consultation(id=f"HZ-{on}", title="会诊", unit=unit, date=day(on), because="排名最后")


def owed(ledger: Ledger, on: str) -> list[tuple[str, str, str, str]]:
    """Of consultations: for which ranking, what, by when, and when it was done."""
    found = (d for d in duties(ledger, day(on)) if d.what == "会诊" and d.unit == OFFICE)
    return [(d.ref, d.title, str(d.due), str(d.met_on or "")) for d in found]


AUGUST, SEPTEMBER = month_of("2017-08", "甲区 乙区 丙区"), month_of("2017-09", "乙区 甲区 丙区")


def test_the_first_speaks_and_the_last_pledges_once_it_was_last_often_enough() -> None:
    ledger = ledger_of(AUGUST, SEPTEMBER)
    (august,), (september,) = (called(ledger, ranking, day("2017-10-31")) for ranking in (AUGUST, SEPTEMBER))
    assert (august.first, august.last, august.pledging) == (["甲区"], ["丙区"], [])
    assert (september.first, september.last, september.pledging) == (["乙区"], ["丙区"], ["丙区"])
    assert september.streaks == {"丙区": ("2017-09", "2017-08")}
    assert august.consulted == ["丙区"]


def test_without_a_scheme_or_where_all_are_equal_nobody_is_called() -> None:
    assert called(make_ledger(rankings=[AUGUST]), AUGUST, day("2017-10-31")) == []
    equal = month_of("2017-08", "甲区=乙区=丙区")
    (pool,) = called(ledger_of(equal), equal, day("2017-10-31"))
    assert (pool.first, pool.last, pool.pledging, pool.consulted) == ([], [], [], [])


def test_a_unit_that_was_renamed_since_keeps_its_streak() -> None:
    units = [*UNITS[:3], make_unit("丙区", kind=DISTRICTS, until="2017-10-10", successor="丁区")]
    units.append(make_unit("丁区", kind=DISTRICTS, from_="2017-10-11"))
    ledger = ledger_of(AUGUST, SEPTEMBER, units=units)
    (pool,) = called(ledger, SEPTEMBER, day("2017-10-31"))
    assert pool.streaks == {"丁区": ("2017-09", "2017-08")}
    assert months_last(ledger, "丁区", day("2017-10-31")) == ("2017-09", "2017-08")


def test_a_ranking_is_known_from_its_publication() -> None:
    ledger = ledger_of(AUGUST, SEPTEMBER)
    assert [r.month for r in published_by(ledger, day("2017-09-28"))] == ["2017-09", "2017-08"]
    assert months_last(ledger, "丙区", day("2017-09-27")) == ("2017-08",)
    assert months_last(ledger, "甲区", day("2017-09-28")) == ()


@pytest.mark.parametrize(
    ("on", "visits", "expected"),
    [
        ("2017-09-27", [], [("PM-2017-08", "2017-09-30", "")]),
        ("2017-10-02", [], [("PM-2017-08", "2017-09-30", ""), ("PM-2017-09", "2017-10-31", "")]),
        ("2017-11-30", [], [("PM-2017-09", "2017-10-31", "")]),  # nobody can make up for September's any more
        ("2017-10-02", ["2017-09-20"], [("PM-2017-08", "2017-09-30", "2017-09-20"), ("PM-2017-09", "2017-10-31", "")]),
        ("2017-10-09", ["2017-10-08"], [("PM-2017-08", "2017-09-30", "2017-10-08"), ("PM-2017-09", "2017-10-31", "2017-10-08")]),
        ("2017-09-28", ["2017-08-31"], [("PM-2017-08", "2017-09-30", ""), ("PM-2017-09", "2017-10-31", "")]),
    ],
)  # fmt: skip
def test_who_was_last_is_visited_in_the_month_after(on: str, visits: list[str], expected: list[Any]) -> None:
    ledger = ledger_of(AUGUST, SEPTEMBER, consultations=[visit("丙区", each) for each in visits])
    assert [(ref, due, met) for ref, _, due, met in owed(ledger, on)] == expected


def test_a_visit_to_another_unit_settles_nothing_and_pools_without_visits_ask_none() -> None:
    ledger = ledger_of(AUGUST, consultations=[visit("甲区", "2017-09-20")])
    assert owed(ledger, "2017-09-25") == [("PM-2017-08", "2017-08排名最后的丙区", "2017-09-30", "")]
    assert owed(ledger_of(AUGUST, pool=Pool(kind=DISTRICTS)), "2017-09-25") == []


def test_the_command_that_settles_it_writes_fields_of_a_consultation() -> None:
    (duty,) = (d for d in duties(ledger_of(AUGUST), day("2017-09-25")) if d.what == "会诊")
    asked = {word.removeprefix("--set ") for word in re.findall(r"--set [^=]+", duty.settle)}
    fields = {field.title: field.required for field in form(Consultation)}
    assert asked == {title for title, required in fields.items() if required} - {"编号"}
