"""会诊和容错 in the monthly bulletin."""

from typing import Any

from build import OFFICE, day, entry, make_item, make_ledger, make_unit

from ledger.model.registers.consultations import Advice, Consultation
from ledger.model.registers.exemptions import Exemption
from ledger.reports.blocks import Paragraph, Table
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.sections.s79_consultation import SECTION

DONE = entry("2017-03-20 落实", evidence="甲发1号")
ACCEPTED = entry("2017-03-24 验收", by=OFFICE)


def _told(on: str, **registers: Any) -> tuple[list[Any], list[str]]:
    item = make_item(entry("2017-01-05 进展", cause="资金未落实"), lead="甲局", due="2017-02-01")
    ledger = make_ledger(item, units=[make_unit(OFFICE), make_unit("甲局")], **registers)
    counter = Counter(Month.of(ledger, day(on)), "consultation")
    blocks = list(SECTION.build(counter))
    return blocks, [str(n) for n in counter.numbers.values()]


def _visit(number: str, on: str) -> Consultation:
    advice = [Advice(id="1", title=f"建议{number}", unit="甲局", due=day("2017-03-25"), log=(DONE, ACCEPTED))]
    advice += [Advice(id="2", title="另一条", unit="甲局", due=day("2017-03-25"))]
    return Consultation(
        id=f"HZ-{number}", title="会诊", unit="甲局", date=day(on), because="排名末位", advice=tuple(advice)
    )


def test_visits_of_the_month_say_why_the_unit_is_stuck_and_what_was_advised() -> None:
    visits = [_visit("1", "2017-02-10"), _visit("2", "2017-03-10"), _visit("3", "2017-04-10")]
    blocks, _ = _told("2017-03-31", consultations=visits)
    told, table = blocks
    assert isinstance(told, Paragraph)
    assert told.text == ("本月会诊1次，本年累计2次；累计提出建议4条，已落实2条，待采纳2条；逾期未办2条。")
    assert isinstance(table, Table)
    assert [c.text for c in table.rows[0]] == [
        "甲局",
        "3月10日",
        "排名末位",
        "资金未落实1项",
        "建议2、另一条",
    ]


def test_findings_of_the_month_are_counted_and_people_of_all() -> None:
    fields = {
        "title": "容错",
        "unit": "甲局",
        "body": OFFICE,
        "subjects": ("zb-2017-01/1",),
        "reason": "探索",
    }
    verified = entry("2017-03-05 核实", by=OFFICE, note="属实")
    granted = entry("2017-03-06 认定", by=OFFICE, result="从轻", evidence="1号")
    waiting = Exemption(id="b", date=day("2017-03-02"), people=9, **fields)
    found = Exemption(id="a", date=day("2017-03-01"), people=2, log=(verified, granted), **fields)
    (said,), numbers = _told("2017-03-31", exemptions=[found, waiting])
    assert said.text == "本月认定容错1件，本年累计认定1件，待核实1件；累计从轻或免责处理干部2人。"
    assert "2人" in numbers


def test_empty_registers_have_no_section() -> None:
    assert _told("2017-03-31") == ([], [])
