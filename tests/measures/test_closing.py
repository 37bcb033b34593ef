"""The gates of a plan that is to be closed, and the look-back that 销号 may ask for."""

from decimal import Decimal
from typing import Any

from build import OFFICE, day, entry, make_item, make_ledger, make_plan

from ledger.measures.closing import Closing, closing_of
from ledger.measures.duties import duties
from ledger.measures.plan_states import PLAN_STATES, PlanProgress
from ledger.measures.plans import tallies_by_plan
from ledger.model.duty import LOOK_BACK
from ledger.model.ledger import Ledger
from ledger.model.policy import Closing as Asked
from ledger.model.policy import Policy
from ledger.model.registers.surveys import Survey

DONE = (entry("2017-06-20 完成", evidence="一号"), entry("2017-06-26 核验通过", by=OFFICE))
ON = day("2017-10-31")


def survey(name: str, when: str, *subjects: str, **counts: int | Decimal) -> Survey:
    return Survey(id=name, title=name, date=day(when), subjects=subjects, **counts)


def closing(ledger: Ledger) -> Closing:
    return closing_of(ledger.plans[0], ledger, ON)


def failing(found: Closing) -> dict[str, list[str]]:
    return {gate.key: [s.ref for s in gate.shortfalls] for gate in found.gates if not gate.holds}


def test_all_accepted_and_nothing_asked_is_ready() -> None:
    found = closing(make_ledger(make_item(*DONE), make_item("2017-05-02 终止", id="2")))
    assert found.ready
    assert [g.asked for g in found.gates] == [True, True, False]
    assert [s.ref for s in found.counted] == ["zb-2017-01/1"]


def test_a_claim_is_done_but_not_yet_good() -> None:
    ledger = make_ledger(make_item("2017-06-20 完成"), make_item("2017-06-20 启动", id="2"))
    assert failing(closing(ledger)) == {"quality": ["zb-2017-01/1"], "task": ["zb-2017-01/2"]}


def test_the_newest_survey_about_the_plan_or_an_item_decides_unrounded() -> None:
    policy = Policy(closing=Asked(satisfaction=Decimal("91.9")))
    surveys = [
        survey("MY-1", "2017-08-01", "zb-2017-01", very_satisfied=1, satisfied=0, valid=100),
        survey("MY-2", "2017-09-01", "zb-2017-01/1", very_satisfied=1900, satisfied=17, valid=2086),
        survey("MY-3", "2017-10-01", "zb-2017-09", very_satisfied=0, satisfied=0, valid=100),
        survey("MY-4", "2017-10-08", "zb-2017-01", issued=200),
        survey("MY-5", "2017-11-01", "zb-2017-01", very_satisfied=0, satisfied=0, valid=100),
    ]
    said = "2017年9月1日《MY-2》满意率91.9%（1917/2086）"
    found = closing(make_ledger(make_item(*DONE), policy=policy, surveys=surveys))
    assert failing(found) == {"satisfaction": ["MY-2"]}  # 91.898 is printed 91.9, and is less than that
    assert found.gates[2].said == f"{said}，要求91.9%"
    found = closing(make_ledger(make_item(*DONE), surveys=surveys))
    assert (found.ready, found.gates[2].said, found.gates[2].asked) == (True, said, False)


def test_a_published_value_does_where_answers_were_not_counted() -> None:
    policy = Policy(closing=Asked(satisfaction=Decimal(85)))
    known = survey("MY-1", "2017-08-01", "zb-2017-01", published=Decimal("86.34"))
    found = closing(make_ledger(make_item(*DONE), policy=policy, surveys=[known]))
    assert found.ready
    assert found.gates[2].said == "2017年8月1日《MY-1》满意度86.34%（公布值），要求85%"


def test_a_look_back_is_owed_by_the_office_where_the_policy_in_force_at_the_time_asks() -> None:
    close, back = entry("2017-07-31 销号", by=OFFICE), entry("2017-10-30 回头看", by=OFFICE, result="巩固")
    asked = Policy(from_=day("2017-07-01"), closing=Asked(look_back_after=3))
    items = [
        make_item(*DONE, close, due="2017-06"),
        make_item(*DONE, close, back, id="2", due="2017-06"),
        make_item(*DONE, entry("2017-06-30 销号", by=OFFICE), id="3", due="2017-06"),
        make_item(*DONE, id="4", due="2017-06"),
    ]
    found = [d for d in duties(make_ledger(*items, policies=(asked,)), ON) if d.what == LOOK_BACK]
    assert [(d.ref, d.unit, str(d.due), d.met_on) for d in found] == [
        ("zb-2017-01/1", OFFICE, "2017-10-31", None),
        ("zb-2017-01/2", OFFICE, "2017-10-31", day("2017-10-30")),
    ]


def test_a_plan_of_which_all_is_accepted_is_listed_as_such() -> None:
    def accepted(*items: Any) -> bool:
        found = closing(make_ledger(make_plan(*items)))
        progress = PlanProgress(found.plan, tallies_by_plan(found.items, 30).get("zb-2017-01"))
        return PLAN_STATES["accepted"].fits(progress, ON)

    assert accepted(make_item(*DONE), make_item("2017-05-02 终止", id="2"))
    assert not accepted(make_item(*DONE), make_item("2017-06-20 完成", id="2"))
    assert not accepted(make_item("2017-05-02 终止"))
