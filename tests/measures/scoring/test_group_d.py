"""Group D: articles unit by unit, verdicts on what was claimed, relapses."""

from fractions import Fraction
from typing import Any

from build import LEAD, day, entry, make_item, make_ledger, make_unit, measured_on

from ledger.base.counts import parse_count
from ledger.model.findings import Finding
from ledger.model.registers.exemptions import Exemption
from ledger.model.registers.inspections import Inspection
from ledger.model.registers.publicity import Output, PublicityMonth

OFFICE, DISTRICT, GROUP = "市委改革办", "望川区", "经济组"
UNITS = [make_unit(LEAD), make_unit(DISTRICT, kind="区县"), make_unit(GROUP, kind="专项小组")]


def month(until: str, *outputs: tuple[str | None, str]) -> PublicityMonth:
    made = tuple(
        Output(side="区县和部门", medium="县级融媒体", unit=unit, pieces=parse_count(pieces))
        for unit, pieces in outputs
    )
    return PublicityMonth(id=f"XC-{until[:7]}", title="宣传", date=day(until), outputs=made)


MONTHS = [
    month("2017-09-30", (DISTRICT, "3")),
    month("2017-10-31", (DISTRICT, "5"), (DISTRICT, "20余"), (None, "300余"), (LEAD, "近100")),
]


def test_d3_articles_of_the_unit_are_held_against_its_quota_of_the_month() -> None:
    found = measured_on(make_ledger(units=UNITS, publicity=MONTHS), "D3", DISTRICT, target=30)

    assert [(p.ref, p.part, p.why) for p in found.pieces] == [
        ("XC-2017-10", 5, "区县和部门刊播5篇"),
        ("XC-2017-10", 20, "区县和部门刊播20余篇"),
    ]
    assert found.formula("2") == "2*min(1, 25/30)"


def test_d3_a_unit_without_articles_earns_nothing_where_others_are_told_apart() -> None:
    ledger = make_ledger(units=UNITS, publicity=MONTHS)

    assert measured_on(ledger, "D3", GROUP, target=30).value == 0
    assert measured_on(ledger, "D3", DISTRICT).lacking == "没有定任务数"


def test_d3_says_nothing_of_a_month_that_told_no_units_apart() -> None:
    ledger = make_ledger(units=UNITS, publicity=[month("2017-10-31", (None, "300余"))])
    found = measured_on(ledger, "D3", DISTRICT, target=30)

    assert (found.value, found.lacking) == (None, "本期的宣传没有分单位登记")


def returned(when: str) -> Any:
    return entry(f"{when} 核验退回", by=OFFICE, note="佐证不全")


def accepted(when: str) -> Any:
    return entry(f"{when} 核验通过", by=OFFICE)


ITEM = make_item(
    entry("2017-09-01 完成", evidence="甲号"),
    returned("2017-09-20"),
    entry("2017-10-02 完成", evidence="甲号"),
    returned("2017-10-05"),
    entry("2017-10-10 完成", evidence="乙号"),
    accepted("2017-10-12"),
)
JOINED = make_item(
    entry("2017-10-02 完成", evidence="丙号"),
    accepted("2017-10-20"),
    id="2",
    lead="市教育局",
    participants=LEAD,
)


def test_d4_every_verdict_of_the_period_counts_and_a_participants_half() -> None:
    found = measured_on(make_ledger(ITEM, JOINED), "D4")

    assert [(p.ref, p.part, p.whole, p.why) for p in found.pieces] == [
        ("zb-2017-01/1", 1, 1, "2017-10-05核验退回"),
        ("zb-2017-01/1", 0, 1, "2017-10-12核验通过"),
        ("zb-2017-01/2", 0, Fraction(1, 2), "2017-10-20核验通过"),
    ]
    assert found.formula("4") == "4*(1-1/2.5)"


def test_d4_what_was_exempted_costs_nothing_and_stays_a_verdict() -> None:
    finding = entry("2017-10-25 认定", by="市纪委", result="免责", evidence="认1号")
    exemption = Exemption(
        id="RC-1", title="先行先试", unit=LEAD, date=day("2017-10-20"), body="市纪委", subjects=("zb-2017-01/1",),
        reason="先行先试", log=(entry("2017-10-22 核实", by="市纪委", note="符合"), finding),
    )  # fmt: skip
    found = measured_on(make_ledger(ITEM, exemptions=[exemption]), "D4")

    assert [(p.part, p.exempt) for p in found.pieces] == [(0, "RC-1"), (0, "")]
    assert found.value == 1


def looked(when: str, result: str) -> Any:
    return entry(f"{when} 回头看", by=OFFICE, result=result)


def test_d5_look_backs_at_items_and_findings_are_one_count() -> None:
    item = make_item(
        entry("2017-05-02 完成", evidence="甲号"),
        accepted("2017-05-10"),
        looked("2017-10-11", "反弹"),
        group=GROUP,
    )
    finding = Finding(
        id="1", title="仍要求提交证明", unit=DISTRICT, due=day("2017-06-30"), items=("zb-2017-01/1",),
        log=(
            entry("2017-06-20 整改", evidence="乙号"), entry("2017-06-25 验收", by=OFFICE),
            entry("2017-06-26 销号", by=OFFICE), looked("2017-10-15", "巩固"),
        ),
    )  # fmt: skip
    inspection = Inspection(
        id="dc-1", title="督察", kind="专项督察", date=day("2017-06-01"), findings=(finding,)
    )
    ledger = make_ledger(item, units=UNITS, inspections=[inspection])

    assert measured_on(ledger, "D5").formula("3") == "3*(1-1/1)"
    assert measured_on(ledger, "D5", DISTRICT).formula("3") == "3*(1-0/1)"
    assert measured_on(ledger, "D5", GROUP).formula("3") == "3*(1-1/2)"
    assert measured_on(ledger, "D5", when="2017-09-30").lacking == "本期没有回头看"
