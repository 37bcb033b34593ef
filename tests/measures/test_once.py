"""What was worked out of a ledger is kept with that ledger, and with no other."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from build import make_item, make_ledger

from ledger.model.ledger import Ledger
from ledger.model.once import once, walked

NOVEMBER, DECEMBER = date(2017, 11, 30), date(2017, 12, 31)


def test_a_question_is_worked_out_once_a_ledger_and_day() -> None:
    asked: list[date] = []

    @once
    def year(_: Ledger, day: date) -> int:
        asked.append(day)
        return day.year

    one, other = make_ledger(), make_ledger()
    assert [year(one, NOVEMBER), year(one, NOVEMBER), year(one, DECEMBER)] == [2017] * 3
    assert year(other, NOVEMBER) == 2017
    assert asked == [NOVEMBER, DECEMBER, NOVEMBER]


@walked
def ids(ledger: Ledger) -> Iterator[str]:
    yield from (item.id for _, item in ledger.items())


def test_a_walk_can_be_walked_again() -> None:
    ledger = make_ledger(make_item())
    assert list(ids(ledger)) == list(ids(ledger)) != []


def test_a_ledger_that_was_changed_knows_nothing_of_the_one_before() -> None:
    ledger = make_ledger(make_item())
    assert ids(ledger)
    assert not ids(replace(ledger, plans=()))


def test_what_was_worked_out_makes_no_difference_between_ledgers() -> None:
    ledger = make_ledger(make_item())
    same = replace(ledger)
    assert ids(ledger)
    assert ledger == same
    assert "worked_out" not in repr(ledger)
