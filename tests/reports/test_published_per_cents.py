"""Counts that offices published in their bulletins, the per cents that they printed beside them, and those that we print.

The counts are real, issuers and names are left out. Ours have one decimal, half up, and both their numbers.
"""

from decimal import Decimal

import pytest

from ledger.measures.progress import percent
from ledger.reports.bulletin.figures import Figure, Rate
from ledger.reports.bulletin.wording import moved_rate


def rate(part: int, whole: int) -> Rate:
    return Rate("rate", "完成率", *(Figure("count", "数", value, "ledger items") for value in (part, whole)))


@pytest.mark.parametrize(
    ("done", "of", "printed", "ours"),
    [
        (550, 579, "95%", "95.0%（550/579）"),  # 94.99: one decimal, the 0 dropped
        (385, 405, "95.1%", "95.1%（385/405）"),
        (34, 38, "89.5%", "89.5%（34/38）"),
        (126, 135, "93.3%", "93.3%（126/135）"),
        (6, 7, "85.7%", "85.7%（6/7）"),
        (274, 530, "51.70%", "51.7%（274/530）"),  # two decimals, the second a 0
        (44, 55, "80.0%", "80.0%（44/55）"),
        (13, 19, None, "68.4%（13/19）"),  # counts without per cents
    ],
)
def test_completion(done: int, of: int, printed: str | None, ours: str) -> None:
    assert rate(done, of).full == ours
    if printed is not None:
        assert abs(Decimal(printed.rstrip("%")) - Decimal(100 * done) / of) <= Decimal("0.05")


@pytest.mark.parametrize(
    ("parts", "printed", "ours", "total"),
    [
        ((6, 16), ("27", "73"), ("27.3", "72.7"), "100.0"),  # whole per cents hide a third of a per cent
        ((122, 24), ("84", "16"), ("83.6", "16.4"), "100.0"),
        ((44, 11), ("80.0", "20.0"), ("80.0", "20.0"), "100.0"),
        ((13, 6), (), ("68.4", "31.6"), "100.0"),
        ((461, 224, 32), ("64.3", "31.2", "4.5"), ("64.3", "31.2", "4.5"), "100.0"),
        ((134, 60, 43, 24, 41, 11, 8), (), ("41.7", "18.7", "13.4", "7.5", "12.8", "3.4", "2.5"), "100.0"),
        (
            (1, 1, 1),
            ("33", "33", "34"),
            ("33.3", "33.3", "33.3"),
            "99.9",
        ),  # made up: nothing is bent to add up
        ((1, 1, 1, 5), (), ("12.5", "12.5", "12.5", "62.5"), "100.0"),
        ((1, 5, 10), (), ("6.3", "31.3", "62.5"), "100.1"),
    ],
)
def test_parts_of_a_whole_are_rounded_each_for_itself(
    parts: tuple[int, ...], printed: tuple[str, ...], ours: tuple[str, ...], total: str
) -> None:
    whole = sum(parts)
    assert tuple(percent(part, whole) for part in parts) == ours
    assert str(sum(map(Decimal, ours))) == total
    assert all(
        abs(Decimal(share) - Decimal(100 * part) / whole) <= Decimal("0.05")
        for share, part in zip(ours, parts, strict=True)
    )
    for share, part in zip(printed, parts, strict=bool(printed)):
        assert abs(Decimal(share) - Decimal(100 * part) / whole) < 1


def test_both_numbers_say_which_denominator() -> None:
    """A headline of 132 targets, and per cents of 125 of them: theirs could only be found by trying."""
    printed = ("15.2", "78.4", "1.6", "2.4")
    counts = (19, 98, 2, 3)
    assert tuple(percent(n, 125) for n in counts) == printed
    assert tuple(percent(n, 132) for n in counts) == ("14.4", "74.2", "1.5", "2.3")
    assert [rate(n, 125).full for n in counts[:2]] == ["15.2%（19/125）", "78.4%（98/125）"]


def test_what_counts_nothing_has_no_rate() -> None:
    assert (rate(0, 0).full, str(rate(0, 0)), rate(0, 0).value) == ("—", "—", None)
    assert moved_rate(rate(0, 0), rate(1, 2)) == moved_rate(rate(1, 2), rate(0, 0)) == ""


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ((461, 717), (450, 717), "比上月底提高1.5个百分点"),  # 64.3 less 62.8, as printed; exactly it is 1.53
        ((450, 717), (461, 717), "比上月底下降1.5个百分点"),
        ((1, 2), (2, 4), "与上月底持平"),
        ((549, 579), (550, 579), "比上月底下降0.2个百分点"),
        (
            (6665, 10000),
            (6664, 10000),
            "比上月底提高0.1个百分点",
        ),  # what is printed differs, by what is printed
    ],
)
def test_a_change_is_that_of_the_printed_rates(
    now: tuple[int, int], then: tuple[int, int], words: str
) -> None:
    assert moved_rate(rate(*now), rate(*then)) == words
