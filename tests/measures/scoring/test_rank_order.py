"""Who comes before whom: ranks under ties, and who is first and last."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.measures.scoring.card import ScoreCard, ScoreLine
from ledger.measures.scoring.places import first_of, last_of
from ledger.measures.scoring.ranking import Place, ranked
from ledger.model.scoring import Aspect, Checkpoint

WHOLE = Checkpoint(id="X1", title="全部", weight=Decimal(100))
ASPECT = Aspect(id="X", title="方面", checkpoints=(WHOLE,))
POINTS = st.none() | st.integers(0, 400).map(lambda n: Fraction(n, 4)) | st.fractions(99, 100)


def card(unit: str, points: Fraction | None) -> ScoreCard:
    """Of one point that weighs a hundred; None where it does not apply."""
    line = ScoreLine(ASPECT, WHOLE, "不适用" if points is None else "计分", points)
    return ScoreCard(unit, "区县", (line,), Decimal(50))


def placed(*points: str) -> list[Place]:
    cards = [card(f"{n}区", Fraction(p) if p else None) for n, p in enumerate(points, 1)]
    return ranked(cards, str)


def ranks(*points: str) -> list[int | None]:
    return [p.rank for p in placed(*points)]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (("90", "80", "80", "70"), [1, 2, 2, 4]),
        (("70", "80", "", "90"), [1, 2, 3, None]),
        (("80", "80", "80"), [1, 1, 1]),
        (("80.004", "80", "79.995"), [1, 1, 1]),  # one rounding, half-up, and ranks go by what is printed
        (("80.005", "80", "79.994"), [1, 2, 3]),
        (("", ""), [None, None]),
        ((), []),
    ],
)
def test_equal_scores_share_a_rank_and_the_next_is_skipped(
    points: tuple[str, ...], expected: list[int | None]
) -> None:
    assert ranks(*points) == expected


@pytest.mark.parametrize(
    ("points", "first", "last"),
    [
        (("90", "80", "70"), ["1区"], ["3区"]),
        (("90", "90", "70"), ["1区", "2区"], ["3区"]),
        (("90", "70", "70"), ["1区"], ["2区", "3区"]),  # all that share the last rank are last
        (("80", "80", "80"), [], []),
        (("90", "70"), ["1区"], []),  # of two nobody is last
        (("90", "70", ""), ["1区"], []),  # a unit that is not ranked makes no pool of three
        (("", "", ""), [], []),
    ],
)
def test_first_and_last_are_those_at_the_ends_of_a_pool_that_has_ends(
    points: tuple[str, ...], first: list[str], last: list[str]
) -> None:
    places = placed(*points)
    assert first_of(places) == first
    assert last_of(places) == last


@settings(max_examples=60, deadline=None)
@given(points=st.lists(POINTS, max_size=7), data=st.data())
def test_ranks_follow_from_scores_alone(points: list[Fraction | None], data: st.DataObject) -> None:
    cards = [card(f"{n}区", p) for n, p in enumerate(points)]
    places = ranked(cards, str)
    shuffled = data.draw(st.permutations(cards))

    assert ranked(shuffled, str) == places
    known = [p for p in places if p.score is not None]
    assert [p.score for p in known] == sorted((p.score for p in known if p.score is not None), reverse=True)
    for place in known:
        assert place.rank == 1 + sum(other.score > place.score for other in known)  # type: ignore[operator]
    assert all(p.rank is None for p in places[len(known) :])


@settings(max_examples=60, deadline=None)
@given(points=st.lists(POINTS, max_size=7))
def test_nobody_is_first_and_last_at_once(points: list[Fraction | None]) -> None:
    places = ranked([card(f"{n}区", p) for n, p in enumerate(points)], str)
    scores = {p.unit: p.score for p in places}
    first, last = first_of(places), last_of(places)

    assert not set(first) & set(last)
    assert len({scores[unit] for unit in first}) <= 1
    assert len({scores[unit] for unit in last}) <= 1
    if len({s for s in scores.values() if s is not None}) <= 1:
        assert first == last == []


@settings(max_examples=40, deadline=None)
@given(points=st.lists(st.fractions(0, 100), min_size=1, max_size=6), gain=st.fractions(0, 50))
def test_who_gains_points_loses_no_rank(points: list[Fraction], gain: Fraction) -> None:
    def rank_of_first(own: Fraction) -> int | None:
        cards = [card("0区", own), *(card(f"{n}区", p) for n, p in enumerate(points[1:], 1))]
        return next(p.rank for p in ranked(cards, str) if p.unit == "0区")

    before, after = rank_of_first(points[0]), rank_of_first(min(Fraction(100), points[0] + gain))
    assert before is not None
    assert after is not None
    assert after <= before
