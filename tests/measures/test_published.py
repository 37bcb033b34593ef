"""Figures that went out, and what other rules make of them."""

from dataclasses import replace

from build import correction, day, entry, make_item, make_ledger, make_slip

from ledger.base.diagnostics import Spot
from ledger.measures.published import Restated, bulletin_month, publications, restated
from ledger.model.bulletins import Bulletin
from ledger.model.ledger import Ledger
from ledger.model.policy import Policies, Policy

REQUIRED = Policies(versions=(Policy(from_=day("2017-09-01"), acceptance="required"),))


def _ledger() -> Ledger:
    slips = (
        make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-08-02", as_of="2017-07-31"),
        make_slip("JB-2017-002", "zb-2017-01/1", issued="2017-10-09", as_of="2017-09-30", void="2017-10-10"),
        replace(make_slip("JB-2017-003", "zb-2017-01/1", issued="2017-11-09"), log=()),
        make_slip("JB-2017-004", "zb-2017-01/1", issued="2017-10-11", as_of="2017-09-30"),
    )
    item = make_item(entry("2017-06-22 完成", evidence="一号"), due="2017-06-30")
    ledger = make_ledger(item, make_item("2017-03-01 启动", id="2"), slips=slips)
    fronts = {"2017-10": "month: 2017-10\n", "2017-07": "", "2017-06": "month: 2017-06\ndraft: true\n"}
    bulletins = {f"plans/bulletins/{m}.md": Bulletin(front, {}, (), 0) for m, front in fronts.items()}
    return replace(ledger, bulletins=bulletins, paths={("slip", s.id): f"{s.id}.yaml" for s in slips})


def test_papers_and_bulletins_go_out_and_drafts_do_not() -> None:
    assert publications(_ledger()) == [
        (day("2017-07-31"), Spot("JB-2017-001.yaml", ("as_of",))),
        (day("2017-09-30"), Spot("JB-2017-002.yaml", ("as_of",))),
        (day("2017-10-31"), Spot("plans/bulletins/2017-10.md")),
    ]
    assert publications(make_ledger()) == []


def test_a_bulletin_speaks_of_the_end_of_its_month() -> None:
    assert bulletin_month("bulletins/2016-02.md") == day("2016-02-29")


def test_other_rules_restate_figures_from_the_day_they_are_in_force() -> None:
    days = [p.day for p in publications(_ledger())]
    moved = list(restated(_ledger(), REQUIRED, days))
    assert moved == [
        Restated(day(when), figure, *counts)
        for when in ("2017-09-30", "2017-10-31")
        for figure, counts in (("completed", (1, 0)), ("in_progress", (1, 2)), ("on_time", (1, 0)))
    ]
    assert list(restated(_ledger(), _ledger().policies, days)) == []


def test_facts_of_the_old_version_are_judged() -> None:
    accepted = entry("2017-06-30 核验通过", by="市委改革办")
    item = make_item(entry("2017-06-22 完成", evidence="一号"), accepted, due="2017-06-30")
    assert list(restated(make_ledger(item), REQUIRED, [day("2017-09-30")])) == []
    undone = correction("2017-07-01", voids="2017-06-30 核验通过")
    ledger = make_ledger(replace(item, log=(*item.log, undone)))
    assert [m.figure for m in restated(ledger, REQUIRED, [day("2017-09-30")])] == [
        "completed", "in_progress", "on_time",
    ]  # fmt: skip
