"""Series, averages, ranks and word counts of what people say; what quarters and months owe."""

from decimal import Decimal

from build import OFFICE, day, make_item, make_ledger

from ledger.base.counts import Count
from ledger.base.days import parse_due
from ledger.measures.duties import duties
from ledger.measures.rhythm import rhythm
from ledger.measures.survey_series import series
from ledger.measures.team_results import average, team_results
from ledger.measures.terms import frequencies
from ledger.model.registers.inspections import Inspection
from ledger.model.registers.meetings import DEPUTIES, Meeting, TermCount
from ledger.model.registers.publicity import PublicityMonth
from ledger.model.registers.ratings import Rating, Score
from ledger.model.registers.surveys import Survey


def _survey(name: str, when: str, **fields: object) -> Survey:
    return Survey(id=name, title=name, date=day(when), **fields)  # type: ignore[arg-type]


def _rating(quarter: str, when: str, *scores: Score) -> Rating:
    return Rating(id=quarter, title=quarter, quarter=parse_due(quarter), date=day(when), scores=scores)


def _score(team: str, by: str, *points: int | None) -> Score:
    method, order, thorough, clean = (Decimal(p) if p is not None else None for p in points)
    return Score(team=team, by=by, method=method, order=order, thorough=thorough, clean=clean)


def _meeting(name: str, when: str, **fields: object) -> Meeting:
    return Meeting(id=name, title=name, date=day(when), **({"kind": "通报会"} | fields))  # type: ignore[arg-type]


def test_values_of_mixed_precision_are_compared_as_they_were_written() -> None:
    published = [("c", "2017-01-16", "87.54"), ("a", "2015-01-20", "86.1"), ("b", "2016-01-18", "86.34")]
    found = series(
        [_survey(n, w, published=Decimal(v), series="满意度") for n, w, v in published]
        + [_survey("d", "2017-05-01", valid=10, very_satisfied=9, series="满意度")]
    )
    steps = [(str(s.value), str(s.change), str(s.since_first)) for s in found["满意度"]]
    assert steps == [("86.1", "None", "None"), ("86.34", "0.24", "0.24"), ("87.54", "1.20", "1.44")]


def test_satisfaction_is_counted_before_it_is_quoted() -> None:
    counted = _survey("a", "2017-07-12", valid=2086, very_satisfied=1917, unsorted=169, published=Decimal(90))
    assert (counted.answers, counted.top_two) == (2086, None)
    assert round(counted.satisfaction or 0, 3) == Decimal("91.898")
    assert _survey("b", "2017-07-12", published=Decimal("86.34")).satisfaction == Decimal("86.34")
    assert _survey("c", "2017-07-12").satisfaction is None


def test_ten_teams_are_ranked_by_all_their_answers_and_ties_share_a_rank() -> None:
    scores = [_score(f"第{n}组", by, 100 - n, 90, None, 80) for n in range(9) for by in ("甲区", "乙区")]
    rating = _rating("2017Q3", "2017-09-28", *scores, _score("第8组乙", "甲区", 92, 90, 80, None))
    found = team_results(rating)
    assert [(r.team, r.rank) for r in found[:2]] == [("第0组", 1), ("第1组", 2)]
    assert [(r.team, r.rank, str(r.overall)) for r in found[-2:]] == [
        ("第8组", 9, "87.33"),
        ("第8组乙", 9, "87.33"),
    ]
    assert found[0].questions == {"method": 100, "order": 90, "thorough": None, "clean": 80}
    assert (len(found), found[0].raters) == (10, 2)
    assert average([rating]) == Decimal("88.60")


def test_nobody_is_ranked_without_answers() -> None:
    silent = team_results(_rating("2017Q3", "2017-09-28", _score("一组", "甲区", None, None, None, None)))
    assert [(r.overall, r.rank) for r in silent] == [(None, None)]
    assert average([]) is None


def test_words_of_thirty_five_meetings() -> None:
    texts = [_meeting(str(n), "2017-05-01", text="落实" * 6 + "督察" * 2) for n in range(33)]
    told = _meeting(
        "x",
        "2017-05-01",
        times=Count(2),
        terms=(TermCount(word="落实", count=21), TermCount(word="督察", count=3)),
    )
    found = {f.word: (f.count, f.meetings, str(f.per_meeting)) for f in frequencies([*texts, told])}
    assert (found["落实"], found["督察"]) == ((219, 35, "6.26"), (69, 35, "1.97"))
    assert found["试点"] == (0, 33, "0.00")
    assert [(f.word, f.count, f.per_meeting) for f in frequencies([told], ["问责"])] == [("问责", 0, None)]


def test_a_quarter_without_a_rating_is_owed_by_the_office() -> None:
    ledger = make_ledger(ratings=[_rating("2017Q1", "2017-04-05"), _rating("2017Q2", "2017-06-28")])
    found = [(d.ref, d.what, d.unit, str(d.due), d.met_on) for d in duties(ledger, day("2017-10-31"))]
    assert found == [
        ("2017Q2", "组织双向测评", OFFICE, "2017-09-30", None),
        ("2017Q2", "组织双向测评", OFFICE, "2017-12-31", None),
    ]
    assert [d.met_on for d in duties(ledger, day("2017-06-30"))] == [day("2017-06-28")]


def test_a_review_meeting_is_owed_monthly_and_one_of_the_deputies_quarterly() -> None:
    held = [_meeting("a", "2017-08-30", attendees=(DEPUTIES,)), _meeting("b", "2017-09-29")]
    ledger = make_ledger(meetings=[*held, _meeting("c", "2017-10-20", kind="深改组会议")])
    found = {(d.ref, d.what, str(d.due)): d.met_on for d in duties(ledger, day("2017-10-31"))}
    assert found == {
        ("a", "召开通报会", "2017-09-30"): day("2017-09-29"),
        ("b", "召开通报会", "2017-10-31"): None,
        ("a", "请部门分管负责同志参加通报会", "2017-12-31"): None,
    }


def test_the_six_things_of_a_month_are_counted_from_what_is_recorded() -> None:
    ledger = make_ledger(
        make_item("2017-10-09 进展", due="2017-12-31"),
        meetings=[
            _meeting("a", "2017-10-30", ranking="10月排名"),
            _meeting("b", "2017-10-31", times=Count(8)),
            _meeting("c", "2017-09-29", ranking="9月排名"),
        ],
        publicity=[PublicityMonth(id="d", title="十月宣传", date=day("2017-10-31"))],
        inspections=[
            Inspection(
                id="e", title="还在督察", kind="年中督察", date=day("2017-09-20"), until=day("2017-10-10")
            ),
            Inspection(
                id="f", title="督察完了", kind="专项督察", date=day("2017-09-25"), until=day("2017-09-30")
            ),
        ],
    )
    found = {beat.name: (beat.count, beat.told) for beat in rhythm(ledger, day("2017-10-31"))}
    assert found == {
        "dispatch": (1, ("应调度1项，已调度1项",)),
        "inspection": (1, ("还在督察",)),
        "ranking": (1, ("10月排名",)),
        "bulletin": (1, ("a",)),
        "publicity": (1, ("十月宣传",)),
        "consultation": (0, ()),
    }
