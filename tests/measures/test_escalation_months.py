"""The ladder over whole years: a run on the last day of every month, each issuing what it proposes."""

from dataclasses import replace
from datetime import date

import pytest
from build import day, entry, make_item, make_ledger

from ledger.base.days import add_months, month_end
from ledger.measures.escalation import rulings
from ledger.measures.papers import PaperCount, count_papers
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.slips import PREFIXES, Row, Slip


def issue(ledger: Ledger, ruling: Ruling, number: int, on: date) -> Slip:
    """一事一单, with the limits of the default ladder."""
    kind = ruling.kind or ""
    rung = ledger.policies.on(on).ladder.rung(ruling.rung or 0)
    limit = ruling.due
    if rung.finish_within is not None:
        limit = ledger.calendar.add(on, rung.finish_within)
    elif rung.finish_months is not None:
        limit = add_months(on, rung.finish_months)
    name = f"{PREFIXES[kind]}-{on.year}-{number:03}"
    return Slip(
        id=name,
        kind=kind,  # type: ignore[arg-type]
        number=name,
        unit=ruling.unit,
        as_of=on,
        reply_due=ledger.calendar.add(on, rung.reply_within),
        log=(Entry(date=on, event="签发", by=rung.signer),),
        rows=(Row(id="1", subject=ruling.standing.ref, limit=limit),),
    )


def run(ledger: Ledger, on: date) -> tuple[Ledger, list[Ruling]]:
    """One month: the ledger with its new papers, and the rulings."""
    found = rulings(ledger, on)
    numbers = dict.fromkeys(PREFIXES, 0)
    for slip in ledger.slips:
        numbers[slip.kind] += 1
    slips = list(ledger.slips)
    for ruling in found:
        if ruling.outcome is Outcome.PROPOSE:
            numbers[ruling.kind or ""] += 1
            slips.append(issue(ledger, ruling, numbers[ruling.kind or ""], on))
    return replace(ledger, slips=tuple(slips)), found


def months(ledger: Ledger, first: str, last: str) -> tuple[Ledger, dict[int, list[Ruling]]]:
    on, found = month_end(day(f"{first}-01")), {}
    while on <= month_end(day(f"{last}-01")):
        ledger, found[on.month] = run(ledger, on)
        on = month_end(add_months(on, 1))
    return ledger, found


@pytest.mark.parametrize(
    ("due", "first", "rungs", "referred"),
    [
        ("2017-07-15", "2017-05", {6: 1, 7: 2, 8: 3, 9: 4}, [10, 11, 12]),
        ("2017-07-31", "2017-05", {6: 1, 8: 2, 9: 3, 10: 4}, [12]),
        ("2016-06-01", "2017-01", {1: 2, 2: 3, 3: 4}, [5, 6, 7, 8, 9, 10, 11, 12]),
    ],
)
def test_one_item_never_done(due: str, first: str, rungs: dict[int, int], referred: list[int]) -> None:
    _, found = months(make_ledger(make_item(due=due)), first, "2017-12")
    assert {m: r.rung for m, (r,) in found.items() if r.rung} == rungs
    assert [m for m, (r,) in found.items() if r.outcome is Outcome.REFERRAL] == referred


def golden_items() -> list[Item]:
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
        items.append(make_item(*log, id=f"{n + 1:02}", due=str(due)))
    return items


def test_the_year_of_zibo() -> None:
    ledger, found = months(make_ledger(*golden_items()), "2017-01", "2017-10")
    assert {kind: c.papers for kind, c in count_papers(ledger.slips, day("2017-10-31")).items()} == {
        "提示单": 25, "交办单": 20, "催办单": 15, "责令书": 4,
    }  # fmt: skip
    assert [r.standing.item.id for r in found[10] if r.outcome is Outcome.REFERRAL] == [
        "22",
        "23",
        "24",
        "25",
    ]


def test_papers_and_rows_agree_when_every_matter_has_its_own_paper() -> None:
    ledger, _ = months(make_ledger(*golden_items()), "2017-01", "2017-10")
    assert all(
        c == PaperCount(c.papers, c.papers) for c in count_papers(ledger.slips, day("2017-10-31")).values()
    )


def test_a_month_that_was_run_proposes_nothing_again() -> None:
    ledger = make_ledger(*golden_items(), make_item(id="26", due="2017-03", lead=["市财政局", "市教育局"]))
    for month in range(1, 11):
        on = month_end(date(2017, month, 1))
        ledger, _ = run(ledger, on)
        assert not [r for r in rulings(ledger, on) if r.outcome is Outcome.PROPOSE]


def test_no_rung_is_given_twice_to_a_lead_in_one_cycle() -> None:
    extended = make_item(entry("2017-06-10 批准延期", until="2017-07-10"), id="27", due="2017-03-31")
    ledger = make_ledger(
        *golden_items(), make_item(id="26", due="2017-03", lead=["市财政局", "市教育局"]), extended
    )
    _, found = months(ledger, "2017-01", "2017-12")
    issued = [
        (r.standing.ref, r.unit, r.standing.history.cycle, r.rung)
        for rs in found.values()
        for r in rs
        if r.rung
    ]
    assert len(issued) == len(set(issued))
    assert [r for ref, _, _, r in issued if ref.endswith("/27")] == [1, 2, 3, 1, 2, 3, 4]
