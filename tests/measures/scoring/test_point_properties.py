"""What holds of the points of groups A and B whatever a ledger says."""

from dataclasses import replace
from fractions import Fraction

from arithmetic import evaluated
from build import card_on, day, entry, make_item, make_scheme
from hypothesis import given, settings
from hypothesis import strategies as st
from random_unit import WHO, city_of

from ledger.measures.scoring.book import ScoreBook
from ledger.measures.scoring.card import ScoreCard, card_of
from ledger.measures.scoring.periods import ScoredPeriod
from ledger.measures.standing import standings

CITIES = st.binary(max_size=60).map(city_of)
UNITS = st.sampled_from(WHO)


def _share_of_b(card: ScoreCard) -> Fraction:
    earned, weight = card.of("B")
    return earned / Fraction(weight) if weight else Fraction(0)


@given(CITIES, UNITS)
def test_values_lie_within_their_weight_and_follow_from_their_formulas(city, unit) -> None:
    for line in card_on(city.built(), unit).counted:
        assert line.points is not None
        assert 0 <= line.points <= Fraction(line.weight)
        assert evaluated(line.formula) == line.points


@given(CITIES, UNITS)
def test_the_order_of_records_changes_nothing(city, unit) -> None:
    one, other = (card_on(city.built(backwards=way), unit) for way in (False, True))

    assert [(line.state, line.points, line.formula) for line in one.lines] == [
        (line.state, line.points, line.formula) for line in other.lines
    ]


@settings(max_examples=150)
@given(
    CITIES,
    UNITS,
    st.sampled_from(["2017-10-15", "2017-10-31", "2017-09-30", "2017-12-31"]),
    st.sampled_from([{}, {"lead": "市财政局"}, {"lead": "市财政局", "participants": ("市发展改革委",)}]),
    st.sampled_from([None, "2017-09"]),
)
def test_one_more_item_done_in_time_never_lowers_group_b(city, unit, due, role, start) -> None:
    planned = make_item(due=start).due
    done = make_item("2017-09-10 启动", "2017-09-20 完成", id="new", due=due, start=planned, **role)

    before, after = (card_on(each.built(), unit) for each in (city, city.with_item(done)))

    assert after.of("B")[0] >= before.of("B")[0]
    assert _share_of_b(after) >= _share_of_b(before)


@settings(max_examples=150)
@given(CITIES, UNITS, st.integers(0, 4))
def test_whoever_completes_what_is_not_late_loses_nothing(city, unit, number) -> None:
    scheme = make_scheme("B1 12", "B2 8", "B3 8", "B4 5", "B5 9", "A4 3", "A5 2", "E2 2", "E3 3")
    ledger, month = city.built(), ScoredPeriod(day("2017-10-01"), day("2017-10-31"))
    when = day("2017-10-25")
    found = [s.item for s in standings(ledger, when) if s.is_open and not s.overdue]
    if found:
        chosen = found[number % len(found)]
        log = [e for e in chosen.log if e.date <= when]
        done = replace(chosen, log=(*log, entry("2017-10-25 完成", evidence="甲号")))
        better = replace(city, items=tuple(done if i is chosen else i for i in city.items)).built()

        before, after = (card_of(ScoreBook(each, scheme, month), unit) for each in (ledger, better))

        gained = zip(before.lines, after.lines, strict=True)
        assert all(new.lost <= old.lost for old, new in gained)
        assert after.exact is None or before.exact is None or after.exact >= before.exact


@settings(max_examples=150)
@given(CITIES, UNITS, st.sampled_from(["zb-2017-01", "zb-2017-01/1", "zb-2017-01/2", "dc-2017-0/1", "zy-0"]))
def test_an_exemption_never_costs_anybody_anything(city, unit, subject) -> None:
    before = card_on(city.built(), unit)
    after = card_on(city.with_exemption(subject, unit).built(), unit)

    assert after.applicable == before.applicable
    assert all(new.points >= old.points for new, old in zip(after.counted, before.counted, strict=True))


@given(CITIES, UNITS, st.sampled_from(WHO))
def test_an_exemption_of_one_unit_is_none_of_another(city, unit, applicant) -> None:
    if unit != applicant:
        exempted = card_on(city.with_exemption("zb-2017-01", applicant).built(), unit)
        assert exempted.earned == card_on(city.built(), unit).earned


def test_the_random_cities_reach_every_point() -> None:
    """Or the properties would hold of nothing."""
    seen = set()
    for seed in range(200):
        card = card_on(city_of(bytes((seed * n * 7 + n) % 251 for n in range(1, 60))).built())
        seen |= {line.checkpoint.id for line in card.counted if line.lost}

    assert seen == {"A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5"}
