"""A unit's right to object to what an inspection found: nothing is owed until somebody else has reviewed it."""

from typing import Any

from build import OFFICE, day, entry, make_ledger, make_unit

from ledger.measures.duties import duties, owed
from ledger.model.findings import Finding
from ledger.model.registers.inspections import Inspection

OBJECTION = entry("2017-03-10 异议", by="甲局", note="事实有出入")


def _owed(on: str, *log: Any) -> list[tuple[str, str, str]]:
    finding = Finding(id="1", title="问题", unit="甲局", due=day("2017-04-01"), log=log)
    inspection = Inspection(
        id="one", title="督察", kind="专项督察", date=day("2017-03-01"), findings=(finding,)
    )
    ledger = make_ledger(units=[make_unit("甲局"), make_unit(OFFICE)], inspections=[inspection])
    return [(d.unit, d.what, str(d.due)) for d in owed(duties(ledger, day(on))) if d.ref == "one/1"]


def test_while_an_objection_waits_only_the_office_owes() -> None:
    assert _owed("2017-03-09", OBJECTION) == [("甲局", "整改督察问题", "2017-04-01")]
    assert _owed("2017-03-10", OBJECTION) == [(OFFICE, "复核异议", "2017-04-09")]


def test_upheld_it_is_owed_again_by_its_limit_or_the_one_that_the_review_gave() -> None:
    upheld = entry("2017-03-20 复核", by=OFFICE, result="维持", note="事实清楚")
    later = entry("2017-03-20 复核", by=OFFICE, result="维持", note="事实清楚", until="2017-04-20")
    assert _owed("2017-03-20", OBJECTION, upheld) == [("甲局", "整改督察问题", "2017-04-01")]
    assert _owed("2017-03-20", OBJECTION, later) == [("甲局", "整改督察问题", "2017-04-20")]


def test_quashed_it_asks_nothing_more() -> None:
    quashed = entry("2017-03-20 复核", by=OFFICE, result="撤销", note="职责不在甲局")
    assert _owed("2017-05-01", OBJECTION, quashed) == []
