"""What came about after a day says nothing of it: neither of its figures nor among the changes that moved them."""

from dataclasses import replace

from build import day, entry, make_item, make_ledger, make_plan, make_slip, make_upstream
from versions import FILES, edited, read

from ledger.measures.comparing.bearing import bearing, counted_then, is_late_fact
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.late import is_late_record, without_late
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import Finding, Inspection

SEPTEMBER = day("2017-09-30")
PAPER = FILES["slips/TS-2017-001.yaml"].replace("2017-001", "2017-002").replace("〔2017〕1号", "〔2017〕2号")


def borne(after: dict[str, str], on: str = "2017-09-30") -> list[tuple[str, str, bool]]:
    """Kind, subject, and whether it is a fact that was only recorded later."""
    found = bearing(changes(read()[0], read(after)[0]), day(on))
    return [(c.kind.value, c.subject, is_late_fact(c, day(on))) for c in found]


def test_a_fact_of_the_time_bears_on_it_and_a_later_one_does_not() -> None:
    late = edited("p.yaml", "  - id: 2\n", "      - {date: 2017-09-20, event: 销号, by: 改革办}\n  - id: 2\n")
    assert borne(late) == [("entry_added", "p/1", True)]
    assert borne(late, "2017-09-19") == []


def test_what_was_rewritten_bears_on_every_day() -> None:
    assert borne(edited("p.yaml", "due: 2017-10\n", "due: 2017-12\n")) == [("edited", "p/3", False)]


def test_a_paper_bears_from_the_day_it_was_signed_and_its_rows_are_told_by_it() -> None:
    files = FILES | {"slips/TS-2017-002.yaml": PAPER}
    assert borne(files) == [("added", "TS-2017-002", False)]
    assert borne(files, "2017-09-29") == []


def test_a_document_from_above_bears_from_its_first_fact() -> None:
    text = "  - id: zy-3\n    title: 新意见\n    log:\n      - {date: 2017-10-08, event: 通过}\n"
    files = edited("registers/upstream.yaml", "  - id: zy-2\n", f"{text}  - id: zy-2\n")
    assert borne(files) == []
    assert borne(files, "2017-10-31") == [("added", "zy-3", False)]


def test_an_item_bears_on_every_day_because_it_counts_on_every_day() -> None:
    text = "  - id: 2\n    title: 补列事项\n    log:\n      - {date: 2017-10-08, event: 启动}\n"
    assert borne(FILES | {"q.yaml": FILES["q.yaml"] + text}) == [("added", "q/2", False)]


def test_plans_and_documents_that_came_later_were_not_there() -> None:
    old = make_ledger(make_plan(id="a"), upstream=[make_upstream(id="u")])
    plans = [
        make_plan(id="a"), make_plan(id="b", log=["2017-10-12 审议通过"]),
        make_plan(id="c", log=["2017-09-12 审议通过"]), make_plan(id="d"),
    ]  # fmt: skip
    documents = [make_upstream("2017-10-09 通过", id=name) for name in ("u", "v")]
    then = counted_then(make_ledger(*plans, upstream=documents), old, SEPTEMBER)
    assert [p.id for p in then.plans] == ["a", "c", "d"]
    assert [d.id for d in then.upstream] == ["u"]


def test_papers_that_were_signed_later_were_not_there_even_if_they_were_decided_by_then() -> None:
    known = make_slip("TS-2017-001", "a/1", issued="2017-10-09", as_of="2017-09-30")
    late = make_slip("TS-2017-002", "a/1", issued="2017-10-09", as_of="2017-09-30")
    in_time = make_slip("TS-2017-003", "a/1", issued="2017-09-30")
    old, now = make_ledger(slips=[known]), make_ledger(slips=[known, late, in_time])
    assert [s.id for s in counted_then(now, old, SEPTEMBER).slips] == ["TS-2017-001", "TS-2017-003"]


def test_what_became_of_a_plan_later_does_not_make_it_unadopted_then() -> None:
    old = make_ledger(make_plan(make_item(), id="a"))
    now = make_ledger(make_plan(make_item(), id="a", log=["2017-10-12 审议通过"]))
    assert counted_then(now, old, SEPTEMBER).plans == old.plans
    assert counted_then(now, old, day("2017-10-31")).plans == now.plans


def test_rules_and_units_bear_from_the_day_they_are_in_force() -> None:
    rules = FILES["policy.yaml"] + "  - from: 2017-10-01\n    acceptance: required\n"
    units = FILES["units.yaml"].replace(
        "  - id: 丙局\n", "  - id: 丙局\n  - id: 丁局\n    from: 2017-10-01\n"
    )
    files = FILES | {"policy.yaml": rules, "units.yaml": units}
    assert borne(files) == []
    assert [subject for _, subject, _ in borne(files, "2017-10-31")] == ["2017-10-01", "丁局"]


def inspection(*findings: Finding, on: str = "2017-09-04", kind: str = "专项督察") -> Inspection:
    return Inspection(id="dc", title="督察", kind=kind, date=day(on), findings=findings)


def finding(number: str, *log: Entry) -> Finding:
    return Finding(id=number, title=f"问题{number}", unit="甲局", due=day("2017-10-15"), log=log)


def between(old: Inspection, now: Inspection) -> tuple[list[Change], Ledger]:
    before, after = (filed(make_ledger(inspections=[one])) for one in (old, now))
    return bearing(changes(before, after), SEPTEMBER), after


def test_a_finding_entered_late_is_a_late_record_and_can_be_thought_away() -> None:
    found, now = between(inspection(finding("1")), inspection(finding("1"), finding("2")))
    assert [(c.subject, is_late_record(c)) for c in found] == [("dc/2", True)]
    assert [f.id for f in without_late(now, found).registers["inspections"][0].findings] == ["1"]


def test_a_plain_record_bears_from_its_day_and_edited_it_is_rewritten() -> None:
    found, _ = between(inspection(), inspection(kind="全面督察"))
    assert [(c.kind.value, c.field, is_late_record(c)) for c in found] == [("edited", "kind", False)]
    empty, later = make_ledger(inspections=[]), make_ledger(inspections=[inspection(on="2017-10-09")])
    assert bearing(changes(filed(empty), filed(later)), SEPTEMBER) == []


def test_a_finding_that_was_first_heard_of_later_was_not_there() -> None:
    old = make_ledger(inspections=[inspection(finding("1"))])
    log = entry("2017-10-12 整改", evidence="甲发1号")
    now = make_ledger(inspections=[inspection(finding("1"), finding("2", log), finding("3"))])
    (then,) = counted_then(now, old, SEPTEMBER).registers["inspections"]
    assert [f.id for f in then.findings] == ["1", "3"]


def filed(ledger: Ledger) -> Ledger:
    paths = {("inspections", "dc"): "inspections/dc.yaml"}
    return replace(ledger, paths={("ledger", ""): "ledger.yaml", **paths})
