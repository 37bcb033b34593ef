"""The ladder over whole years: a run on the last day of every month, each issuing what it proposes."""

from datetime import date

import pytest
from build import day, entry, make_item, make_ledger
from monthly import month_ends, proposed, run, run_months

from ledger.base.days import add_months, month_end
from ledger.measures.escalation import rulings
from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.rulings import Outcome
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy

PER_ITEM = Policy(ladder=Ladder(grouping="per_item"))
ZIBO = {"提示单": 25, "交办单": 20, "催办单": 15, "责令书": 4}


@pytest.mark.parametrize(
    ("due", "first", "rungs", "referred"),
    [
        ("2017-07-15", "2017-05", {6: 1, 7: 2, 8: 3, 9: 4}, [10, 11, 12]),
        ("2017-07-31", "2017-05", {6: 1, 8: 2, 9: 3, 10: 4}, [12]),
        ("2016-06-01", "2017-01", {1: 2, 2: 3, 3: 4}, [5, 6, 7, 8, 9, 10, 11, 12]),
    ],
)
def test_one_item_never_done(due: str, first: str, rungs: dict[int, int], referred: list[int]) -> None:
    _, found = run_months(make_ledger(make_item(due=due)), first, "2017-12")
    assert {m: r.rung for m, (r,) in found.items() if r.rung} == rungs
    assert [m for m, (r,) in found.items() if r.outcome is Outcome.REFERRAL] == referred


def golden_items(*, verified: bool = True) -> list[Item]:
    """25 due on the 15th of February to June: 5 finish the day before, 5 within 10 days of the due month's end,
    11 within 10 days of the next month's end, 4 never."""
    items = []
    for n in range(25):
        due = date(2017, 2 + n % 5, 15)
        end = month_end(due)
        finished = {
            0: date(due.year, due.month, 14),
            1: date.fromordinal(end.toordinal() + 1 + n % 10),
            2: date.fromordinal(month_end(add_months(due, 1)).toordinal() + 1 + n % 10),
        }.get(0 if n < 5 else 1 if n < 10 else 2 if n < 21 else 3)
        log = [entry(f"{finished} 完成", evidence="文")] if finished else []
        if finished and verified:
            log.append(entry(f"{finished} 核验通过", by="市委改革办"))
        items.append(make_item(*log, id=f"{n + 1:02}", due=str(due)))
    return items


def counted(ledger: Ledger) -> dict[str, PaperCount]:
    return count_papers(ledger.slips, day("2017-10-31"))


class TestTheYearOfZibo:
    @pytest.mark.parametrize("verified", [True, False], ids=["verified", "never verified"])
    def test_25_prompts_20_assignments_15_urgings_4_orders(self, *, verified: bool) -> None:
        ledger = make_ledger(*golden_items(verified=verified), policy=PER_ITEM)
        ledger, found = run_months(ledger, "2017-01", "2017-10")
        assert counted(ledger) == {kind: PaperCount(n, n) for kind, n in ZIBO.items()}
        referred = [r.subject for r in found[10] if r.outcome is Outcome.REFERRAL]
        assert referred == [f"zb-2017-01/{n}" for n in (22, 23, 24, 25)]

    def test_with_one_paper_a_unit_the_rows_are_the_same_and_the_papers_fewer(self) -> None:
        ledger, _ = run_months(make_ledger(*golden_items()), "2017-01", "2017-10")
        assert {kind: c.rows for kind, c in counted(ledger).items()} == ZIBO
        assert {kind: c.papers for kind, c in counted(ledger).items()} == {
            "提示单": 5, "交办单": 5, "催办单": 5, "责令书": 4,
        }  # fmt: skip

    def test_a_claim_that_waits_for_its_verdict_is_never_the_units_fault(self) -> None:
        _, found = run_months(
            make_ledger(*golden_items(verified=False), policy=PER_ITEM), "2017-01", "2017-10"
        )
        assert {r.clause for r in found[10]} == {"E4", "E11"}

    def test_numbers_run_from_1_within_kind_and_year(self) -> None:
        ledger, _ = run_months(make_ledger(*golden_items(), policy=PER_ITEM), "2017-01", "2017-10")
        ids = [s.id for s in ledger.slips if s.kind == "交办单"]
        assert ids == [f"JB-2017-{n:03}" for n in range(1, 21)]


def test_a_month_that_was_run_proposes_nothing_again() -> None:
    ledger = make_ledger(*golden_items(), make_item(id="26", due="2017-03", lead=["市财政局", "市教育局"]))
    for on in month_ends("2017-01", "2017-10"):
        ledger, _, _ = run(ledger, on)
        again, none, found = run(ledger, on)
        assert (proposed(found), none, again) == ([], [], ledger)
    assert count_papers(ledger.slips, day("2017-10-31"))["责令书"].rows == 4 + 2


def test_a_month_signed_some_days_later_proposes_nothing_again() -> None:
    ledger = make_ledger(*golden_items())
    for on in month_ends("2017-01", "2017-10"):
        ledger, _, _ = run(ledger, on, date.fromordinal(on.toordinal() + 6))
        assert proposed(rulings(ledger, on)) == []
    assert {kind: c.rows for kind, c in count_papers(ledger.slips, day("2017-11-06")).items()} == ZIBO


def test_no_rung_is_given_twice_to_a_lead_in_one_cycle() -> None:
    extended = make_item(entry("2017-06-10 批准延期", until="2017-07-10"), id="27", due="2017-03-31")
    ledger = make_ledger(
        *golden_items(), make_item(id="26", due="2017-03", lead=["市财政局", "市教育局"]), extended
    )
    _, found = run_months(ledger, "2017-01", "2017-12")
    issued = [
        (r.subject, r.unit, r.standing.history.cycle, r.rung)
        for rs in found.values()
        for r in rs
        if r.rung and r.standing
    ]
    assert len(issued) == len(set(issued))
    assert [r for ref, _, _, r in issued if ref.endswith("/27")] == [1, 2, 3, 1, 2, 3, 4]
