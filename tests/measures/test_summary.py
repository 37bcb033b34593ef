"""The summary of a whole is the sum of the summaries of its parts, however it was divided."""

from dataclasses import replace
from datetime import date

from build import day, entry, make_item, make_ledger, make_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from random_items import UNITS, case_of
from tape import Tape

from ledger.measures.causes import causes
from ledger.measures.plans import plan_standing, tallies_by_plan
from ledger.measures.progress import GROUPINGS, ages, grouped, oldest_overdue, tally
from ledger.measures.standing import standings
from ledger.measures.summary import OLDEST, Overdue, Summary, added, longest_overdue, summarised
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan

SOON = 30


def summary_of(ledger: Ledger, on: date, by: str | None = None) -> Summary:
    items = list(standings(ledger, on))
    plans = [plan_standing(plan, on) for plan in ledger.plans]
    return summarised(items, plans, tallies_by_plan(items, SOON), SOON, by)


def city_of(choices: bytes) -> Ledger:
    """Some plans of an item or two each; of what they are stuck for, and who they belong to, there is little to choose."""
    tape, plans = Tape(choices), list[Plan]()
    for number in range(tape.pick([3, 5, 2, 1, 0, 8])):
        (plan,) = case_of(bytes(tape.pick(range(256)) for _ in range(60))).ledger.plans
        log = [
            entry(text)
            for text in tape.pick([(), ("2016-12-01 审议通过", "2017-01-10 印发"), ("2017-05-01 销账",)])
        ]
        items = tuple(_stuck(tape, item) for item in plan.items * tape.pick([1, 1, 4, 0]))
        fields = {"id": f"p{number}", "field": tape.pick([None, "经济体制", "社会体制"]), "items": items}
        plans.append(replace(plan, log=tuple(log), **fields))
    return make_ledger(*plans, units=UNITS)


def _stuck(tape: Tape, item: Item) -> Item:
    cause = tape.pick([None, "资金未落实", "意见不一致"])
    return replace(item, log=tuple(replace(e, cause=cause) for e in item.log))


@settings(max_examples=150)
@given(
    st.binary(min_size=400, max_size=900), st.lists(st.integers(0, 3)), st.sampled_from([None, *GROUPINGS])
)
def test_the_whole_is_the_sum_of_its_parts(choices: bytes, parts: list[int], by: str | None) -> None:
    ledger, on = city_of(choices), day("2017-09-14")
    members = [
        [plan for n, plan in enumerate(ledger.plans) if (parts[n] if n < len(parts) else 0) == part]
        for part in (3, 1, 0, 2)
    ]
    halves = [summary_of(replace(ledger, plans=tuple(plans)), on, by) for plans in members]
    assert added(halves) == summary_of(ledger, on, by)


@settings(max_examples=50)
@given(st.binary(min_size=400, max_size=900), st.sampled_from([*GROUPINGS]))
def test_a_summary_says_what_its_measures_say(choices: bytes, by: str) -> None:
    ledger, on = city_of(choices), day("2017-09-14")
    items, found = list(standings(ledger, on)), summary_of(ledger, on, by)
    assert found.total == tally(items, SOON)
    assert list(found.ages.items()) == ages(items)
    assert found.commonest_causes == causes(items)
    assert list(found.groups) == grouped(items, by, SOON)
    assert [s.ref for s in longest_overdue(found, ledger, on)] == [
        s.ref for s in oldest_overdue(items, OLDEST)
    ]


def test_nothing_adds_up_to_nothing() -> None:
    assert added([]) == Summary() == summary_of(make_ledger(), day("2017-10-31"))
    assert Summary().total["total"] == Summary().plans["issued"] == 0


def test_what_is_due_is_counted_by_the_month_of_the_day() -> None:
    dues = {"2017-10-14", "2017-10-15", "2017-10-31", "2017-11-01", "2017-11-30", "2017-12-01"}
    items = [make_item(id=due, due=due) for due in dues]
    done = make_item("2017-10-01 完成", id="done", due="2017-10-31")
    found = summary_of(make_ledger(*items, done), day("2017-10-15"))
    assert (found.due_this_month, found.due_next_month) == (2, 2)


def test_the_oldest_are_found_by_their_place_though_an_id_is_there_twice() -> None:
    twins = [make_item(id="1", due="2017-10-30"), make_item(id="1", due="2017-09-30", title="另一个")]
    ledger, on = make_ledger(make_plan(*twins, id="p")), day("2017-10-31")
    found = summary_of(ledger, on)
    assert found.oldest == (Overdue(31, "p", 1), Overdue(1, "p", 0))
    assert [s.title for s in longest_overdue(found, ledger, on)] == ["另一个", "事项1"]
