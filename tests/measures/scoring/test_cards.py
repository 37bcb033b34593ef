"""A unit's card: what counts, what does not apply, what people have not said yet; one rounding at the end."""

from decimal import Decimal
from fractions import Fraction

import pytest
from build import card_on, make_item, make_ledger, make_scheme, make_scores

DONE = make_item("2017-10-10 启动", "2017-10-20 完成", id="1", due="2017-10-31")
LATE = make_item("2017-08-10 启动", id="2", due="2017-09-30")


def test_a_score_is_what_was_earned_of_what_applies() -> None:
    card = card_on(make_ledger(DONE, LATE, schemes=[make_scheme("B1 12", "B3 8", "B5 9")]))

    assert [(line.state, line.points, line.formula) for line in card.lines] == [
        ("计分", Fraction(12), "12*1/1"),
        ("计分", Fraction(4), "8*(1-1/2)"),
        ("不适用", None, ""),
    ]
    assert (card.earned, card.applicable, card.score) == (16, 20, Decimal("80.00"))


def test_under_the_least_that_applies_nobody_is_scored() -> None:
    card = card_on(make_ledger(DONE, schemes=[make_scheme("B1 12", "B5 88", least=Decimal(50))]))

    assert (card.applicable, card.exact, card.score) == (12, None, None)


def test_what_people_have_not_scored_is_left_out_and_never_zero() -> None:
    scheme = make_scheme("B1 12", "C2 3 人工")
    waiting = card_on(make_ledger(DONE, schemes=[scheme]))
    scored = card_on(make_ledger(DONE, schemes=[scheme], scores=[make_scores("市发展改革委 C2 1.5 未推广")]))

    assert (waiting.provisional, waiting.score) == (True, Decimal("100.00"))
    assert (scored.provisional, scored.earned, scored.score) == (False, Fraction("13.5"), Decimal("90.00"))


@pytest.mark.parametrize(
    ("scores", "state", "points"),
    [
        (make_scores(), "待评", None),
        (make_scores(verified=("B1",)), "计分", Fraction(12)),
        (make_scores("市发展改革委 B1 11 证明材料不全", verified=("B1",)), "计分", Fraction(11)),
        (make_scores(id="2017-09", verified=("B1",)), "待评", None),
        (make_scores("市发展改革委 B1 12", verified=("B1",)), "计分", Fraction(12)),
        (make_scores("市发展改革委 B1 12.01 好", verified=("B1",)), "待评", None),  # more than all: C103
    ],
)
def test_a_mixed_point_waits_until_somebody_verifies_it_and_he_has_the_last_word(
    scores: object, state: str, points: Fraction | None
) -> None:
    card = card_on(make_ledger(DONE, schemes=[make_scheme("B1 12 混合")], scores=[scores]))

    assert [(line.state, line.points) for line in card.lines] == [(state, points)]


def test_a_score_for_a_point_that_the_ledger_counts_changes_nothing() -> None:
    card = card_on(
        make_ledger(LATE, schemes=[make_scheme("B3 8")], scores=[make_scores("市发展改革委 B3 8")])
    )

    assert card.earned == 0
