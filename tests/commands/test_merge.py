"""``ledger merge`` as git calls it: branches that each record something merge in any order into the same ledger."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_runner import commit, git, run
from issuing_ledger import OCTOBER, errors, record, small

from ledger.base.diagnostics import Pointer
from ledger.files.composition import compose

PLAN, SLIP = "2017/zb-2017-01.yaml", "slips/2017/JB-2017-001.yaml"
ITEM, DAY = "zb-2017-01/2", "2017-11-15"
BRANCHES = {
    "progress": [
        [
            (ITEM, "进展", "--date", "2017-11-05", "--percent", "50"),
            ("zb-2017-01", "协调", "--date", "2017-11-09", "--note", "约谈"),
            ("JB-2017-001/1", "回复", "--by", "市财政局", "--date", "2017-11-03"),
        ]
    ],
    "done": [
        [
            (ITEM, "进展", "--date", "2017-11-01", "--percent", "40"),
            ("zb-2017-01", "协调", "--date", "2017-11-06"),
            ("JB-2017-001/1", "异议", "--by", "市财政局", "--note", "牵头单位有误", "--date", "2017-11-04"),
        ],
        [(ITEM, "完成", "--date", "2017-11-10", "--evidence", "云财〔2017〕30号")],
    ],
}


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two branches off main; ``done`` has two commits."""
    folder = small(tmp_path_factory.mktemp("parted"))
    (folder / ".gitattributes").write_text("*.yaml merge=ledger\n", "utf-8")
    assert run(*OCTOBER, "--write", cwd=folder).code == 0
    assert run("merge", "--install", cwd=folder).code == 0
    commit(folder, "2017-10-31")
    for branch, commits in BRANCHES.items():
        git(folder, "switch", "-q", "-c", branch, "main")
        for entries in commits:
            for entry in entries:
                record(folder, *entry)
            commit(folder, "2017-11-12")
    git(folder, "switch", "-q", "main")
    return folder


@pytest.fixture
def ledger(parted: Path, tmp_path: Path) -> Path:
    return shutil.copytree(parted, tmp_path / "ledger")


def logs(folder: Path, branch: str) -> dict[Pointer, list[Any]]:
    """Every log of the two files as they are on the branch."""
    found: dict[Pointer, list[Any]] = {}
    for path in (PLAN, SLIP):
        data = compose(git(folder, "show", f"{branch}:{path}").encode()).data
        found[(path,)] = data["log"]
        for owner in data.get("items", data.get("rows")):
            found[(path, owner["id"])] = owner.get("log", [])
    return found


def figures(folder: Path) -> list[Any]:
    return [run(name, "--day", DAY, "--format", "json", cwd=folder).data for name in ("status", "items")]


def marked(folder: Path) -> list[str]:
    """The days of the entries that say when they were recorded."""
    return sorted(e["date"] for log in logs(folder, "HEAD").values() for e in log if "recorded" in e)


ORDERS = {
    "progress, then done": (
        [("main", "merge progress"), ("main", "merge done")],
        ["2017-11-01", "2017-11-06"],
    ),
    "done, then progress": (
        [("main", "merge done"), ("main", "merge progress")],
        ["2017-11-03", "2017-11-05"],
    ),
    "main into the branch": (
        [("main", "merge progress"), ("done", "merge main")],
        ["2017-11-01", "2017-11-06"],
    ),
    "rebased": (
        [("main", "merge progress"), ("done", "rebase main")],
        ["2017-11-01", "2017-11-06"],
    ),
}


@pytest.fixture(scope="module")
def wanted(parted: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The figures of a ledger in which one person recorded everything, in the order of days."""
    folder = tmp_path_factory.mktemp("alone") / "ledger"
    shutil.copytree(parted, folder)
    entries = [entry for commits in BRANCHES.values() for added in commits for entry in added]
    for entry in sorted(entries, key=lambda e: e[e.index("--date") + 1]):
        record(folder, *entry)
    return figures(folder)


@pytest.mark.parametrize("order", ORDERS)
def test_branches_that_record_in_the_same_logs_merge_in_any_order(
    ledger: Path, wanted: list[Any], order: str
) -> None:
    steps, late = ORDERS[order]
    for branch, step in steps:
        git(ledger, "switch", "-q", branch)
        landed = logs(ledger, "main")
        git(ledger, *step.split())
    after = logs(ledger, "HEAD")
    assert git(ledger, "status", "--porcelain") == ""
    assert errors(ledger, DAY) == []
    assert figures(ledger) == wanted
    assert {pointer: after[pointer][: len(log)] for pointer, log in landed.items()} == landed
    assert marked(ledger) == late


def test_both_new_titles_are_in_gits_own_conflict(ledger: Path) -> None:
    for branch, title in (("progress", "甲方案"), ("done", "乙方案")):
        git(ledger, "switch", "-q", branch)
        text = (ledger / PLAN).read_text("utf-8").replace("预算改革方案", title)
        (ledger / PLAN).write_text(text, "utf-8")
        commit(ledger, "2017-11-12")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        git(ledger, "merge", "progress")
    assert failed.value.returncode == 1
    assert f"{PLAN} 没有自动合并" in failed.value.stderr
    text = (ledger / PLAN).read_text("utf-8")
    assert "<<<<<<< ours\ntitle: 乙方案\n" in text
    assert "=======\ntitle: 甲方案\n>>>>>>> theirs\n" in text
    for branch in ("HEAD", "progress"):
        written = {line.strip() for line in text.splitlines()}
        assert {line.strip() for line in git(ledger, "show", f"{branch}:{PLAN}").splitlines()} <= written
    assert git(ledger, "diff", "--name-only", "--diff-filter=U") == PLAN  # the slip was merged


@pytest.mark.parametrize("gone", ["setting", "python", "program"])
def test_without_the_program_git_merges_the_text(ledger: Path, tmp_path: Path, gone: str) -> None:
    """Else an entry of theirs would be in no file, and nobody would see it."""
    driver = git(ledger, "config", "merge.ledger.driver")
    if gone == "setting":
        git(ledger, "config", "--unset", "merge.ledger.driver")
    else:
        python = tmp_path / "my python"
        if gone == "program":  # as after pip uninstall
            python.write_text(f'#!/bin/sh\nexec {sys.executable} -I -S "$@"\n', "utf-8")
            python.chmod(0o755)
        git(ledger, "config", "merge.ledger.driver", driver.replace(sys.executable, f"'{python}'"))
    git(ledger, "merge", "progress")
    with pytest.raises(subprocess.CalledProcessError):
        git(ledger, "merge", "done")
    text = (ledger / PLAN).read_text("utf-8")
    assert "<<<<<<< " in text
    assert "percent: 50" in text
    assert "percent: 40" in text


# --- the command -------------------------------------------------------------------------------------------

BASE = "id: a\nlog:\n  - date: 2017-01-01\n    event: 审议通过\n"
FIRST = "  - date: 2017-03-01\n    event: 印发\n"
SECOND = "  - date: 2017-02-01\n    event: 协调\n"


def versions(folder: Path, base: str | bytes, ours: str | bytes, theirs: str | bytes) -> list[Path]:
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, content in zip(paths, (base, ours, theirs), strict=True):
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return paths


def test_the_result_is_written_over_our_version_and_recorded_is_the_day_of_the_clock(tmp_path: Path) -> None:
    paths = versions(tmp_path, BASE, BASE + FIRST, BASE + SECOND)
    done = run("merge", *paths, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert paths[1].read_text("utf-8") == BASE + FIRST + SECOND + "    recorded: 2017-11-15\n"
    assert paths[2].read_text("utf-8") == BASE + SECOND


def test_a_conflict_is_told_in_one_sentence_with_the_files_own_path(tmp_path: Path) -> None:
    paths = versions(tmp_path, BASE, BASE.replace("a", "b", 1), BASE.replace("id: a", "id: c"))
    done = run("merge", *paths, "--path", "2017/\x1b[1m.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("2017/\\u001b[1m.yaml 没有自动合并，里面留有冲突标记")
    assert paths[1].read_text("utf-8").startswith("<<<<<<< ours\n")


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_conflicts_are_marked_as_the_repository_wants(tmp_path: Path, style: str) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "merge.conflictStyle", style)
    paths = versions(tmp_path, "a: 1\n", "a: 2\n", "a: 3\n")
    assert run("merge", *paths, cwd=tmp_path).code == 1
    assert ("||||||| base\na: 1\n" in paths[1].read_text("utf-8")) is (style == "diff3")


def test_what_is_no_text_stays_as_it_is(tmp_path: Path) -> None:
    paths = versions(tmp_path, b"\0a", b"\0b", b"\0c")
    done = run("merge", *paths, cwd=tmp_path)
    assert (done.code, done.err.splitlines()) == (
        2,
        ["错误：git 认为这不是文本，不能合并；请从两个版本里选一个"],
    )
    assert paths[1].read_bytes() == b"\0b"


def test_three_versions_are_asked_for(tmp_path: Path) -> None:
    for words in ((), ("a",), ("a", "b"), ("a", "b", "c")):
        done = run("merge", *words, cwd=tmp_path)
        assert (done.code, len(done.err.splitlines())) == (2, 1)
        assert done.err.startswith("错误：")


def test_install_sets_the_driver_and_says_what_is_missing(tmp_path: Path) -> None:
    folder = small(tmp_path)
    done = run("merge", "--install", cwd=folder)
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[1:] == ["还差一步：在 .gitattributes 里写一行 *.yaml merge=ledger，并提交"]
    assert git(folder, "config", "merge.ledger.driver").endswith(" merge %O %A %B --path %P")
    (folder / ".gitattributes").write_text("*.yaml merge=ledger\n", "utf-8")
    again = run("merge", "--install", cwd=folder)
    assert again.err.splitlines() == done.err.splitlines()[:1]


def test_install_needs_a_ledger_in_a_repository(tmp_path: Path) -> None:
    assert run("merge", "--install", cwd=tmp_path).code == 2
    (tmp_path / "ledger.yaml").write_text("format: 1\n", "utf-8")
    done = run("merge", "--install", cwd=tmp_path)
    assert (done.code, "不在 git 仓库里" in done.err) == (2, True)


def test_the_bundled_ledger_has_the_attribute() -> None:
    path = "plans/2017/zb-2017-01.yaml"
    assert git(Path(__file__).parents[2], "check-attr", "merge", path) == f"{path}: merge: ledger"
