"""会诊: why a unit is stuck is found in its own items on the day of the visit; advice is owed until somebody accepts it."""

from typing import Any

from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_slip, make_unit

from ledger.measures.consulting import advice_to, diagnosis_of
from ledger.measures.diagnosis import diagnose
from ledger.measures.duties import duties, owed
from ledger.measures.holdings import courses
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.registers.consultations import REGISTER, Advice, Consultation

DONE = entry("2017-03-20 落实", evidence="甲发1号")
BACK = entry("2017-03-22 退回", by=OFFICE, note="只有通知")


def _stuck(number: str, due: str, cause: str | None = None, **fields: Any) -> Item:
    log = (entry("2017-01-05 进展", cause=cause, note=f"说明{number}"),)
    return make_item(*log, id=number, due=due, **fields)


def _city(*items: Item, log: tuple[Any, ...] = (), **fields: Any) -> Ledger:
    advice = Advice(id="1", title="建议", unit="甲局", due=day("2017-03-31"), log=log)
    visit = Consultation(
        id="HZ-1", title="会诊", unit="甲局", date=day("2017-03-01"), because="排名末位", advice=(advice,)
    )
    units = [make_unit(OFFICE), make_unit("甲局"), make_unit("乙局")]
    return make_ledger(*items, units=units, consultations=[visit], **fields)


def test_what_is_stuck_is_told_with_days_papers_and_causes() -> None:
    items = [
        _stuck("1", "2017-02-01", "资金未落实", lead="甲局"),
        _stuck("2", "2017-01-10", "资金未落实", lead="甲局"),
        _stuck("3", "2017-02-10", lead="甲局"),
        _stuck("4", "2017-02-10", "资金未落实", lead="乙局", participants="甲局"),
        make_item(id="5", lead="甲局", due="2017-12-31"),
    ]
    slip = make_slip("JB-2017-001", "zb-2017-01/2", issued="2017-01-31", unit="甲局", limit="2017-02-20")
    found = diagnose(_city(*items, slips=[slip]), "甲局", day("2017-03-01"))
    assert [(i.standing.ref, i.standing.overdue_days, len(i.papers)) for i in found.stuck] == [
        ("zb-2017-01/2", 50, 1),
        ("zb-2017-01/1", 28, 0),
        ("zb-2017-01/3", 19, 0),
    ]
    assert [(c.word, len(c.items), c.everywhere) for c in found.causes] == [
        ("资金未落实", 2, 3),
        (None, 1, 1),
    ]
    assert [i.standing.ref for i in found.stuck_joined] == ["zb-2017-01/4"]
    assert (len(found.led), found.overdue, len(found.joined)) == (4, 3, 1)
    assert found.duties == ()


def test_a_visit_keeps_what_it_found_whatever_came_later() -> None:
    late = _stuck("1", "2017-02-01", lead="甲局")
    done = make_item(
        *late.log, entry("2017-03-10 完成", evidence="甲发2号"), id="1", due="2017-02-01", lead="甲局"
    )
    for ledger in (_city(late), _city(done)):
        (visit,) = courses(ledger, day("2017-06-30"), REGISTER)
        assert diagnosis_of(visit, ledger).overdue == 1


def test_suspended_items_are_stuck_too() -> None:
    pause = entry("2017-02-01 暂缓", by=LEAD, until="2017-12-31", note="等上级")
    found = diagnose(_city(make_item(pause, lead="甲局", due="2017-02-15")), "甲局", day("2017-03-01"))
    assert [(i.standing.overdue_days, i.standing.status.value) for i in found.stuck] == [(0, "suspended")]


def test_advice_is_owed_by_its_unit_then_by_the_office() -> None:
    def asked(on: str, *log: Any) -> list[tuple[str, str, str]]:
        ledger = _city(log=log)
        return [(d.unit, d.what, str(d.due)) for d in owed(duties(ledger, day(on)))]

    extended = entry("2017-03-05 批准延期", by=OFFICE, until="2017-04-30")
    assert asked("2017-03-10") == [("甲局", "落实会诊建议", "2017-03-31")]
    assert asked("2017-03-10", extended) == [("甲局", "落实会诊建议", "2017-04-30")]
    assert asked("2017-03-21", DONE) == [(OFFICE, "验收会诊建议", "2017-04-01")]
    assert asked("2017-03-22", DONE, BACK) == [("甲局", "落实会诊建议", "2017-03-31")]
    assert asked("2017-03-10", entry("2017-03-02 不采纳", note="已另有安排")) == []
    assert asked("2017-03-25", DONE, entry("2017-03-24 验收", by=OFFICE)) == []


def test_the_next_visit_is_told_what_was_advised_and_not_done() -> None:
    for log, open_ones in (((), ["HZ-1/1"]), ((DONE, entry("2017-03-24 验收", by=OFFICE)), [])):
        found = advice_to(_city(log=log), "甲局", day("2017-04-30"))
        assert [a.ref for a in found] == open_ones
    assert list(advice_to(_city(), "乙局", day("2017-04-30"))) == []
