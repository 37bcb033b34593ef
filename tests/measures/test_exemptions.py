"""容错: a finding cancels deductions of the unit that applied, from its day on; it never changes what happened."""

from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.measures.duties import duties, owed
from ledger.measures.escalation import rulings
from ledger.measures.exempting import exempted
from ledger.measures.progress import tally
from ledger.measures.standing import standings
from ledger.model.ledger import Ledger
from ledger.model.registers.exemptions import Exemption
from ledger.reports.items import item_data
from ledger.reports.why import why

VERIFIED = entry("2017-03-10 核实", by="认定局", note="属实")
REVOKED = entry("2017-05-01 撤销认定", by="认定局", note="隐瞒事实")


def _granted(result: str = "免责", **fields: Any) -> tuple[Any, ...]:
    return VERIFIED, entry("2017-03-15 认定", by="认定局", result=result, evidence="认1号", **fields)


def _city(*log: Any, subjects: tuple[str, ...] = ("zb-2017-01/1",)) -> Ledger:
    found = Exemption(
        id="RC-1",
        title="容错",
        unit=LEAD,
        date=day("2017-03-01"),
        body="认定局",
        subjects=subjects,
        reason="先行先试",
        log=log,
    )
    plan = make_plan(
        make_item("2017-01-05 启动", id="1", due="2017-02-01"), make_item(id="10", due="2017-02-01")
    )
    return make_ledger(plan, units=[make_unit(n) for n in (OFFICE, LEAD, "认定局")], exemptions=[found])


@pytest.mark.parametrize(
    ("log", "on", "holds"),
    [
        (_granted(), "2017-03-14", False),
        (_granted(), "2017-03-15", True),
        ((*_granted(), entry("2017-03-20 备案", by="认定局")), "2017-12-31", True),
        ((*_granted(), REVOKED), "2017-04-30", True),
        ((*_granted(), REVOKED), "2017-05-01", False),
        (_granted(until="2017-03-31"), "2017-03-31", True),
        (_granted(until="2017-03-31"), "2017-04-01", False),
        (_granted("从轻"), "2017-12-31", False),
        ((VERIFIED,), "2017-12-31", False),
        ((entry("2017-03-15 认定", by="认定局", result="免责", evidence="认1号"),), "2017-12-31", False),
        ((VERIFIED, entry("2017-03-15 不予认定", by="认定局", note="不符合")), "2017-12-31", False),
    ],
)
def test_deductions_are_cancelled_while_a_finding_stands(log: tuple[Any, ...], on: str, holds: bool) -> None:
    assert (exempted(_city(*log), "zb-2017-01/1", LEAD, day(on)) is not None) is holds


def test_it_holds_for_its_subject_and_what_is_part_of_it_and_for_its_own_unit() -> None:
    on = day("2017-04-01")
    item, plan = _city(*_granted()), _city(*_granted(), subjects=("zb-2017-01",))
    assert exempted(item, "zb-2017-01/1#a", LEAD, on)
    assert not exempted(item, "zb-2017-01/10", LEAD, on)
    assert not exempted(item, "zb-2017-01", LEAD, on)
    assert exempted(plan, "zb-2017-01/10", LEAD, on)
    assert not exempted(plan, "zb-2017-01/10", "认定局", on)


def test_status_overdue_and_papers_are_the_same_with_and_without_it() -> None:
    on = day("2017-03-31")
    before, after = _city(), _city(*_granted(), entry("2017-03-20 备案", by="认定局"))
    one, other = (list(standings(ledger, on)) for ledger in (before, after))
    assert [item_data(s) for s in one] == [item_data(s) for s in other]
    assert tally(other)["overdue"] == 2
    told, now = ([(r.subject, r.clause, r.outcome, r.rung) for r in rulings(x, on)] for x in (before, after))
    assert told == now != []
    items = {"zb-2017-01/1", "zb-2017-01/10"}
    late, still = ([d for d in duties(x, on) if d.ref in items] for x in (before, after))
    assert late == still


def test_why_says_that_nothing_is_deducted() -> None:
    ledger, on = _city(*_granted()), day("2017-03-31")
    first, second = (why(s, (), (), ledger).data for s in standings(ledger, on))
    assert first["exempted"] == [{"ref": "RC-1", "unit": LEAD}]
    assert (first["overdue_days"], second["exempted"]) == (58, [])


def test_the_body_owes_a_decision_and_then_its_record() -> None:
    def asked(on: str, *log: Any) -> list[tuple[str, str, str]]:
        return [(d.unit, d.what, str(d.due)) for d in owed(duties(_city(*log), day(on))) if d.ref == "RC-1"]

    assert asked("2017-03-02") == [("认定局", "认定容错申请", "2017-03-29")]
    assert asked("2017-03-16", *_granted()) == [("认定局", "备案容错认定", "2017-04-13")]
    assert asked("2017-03-21", *_granted(), entry("2017-03-20 备案", by="认定局")) == []
    assert asked("2017-03-21", entry("2017-03-20 不予认定", by="认定局", note="不符合")) == []
