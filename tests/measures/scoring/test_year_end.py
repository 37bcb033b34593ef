"""年底综合考核: both parts exact, rounded once; a renamed unit is one line; who lacks a part is not ranked."""

from decimal import Decimal
from fractions import Fraction

import pytest
from build import day, make_ledger, make_scores, make_unit
from published_months import DISTRICTS, month_of

from ledger.measures.scoring.year_end import YearLine, year_lines, year_ranked
from ledger.model.ledger import Ledger
from ledger.model.registers.scores import HumanScore

UNITS = [make_unit(name, kind=DISTRICTS) for name in ("甲区", "乙区", "丙区")]


def lines(ledger: Ledger, carry: int = 50) -> dict[str, YearLine]:
    return {line.unit: line for line in year_lines(ledger, 2017, DISTRICTS, day("2017-12-31"), carry)}


def line(*months: str, year_end: str | None = "90", carry: int = 50) -> YearLine:
    human = HumanScore(id="1", unit="甲区", score=Decimal(year_end)) if year_end else None
    known = tuple((f"2017-{n:02}", Fraction(score)) for n, score in enumerate(months, 1))
    return YearLine("甲区", known, human, Fraction(carry, 100))


@pytest.mark.parametrize(
    ("found", "score", "formula"),
    [
        (line("91", "92.5"), "90.88", "0.5*(91+92.5)/2+0.5*90"),  # 90.875: half-up, once
        (line("80", "80", "81", year_end="80.01"), "80.17", "0.5*(80+80+81)/3+0.5*80.01"),  # 80.1716…
        (line("70", carry=100, year_end=None), "70.00", "1*(70)/1"),
        (line(carry=0), "90.00", "1*90"),
        (line("70", year_end=None), None, "0.5*(70)/1"),
        (line("70", year_end="100.01"), None, "0.5*(70)/1"),  # more than all: C103
        (line(), None, "0.5*90"),
        (line(year_end=None), None, ""),
        (line("60", "70", carry=30), "82.50", "0.3*(60+70)/2+0.7*90"),
    ],
)
def test_a_year_is_two_parts_and_lacks_a_score_without_either(
    found: YearLine, score: str | None, formula: str
) -> None:
    assert found.score == (Decimal(score) if score else None)
    assert found.formula == formula


def test_only_published_periods_of_the_year_count_and_each_unit_by_its_own() -> None:
    months = [
        month_of("2016-12", "乙区 甲区 丙区"),
        month_of("2017-02", "甲区 乙区"),
        month_of("2017-01", "甲区 乙区 丙区"),
        month_of("2018-01", "丙区 乙区 甲区"),
    ]
    found = lines(make_ledger(units=UNITS, rankings=months))
    assert found["甲区"].months == (("2017-01", 99), ("2017-02", 99))
    assert found["丙区"].months == (("2017-01", 97),)
    assert found["丙区"].mean == 97


def test_a_renamed_unit_is_one_line_and_one_that_is_gone_keeps_its_own() -> None:
    units = [
        *UNITS[:2],
        make_unit("丙区", kind=DISTRICTS, until="2017-06-30", successor="丁区"),
        make_unit("丁区", kind=DISTRICTS, from_="2017-07-01"),
        make_unit("戊区", kind=DISTRICTS, until="2017-06-30"),
    ]
    months = [month_of("2017-06", "戊区 甲区 乙区 丙区"), month_of("2017-07", "丁区 甲区 乙区")]
    sheet = make_scores("丙区 - 88", id="2017")
    found = lines(make_ledger(units=units, rankings=months, scores=[sheet]))
    assert list(found) == ["甲区", "乙区", "丁区", "戊区"]
    assert found["丁区"].months == (("2017-06", 96), ("2017-07", 99))
    assert found["丁区"].score == Decimal("92.75")


def test_units_that_became_one_count_a_period_once_with_their_mean() -> None:
    units = [
        UNITS[0],
        *(make_unit(n, kind=DISTRICTS, until="2017-06-30", successor="丁区") for n in ("乙区", "丙区")),
        make_unit("丁区", kind=DISTRICTS, from_="2017-07-01"),
    ]
    found = lines(make_ledger(units=units, rankings=[month_of("2017-06", "甲区 乙区 丙区")]))
    assert found["丁区"].months == (("2017-06", Fraction(195, 2)),)


def test_equal_years_share_a_rank_and_who_has_none_stands_at_the_end() -> None:
    ranked = year_ranked([line("80", year_end=None), line("80"), line("90"), line("90"), line("70")])
    assert [place.rank for place in ranked] == [1, 1, 3, 4, None]
