"""A period's ranking as computed from today's files, and beside it what was published."""

from dataclasses import replace
from decimal import Decimal

import pytest
from build import day, make_item, make_ledger, make_plan, make_scheme, make_scores, make_unit
from hypothesis import given, settings
from hypothesis import strategies as st
from published_months import DISTRICTS, month_of

from ledger.measures.scoring.month_ranking import PoolRanking, ranking_on
from ledger.model.ledger import Ledger
from ledger.model.score_settings import Pool

UNITS = tuple(make_unit(name, kind=DISTRICTS) for name in ["甲区", "乙区", "丙区", "丁区"])
ONE_POINT = make_scheme("C2 100 人工", pools=(Pool(kind=DISTRICTS, pledge_after=1, consult=True),))
PLANS = tuple(
    make_plan(
        make_item("2017-09-01 启动", *done, id="1", lead=lead, participants=helper, due="2017-10-20"),
        make_item("2017-09-01 启动", id="2", lead=helper, due=due),
        id=f"zb-2017-{n:02}",
    )
    for n, (lead, helper, due, done) in enumerate(
        [
            ("甲区", "乙区", "2017-12-31", ["2017-10-16 完成"]),
            ("乙区", "丙区", "2017-10-15", ["2017-10-25 完成"]),
            ("丙区", "丁区", "2017-09-30", []),
        ],
        1,
    )
)
SCORES = (
    make_scores("甲区 C2 2", "乙区 C2 3", "丙区 C2 1", "丁区 C2 3", id="2017-10"),
    make_scores("甲区 C2 3", "乙区 C2 1", id="2017-09"),
)


def scored(**fields: object) -> Ledger:
    """The four districts, scored by people alone unless ``schemes`` says otherwise."""
    return make_ledger(**({"units": UNITS, "schemes": [ONE_POINT]} | fields))


def districts(ledger: Ledger, when: str = "2017-10-31") -> PoolRanking:
    ranking = ranking_on(ledger, day(when))
    assert ranking is not None
    return next(p for p in ranking.pools if p.pool.kind == DISTRICTS)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_order_of_files_and_of_what_stands_in_them_changes_nothing(data: st.DataObject) -> None:
    scheme = make_scheme("B1 40", "B3 40", "C2 3 人工", pools=(Pool(kind=DISTRICTS),))
    months = (month_of("2017-08", "甲区 乙区 丙区 丁区"), month_of("2017-09", "乙区 甲区 丙区 丁区"))

    def ranking(shuffle: bool) -> PoolRanking:
        def any_order(things: tuple[object, ...]) -> tuple[object, ...]:
            return tuple(data.draw(st.permutations(things))) if shuffle else things

        sheets = any_order(tuple(replace(s, scores=any_order(s.scores)) for s in SCORES))
        plans = tuple(replace(p, items=any_order(p.items)) for p in PLANS)
        ledger = scored(schemes=[scheme], scores=sheets, rankings=any_order(months))
        return districts(replace(ledger, plans=any_order(plans)))

    straight, shuffled = ranking(shuffle=False), ranking(shuffle=True)
    assert [(p.unit, p.score, p.rank) for p in shuffled.computed] == [
        (p.unit, p.score, p.rank) for p in straight.computed
    ]
    assert (shuffled.last, shuffled.streaks, shuffled.before) == (
        straight.last,
        straight.streaks,
        straight.before,
    )
    assert straight.last
    assert [line.points for p in shuffled.computed for line in p.card.counted] == [
        line.points for p in straight.computed for line in p.card.counted
    ]


def test_a_unit_that_is_renamed_in_the_year_keeps_one_line() -> None:
    units = (
        *UNITS[:3],
        make_unit("丁县", kind=DISTRICTS, until="2017-10-14", successor="丁区"),
        make_unit("丁区", kind=DISTRICTS, from_="2017-10-15"),
    )
    ledger = scored(
        units=units,
        scores=[make_scores("甲区 C2 90", "乙区 C2 80", "丙区 C2 70", "丁县 C2 60 写的是旧名")],
        rankings=[month_of("2017-09", "甲区 丁县 乙区 丙区"), month_of("2017-08", "甲区 乙区 丙区 丁县")],
    )
    ranking = districts(ledger)

    assert [(p.unit, p.rank) for p in ranking.computed] == [
        ("甲区", 1),
        ("乙区", 2),
        ("丙区", 3),
        ("丁区", 4),
    ]
    assert ranking.before["丁区"] == 2
    assert ranking.moved(ranking.computed[3]) == -2
    assert [p.unit for p in districts(ledger, "2017-08-31").published] == ["甲区", "乙区", "丙区", "丁县"]


def test_a_unit_that_several_became_has_no_rank_before() -> None:
    units = (
        *UNITS[:2],
        *(make_unit(name, kind=DISTRICTS, until="2017-10-14", successor="戊区") for name in ("丙区", "丁县")),
        make_unit("戊区", kind=DISTRICTS, from_="2017-10-15"),
    )
    ledger = scored(units=units, rankings=[month_of("2017-09", "甲区 丁县 乙区 丙区")])

    assert districts(ledger).before == {"甲区": 1, "乙区": 3, "戊区": None}


def test_a_ranking_that_was_published_stays_and_what_is_computed_now_stands_beside_it() -> None:
    sheet = make_scores("甲区 C2 97", "乙区 C2 99", "丙区 C2 98", "丁区 C2 96")
    ranking = districts(scored(scores=[sheet], rankings=[month_of("2017-10", "甲区 乙区 丙区 丁区")]))

    assert [p.unit for p in ranking.official] == ["甲区", "乙区", "丙区", "丁区"]
    assert [(p.unit, p.score) for p in ranking.computed][:2] == [("乙区", Decimal(99)), ("丙区", Decimal(98))]
    assert [p.unit for p in ranking.official if ranking.differs(p)] == ["甲区", "乙区", "丙区"]
    assert (ranking.first, ranking.last) == (["甲区"], ["丁区"])


@pytest.mark.parametrize(
    ("published", "streak", "pledging"),
    [
        ([], 1, []),
        (["2017-09 甲区 乙区 丙区 丁区"], 2, []),
        (["2017-08 甲区 乙区 丙区 丁区", "2017-09 甲区 乙区 丙区 丁区"], 3, ["丁区"]),
        (["2017-07 甲区 乙区 丙区 丁区", "2017-09 甲区 乙区 丙区 丁区"], 3, ["丁区"]),
        (["2017-08 甲区 乙区 丙区 丁区", "2017-09 丁区 甲区 乙区 丙区"], 1, []),
    ],
)
def test_who_is_last_as_often_running_as_its_pool_allows_makes_a_pledge(
    published: list[str], streak: int, pledging: list[str]
) -> None:
    scheme = replace(ONE_POINT, pools=(Pool(kind=DISTRICTS, pledge_after=3),))
    sheet = make_scores("甲区 C2 90", "乙区 C2 80", "丙区 C2 70", "丁区 C2 60")
    months = [month_of(*text.split(maxsplit=1)) for text in published]
    ranking = districts(scored(schemes=[scheme], scores=[sheet], rankings=months))

    assert ranking.last == ["丁区"]
    assert len(ranking.streaks["丁区"]) == streak
    assert ranking.pledging == pledging
    assert ranking.consulted == []


def test_where_all_are_equal_nobody_is_last_speaks_or_is_consulted() -> None:
    sheet = make_scores(*(f"{unit.id} C2 80" for unit in UNITS))
    ranking = districts(scored(scores=[sheet]))
    assert {p.rank for p in ranking.computed} == {1}
    assert (ranking.first, ranking.last, ranking.pledging, ranking.consulted) == ([], [], [], [])


def test_who_was_not_scored_by_people_is_not_ranked_and_the_ranking_is_provisional() -> None:
    ranking = districts(scored(scores=[make_scores("甲区 C2 90", "乙区 C2 0", "丙区 C2 70")]))
    assert [(p.unit, p.score, p.rank) for p in ranking.computed] == [
        ("甲区", Decimal(90), 1),
        ("丙区", Decimal(70), 2),
        ("乙区", Decimal(0), 3),
        ("丁区", None, None),
    ]
    assert ranking.provisional
    assert ranking.last == ["乙区"]
