"""What a value is made of, and the formula that is printed of it: for a calculator, exact."""

from fractions import Fraction

import pytest
from arithmetic import evaluated
from hypothesis import given
from hypothesis import strategies as st

from ledger.measures.scoring.measured import Form, Measured, Piece, plain

WEIGHTS = st.sampled_from(["12", "8", "2.5", "0.05"])
SHARES = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction("0.35"), Fraction(0)])


def _measured(form: Form, pieces: list[tuple[Fraction, bool]], **fields: object) -> Measured:
    made = (Piece("1", "", share if fits else Fraction(0), share, "") for share, fits in pieces)
    return Measured(form, tuple(made), **fields)


@given(WEIGHTS, st.sampled_from(Form), st.lists(st.tuples(SHARES, st.booleans()), max_size=5))
def test_a_formula_gives_exactly_the_points(
    weight: str, form: Form, pieces: list[tuple[Fraction, bool]]
) -> None:
    found = _measured(form, pieces)

    if found.value is None:
        assert sum(share for share, _ in pieces) == 0
    else:
        assert 0 <= found.value <= 1
        assert evaluated(found.formula(weight)) == Fraction(weight) * found.value


@given(WEIGHTS, st.lists(SHARES, max_size=5), st.integers(1, 12))
def test_a_formula_with_a_target_says_how_the_target_was_reckoned(
    weight: str, shares: list[Fraction], months: int
) -> None:
    target = Fraction(7 * months, 12)
    found = _measured(Form.CAPPED, [(share, True) for share in shares], target=target, words=f"7*{months}/12")

    assert evaluated(found.formula(weight)) == Fraction(weight) * min(1, sum(shares, Fraction(0)) / target)


@pytest.mark.parametrize(
    ("form", "parts", "formula", "points"),
    [
        (Form.SHARE, [(Fraction(1), True), (Fraction(1, 2), False)], "12*1/1.5", 8),
        (Form.LOSS, [(Fraction(1), True), (Fraction(1), False), (Fraction(1), False)], "12*(1-1/3)", 8),
        (Form.CAPPED, [(Fraction(1, 3), True), (Fraction(1, 3), False)], "12*min(1, (1/3)/(2/3))", 6),
        (Form.DEDUCTION, [(Fraction(3), True)], "12*max(0, 1-3/3)", 0),
    ],
)
def test_formulas_as_they_are_printed(
    form: Form, parts: list[tuple[Fraction, bool]], formula: str, points: int
) -> None:
    found = _measured(form, parts)

    assert found.formula("12") == formula
    assert evaluated(formula) == points


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(9), "9"),
        (Fraction("9.5"), "9.5"),
        (Fraction(100), "100"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 3), "(1/3)"),
        (Fraction(10**7), "10000000"),
        (Fraction(0), "0"),
    ],
)
def test_numbers_without_an_end_stay_fractions(number: Fraction, text: str) -> None:
    assert plain(number) == text


@pytest.mark.parametrize("text", ["2**3", "__import__('os')", "12*a", "-1", "1 if 1 else 2"])
def test_the_calculator_reads_nothing_but_formulas(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        evaluated(text)
