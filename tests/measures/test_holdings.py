"""What registers hold: what exists on a day, what it owes, where it stands, what filters find."""

from dataclasses import replace
from datetime import date

import pytest
from build import entry, make_item, make_ledger

from ledger.base.days import parse_day
from ledger.base.errors import LedgerError
from ledger.measures.duties import duties
from ledger.measures.holdings import courses, every_course, holdings, inner_courses
from ledger.measures.known import known_by
from ledger.measures.relogged import relogged
from ledger.measures.selection import Selection
from ledger.measures.thing_selection import check_filters, fits_thing
from ledger.measures.thing_states import standing_of_thing, thing_standings, thing_states
from ledger.model.entries import Entry
from ledger.model.forms import form, names_in
from ledger.model.registers.agendas import REGISTER as AGENDAS
from ledger.model.registers.agendas import Agenda, AgendaTask
from ledger.model.registers.claims import REGISTER as CLAIMS
from ledger.model.registers.claims import Claim
from ledger.model.registers.inspections import REGISTER as INSPECTIONS
from ledger.model.registers.inspections import Finding, Inspection, Team
from ledger.model.registers.meetings import REGISTER as MEETINGS
from ledger.model.registers.sponsors import REGISTER as SPONSORS
from ledger.model.registers.sponsors import Sponsor
from ledger.model.registers.upstream import REGISTER as UPSTREAM

OCTOBER = date(2017, 10, 31)
EVIDENCE = "2017-09-01 整改 evidence=云教发1号"


def said(text: str) -> Entry:
    """``2017-09-01 整改 evidence=云教发1号``."""
    day, event, *fields = text.split()
    return entry(f"{day} {event}", **dict(field.split("=") for field in fields))


def finding(*log: str, id: str = "1", **fields: str) -> Finding:  # noqa: A002
    due = parse_day(fields.pop("due", "2017-09-30"))
    return Finding(
        id=id, title="问题", unit=fields.pop("unit", "市教育局"), due=due, log=tuple(map(said, log)), **fields
    )


def inspection(*findings: Finding, on: str = "2017-08-14") -> Inspection:
    return Inspection(
        id="dc-1",
        title="专项督察",
        kind="专项督察",
        date=parse_day(on),
        team=Team(office="市委改革办", departments=("市财政局",)),
        findings=findings,
    )


def claim(*log: str) -> Claim:
    return Claim(
        id="RL-1",
        title="认领",
        leader="沈砚青",
        items=("p/1",),
        due=date(2017, 12, 31),
        log=tuple(map(said, log)),
    )


def test_what_is_dated_later_does_not_exist_and_nothing_within_it() -> None:
    ledger = make_ledger(inspections=[inspection(finding())])
    assert [c.ref for c in every_course(ledger, date(2017, 8, 13))] == []
    assert [c.ref for c in every_course(ledger, date(2017, 8, 14))] == ["dc-1", "dc-1/1"]


def test_a_thing_within_another_knows_it_and_where_it_stands() -> None:
    ledger = make_ledger(inspections=[inspection(finding(), finding(id="2"))])
    outer, *inner = holdings(ledger)
    assert (outer.pointer, [h.pointer for h in inner]) == ((), [("findings", 0), ("findings", 1)])
    assert all(h.parent is outer for h in inner)
    assert [c.parent.ref for c in inner_courses(ledger, OCTOBER, INSPECTIONS, "findings") if c.parent] == [
        "dc-1"
    ] * 2


def test_facts_after_the_day_have_not_happened_and_those_not_allowed_do_nothing() -> None:
    log = ["2017-08-20 销号 by=市委改革办", EVIDENCE, "2017-11-01 验收 by=市委改革办"]
    ledger = make_ledger(inspections=[inspection(finding(*log))])
    [course] = inner_courses(ledger, OCTOBER, INSPECTIONS, "findings")
    assert (course.state, course.state_word, [e.event for e in course.facts]) == (
        "rectified",
        "待验收",
        ["整改"],
    )


@pytest.mark.parametrize(("result", "state"), [("巩固", "closed"), ("反弹", "open"), ("别的", "closed")])
def test_what_a_result_says_leads_to_its_state(result: str, state: str) -> None:
    log = [
        EVIDENCE,
        "2017-09-02 验收 by=某",
        "2017-09-03 销号 by=某",
        f"2017-10-03 回头看 by=某 result={result}",
    ]
    [course] = inner_courses(
        make_ledger(inspections=[inspection(finding(*log))]), OCTOBER, INSPECTIONS, "findings"
    )
    assert course.state == state


def test_duties_of_registers_are_among_all_others() -> None:
    ledger = make_ledger(make_item(due="2017-12-31"), claims=[claim("2017-03-01 抓部署")])
    acts = [(d.what, d.unit, d.met_on) for d in duties(ledger, OCTOBER) if d.ref == "RL-1"]
    assert ("亲自抓部署", "沈砚青", date(2017, 3, 1)) in acts
    assert len(acts) == 6
    assert sum(met is None for *_, met in acts) == 5


def test_what_was_released_owes_nothing() -> None:
    ledger = make_ledger(claims=[claim("2017-05-01 解除认领 by=市委改革办 note=调离")])
    assert [d for d in duties(ledger, OCTOBER) if d.ref == "RL-1"] == []


def test_first_what_is_due_first_and_how_late() -> None:
    late = standing_of_thing(
        next(courses(make_ledger(claims=[claim()]), date(2018, 1, 5), CLAIMS)), make_ledger()
    )
    assert late.owed is not None
    assert (late.owed.due, late.overdue_days, late.is_open) == (date(2017, 12, 31), 5, True)
    assert thing_states(CLAIMS.thing)["overdue"].fits(late, date(2018, 1, 5))


def test_months_of_what_is_dated() -> None:
    ledger = make_ledger(inspections=[inspection(on="2017-09-14")])
    states = thing_states(INSPECTIONS.thing)
    [thing] = thing_standings(ledger, OCTOBER, INSPECTIONS)
    assert {name: state.fits(thing, OCTOBER) for name, state in states.items()} == {
        "this_month": False,
        "this_year": True,
    }
    assert "this_month" not in thing_states(UPSTREAM.thing)


def test_names_and_where_they_stand() -> None:
    found = {(n.what, n.text, n.pointer) for n in names_in(inspection(finding()))}
    assert found == {
        ("unit", "市委改革办", ("team", "office")),
        ("unit", "市财政局", ("team", "departments", 0)),
        ("unit", "市教育局", ("findings", 0, "unit")),
    }


def test_what_a_form_says_of_a_field() -> None:
    fields = {f.key: f for f in form(Inspection)}
    assert (fields["plans"].title, fields["plans"].naming, fields["plans"].many) == ("督察方案", "plan", True)
    assert (fields["team"].inner, fields["team"].many, fields["findings"].many) == (Team, False, True)
    assert [f.key for f in form(Inspection) if f.required] == ["id", "title", "kind", "date"]


@pytest.mark.parametrize(
    ("chosen", "fits"),
    [
        (Selection(), True),
        (Selection(units=("市教育局",)), True),
        (Selection(units=("市公安局",)), False),
        (Selection(leads=("市教育局",), text="问"), True),
        (Selection(units=("市财政局",)), True),
        (Selection(leads=("市财政局",)), False),
        (Selection(text="没有"), False),
    ],
)
def test_filters_go_by_what_a_thing_names(chosen: Selection, *, fits: bool) -> None:
    ledger = make_ledger(inspections=[inspection(replace(finding(), similar=("市财政局",)))])
    [thing] = thing_standings(ledger, OCTOBER, INSPECTIONS, "findings")
    assert fits_thing(thing, ledger, chosen) is fits


def test_a_filter_that_a_register_has_nothing_for_is_refused() -> None:
    with pytest.raises(LedgerError, match="认领不能用 --field 筛选；可用 --plan、"):
        check_filters(CLAIMS.thing, "认领", Selection(fields=("经济体制",)))


@pytest.mark.parametrize(("unit", "led"), [("市水利局", True), ("市财政局", False), ("陆怀川", False)])
def test_who_only_takes_part_does_not_lead(unit: str, *, led: bool) -> None:
    sponsor = Sponsor(
        id="LX-1",
        title="河湖治理",
        leader="陆怀川",
        unit="市水利局",
        participants=("市财政局",),
        date=date(2017, 3, 1),
    )
    ledger = make_ledger(sponsors=[sponsor])
    [thing] = thing_standings(ledger, OCTOBER, SPONSORS)
    assert fits_thing(thing, ledger, Selection(leads=(unit,))) is led
    assert fits_thing(thing, ledger, Selection(units=(unit,)))


def test_of_a_list_of_tasks_lead_those_whom_a_task_names() -> None:
    agenda = Agenda(
        id="YD-1",
        title="清单",
        kind="工作要点",
        year=2017,
        date=date(2017, 1, 9),
        agreed=("市财政局",),
        tasks=(AgendaTask(id="1", title="任务", lead=("市水利局",)),),
    )
    ledger = make_ledger(agendas=[agenda])
    [thing] = thing_standings(ledger, OCTOBER, AGENDAS)
    found = [fits_thing(thing, ledger, Selection(leads=(unit,))) for unit in ("市水利局", "市财政局")]
    assert found == [True, False]


def test_where_nobody_leads_lead_is_no_filter() -> None:
    with pytest.raises(LedgerError, match="会议不能用 --lead 筛选；可用 --plan、--group、--unit、--text"):
        check_filters(MEETINGS.thing, "会议", Selection(leads=("市教育局",)))


def test_what_was_recorded_later_was_not_known() -> None:
    late = "2017-09-01 整改 evidence=云教发1号 recorded=2017-11-02"
    ledger = make_ledger(inspections=[inspection(finding(late), finding(id="2"))], claims=[claim()])
    then = known_by(ledger, OCTOBER)
    assert [f.log for f in then.of(INSPECTIONS)[0].findings] == [(), ()]
    assert then.of(CLAIMS)[0] is ledger.of(CLAIMS)[0]
    assert relogged(ledger, lambda log: log, lambda kind, *_: kind.kind != "claim")["claims"] == ()
