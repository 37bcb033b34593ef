"""``ledger check --fix`` and ``--diff``, and what ``check`` says of allowances."""

import subprocess
from pathlib import Path

import pytest
from cli_runner import commit, git, run
from output_shape import faults
from small_ledger import HEAD, PLANS, write_ledger

from ledger.files.store import writing

PLAN = """\
id: zb-2017-04
title: 车改方案
lead: "财政局"   # 牵头
items:
  - id: 1
    title: 取消一般公务用车
    due: 2017-11   # 年内
    log: [{date: 2017-03-01, event: 启动, by: 改革办}]
"""
FIXED = PLAN.replace("财政局", "市财政局").replace("by: 改革办", "by: 市委改革办")
WRONG_DATES = PLAN.replace("2017-11 ", "2017年11月 ").replace("2017-03-01", "2017/3/1")
PATCH = """\
--- 2017/zb-2017-04.yaml
+++ 2017/zb-2017-04.yaml
@@ -1,8 +1,8 @@
 id: zb-2017-04
 title: 车改方案
-lead: "财政局"   # 牵头
+lead: "市财政局"   # 牵头
 items:
   - id: 1
     title: 取消一般公务用车
     due: 2017-11   # 年内
-    log: [{date: 2017-03-01, event: 启动, by: 改革办}]
+    log: [{date: 2017-03-01, event: 启动, by: 市委改革办}]
"""
PATH = "2017/zb-2017-04.yaml"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path, PLANS | {"zb-2017-04": PLAN})


def contents(ledger: Path) -> dict[str, bytes]:
    return {p.relative_to(ledger).as_posix(): p.read_bytes() for p in ledger.rglob("*.yaml")}


def _plan(ledger: Path, text: str) -> Path:
    (ledger / PATH).write_bytes(text.encode())
    return ledger


def test_fix_writes_shows_the_patch_and_then_what_remains(ledger: Path) -> None:
    before = contents(ledger)
    done = run("check", "--fix", cwd=ledger)
    assert done.code == 0
    assert done.out == PATCH
    assert done.err == "已修复 2 处\n"
    assert contents(ledger) == before | {PATH: FIXED.encode()}


def test_second_fix_changes_nothing(ledger: Path) -> None:
    run("check", "--fix", cwd=ledger)
    before = contents(ledger)
    done = run("check", "--fix", cwd=ledger)
    assert (done.code, done.out, done.err) == (0, "", "没有可以自动修复的写法\n")
    assert contents(ledger) == before


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]])
def test_diff_only_previews(ledger: Path, options: list[str]) -> None:
    before = contents(ledger)
    done = run("check", *options, cwd=ledger)
    assert (done.code, done.out) == (0, PATCH)
    assert done.err == "可修复 2 处，没有写入；用 ledger check --fix 写入\n"
    assert contents(ledger) == before


def test_preview_can_be_applied_by_git(ledger: Path) -> None:
    patch = run("check", "--diff", cwd=ledger).out
    subprocess.run(["git", "apply", "-p0"], cwd=ledger, input=patch.encode(), check=True)
    assert (ledger / PATH).read_text("utf-8") == FIXED


def test_dates_and_names_of_a_file_that_was_not_read(ledger: Path) -> None:
    _plan(ledger, WRONG_DATES)
    assert run("check", "--diff", cwd=ledger).code == 1
    done = run("check", "--fix", cwd=ledger)
    assert (done.code, done.err) == (0, "已修复 4 处\n")
    assert (ledger / PATH).read_text("utf-8") == FIXED


def test_exit_code_is_by_what_remains(ledger: Path) -> None:
    _plan(ledger, WRONG_DATES.replace("title: 取消", "titel: 取消"))
    done = run("check", "--fix", cwd=ledger)
    assert done.code == 1
    assert "due: 2017-11   # 年内" in (ledger / PATH).read_text("utf-8")
    assert f"{PATH}:6:5 错误 R120" in done.out
    assert "R123" not in done.out


def test_day_of_an_archived_ledger_counts_once_it_can_be_read(tmp_path: Path) -> None:
    plan = "id: p\ntitle: 方案\nlead: 市财政局\nitems: [{id: 1, title: 事项, due: 2017-12-31}]\n"
    ledger = write_ledger(tmp_path, {"p": plan}, HEAD + "as_of: 2017.10.31\n")
    assert run("check", "--fix", "--format", "json", cwd=ledger).document["day"] == "2017-10-31"
    assert (ledger / "ledger.yaml").read_text("utf-8") == HEAD + "as_of: 2017-10-31\n"


def test_json_is_one_document(ledger: Path) -> None:
    done = run("check", "--diff", "--format", "json", cwd=ledger)
    assert faults(done.document) == []
    assert done.data == {"allowed": [], "fixed": {"written": False, "count": 2, "diff": PATCH, "left": []}}
    assert [d["fix"]["text"] for d in done.document["diagnostics"]] == ['"市财政局"', "市委改革办"]
    done = run("check", "--fix", "--format", "json", cwd=ledger)
    assert (done.data["fixed"]["written"], done.document["diagnostics"]) == (True, [])
    assert faults(done.document) == []


def test_other_formats_stay_whole(ledger: Path) -> None:
    done = run("check", "--fix", "--format", "github", cwd=ledger)
    assert (done.code, done.out) == (0, "")
    assert done.err == "已修复 2 处\n" + PATCH


def test_patch_goes_into_a_file(ledger: Path, tmp_path: Path) -> None:
    patch = tmp_path / "fix.patch"
    done = run("check", "--diff", "-o", patch, cwd=ledger)
    assert (done.out, patch.read_text("utf-8")) == ("", PATCH)


@pytest.mark.parametrize("wrong", [["--format", "xml"], ["-o", "2017/zb-2017-01.yaml"], ["--color", "rot"]])
def test_nothing_is_written_when_the_answer_cannot_be_printed(ledger: Path, wrong: list[str]) -> None:
    before = contents(ledger)
    assert run("check", "--fix", *wrong, cwd=ledger).code == 2
    assert contents(ledger) == before


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_past_version_is_not_fixed(ledger: Path, option: str) -> None:
    git(ledger, "init", "-q")
    commit(ledger, "2017-11-01")
    done = run("check", option, "--at", "HEAD", cwd=ledger)
    assert (done.code, done.err) == (2, "错误：--at 看的是过去的版本，不能修复\n")


def test_nobody_else_may_be_writing(ledger: Path) -> None:
    with writing(ledger):
        before = contents(ledger)
        assert run("check", "--fix", cwd=ledger).code == 2
        assert run("check", "--diff", cwd=ledger).code == 0
        assert contents(ledger) == before


ALLOWED = PLAN.replace("    due: 2017-11   # 年内\n", "").replace(
    "公务用车", "公务用车  # ledger: allow P108 until 2017-12-31 — 时限待上级明确"
)


def test_allowed_findings_do_not_fail_and_are_counted(ledger: Path) -> None:
    _plan(ledger, FIXED.replace("    due: 2017-11   # 年内\n", ""))
    assert run("check", "--strict", cwd=ledger).code == 1
    _plan(ledger, ALLOWED)
    done = run("check", "--strict", "--format", "json", cwd=ledger)
    assert done.code == 0
    assert done.codes == {"P141"}
    assert done.data["allowed"] == [
        {"code": "P108", "path": PATH, "line": 6, "reason": "时限待上级明确", "until": "2017-12-31"}
    ]
    assert faults(done.document) == []


def test_expired_allowance_is_a_finding(ledger: Path) -> None:
    _plan(ledger, ALLOWED)
    done = run("check", "--strict", "--format", "json", "--day", "2018-01-01", cwd=ledger)
    assert done.code == 1
    assert {"P108", "A102"} <= done.codes
    assert done.data["allowed"] == []


def test_fix_leaves_comments_where_they_are(ledger: Path) -> None:
    _plan(ledger, ALLOWED)
    run("check", "--fix", cwd=ledger)
    assert (ledger / PATH).read_text("utf-8") == ALLOWED.replace('"财政局"', '"市财政局"').replace(
        "by: 改革办", "by: 市委改革办"
    )
