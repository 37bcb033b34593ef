"""The day on which a ledger is judged: --day, --month, --at, as_of, today."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from cli_runner import commit, git, run
from small_ledger import HEAD, PLANS, write_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Without as_of and without git."""
    return write_ledger(tmp_path / "ledger")


def status(folder: Path, *args: str, **how: Any) -> dict[str, Any]:
    done = run("status", *args, "--format", "json", cwd=folder, **how)
    assert done.code == 0, done.err
    return done.document


def figures(folder: Path, *args: str, **how: Any) -> tuple[int, int, int]:
    total = status(folder, *args, **how)["data"]["total"]
    return total["total"], total["completed"], total["overdue"]


def test_today_unless_told(ledger: Path) -> None:
    document = status(ledger, today="2017-10-31")
    assert document["day"] == "2017-10-31"
    assert document["remarks"] == ["截至 2017年10月31日"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-01-01", (7, 0, 0)),
        ("2017-06-30", (7, 1, 0)),  # due today is not overdue
        ("2017-07-01", (6, 1, 1)),
        ("2017-07-05", (6, 2, 0)),
        ("2017-08-31", (6, 2, 0)),
        ("2017-09-01", (6, 2, 1)),
        ("2017-10-31", (6, 2, 2)),
        ("2018-01-01", (6, 2, 4)),
    ],
)
def test_figures_as_of_a_day(ledger: Path, day: str, expected: tuple[int, int, int]) -> None:
    assert figures(ledger, "--day", day) == expected


@pytest.mark.parametrize(
    ("month", "today", "day", "words"),
    [
        ("2017-10", "2017-11-15", "2017-10-31", "截至 2017年10月31日"),
        ("2016-02", "2017-11-15", "2016-02-29", "截至 2016年2月29日"),
        ("2017-11", "2017-11-15", "2017-11-15", "本月未完"),
        ("2017-11", "2017-11-30", "2017-11-30", "本月未完"),
        ("2017-12", "2017-11-15", "2017-12-31", "预测"),
        ("2018-02", "2017-11-15", "2018-02-28", "预测"),
    ],
)
def test_a_month_is_its_last_day_or_today(ledger: Path, month: str, today: str, day: str, words: str) -> None:
    document = status(ledger, "--month", month, today=today)
    assert document["day"] == day
    assert words in document["remarks"][0]


def test_a_day_to_come_is_a_forecast(ledger: Path) -> None:
    assert "预测" in status(ledger, "--day", "2017-11-16")["remarks"][0]
    assert "预测" not in status(ledger, "--day", "2017-11-15")["remarks"][0]


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_a_forecast_is_marked_for_readers_too(ledger: Path, form: str) -> None:
    assert "预测" in run("status", "--month", "2018-01", "--format", form, cwd=ledger).out


def test_an_archived_ledger_is_judged_on_its_day_and_says_so(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path, head=HEAD + "as_of: 2017-07-01\n")
    document = status(folder)
    assert document["day"] == "2017-07-01"
    assert "as_of" in document["remarks"][0]
    for form in ("plain", "markdown"):
        assert "归档" in run("status", "--format", form, cwd=folder).out
    assert status(folder, "--day", "2017-10-31")["day"] == "2017-10-31"
    assert status(folder, "--month", "2017-08")["day"] == "2017-08-31"


@pytest.mark.parametrize(
    "args",
    [
        "--day 2017-10-31 --month 2017-10",
        "--month 2017-13",
        "--month 2017-00",
        "--month 2017-1",
        "--month 201710",
        "--month 2017年10月",
        "--month 0000-01",
        "--month 9999-12",
        "--day 2017-02-30",
        "--day 2017-2-3",
        "--day 昨天",
        "--day ２０１７-10-31",
    ],
)
def test_an_impossible_day_is_one_sentence(ledger: Path, args: str) -> None:
    done = run("status", *args.split(), cwd=ledger)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("错误：")


# --- past commits ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Three commits: two plans in March, a third and a completion in July, the second plan deleted in September."""
    top = tmp_path_factory.mktemp("history") / "repository"
    plans = top / "plans"
    early = {name: PLANS[name] for name in ("zb-2017-01", "zb-2017-02")}
    early["zb-2017-01"] = early["zb-2017-01"].split("      - date: 2017-06-20")[0]
    write_ledger(plans, early)
    git(top, "init", "-q")
    first = commit(top, "2017-03-15")
    write_ledger(plans)
    second = commit(top, "2017-07-20")
    (plans / "2017" / "zb-2017-02.yaml").unlink()
    third = commit(top, "2017-09-10")
    git(top, "tag", "季度")
    return {"top": top, "commits": [first, second, third]}


def test_a_revision_is_judged_on_its_own_day(history: dict[str, Any]) -> None:
    top, (first, second, third) = history["top"], history["commits"]
    for name, day, expected in (
        (first, "2017-03-15", (3, 0, 0)),
        (second, "2017-07-20", (6, 2, 0)),
        (third, "2017-09-10", (5, 2, 0)),
        ("HEAD", "2017-09-10", (5, 2, 0)),
        ("HEAD~1", "2017-07-20", (6, 2, 0)),
        ("季度", "2017-09-10", (5, 2, 0)),
        (first[:10], "2017-03-15", (3, 0, 0)),
    ):
        document = status(top, "--at", name)
        assert document["day"] == day
        total = document["data"]["total"]
        assert (total["total"], total["completed"], total["overdue"]) == expected
    assert status(top, "--at", first[:10])["revision"] == first


def test_a_date_takes_the_last_commit_by_then(history: dict[str, Any]) -> None:
    top, (first, second, third) = history["top"], history["commits"]
    for name, found in (
        ("2017-03-15", first),
        ("2017-07-19", first),
        ("2017-07-20", second),
        ("2017-09-09", second),
        ("2018-01-01", third),
    ):
        document = status(top, "--at", name)
        assert document["revision"] == found


def test_a_deleted_file_reappears_and_the_work_tree_is_left_alone(
    history: dict[str, Any], tmp_path: Path
) -> None:
    top = shutil.copytree(history["top"], tmp_path / "copy")
    (top / "plans" / "2017" / "zb-2017-01.yaml").write_text("不是台账\t", "utf-8")
    before = git(top, "status", "--porcelain")
    document = status(top, "--at", history["commits"][1])
    assert document["data"]["plans"]["issued"] == 2
    assert run("show", "zb-2017-02", "--at", "HEAD~1", cwd=top).code == 0
    assert run("show", "zb-2017-02", "--at", "HEAD", cwd=top).code == 2
    assert git(top, "status", "--porcelain") == before
    assert git(top, "worktree", "list").count("\n") == 0


def test_the_day_may_be_told_apart_from_the_revision(history: dict[str, Any]) -> None:
    document = status(history["top"], "--at", history["commits"][0], "--day", "2017-10-31")
    assert document["day"] == "2017-10-31"
    total = document["data"]["total"]
    assert (total["total"], total["completed"], total["overdue"]) == (2, 0, 2)


def test_every_look_command_reads_the_past(history: dict[str, Any]) -> None:
    for line in (
        "items",
        "overdue",
        "upcoming",
        "unit 市教育局",
        "show zb-2017-02/1",
        "why zb-2017-02/1",
        "list plans",
        "check",
        "escalate",
    ):
        done = run(*line.split(), "--at", "HEAD~1", "--format", "json", cwd=history["top"])
        assert done.code == 0, done.err
        assert done.document["revision"] == history["commits"][1]
        assert done.document["day"] == "2017-07-20"


def test_readers_are_told_which_revision(history: dict[str, Any]) -> None:
    out = run("status", "--at", "HEAD", cwd=history["top"]).out
    assert history["commits"][2][:12] in out
    assert "2017年9月10日" in out


def test_places_are_those_of_the_revision(history: dict[str, Any]) -> None:
    shown = run("show", "zb-2017-02/1", "--at", "HEAD~1", "--format", "json", cwd=history["top"]).data
    assert shown["place"] == "plans/2017/zb-2017-02.yaml:9"


def test_a_ledger_at_the_top_of_its_repository(tmp_path: Path) -> None:
    write_ledger(tmp_path)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "2017-08-01")
    (tmp_path / "2017" / "zb-2017-01.yaml").unlink()
    assert figures(tmp_path, "--at", "HEAD") == (6, 2, 0)
    assert figures(tmp_path, "--day", "2017-08-01") == (3, 1, 0)


HOSTILE = [
    "没有",
    "HEAD~9",
    "",
    "-1",
    "--all",
    "--output=/tmp/x",
    "--upload-pack=touch x",
    "HEAD --",
    "HEAD:plans",
    "HEAD^{tree}",
    "HEAD..HEAD~1",
    "HEAD^@",
    "^HEAD",
    "@{-1}",
    "2017-02-30",
    "1990-01-01",
    "9999-99-99",
    "a\nb",
    "$(touch x)",
    "; touch x",
    "\udcff\udcfe",
    "\x1b[31mred",
    "x" * 5000,
    "\u202eabc",
]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_revision_that_is_none_is_one_sentence(history: dict[str, Any], name: str) -> None:
    top = history["top"]
    before = sorted(p.name for p in top.iterdir())
    done = run("status", f"--at={name}", cwd=top)
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert "\x1b" not in done.err
    assert done.err.encode()
    assert sorted(p.name for p in top.iterdir()) == before


def test_a_revision_outside_any_repository(ledger: Path) -> None:
    done = run("status", "--at", "HEAD", cwd=ledger)
    assert done.code == 2
    assert "git" in done.err


def test_a_repository_without_commits(ledger: Path) -> None:
    git(ledger, "init", "-q")
    for name in ("HEAD", "2017-10-31"):
        assert run("status", "--at", name, cwd=ledger).code == 2


def test_a_revision_from_before_the_ledger(tmp_path: Path) -> None:
    """The ledger's folder did not exist then: that is said, not reported as an empty ledger."""
    git(tmp_path, "init", "-q")
    (tmp_path / "README").write_text("x", "utf-8")
    commit(tmp_path, "2017-01-01")
    write_ledger(tmp_path / "plans")
    commit(tmp_path, "2017-08-01")
    done = run("status", "--at", "HEAD~1", cwd=tmp_path)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
