"""A thing of a register, shown and explained on a day."""

from build import day, make_ledger

from ledger.measures.holdings import course
from ledger.model.findings import Finding
from ledger.model.registers.inspections import REGISTER, Inspection
from ledger.reports.show_thing import show_thing, why_thing

FOUND = Finding(id="1", title="问题", unit="甲局", due=day("2017-04-01"))
INSPECTION = Inspection(id="dc-1", title="督察", kind="专项督察", date=day("2017-03-01"), findings=(FOUND,))
LEDGER = make_ledger(inspections=[INSPECTION])


def test_before_it_begins_it_has_no_state_and_asks_nothing() -> None:
    inspection = course(REGISTER.thing, "dc-1", INSPECTION, day("2017-02-28"))
    finding = course(REGISTER.thing.inner["findings"], "dc-1/1", FOUND, day("2017-02-28"), inspection)
    for each in (inspection, finding):
        report = show_thing(each, LEDGER, "")
        assert "到这一天还没有，从 2017-03-01 起" in str(report.blocks)
        assert "待整改" not in str(report.blocks)
        assert (report.data["state"], report.data["duties"]) == (None, [])
    assert "没有要办的。" in str(why_thing(finding, LEDGER).blocks)


def test_from_its_first_day_on_it_asks() -> None:
    inspection = course(REGISTER.thing, "dc-1", INSPECTION, day("2017-03-01"))
    finding = course(REGISTER.thing.inner["findings"], "dc-1/1", FOUND, day("2017-03-01"), inspection)
    assert show_thing(finding, LEDGER, "").data["state"] == "open"
    assert [d["unit"] for d in show_thing(finding, LEDGER, "").data["duties"]] == ["甲局"]
