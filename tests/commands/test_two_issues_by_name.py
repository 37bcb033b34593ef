"""Issues that ``ledger diff`` compares are named by file or month; a name that git knows is a commit, as ever."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli_runner import git, run
from output_shape import faults
from review_repository import replace
from small_ledger import write_ledger
from three_issues import OCTOBER, SEPTEMBER, data, diff, three_issues

from ledger.commands.basis import Bases


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nobody changes it."""
    return three_issues(tmp_path_factory.mktemp("issued"))


@pytest.fixture
def top(issued: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued, tmp_path / "copy"))


@pytest.mark.parametrize(
    "names",
    [
        (SEPTEMBER, OCTOBER), ("2017-10", "2017-09"), (OCTOBER, "2017-09"), ("2017-09...2017-10",),
        (f"{SEPTEMBER}...{OCTOBER}",), ("2017-10",), (OCTOBER,),
    ],
)  # fmt: skip
def test_a_bulletin_is_named_by_its_file_or_its_month(names: Sequence[str], issued: Path) -> None:
    assert data(issued, *names) == data(issued, "2017-09", "2017-10")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("2017-09",), "2017-09 以前没有月报"),
        (("2017-08", "2017-09"), "2017-08.md 这个文件"),
        (("2017-09", SEPTEMBER), "两次写的都是 2017-09 的月报"),
        (("2017-09", "main"), "“2017-09 main”不是两期月报"),
        (("main", "HEAD"), "两个版本写成 main...分支 的样式"),
        (("2017-09", "2017-10", "2017-11"), "不是两期月报"),
        (("plans/2017.md",), "没有 plans/2017.md 这个文件"),
        (("2017-10", "--day", "2017-10-31"), "不能再写 --day"),
        (("2017-10", "--month", "2017-10"), "不能再写 --day、--month"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    names: Sequence[str], said: str, issued: Path
) -> None:
    done = diff(issued, *names)
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert faults(done.document) == []


def test_an_issue_whose_files_are_lost_cannot_be_compared(top: Path) -> None:
    path = top / SEPTEMBER
    head, digest, rest = path.read_text("utf-8").partition("digest: ")
    path.write_text(f"{head}{digest}{'0' * 64}{rest[64:]}", "utf-8")
    done = diff(top, "2017-10")
    assert done.code == 2
    assert done.err.startswith(f"错误：{SEPTEMBER}：提交 ")
    assert "找不到算出本期的文件" in done.err


def test_an_issue_that_was_written_by_hand_cannot_be_computed(top: Path) -> None:
    (top / SEPTEMBER).write_text("# 改革督察月报\n\n完成率 33.3%。\n", "utf-8")
    done = diff(top, "2017-10")
    assert done.code == 2
    assert "没有文首，不是 ledger 生成的月报" in done.err


def test_files_that_cannot_be_read_are_said(top: Path) -> None:
    (top / "plans/2017/zb-2017-05.yaml").write_text("id: [\n", "utf-8")
    digest = data(top, "2017-10")["issues"][1]["digest"]
    replace(top / OCTOBER, digest, Bases(top / "plans").current().digest)
    done = diff(top, "2017-10")
    assert done.code == 0
    assert "注意：当前文件有 1 个文件有错未读入" in done.document["remarks"][2]


def test_years_without_a_calendar_are_said(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path / "ledger")
    for month in ("2034-11", "2034-12"):
        assert run("bulletin", "--month", month, "--write", cwd=folder, today="2035-01-05").code == 0
    done = diff(folder, "2034-12")
    assert "K101" in done.codes
    assert any("放假安排未收录" in remark for remark in done.document["remarks"])


def test_what_git_knows_as_a_commit_stays_one(top: Path) -> None:
    git(top, "branch", "2017-09", "HEAD~4")
    git(top, "branch", "2017-10", "HEAD~2")
    assert "effect" in diff(top, "2017-09...2017-10").data
    assert "effect" in diff(top, "2017-10").data
    assert "issues" in data(top, SEPTEMBER, OCTOBER)
    assert "issues" in data(top, OCTOBER)
    assert diff(top, "2017-09", "2017-10").code == 2


def test_outside_a_repository_drafts_of_one_tree_are_compared(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path / "ledger")
    for month in ("2017-06", "2017-07"):
        assert run("bulletin", "--month", month, "--write", cwd=folder).code == 0
    done = diff(folder, "2017-06", "2017-07")
    assert (done.code, done.document["revision"]) == (0, None)
    kinds = {i["kind"]: i["ref"] for i in done.data["items"]}
    assert kinds == {"completed": "zb-2017-03/2", "cancelled": "zb-2017-02/2", "removed": "zb-2017-02/2"}
    assert "（草稿）" in diff(folder, "2017-07", form="plain").lines[0]
