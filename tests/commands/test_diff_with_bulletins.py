"""``ledger diff main...HEAD`` where the change brings bulletins: a line for each, and never a line of what is computed."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from cli_runner import Ran, commit, git, run
from output_shape import faults
from review_repository import replace
from three_issues import NOVEMBER, OCTOBER, three_issues


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """On a branch: the bulletin of November is not on the main one."""
    top = three_issues(tmp_path_factory.mktemp("issued"))
    git(top, "switch", "-qc", "topic")
    git(top, "branch", "-qf", "main", "HEAD~1")
    return top


@pytest.fixture
def top(issued: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued, tmp_path / "copy"))


def diff(top: Path, form: str = "json") -> Ran:
    return run("diff", "main", "--day", "2017-12-05", "--format", form, cwd=top)


def bulletins(done: Ran) -> Any:
    assert faults(done.document) == []
    return done.data["bulletins"]


def test_a_new_bulletin_is_one_line(issued: Path) -> None:
    done = diff(issued)
    assert bulletins(done) == [
        {
            "month": "2017-11",
            "path": NOVEMBER,
            "kind": "added",
            "number": 11,
            "draft": False,
            "corrections": [],
        }
    ]
    assert (done.code, done.codes, done.data["changes"]) == (0, set(), [])
    lines = diff(issued, "markdown").lines
    assert [line.split("|")[1:4] for line in lines if NOVEMBER in line] == [
        [" 2017-11 ", " 新增月报 ", " 2017年第11期 "]
    ]
    assert len(lines) < 20, "nothing of what the bulletin says"


def test_a_correction_says_which_numbers_it_restates(top: Path) -> None:
    assert run("bulletin", "--month", "2017-10", "--write", cwd=top, today="2017-12-05").code == 0
    done = diff(top)
    october, november = bulletins(done)
    assert done.code == 0
    assert (october["kind"], october["number"], november["kind"]) == ("corrected", 10, "added")
    (correction,) = october["corrections"]
    assert correction["number"] == 1
    assert {
        "section": "要情",
        "label": "完成率",
        "before": "28.6%（2/7）",
        "after": "42.9%（3/7）",
    } in correction["figures"]
    (line,) = [text for text in diff(top, "plain").lines if OCTOBER in text]
    assert line.startswith(
        "2017-10  加写更正  2017年第10期；更正之1：已完成由2变为3、完成率由28.6%（2/7）变为42.9%（3/7）、"
    )
    assert f"等{len(correction['figures'])}个数" in line


def test_what_was_published_and_is_edited_is_a_finding_and_a_line(top: Path) -> None:
    replace(top / OCTOBER, "完成率28.6%（2/7），", "完成率82.6%（2/7），")
    done = diff(top)
    assert (done.code, done.codes) == (1, {"D119"})
    assert [b["kind"] for b in bulletins(done)] == ["edited", "added"]
    assert "改动计算的部分" in diff(top, "markdown").out


def test_one_that_is_gone_and_one_that_people_write_in(top: Path) -> None:
    (top / NOVEMBER).unlink()
    commit(top, "2017-12-05")
    path = top / OCTOBER
    path.write_text(path.read_text("utf-8") + "\n各单位要抓紧。\n", "utf-8")
    done = diff(top)
    assert [(b["month"], b["kind"]) for b in bulletins(done)] == [("2017-10", "reworded")]
    assert done.codes == {"D119"}
    git(top, "branch", "-qf", "main", "HEAD~1")
    assert ("2017-11", "removed") in [(b["month"], b["kind"]) for b in bulletins(diff(top))]
