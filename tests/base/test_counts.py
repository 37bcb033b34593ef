"""Counts as official texts give them."""

import pytest

from ledger.base.counts import Count, NoSuchCount, parse_count, total


@pytest.mark.parametrize("text", ["0", "170", "170余", "260多", "近1000000"])
def test_a_count_is_printed_as_it_was_written(text: str) -> None:
    assert str(parse_count(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "0余", "017", "170餘", "约170", "-1", "1.5", "一百", "170余项", "近170余", "近0", "1234567890"],
)
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(NoSuchCount, match="不是数目"):
        parse_count(text)


def test_a_bound_fits_whatever_is_on_its_side() -> None:
    assert [Count(170, "余").fits(n) for n in (169, 170, 171)] == [False, True, True]
    assert [Count(170).fits(n) for n in (169, 170, 171)] == [False, True, False]
    assert [Count(170, "近").fits(n) for n in (169, 170, 171)] == [True, True, False]


def test_a_sum_is_a_bound_as_soon_as_one_part_is() -> None:
    assert str(total([])) == "0"
    assert str(total([Count(12), Count(35)])) == "47"
    assert str(total([Count(1200, "余"), Count(35)])) == "1200余"
    assert str(total([Count(260, "多"), Count(40)])) == "300多"
    assert str(total([Count(260, "多"), Count(900, "余")])) == "1160余"
    assert str(total([Count(900, "近"), Count(35)])) == "近940"
    assert str(total([Count(900, "余"), Count(100, "近")])) == "约1000"


def test_a_sum_is_no_finer_than_its_roughest_bound() -> None:
    assert str(total([Count(160, "余"), Count(260, "余"), Count(393)])) == "810余"
    assert str(total([Count(31050), Count(17000, "近"), Count(15899)])) == "近64000"
    assert str(total([Count(260, "多"), Count(9)])) == "260多"
    assert str(total([Count(40, "余"), Count(9)])) == "49余"
    assert str(total([Count(1000000, "近"), Count(35)])) == "近1010000"
