"""The figures of a month agree with the slow oracle, and with each other, on ledgers nobody would write by hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import oracle
from build import day, make_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from random_items import SUCCESSION, case_of
from tape import Tape

from ledger.base.days import month_end, parse_due
from ledger.measures.counting import Counting
from ledger.measures.monthly import MONTHLY
from ledger.measures.progress import MARKS
from ledger.measures.standing import standings
from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan

EXAMPLES = 400
PLAN_LOGS = [(), ("2017-02-20 印发",), ("2017-05-31 审议通过", "2017-06-10 印发"), ("2017-07-01 印发",)]


def year_of(choices: bytes) -> tuple[Ledger, list[date], bool]:
    """What ``case_of`` gives, with entries that were recorded later, plans adopted later and planned starts."""
    case = case_of(choices)
    tape = Tape(choices[::-1])
    (plan,) = case.ledger.plans
    log = make_plan(log=tape.pick(PLAN_LOGS)).log
    ledger = replace(case.ledger, plans=(replace(plan, log=log, items=tuple(_items(tape, plan))),))
    days = [month_end(case.days[0]), *case.days]
    return ledger, days, case.required


def _items(tape: Tape, plan: Plan) -> Iterator[Item]:
    for item in plan.items:
        start = tape.pick([None, "2017-04", "2017-05-31"])
        yield replace(
            item,
            start=parse_due(start) if start else None,
            log=tuple(_recorded(tape, entry) for entry in item.log),
        )


def _recorded(tape: Tape, entry: Entry) -> Entry:
    if not tape.once_in(3):
        return entry
    return replace(entry, recorded=entry.date + timedelta(days=tape.pick([0, 3, 20, 40, 90])))


@settings(max_examples=EXAMPLES)
@given(st.binary(min_size=150, max_size=150))
def test_figures_of_a_month_agree_with_the_oracle(choices: bytes) -> None:
    ledger, days, required = year_of(choices)
    for on in days:
        counting = Counting(ledger, on)
        for standing in standings(ledger, on):
            ours = {figure: counting.fits(figure, standing) for figure in MONTHLY}
            theirs = oracle.month_marks(standing.plan, standing.item, on, units=SUCCESSION, required=required)
            assert ours == theirs


@settings(max_examples=100)
@given(st.lists(st.binary(min_size=100, max_size=100), min_size=1, max_size=4))
def test_figures_of_a_month_add_up(tapes: list[bytes]) -> None:
    """What the tables of a bulletin leave to the reader: parts make the whole, and two month ends differ by what is listed."""
    ledgers = [year_of(choices) for choices in tapes]
    on = ledgers[0][1][0]
    now, then = Counter[str](), Counter[str]()
    for ledger, _, _ in ledgers:
        now += _counts(ledger, on)
        then += _counts(ledger, on.replace(day=1) - timedelta(days=1))
    assert now["total"] == now["completed"] + now["in_progress"] + now["not_started"]
    assert now["total"] == now["comparable"] + now["added"] + now["unadopted"]
    assert then["total"] - then["unadopted"] == now["comparable"] + now["removed"]
    assert now["to_report"] == now["reported"] + now["unreported"]
    assert now["overdue"] == now["overdue_to_30"] + now["overdue_31_to_60"] + now["overdue_over_60"]
    assert now["overdue"] == then["overdue"] + now["newly_overdue"] - now["no_longer_overdue"]
    assert now["stuck"] == now["overdue"] + now["suspended"]
    assert now["accepted"] == now["to_close"] + now["closed"]
    assert now["completed"] - then["completed"] <= now["completed_this_month"]
    assert now["comparable_completed"] <= min(now["completed"], now["comparable"])


def _counts(ledger: Ledger, on: date) -> Counter[str]:
    counting = Counting(ledger, on)
    return Counter(
        figure
        for standing in standings(ledger, on)
        for figure in (*MARKS, *MONTHLY)
        if counting.fits(figure, standing)
    )


def test_the_ledgers_tried_fit_every_figure_and_miss_it() -> None:
    """Otherwise agreement would say little."""
    random, seen, tried = Random(2017), Counter[str](), 0
    for _ in range(600):
        ledger, days, _ = year_of(random.randbytes(150))
        for on in days:
            seen += _counts(ledger, on)
            tried += sum(len(plan.items) for plan in ledger.plans)
    assert {f: seen[f] for f in MONTHLY if not 25 <= seen[f] <= tried - 25} == {}


def test_the_oracle_knows_every_figure() -> None:
    plan = make_plan()
    ledger, _, _ = year_of(b"")
    (_, item), *_ = ledger.items()
    assert list(oracle.month_marks(plan, item, day("2017-06-30"), units={})) == list(MONTHLY)
