"""What a change does to scores and ranks: each version by its own scheme, units by the names of the newer one."""

from typing import Any

from build import day, make_item, make_ledger, make_plan, make_scheme, make_unit

from ledger.measures.comparing.effect import Effect, Side
from ledger.measures.comparing.rank_moves import RankMoves
from ledger.model.registers.rankings import Ranking
from ledger.reports.effect_words import effect_data

UNITS = [make_unit(name, kind="区县") for name in ("甲区", "乙区", "丙区")]
DONE = make_item("2017-10-10 启动", "2017-10-20 完成", id="1", due="2017-10-31")
LATE = make_item("2017-08-10 启动", id="2", due="2017-10-30")
SCHEME = make_scheme("B1 12")


def _city(first: Any, second: Any, **fields: Any) -> Any:
    plans = (make_plan(first, id="a", lead="甲区"), make_plan(second, id="b", lead="乙区"))
    return make_ledger(*plans, **({"units": UNITS, "schemes": [SCHEME]} | fields))


def _moves(before: Any, after: Any, when: str = "2017-10-31") -> RankMoves | None:
    old = Side(before, day(when))
    return Effect(old, Side(after, day(when), old)).ranks


def _told(found: RankMoves | None) -> list[tuple[Any, ...]]:
    assert found is not None
    places = [(m.unit, m.before, m.after) for m in found.moves]
    return [(u, *((p.score, p.rank) if p else None for p in (was, now))) for u, was, now in places]


def test_who_moves_is_told_with_score_and_rank_of_both_sides() -> None:
    found = _moves(_city(DONE, LATE), _city(LATE, DONE))
    assert _told(found) == [("乙区", (0, 2), (100, 1)), ("甲区", (100, 1), (0, 2))]
    assert found is not None
    assert (found.month, found.published) == ("2017-10", False)
    assert _told(_moves(_city(DONE, LATE), _city(DONE, LATE))) == []


def test_a_unit_that_the_change_renames_is_one_line() -> None:
    named = [make_unit("新甲区", kind="区县", aliases="甲区"), *UNITS[1:]]
    assert _told(_moves(_city(DONE, LATE), _city(DONE, LATE, units=named))) == []
    assert _told(_moves(_city(DONE, LATE), _city(LATE, LATE, units=named))) == [
        ("新甲区", (100, 1), (0, 1)), ("乙区", (0, 2), (0, 1))
    ]  # fmt: skip


def test_each_side_is_scored_by_its_own_scheme_and_one_without_says_nothing() -> None:
    other = make_scheme("B1 12", pools=())
    assert [(u, now) for u, _, now in _told(_moves(_city(DONE, LATE), _city(DONE, LATE, schemes=[other])))] == [
        ("甲区", None), ("乙区", None), ("丙区", None)
    ]  # fmt: skip
    assert _moves(_city(DONE, LATE, schemes=()), _city(DONE, LATE)) is None
    quarters = _city(DONE, LATE, schemes=[make_scheme("B1 12", period="季")])
    assert _moves(quarters, quarters, "2017-10-31") is None


def test_programs_are_told_that_a_published_ranking_stays() -> None:
    ranking = Ranking(id="PM-2017-10", month="2017-10", date=day("2017-10-31"), by="改革办")
    old = Side(_city(DONE, LATE), day("2017-10-31"))
    data = effect_data(Effect(old, Side(_city(LATE, LATE, rankings=[ranking]), day("2017-10-31"), old)))
    assert data["ranking"] == {
        "month": "2017-10",
        "published": True,
        "units": [
            {
                "unit": unit,
                "pool": "区县",
                "before": {"score": score, "rank": rank},
                "after": {"score": "0.00", "rank": 1},
            }
            for unit, score, rank in (("甲区", "100.00", 1), ("乙区", "0.00", 2))
        ],
    }


def test_the_newest_published_period_before_the_day_is_looked_at_too() -> None:
    rankings = [
        Ranking(id=f"PM-{month}", month=month, date=day(on), by="改革办")
        for month, on in (("2017-09", "2017-09-30"), ("2017-10", "2017-10-31"), ("2017-12", "2017-12-31"))
    ]
    old = Side(_city(DONE, LATE, rankings=rankings), day("2017-12-10"))
    effect = Effect(old, Side(_city(LATE, DONE, rankings=rankings), day("2017-12-10"), old))
    assert _told(effect.published_ranks) == [("乙区", (0, 2), (100, 1)), ("甲区", (100, 1), (0, 2))]
    assert effect.published_ranks is not None
    assert (effect.published_ranks.month, effect.published_ranks.published) == ("2017-10", True)
    assert Effect(old, Side(_city(LATE, DONE), day("2017-12-10"), old)).published_ranks is None


def test_a_unit_renamed_after_a_published_period_is_one_line_in_it() -> None:
    named = [
        make_unit("甲区", kind="区县", until="2017-11-30", successor="新甲区"),
        make_unit("新甲区", kind="区县", from_="2017-12-01"), *UNITS[1:],
    ]  # fmt: skip
    ranking = Ranking(id="PM-2017-10", month="2017-10", date=day("2017-10-31"), by="改革办")
    old = Side(_city(DONE, LATE), day("2017-12-10"))
    after = Side(_city(LATE, DONE, units=named, rankings=[ranking]), day("2017-12-10"), old)
    assert _told(Effect(old, after).published_ranks) == [
        ("乙区", (0, 2), (100, 1)),
        ("甲区", (100, 1), (0, 2)),
    ]
