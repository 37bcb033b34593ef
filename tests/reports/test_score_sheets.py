"""A unit's sheet in words: what was published and what it is now, what cost points, what was exempted."""

from decimal import Decimal
from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_scheme, make_scores, make_unit

from ledger.measures.scoring.figures import figures_of
from ledger.measures.scoring.month_ranking import ranking_on
from ledger.measures.scoring.published import last_place
from ledger.measures.scoring.unit_score import UnitScore
from ledger.model.ledger import Ledger
from ledger.model.registers.exemptions import Exemption
from ledger.model.registers.rankings import Rank, Ranking
from ledger.model.score_settings import Pool
from ledger.render.answer import Answer, Screen, report_renderers
from ledger.reports.blocks import Report
from ledger.reports.scores.data import sheet_data
from ledger.reports.scores.point import point_page
from ledger.reports.scores.sheet import score_sheet

RANKED = (Pool(kind="部门"),)
THREE = [make_unit(name, kind="部门") for name in (LEAD, "乙局", "丙局")]
LATE = make_item("2017-08-10 启动", id="1", due="2017-09-30", lead=LEAD, title="整合资金")
OPEN = make_item("2017-08-10 启动", id="2", due="2017-12-31", lead=LEAD)
OTHERS = [
    make_item("2017-08-10 启动", id="3", due="2017-12-31", lead="乙局"),
    make_item("2017-08-10 启动", id="4", due="2017-09-30", lead="丙局"),
]


def city(*points: str, least: int = 0, pools: tuple[Pool, ...] = RANKED, **fields: Any) -> Ledger:
    scheme = make_scheme(*(points or ("B3 8",)), least=Decimal(least), pools=pools)
    return make_ledger(LATE, OPEN, *OTHERS, units=THREE, schemes=[scheme], **fields)


def published(*ranks: Rank, month: str = "2017-10", on: str = "2017-10-31") -> Ranking:
    return Ranking(id=f"PM-{month}", month=month, date=day(on), by=OFFICE, ranks=ranks)


def rank(unit: str, score: str | None, place: int | None) -> Rank:
    return Rank(pool="部门", unit=unit, score=Decimal(score) if score else None, rank=place)


def scored(ledger: Ledger, unit: str = LEAD, when: str = "2017-10-31") -> UnitScore:
    ranking = ranking_on(ledger, day(when))
    assert ranking is not None
    return UnitScore(ranking, unit)


def text(report: Report) -> str:
    return report_renderers()["plain"].render(Answer("score", report.day, report), Screen())


def facts(found: UnitScore) -> dict[str, str]:
    lines = text(score_sheet(found)).partition("\n\n督察重点\n")[0].splitlines()[2:]
    return {words[0]: words[1] for line in lines if (words := line.split(maxsplit=1))}


def test_a_period_that_was_not_published_is_scored_as_the_ledger_stands() -> None:
    said = facts(scored(city()))

    assert said["得分"] == "50.00"
    assert said["名次"] == "部门第 2 名，共 3 个单位"  # September was not published: nothing to compare with
    assert said["算式"] == "(B)/8*100"
    assert said["公布"] == "这一期还没有公布，按现在的台账算"
    assert "更正" not in said


def test_what_was_published_counts_and_what_it_would_be_now_stands_beside_it() -> None:
    ranks = rank(LEAD, "75.5", 1), rank("乙局", "70", 2), rank("丙局", "0", 3)
    found = scored(city(rankings=[published(*ranks)]))
    said, figures = facts(found), figures_of(found)

    assert (said["得分"], said["公布"]) == ("75.50", "2017-10-31 公布 75.50 分，第 1 名")
    assert said["名次"].startswith("部门第 1 名，共 3 个单位")
    assert (said["更正"], said["现算算式"]) == ("现算 50.00 分，第 2 名", "(B)/8*100")
    assert {name: figures[name].of(found) for name in ("total", "rank", "computed_total", "computed_rank")} == {
        "total": "75.50", "rank": "1", "computed_total": "50.00", "computed_rank": "2",
    }  # fmt: skip
    data = sheet_data(found)
    assert (data["score"], data["computed"]["score"], data["differs"]) == ("75.50", "50.00", True)
    assert data["published"] == {"date": "2017-10-31", "score": "75.50", "rank": 1}


def test_a_day_before_the_period_is_over_corrects_nothing() -> None:
    ranks = rank(LEAD, "75.5", 1), rank("乙局", "70", 2), rank("丙局", "0", 3)
    said = facts(scored(city(rankings=[published(*ranks)]), when="2017-10-15"))

    assert "更正" not in said
    assert said["现算"] == "算到 2017-10-15 是 50.00 分，第 2 名，这一期那时没有过完，不是更正"


def test_a_correction_that_people_have_not_scored_out_is_provisional() -> None:
    ranks = rank(LEAD, "75.5", 1), rank("乙局", "70", 2), rank("丙局", "0", 3)
    said = facts(scored(city("B3 8", "C2 3 人工", rankings=[published(*ranks)])))

    assert said["更正"] == "现算 50.00 分，第 2 名（暂定，还有没评的）"


def test_who_was_published_without_a_score_and_has_one_now_is_not_said_to_lack_points() -> None:
    ranks = rank(LEAD, None, None), rank("乙局", "70", 1), rank("丙局", "0", 2)
    said = facts(scored(city(rankings=[published(*ranks)])))

    assert (said["得分"], said["更正"]) == ("公布的排名里没有得分", "现算 50.00 分，第 2 名")


def test_what_was_published_and_is_still_so_is_said_to_be_so() -> None:
    ranks = rank("乙局", "100", 1), rank(LEAD, "50", 2), rank("丙局", "0", 3)
    said = facts(scored(city(rankings=[published(*ranks)])))

    assert said["公布"] == "2017-10-31 公布 50.00 分，第 2 名；现算一致"
    assert "更正" not in said


def test_who_is_not_in_what_was_published_is_scored_as_the_ledger_stands() -> None:
    found = scored(city(rankings=[published(rank("乙局", "100", 1))]))

    assert facts(found)["公布"] == "2017-10-31 公布的排名里没有这个单位，按现在的台账算"
    assert sheet_data(found)["published"] is None


def test_too_little_that_applies_is_said_with_both_numbers() -> None:
    said = facts(scored(city("B3 8", "B5 92", least=50)))

    assert said["得分"] == "不排名：计分的督察重点合计8分，不到50分"
    assert "算式" not in said


def test_what_waits_for_people_is_named_with_the_file_to_write_it_in() -> None:
    said = facts(scored(city("B3 8", "C2 3 人工")))

    assert said["得分"] == "50.00（暂定）"
    assert said["待评"] == "1 个：C2 重点C2，写在 scores/2017-10.yaml"


def test_losses_name_what_cost_points_the_most_first_and_people_their_reason() -> None:
    sheet = make_scores(f"{LEAD} C2 0.5 经验没有推广")
    lines = text(score_sheet(scored(city("B3 2", "C2 3 人工", scores=[sheet])))).splitlines()
    start = lines.index("失分 2 处")

    assert lines[start + 2 : start + 6] == [
        "失 2.50  C2  重点C2",
        f"    {OFFICE}评分：经验没有推广",
        "失 1.00  B3  重点B3",
        "    zb-2017-01/1 整合资金（逾期31天）",
    ]


def test_an_exempted_item_stays_overdue_and_costs_nothing() -> None:
    finding = Exemption(
        id="RC-1", title="容错", unit=LEAD, date=day("2017-09-01"), body="乙局", subjects=("zb-2017-01/1",),
        reason="先行先试",
        log=(
            entry("2017-09-10 核实", by="乙局", note="属实"),
            entry("2017-09-15 认定", by="乙局", result="免责", evidence="认1号"),
        ),
    )  # fmt: skip
    found = scored(city(exemptions=[finding]))
    sheet = text(score_sheet(found))

    assert facts(found)["得分"] == "100.00"
    assert "容错免责不扣分 1 处" in sheet
    assert "RC-1" in sheet.partition("容错免责")[2]
    assert "逾期31天" in sheet


def test_a_point_lists_what_it_counted_what_cost_points_first() -> None:
    found = scored(city())
    page = text(point_page(found, found.card.lines[0]))
    rows = [line.split()[:4] for line in page.splitlines() if line.startswith("zb-")]

    assert rows == [["zb-2017-01/1", "整合资金", "1", "1"], ["zb-2017-01/2", "事项2", "0", "1"]]
    assert "数了 2 件，其中失分 1 件" in page
    assert f"ledger items --unit {LEAD} --status 逾期 --month 2017-10" in page


@pytest.mark.parametrize(
    ("on", "month"), [("2017-09-29", None), ("2017-09-30", "2017-09"), ("2017-11-15", "2017-10")]
)
def test_a_units_last_place_is_that_of_the_newest_ranking_published_by_the_day(
    on: str, month: str | None
) -> None:
    ledger = city(
        rankings=[
            published(rank(LEAD, "50", 2)),
            published(rank(LEAD, "60", 1), month="2017-09", on="2017-09-30"),
        ]
    )
    found = last_place(ledger, LEAD, day(on))

    assert (found[0].month if found else None) == month
    assert last_place(ledger, "丁局", day(on)) is None


@pytest.mark.parametrize(("point", "asked"), [("E3 3", 25), ("E3 3 自动 20", 20), ("E3 3 自动 31", 31)])
def test_a_points_own_list_is_of_the_day_of_dispatch_that_the_scheme_sets(point: str, asked: int) -> None:
    found = scored(city(point))
    page = text(point_page(found, found.card.lines[0]))

    assert f"ledger items --unit {LEAD} --status 应调度 --day 2017-10-{asked}\n" in page
