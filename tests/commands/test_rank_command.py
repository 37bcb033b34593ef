"""``ledger rank``: what a ranking says, when it may be published, and that nothing moves it afterwards."""

from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from scored_ledger import SCORING, score, write_scored

FULL = [("50", "30"), ("40", "30"), ("25", "20")]
PUBLISHED = """\
id: PM-2017-10
month: 2017-10
date: 2017-11-15
by: 市委改革办
scheme: 2017-01-01
publish: 公开
ranks:
  - {pool: 区县, unit: 望川区, score: 100.00, rank: 1}
  - {pool: 区县, unit: 青漪区, score: 90.00, rank: 2}
  - {pool: 区县, unit: 松屏县, score: 65.00, rank: 3}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """October is scored: 100, 90, 65."""
    made = write_scored(tmp_path / "plans")
    score(made, "2017-10", *FULL)
    return made


def october(ledger: Path, *more: str) -> Any:
    return run("rank", "--month", "2017-10", *more, "--format", "json", cwd=ledger).data


def places(data: Any, pool: int = 0) -> list[tuple[int | None, str, str | None]]:
    return [(place["rank"], place["unit"], place["score"]) for place in data["pools"][pool]["ranks"]]


def test_a_period_before_that_was_not_published_is_told_and_gives_no_ranks(ledger: Path) -> None:
    score(ledger, "2017-09", *FULL)
    told = "上期（2017-09）没有公布，不比名次。"
    assert told in run("rank", "--month", "2017-10", cwd=ledger).out
    assert [p["before"] for p in october(ledger)["pools"][0]["ranks"]] == [None] * 3
    run("rank", "--month", "2017-09", "--write", cwd=ledger)
    assert told not in run("rank", "--month", "2017-10", cwd=ledger).out
    assert None not in [p["before"] for p in october(ledger)["pools"][0]["ranks"]]


def test_what_is_published_is_a_line_a_unit_and_never_written_again(ledger: Path) -> None:
    shown = run("rank", "--month", "2017-10", "--diff", cwd=ledger)
    assert "+  - {pool: 区县, unit: 松屏县, score: 65.00, rank: 3}" in shown.lines
    assert not (ledger / "rankings").exists()
    done = run("rank", "--month", "2017-10", "--write", cwd=ledger)
    assert (done.code, done.out, done.err) == (0, "", "已公布，写入 rankings/PM-2017-10.yaml\n")
    assert (ledger / "rankings" / "PM-2017-10.yaml").read_text("utf-8") == PUBLISHED
    assert run("check", cwd=ledger).code == 0
    assert run("fmt", "--check", cwd=ledger).code == 0
    again = run("rank", "--month", "2017-10", "--write", cwd=ledger)
    assert (again.code, again.out) == (2, "")
    assert again.err.startswith("错误：2017-10 的排名已于 2017-11-15 公布，不再改写")


def test_who_is_not_ranked_is_told_why_before_and_after_publication(ledger: Path) -> None:
    fewer = SCORING.replace("weight: 50, by: 人工", "weight: 50, by: 人工, pools: [部门]")
    write_scored(ledger, fewer.replace("weight: 30, by: 人工", "weight: 30, by: 人工, pools: [部门]"))
    (ledger / "scores" / "2017-10.yaml").unlink()
    refused = run("rank", "--month", "2017-10", "--write", cwd=ledger)
    assert "没有一个单位可以排名" in refused.err
    (ledger / "rankings").mkdir()
    (ledger / "rankings" / "PM-2017-10.yaml").write_text(
        PUBLISHED.replace(", score: 65.00, rank: 3", ""), "utf-8"
    )
    shown = run("rank", "--month", "2017-10", cwd=ledger)
    why = "不排名（计分的督察重点合计20分，不到50分）"
    assert [line.split()[-1] for line in shown.lines if why in line] == [
        f"更正：现算{why}",
        f"更正：现算{why}",
        why,
    ]


def test_a_later_fact_stands_beside_what_was_published(ledger: Path) -> None:
    run("rank", "--month", "2017-10", "--write", cwd=ledger)
    score(ledger, "2017-10", *FULL[:2], ("50", "20"))
    data = october(ledger)
    assert places(data) == [(1, "望川区", "100.00"), (2, "青漪区", "90.00"), (3, "松屏县", "65.00")]
    (last,) = (place for place in data["pools"][0]["ranks"] if place["differs"])
    assert (last["unit"], last["computed"]) == ("松屏县", {"rank": 2, "score": "90.00"})
    shown = run("rank", "--month", "2017-10", cwd=ledger)
    assert "更正：现算90.00分，第2名" in shown.out
    assert "更正：1个单位按现在的台账算与公布的不同" in shown.out
    sheet = ledger / "scores" / "2017-10.yaml"
    sheet.write_text("".join(sheet.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    shown = run("rank", "--month", "2017-10", cwd=ledger)
    assert "更正：现算100.00分，第1名（暂定，缺1项评分）" in shown.out


def test_a_score_that_is_missing_is_asked_of_people_and_nothing_is_published(ledger: Path) -> None:
    score(ledger, "2017-10", *FULL[:2])
    data = october(ledger)
    assert [(m["point"], m["units"]) for m in data["lacking"]] == [("C2", ["松屏县"]), ("C5", ["松屏县"])]
    assert data["pools"][0]["provisional"] is True
    assert places(data)[2] == (None, "松屏县", None)
    done = run("rank", "--month", "2017-10", "--write", cwd=ledger)
    assert done.code == 2
    assert "还有2个督察重点没有评完，名次只是暂定：C2（松屏县）、C5（松屏县），不能公布" in done.err
    assert not (ledger / "rankings").exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--month 2017-11 --write", "2017-11 还没有过完"),
        ("--month 2017-12 --write", "2017-12 还没有过完"),
        ("--month 2017-10 --write --date 2017-10-30", "不能早于 2017-10-31"),
        ("--month 2017-10 --write --date 2017-11-16", "还没有到"),
        ("--month 2017-10 --write --at HEAD", "--at"),
        ("--month 2016-12", "2016-12-31 还没有评分方案，scoring.yaml 的第一版从 2017-01-01 起执行"),
        ("--year 2016", "2016-12-31 还没有评分方案"),
    ],
)
def test_what_cannot_be_published_or_ranked_is_told_in_a_sentence(ledger: Path, line: str, told: str) -> None:
    for month in ("2017-11", "2017-12"):
        score(ledger, month, *FULL)
    done = run("rank", *line.split(), cwd=ledger)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_nothing_is_published_from_a_ledger_with_errors(ledger: Path) -> None:
    (ledger / "2017").mkdir()
    (ledger / "2017" / "bad.yaml").write_text("id: [", "utf-8")
    done = run("rank", "--month", "2017-10", "--write", cwd=ledger)
    assert done.code == 2
    assert "不能据以公布排名" in done.err
    assert not (ledger / "rankings").exists()


def test_a_publisher_whom_nobody_knows_is_refused_by_the_rules(ledger: Path) -> None:
    done = run("rank", "--month", "2017-10", "--write", "--by", "某某办", cwd=ledger)
    assert done.code == 2
    assert "某某办" in done.err
    assert not (ledger / "rankings").exists()


def test_a_quarterly_scheme_is_ranked_in_its_last_months(tmp_path: Path) -> None:
    quarterly = SCORING.replace("    aspects:", "    period: 季\n    publish: 内部\n    aspects:", 1)
    ledger = write_scored(tmp_path / "plans", quarterly)
    score(ledger, "2017-09", *FULL)
    within = run("rank", "--month", "2017-08", cwd=ledger)
    assert (within.code, "写 --month 2017-09" in within.err) == (2, True)
    shown = run("rank", "--month", "2017-09", cwd=ledger)
    assert shown.lines[0] == "2017年第3季度督察排名"
    assert "内部掌握，月报不登" in shown.out
    run("rank", "--month", "2017-09", "--write", cwd=ledger)
    assert "publish: 内部" in (ledger / "rankings" / "PM-2017-09.yaml").read_text("utf-8")


def test_a_pool_that_the_scheme_does_not_rank_is_shown_and_not_published(ledger: Path) -> None:
    data = october(ledger, "--pool", "部门")
    (pool,) = data["pools"]
    assert (pool["kind"], pool["outside"], pool["pledging"]) == ("部门", True, [])
    shown = run("rank", "--month", "2017-10", "--pool", "部门", cwd=ledger)
    assert "这一组算出来供参考，不公布" in shown.out
    assert "典型发言" not in shown.out


def test_a_streak_leads_to_a_pledge_and_a_consultation(ledger: Path) -> None:
    for month in ("2017-08", "2017-09"):
        score(ledger, month, *FULL)
        run("rank", "--month", month, "--write", cwd=ledger)
    assert "表态发言  松屏县（本期最后）" in run("rank", "--month", "2017-08", cwd=ledger).lines
    (pool, _) = october(ledger)["pools"]
    assert (pool["first"], pool["pledging"], pool["consulted"]) == (["望川区"], ["松屏县"], ["松屏县"])
    assert pool["ranks"][2]["last_months"] == ["2017-10", "2017-09", "2017-08"]
    shown = run("rank", "--month", "2017-10", cwd=ledger)
    assert "表态发言  松屏县（连续3次最后：2017-08、2017-09、2017-10）" in shown.lines


def test_a_month_published_after_a_later_one_says_so(ledger: Path) -> None:
    score(ledger, "2017-09", *FULL)
    run("rank", "--month", "2017-10", "--write", cwd=ledger)
    done = run("rank", "--month", "2017-09", "--write", cwd=ledger)
    assert done.code == 0
    assert "2017-10 先已公布，那时的连续次数没有算这一期" in done.err


def test_the_year_is_the_published_months_and_the_year_end_score(ledger: Path) -> None:
    run("rank", "--month", "2017-10", "--write", cwd=ledger)
    sheet = "id: 2017\nby: 市委改革办\nscores:\n  - {id: 1, unit: 青漪区, score: 85.5, note: 综合}\n"
    (ledger / "scores" / "2017.yaml").write_text(sheet, "utf-8")
    data = run("rank", "--year", "2017", "--format", "json", cwd=ledger).data
    assert (data["carry"], data["months"]) == (50, ["2017-10"])
    assert places(data) == [(1, "青漪区", "87.75"), (None, "望川区", None), (None, "松屏县", None)]
    assert data["pools"][0]["ranks"][0]["formula"] == "0.5*(90)/1+0.5*85.5"
    shown = run("rank", "--year", "2017", cwd=ledger)
    assert "没有年底得分，只有月度部分32.50分，不排名" in shown.out
    assert "暂定        这一年还没有算完：2017-11 还没有过完，只是草稿" in shown.lines
