"""一月一排名 in the monthly bulletin, and what other pages tell of published rankings."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from build import OFFICE, card_on, day, make_item, make_ledger, make_scheme, make_scores, make_unit

from ledger.measures.diagnosis import diagnose
from ledger.measures.holdings import courses
from ledger.measures.rhythm import rhythm
from ledger.model.ledger import Ledger
from ledger.model.registers.meetings import Meeting
from ledger.model.registers.rankings import REGISTER as RANKINGS
from ledger.model.registers.rankings import Rank, Ranking
from ledger.model.score_settings import Pool
from ledger.reports.blocks import Block, Facts, Fold, Paragraph, Table
from ledger.reports.bulletin.correction import restated
from ledger.reports.bulletin.edition import edition
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.sections.s60_ranking import SECTION
from ledger.reports.last_ranking import last_called, place_line, ranking_line
from ledger.reports.thing_detail import detail_of

KIND = "区县"
NAMES = ["甲区", "乙区", "丙区"]
SCHEME = make_scheme("B3 60", "C2 40 人工", pools=(Pool(kind=KIND, pledge_after=2, consult=True),))
SEPTEMBER = make_scores("甲区 C2 40", "乙区 C2 30 没有推广", "丙区 C2 10 没有经验", id="2017-09")
OCTOBER = make_scores("甲区 C2 20 经验停了", "乙区 C2 30 没有推广", "丙区 C2 10 没有经验")


def ledger_of(*months: str, **fields: Any) -> Ledger:
    """Three districts, 丙区 with one of its two items overdue since the middle of October; the ``months`` published as computed."""
    items = [
        make_item(id="1", lead="丙区", due="2017-10-15"),
        make_item(id="2", lead="丙区", due="2017-12-31"),
        *(make_item(id=str(n), lead=name, due="2017-12-31") for n, name in enumerate(NAMES[:2], 3)),
    ]
    units = [make_unit(OFFICE, kind="机构"), *(make_unit(name, kind=KIND) for name in NAMES)]
    given = {"units": units, "schemes": [SCHEME], "scores": (SEPTEMBER, OCTOBER)} | fields
    ledger = make_ledger(*items, **given)
    return with_rankings(ledger, *(ranking_of(ledger, month) for month in months))


def with_rankings(ledger: Ledger, *rankings: Ranking) -> Ledger:
    return replace(ledger, registers={**ledger.registers, "rankings": rankings})


def ranking_of(ledger: Ledger, month: str, **fields: Any) -> Ranking:
    end = {"2017-09": "2017-09-30", "2017-10": "2017-10-31"}[month]
    scores = {name: card_on(ledger, name, end).score or Decimal(0) for name in NAMES}
    ranks = tuple(
        Rank(pool=KIND, unit=unit, score=score, rank=1 + sum(s > score for s in scores.values()))
        for unit, score in sorted(scores.items(), key=lambda pair: -pair[1])
    )
    return Ranking(id=f"PM-{month}", month=month, date=day(end), by=OFFICE, ranks=ranks, **fields)


def told(ledger: Ledger, on: str = "2017-10-31") -> tuple[list[Block], dict[str, str]]:
    counter = Counter(Month.of(ledger, day(on)), "ranking")
    blocks = list(SECTION.build(counter))
    return blocks, {key: str(number) for key, number in counter.numbers.items()}


def texts(blocks: list[Block]) -> list[str]:
    return [b.text for b in blocks if isinstance(b, Paragraph)]


def rows(blocks: list[Block]) -> list[list[str]]:
    (table,) = [b for b in blocks if isinstance(b, Table)]
    return [[cell.text for cell in row] for row in table.rows]


def test_ranks_stand_beside_those_of_the_period_before_with_their_aspects() -> None:
    blocks, numbers = told(ledger_of("2017-09", "2017-10"))
    assert rows(blocks) == [
        ["1", "乙区", "90.00", "2", "升1", "60.00", "30.00", ""],
        ["2", "甲区", "80.00", "1", "降1", "60.00", "20.00", ""],
        ["3", "丙区", "40.00", "3", "持平", "30.00", "10.00", "2次"],
    ]
    assert numbers["ranking.丙区.B"] == "30.00分"
    assert numbers["ranking.2017-09.甲区.rank"] == "1"
    assert numbers["ranking.丙区.computed_total"] == "40.00分"


def test_who_lost_most_is_told_point_by_point_and_who_is_called() -> None:
    blocks, _ = told(ledger_of("2017-09", "2017-10"))
    assert texts(blocks)[:3] == [
        "本期排名2017年10月31日由市委改革办公布，按scoring.yaml的评分方案评分。",
        "得分下降最多的是丙区，由上期70.00分到40.00分：B3重点B3由60.00分（60*(1-0/2)）到30.00分（60*(1-1/2)）。",
        "按现在的台账重算，区县各单位的得分和名次与公布的一致。",
    ]
    assert (
        texts(blocks)[3] == "典型发言：乙区；表态发言：丙区（2017-09、2017-10连续2次最后）；下月会诊：丙区。"
    )
    (fold,) = [b for b in blocks if isinstance(b, Fold)]
    assert [row[1] for row in rows(list(fold.blocks))] == [
        "C2重点C2 得30.00分，没有推广",
        "C2重点C2 得20.00分，经验停了",
        "B3重点B3 得30.00分（60*(1-1/2)），zb-2017-01/1；C2重点C2 得10.00分，没有经验",
    ]


def test_a_period_that_was_not_published_is_no_measure() -> None:
    blocks, _ = told(ledger_of("2017-10"))
    assert [row[3:5] for row in rows(blocks)] == [["", ""]] * 3
    assert texts(blocks)[1] == "上期没有公布，不作比较。"
    assert "表态发言：没有" in texts(blocks)[3]


def test_what_is_not_published_yet_prints_no_number_and_says_what_is_lacking() -> None:
    ledger = ledger_of(scores=(SEPTEMBER, make_scores("甲区 C2 20 x", "乙区 C2 30 x")))
    blocks, numbers = told(ledger)
    assert texts(blocks) == ["本期排名还没有公布；还没有人评分的督察重点：C2重点C2。"]
    assert numbers == {}
    assert texts(told(ledger_of())[0]) == ["本期排名还没有公布。"]


@pytest.mark.parametrize("published", [True, False])
def test_what_is_kept_inside_is_no_section(published: bool) -> None:
    ledger = ledger_of(schemes=[replace(SCHEME, publish="内部")])
    kept = ranking_of(ledger, "2017-10", publish="内部")
    assert told(with_rankings(ledger, kept) if published else ledger) == ([], {})


def test_without_a_scheme_there_is_no_section() -> None:
    assert told(make_ledger(make_item())) == ([], {})


def test_what_was_published_stays_and_the_computed_score_is_told_beside_it() -> None:
    ledger = ledger_of("2017-09", "2017-10")
    (plan,) = ledger.plans
    late = replace(ledger, plans=(replace(plan, items=tuple(i for i in plan.items if i.id != "1")),))
    blocks, _ = told(late)
    assert [row[:3] for row in rows(blocks)] == [
        ["1", "乙区", "90.00"],
        ["2", "甲区", "80.00"],
        ["3", "丙区", "40.00"],
    ]
    assert "更正：公布以后台账有变动，区县现算丙区70.00分，第3名。得分和名次以公布的为准。" in texts(blocks)
    then, now = (edition(Month.of(each, day("2017-10-31")), 10) for each in (ledger, late))
    moved = {m.label: (str(m.then), str(m.now)) for m in restated(then, now) if "一月一排名" in m.section}
    assert moved == {"丙区 方面B": ("30.00分", "60.00分"), "丙区 现算得分": ("40.00分", "70.00分")}


def test_a_unit_without_a_rank_is_named() -> None:
    ledger = ledger_of()
    ranking = ranking_of(ledger, "2017-10")
    unranked = replace(ranking, ranks=(*ranking.ranks[:2], Rank(pool=KIND, unit="丙区")))
    blocks, _ = told(with_rankings(ledger, unranked))
    assert rows(blocks)[2][:3] == ["不排名", "丙区", ""]
    assert "丙区本期适用的督察重点合计不到评分方案规定的最低分值，不排名。" in texts(blocks)


def _sections(ledger: Ledger, layout: int) -> dict[str, str]:
    made = edition(Month.of(ledger, day("2017-10-31")), 10, layout)
    return {p.key: "\n".join(b.text for b in p.blocks if isinstance(b, Paragraph)) for p in made.passages}


def test_earlier_layouts_tell_nothing_of_rankings() -> None:
    ledger = ledger_of("2017-09", "2017-10")
    old, new = _sections(ledger, 2), _sections(ledger, 3)
    assert "ranking" not in old
    assert "会诊" not in old["next_month"]
    assert (
        "下次通报会典型发言：乙区；表态发言：丙区；下月会诊：丙区；到期还没有会诊：2017-09排名最后的丙区。"
        in new["next_month"]
    )


def test_speeches_that_were_made_are_no_longer_due() -> None:
    meeting = Meeting(id="HY-1", title="通报会", kind="通报会", date=day("2017-10-31"))
    ledger = ledger_of("2017-10", meetings=[meeting])
    assert _sections(ledger, 3)["next_month"].endswith("下月会诊：丙区。")
    assert "发言" not in _sections(ledger, 3)["next_month"]


def test_a_published_ranking_is_the_months_ranking_else_what_a_meeting_made_public() -> None:
    meeting = Meeting(id="HY-1", title="通报会", kind="通报会", date=day("2017-10-30"), ranking="10月排名")
    for months, count, query in (
        (("2017-10",), 1, "list rankings --state 本月"),
        (("2017-09",), 1, "list meetings --state 本月公布排名"),
    ):
        beats = {b.name: b for b in rhythm(ledger_of(*months, meetings=[meeting]), day("2017-10-31"))}
        assert (beats["ranking"].count, beats["ranking"].query) == (count, query)


def test_screens_tell_the_last_ranking_in_a_line() -> None:
    ledger = ledger_of("2017-09", "2017-10")
    pools = last_called(ledger, day("2017-11-15"))
    assert ranking_line(pools) == "2017-10（2017-10-31公布）：区县第一乙区，最后丙区（连续2次）"
    assert [place_line(pools, unit) for unit in ("甲区", "丙区", "丁区")] == [
        "2017-10排名第2", "2017-10排名第3，最后，连续2次", "",
    ]  # fmt: skip
    assert ranking_line(last_called(ledger, day("2017-09-29"))) == ""


def test_a_consultation_knows_when_its_unit_was_last() -> None:
    ledger = ledger_of("2017-09", "2017-10")
    assert diagnose(ledger, "丙区", day("2017-11-15")).last_in == ("2017-10", "2017-09")
    assert diagnose(ledger, "丙区", day("2017-10-12")).last_in == ("2017-09",)
    assert diagnose(ledger, "甲区", day("2017-11-15")).last_in == ()


def test_a_ranking_shows_what_follows_from_it() -> None:
    ledger = ledger_of("2017-09", "2017-10")
    (_, october) = courses(ledger, day("2017-10-31"), RANKINGS)
    blocks, data = detail_of(october, ledger)
    (facts,) = [b for b in blocks if isinstance(b, Facts)]
    assert {label: cell.text for label, cell in facts.rows} == {
        "典型发言": "乙区", "最后": "丙区（连续2次）", "表态发言": "丙区", "会诊": "丙区，2017-11-30前",
    }  # fmt: skip
    assert data["pools"] == [{"pool": KIND, "first": ["乙区"], "last": [{"unit": "丙区", "times": 2}]}]


def test_a_ranking_is_there_from_the_end_of_its_period_whenever_it_was_published() -> None:
    ledger = ledger_of()
    late = replace(ranking_of(ledger, "2017-10"), date=day("2017-11-06"))
    ledger = with_rankings(ledger, late)
    assert [c.ref for c in courses(ledger, day("2017-10-31"), RANKINGS)] == ["PM-2017-10"]
    assert list(courses(ledger, day("2017-10-30"), RANKINGS)) == []
    assert last_called(ledger, day("2017-11-05")) == []
