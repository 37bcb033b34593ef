"""``ledger diff 2017-09 2017-10``: what lies between two issues, each computed from the files that it came from."""

import re
import shutil
from pathlib import Path

import pytest
from cli_runner import commit, git, run
from review_repository import replace
from three_issues import NOVEMBER, data, diff, three_issues


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody changes it."""
    return three_issues(tmp_path_factory.mktemp("issued"))


@pytest.fixture
def top(issued: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued, tmp_path / "copy"))


def test_a_sentence_says_what_became_of_the_figures(issued: Path) -> None:
    lines = diff(issued, "2017-09", "2017-10", form="plain").lines
    assert lines[0] == "云州市台账：2017年第9期与2017年第10期"
    assert lines[1].startswith("2017年第9期：截至 2017年9月30日，取自提交 ")
    assert lines[4] == (
        "完成率由33.3%（2/6）变为28.6%（2/7）；新完成1项（zb-2017-01/2）；退回、反弹等1项（zb-2017-01/1）；"
        "分母增加2项（zb-2017-04/1、zb-2017-04/2），减少1项（zb-2017-01/3）；"
        "逾期仍为1项（新增zb-2017-01/1，解除zb-2017-02/1）。"
    )


def test_every_item_stands_under_what_happened_to_it(issued: Path) -> None:
    found = data(issued, "2017-09", "2017-10")
    assert [(i["kind"], i["ref"], i["before"], i["after"]) for i in found["items"]] == [
        ("completed", "zb-2017-01/2", "已启动未完成", "2017-10-20 完成，逾期完成"),
        ("returned", "zb-2017-01/1", "2017-06-20 完成，已核验", "已启动，逾期123天"),
        ("newly_overdue", "zb-2017-01/1", "2017-06-20 完成，已核验", "已启动，逾期123天；时限 2017-06-30"),
        ("no_longer_overdue", "zb-2017-02/1", "已启动，逾期30天；时限 2017-08", "已启动未完成"),
        ("due", "zb-2017-02/1", "2017-08", "2017-12-31（原 2017-08）"),
        ("lead", "zb-2017-03/1", "市财政局", "市教育局"),
        ("suspended", "zb-2017-01/3", "已启动未完成", "2017-10-12 暂缓"),
        ("added", "zb-2017-04/1", "（台账里没有）", "未启动"),
        ("added", "zb-2017-04/2", "（台账里没有）", "未启动"),
        ("removed", "zb-2017-01/3", "已启动未完成", "2017-10-12 暂缓"),
        ("cause", "zb-2017-02/1", "未写明", "资金未落实"),
    ]
    (extended,) = [i for i in found["items"] if i["kind"] == "due"]
    assert extended["title"] == "认定普惠性幼儿园"
    assert extended["lead"] == ["市教育局"]
    assert extended["also"] == ["no_longer_overdue", "cause"]


def test_the_figures_stand_side_by_side_and_the_papers_between(issued: Path) -> None:
    found = data(issued, "2017-09", "2017-10")
    figures = {f["key"]: (f["before"], f["after"]) for f in found["figures"]}
    assert figures["overview.total"] == (6, 7)
    assert figures["overview.rate.完成率"] == ("33.3", "28.6")
    assert figures["overview.suspended"] == (0, 1)
    assert figures["brief.completed_this_month"] == (0, 1)
    assert {p["issued"] for p in found["papers"]} == {"2017-10-31"}
    assert [i["month"] for i in found["issues"]] == ["2017-09", "2017-10"]
    out = diff(issued, "2017-09", "2017-10", form="plain").out
    assert re.search(r"完成率 +33.3%（2/6） +28.6%（2/7） +-4.7\n", out)
    assert "其间签发（提示单" in out


def test_issues_need_not_follow_one_another(issued: Path) -> None:
    found = data(issued, "2017-09", "2017-11")
    assert [i["number"] for i in found["issues"]] == [9, 11]
    assert "zb-2017-04/1" in {i["ref"] for i in found["items"] if i["kind"] == "completed"}


def test_what_is_in_the_files_now_says_nothing_of_either_issue(top: Path) -> None:
    replace(top / "plans/2017/zb-2017-03.yaml", "    due: 2017Q2\n", "    due: 2018Q2\n")
    assert data(top, "2017-10") == data(top, "2017-09", "2017-10")
    assert "due" not in {i["kind"] for i in data(top, "2017-11")["items"]}


def test_an_earlier_issue_that_would_read_otherwise_by_now_is_told_with_the_records(issued: Path) -> None:
    assert data(issued, "2017-10")["restated"] == {"figures": [], "records": []}
    found = data(issued, "2017-11")
    moved = {f["label"]: (f["before"], f["after"]) for f in found["restated"]["figures"]}
    assert moved["完成率"] == ("28.6%（2/7）", "42.9%（3/7）")
    assert [(r["kind"], r["subject"]) for r in found["restated"]["records"]] == [
        ("edited", "zb-2017-02/1"),
        ("entry_added", "zb-2017-04/1"),
    ]
    out = diff(issued, "2017-11", form="plain").out
    assert "上期的数按本期的台账重算，已完成由2变为3、完成率由28.6%（2/7）变为42.9%（3/7）、" in out
    assert "；上期以后补记1条，改动1处（zb-2017-02/1、zb-2017-04/1）。下面上期仍用印发时的原数。" in out


def test_a_record_that_moved_no_figure_is_told_as_well(top: Path) -> None:
    out = diff(top, "2017-09", "2017-10", form="plain").out
    assert "重算" not in out
    git(top, "rm", "-q", "--cached", NOVEMBER)
    (top / NOVEMBER).unlink()
    replace(top / "plans/2017/zb-2017-04.yaml", "recorded: 2017-11-20", "recorded: 2017-11-21")
    replace(top / "plans/2017/zb-2017-04.yaml", "date: 2017-10-30", "date: 2017-11-01")
    commit(top, "2017-12-03")
    assert run("bulletin", "--month", "2017-11", "--write", cwd=top, today="2017-12-04").code == 0
    out = diff(top, "2017-11", form="plain").out
    assert "上期的数按本期的台账重算不变；上期以后改动1处（zb-2017-02/1）。" in out


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv", "jsonl"])
def test_every_format_has_every_item(form: str, issued: Path) -> None:
    done = diff(issued, "2017-10", form=form)
    assert done.code == 0
    for ref in ("zb-2017-01/1", "zb-2017-01/2", "zb-2017-01/3", "zb-2017-02/1", "zb-2017-03/1"):
        assert ref in done.out
    if form in {"csv", "jsonl"}:
        assert len(done.lines) == len(data(issued, "2017-10")["items"]) + (form == "csv")


def test_a_corrected_issue_is_compared_by_its_published_numbers(top: Path) -> None:
    run("bulletin", "--month", "2017-10", "--write", cwd=top, today="2017-12-05")
    done = diff(top, "2017-11")
    assert done.data["figures"][2]["before"] == "28.6"
    assert "已加写更正 1 次，这里用印发时的原数" in done.document["remarks"][0]
