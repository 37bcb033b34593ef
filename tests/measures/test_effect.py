"""What a change does to the figures: denominators, overdue items, papers that would be due, unit by unit."""

from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_plan, make_unit, make_upstream
from versions import MemoryTree, edited, read

from ledger.loading.load import load
from ledger.measures.comparing.effect import Effect, Side, UnitMove
from ledger.measures.paper_counts import PaperCount
from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy

ON = day("2017-10-31")
DONE = entry("2017-06-22 完成", evidence="1号")
ENDED = entry("2017-06-01 终止", by=OFFICE, note="不再推进")
PAUSED = entry("2017-10-01 暂缓", by=OFFICE, until="2017-12-31", note="待上级")


def effect(before: Ledger, after: Ledger) -> Effect:
    return Effect(Side(before, ON), Side(after, ON))


def moved(found: Effect) -> list[tuple[str, str, str, tuple[int, int]]]:
    """Unit, completed/total with overdue before and after, rows before and after."""
    return [(m.unit, _figures(m, "before"), _figures(m, "after"), m.rows) for m in found.units]


def _figures(move: UnitMove, side: str) -> str:
    tally = getattr(move, side)
    return f"{tally['completed']}/{tally['total']} {tally['overdue']}"


def item(identifier: str, *log: Any, **fields: Any) -> Any:
    return make_item(*log, id=identifier, **({"due": "2018-06-30"} | fields))


def test_an_empty_ledger_has_a_side_too() -> None:
    side = Side(make_ledger(), ON)
    assert (side.items, side.proposed, side.counted(), side.overdue()) == ({}, [], {}, {})
    assert side.tally.rate is None
    assert set(side.papers.values()) == {PaperCount()}
    assert effect(make_ledger(), make_ledger()).units == []


def test_the_first_plan_of_a_ledger_joins_the_denominator() -> None:
    found = effect(make_ledger(), make_ledger(item("1", DONE), item("2", ENDED), item("3")))
    assert (found.joined, found.left) == (["zb-2017-01/1", "zb-2017-01/3"], [])
    assert (found.before.tally.rate, found.after.tally.rate) == (None, "50.0")
    assert moved(found) == [(LEAD, "0/0 0", "1/2 0", (0, 0))]


@pytest.mark.parametrize("out", [ENDED, PAUSED], ids=["cancelled", "suspended"])
def test_what_is_out_of_count_left_the_denominator_and_may_join_it_again(out: Any) -> None:
    counted = make_ledger(item("1", DONE), item("2"))
    fewer = make_ledger(item("1", DONE), item("2", out))
    assert (effect(counted, fewer).joined, effect(counted, fewer).left) == ([], ["zb-2017-01/2"])
    assert (effect(fewer, counted).joined, effect(fewer, counted).left) == (["zb-2017-01/2"], [])
    assert effect(counted, fewer).after.tally.rate == "100.0"


def test_refs_stand_in_the_order_of_the_ledger() -> None:
    plans = [make_plan(*(item(str(n)) for n in (10, 9, 2)), id=name) for name in ("b", "a")]
    found = effect(make_ledger(), make_ledger(*plans))
    assert found.joined == ["a/10", "a/9", "a/2", "b/10", "b/9", "b/2"]


def test_an_item_is_newly_overdue_or_no_longer() -> None:
    before = make_ledger(
        item("1", due="2017-09-30"), item("2", due="2017-12-31"), item("3", due="2017-09-30")
    )
    after = make_ledger(
        item("1", DONE, due="2017-09-30"), item("2", due="2017-10-30"), item("3", due="2017-09-30")
    )
    found = effect(before, after)
    assert (found.newly_overdue, found.no_longer_overdue) == (["zb-2017-01/2"], ["zb-2017-01/1"])
    assert moved(found) == [(LEAD, "0/3 2", "1/3 2", (2, 2))]


def test_papers_that_would_be_due_are_counted_before_and_after() -> None:
    before = make_ledger(
        item("1", due="2017-10-20"), item("2", due="2017-11-15"), item("3", due="2017-11-20")
    )
    after = make_ledger(item("1", DONE, due="2017-10-20"), item("2", due="2017-11-15"), item("3"))
    found = effect(before, after)
    counts = [[side.papers[kind] for kind in ("提示单", "交办单")] for side in (found.before, found.after)]
    assert counts == [[PaperCount(1, 2), PaperCount(1, 1)], [PaperCount(1, 1), PaperCount(0, 0)]]
    assert [r.subject for r in found.after.proposed] == ["zb-2017-01/2"]


def test_each_side_is_judged_by_its_own_rules() -> None:
    ledger = make_ledger(item("1", DONE), item("2", due="2017-11-15"), item("3", due="2017-11-20"))
    strict = Policy(acceptance="required", ladder=Ladder(prompt_ahead=17, grouping="per_item"))
    ruled = make_ledger(*ledger.plans, policy=strict)
    found = effect(ledger, ruled)
    assert (found.before.tally.rate, found.after.tally.rate) == ("33.3", "0.0")
    assert [side.papers["提示单"] for side in (found.before, found.after)] == [
        PaperCount(1, 2),
        PaperCount(1, 1),
    ]
    assert moved(found) == [(LEAD, "1/3 0", "0/3 0", (2, 1))]


def test_an_item_with_two_leads_moves_both() -> None:
    leads = ["乙局", "甲局"]
    units = [make_unit("甲局"), make_unit("乙局"), make_unit("丙局")]
    before = make_ledger(item("1", lead=leads), item("2", lead="丙局"), units=units)
    after = make_ledger(item("1", DONE, lead=leads), item("2", lead="丙局"), units=units)
    assert moved(effect(before, after)) == [
        ("甲局", "0/1 0", "1/1 0", (0, 0)),
        ("乙局", "0/1 0", "1/1 0", (0, 0)),
    ]


def test_an_item_handed_over_leaves_one_unit_for_the_other() -> None:
    units = [make_unit("甲局"), make_unit("乙局")]
    transfer = entry("2017-06-01 移交", to="甲局", by=OFFICE)
    before = make_ledger(item("1", lead="乙局", due="2017-10-01"), units=units)
    after = make_ledger(item("1", transfer, lead="乙局", due="2017-10-01"), units=units)
    assert moved(effect(before, after)) == [
        ("甲局", "0/0 0", "0/1 1", (0, 1)),
        ("乙局", "0/1 1", "0/0 0", (1, 0)),
    ]


def test_a_unit_that_the_change_renames_is_one_line() -> None:
    renamed = [make_unit("甲委", aliases="甲局")]
    before = make_ledger(item("1", lead="甲局"), units=[make_unit("甲局")])
    assert effect(before, make_ledger(item("1", lead="甲局"), units=renamed)).units == []
    after = make_ledger(item("1", DONE, lead="甲委"), units=renamed)
    assert moved(effect(before, after)) == [("甲委", "0/1 0", "1/1 0", (0, 0))]


def test_a_unit_succeeded_by_the_change_is_one_line() -> None:
    succession = [
        make_unit("甲局", until="2017-08-31", successor="甲委"),
        make_unit("甲委", from_="2017-09-01"),
    ]
    before = make_ledger(item("1", lead="甲局", due="2017-10-01"), units=[make_unit("甲局")])
    after = make_ledger(item("1", lead="甲局", due="2017-12-31"), units=succession)
    assert moved(effect(before, after)) == [("甲委", "0/1 1", "0/1 0", (1, 0))]


def test_leads_that_the_change_makes_one_unit_count_an_item_once() -> None:
    before = make_ledger(item("1", lead=["甲局", "乙局"]), units=[make_unit("甲局"), make_unit("乙局")])
    merged = [make_unit("甲局", aliases="乙局")]
    assert effect(before, make_ledger(item("1", lead=["甲局", "乙局"]), units=merged)).units == []
    after = make_ledger(item("1", DONE, lead=["甲局", "乙局"]), units=merged)
    assert moved(effect(before, after)) == [("甲局", "0/1 0", "1/1 0", (0, 0))]


def test_what_a_unit_hands_to_one_that_was_there_already_is_seen_to_move() -> None:
    items = [item("1", DONE, lead="甲局"), item("2", lead="乙局", due="2017-06-30")]
    before = make_ledger(*items, units=[make_unit("甲局"), make_unit("乙局")])
    gone = [make_unit("甲局"), make_unit("乙局", until="2017-08-31", successor="甲局")]
    found = effect(before, make_ledger(*items, units=gone))
    assert moved(found) == [("甲局", "1/1 0", "1/2 1", (0, 1)), ("乙局", "0/1 1", "0/0 0", (1, 0))]


def test_units_stand_as_the_register_orders_them_and_unknown_ones_last() -> None:
    units = [make_unit("丙局"), make_unit("甲局")]
    items = [item(str(n), lead=lead) for n, lead in enumerate(("乙局", "甲局", "丙局"))]
    found = effect(make_ledger(units=units), make_ledger(*items, units=units))
    assert [move.unit for move in found.units] == ["丙局", "甲局", "乙局"]


def test_rows_about_documents_move_their_units() -> None:
    document = make_upstream("2017-02-10 通过", "2017-02-20 收文", lead="甲局")
    exempt = make_upstream(*document.log, entry("2017-09-01 免于配套", by=OFFICE, note="无须"), lead="甲局")
    units = [make_unit("甲局")]
    found = effect(make_ledger(upstream=[document], units=units), make_ledger(upstream=[exempt], units=units))
    assert [r.track for r in found.before.proposed] == ["docking"]
    assert (found.joined, found.left, found.newly_overdue) == ([], [], [])
    assert moved(found) == [("甲局", "0/0 0", "0/0 0", (1, 0))]


def test_nothing_moves_between_a_ledger_and_itself() -> None:
    once, twice = read()[0], read()[0]
    found = effect(once, twice)
    assert found.before.tally == found.after.tally
    assert (found.units, found.joined, found.left) == ([], [], [])
    assert (found.newly_overdue, found.no_longer_overdue) == ([], [])
    assert found.before.papers == found.after.papers


def test_two_items_of_one_number_are_two_as_in_every_other_figure() -> None:
    side = Side(make_ledger(item("1", DONE), item("1")), ON)
    assert (side.tally["total"], side.tally.rate) == (2, "50.0")


@pytest.mark.parametrize(
    ("edit", "shared"),
    [
        (("p.yaml", ("due: 2017-06-30", "due: 2017-07-31")), {"q"}),
        (("q.yaml", ("lead: 乙局", "lead: 丙局")), {"p"}),
        (("units.yaml", ("aliases: [乙]", "aliases: [乙, 丙局]")), set()),
        (("policy.yaml", ("causes: [资金未落实]", "acceptance: required")), set()),
        (("registers/upstream.yaml", ("title: 上级意见", "title: 意见")), {"p", "q"}),
    ],
)
def test_what_both_versions_share_is_judged_once_unless_it_is_judged_otherwise(
    edit: tuple[str, tuple[str, str]], shared: set[str]
) -> None:
    path, words = edit
    before, sources = read()
    after, _ = load(MemoryTree(edited(path, *words)), sources)
    old = Side(before, ON)
    new = Side(after, ON, old)
    plans = {s.plan.id for s in new.standings if any(s is known for known in old.standings)}
    assert plans == shared
    assert [_told(s) for s in new.standings] == [_told(s) for s in Side(after, ON).standings]


def _told(s: Standing) -> list[object]:
    return [s.ref, s.status, s.leads, s.participants, s.effective_due, s.nodes, s.late, s.group]
