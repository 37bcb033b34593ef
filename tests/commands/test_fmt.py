"""``ledger fmt``: files in the one layout, and the ledger as it was."""

from pathlib import Path

import pytest
from cli_runner import ROOT, bundled, commit, git, run
from small_ledger import write_ledger

UNTIDY = """\
title:   '预算管理方案'
id: zb-2017-08   # 编号
lead: 市财政局
log:
- date: 2017-03-01
  event: 印发
items:
- id: 1
  # 时限
  due: "2017-12-31"
  title: 一事
  lead:
  - 市财政局
  - 市教育局
"""
TIDY = """\
id: zb-2017-08   # 编号
title: 预算管理方案
lead: 市财政局
log:
  - date: 2017-03-01
    event: 印发
items:
  - id: 1
    title: 一事
    lead: [市财政局, 市教育局]
    # 时限
    due: 2017-12-31
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = write_ledger(tmp_path / "repository")
    assert run("fmt", cwd=folder).code == 0
    (folder / "2017" / "zb-2017-08.yaml").write_text(UNTIDY, "utf-8")
    git(folder, "init", "-q")
    commit(folder, "2017-10-31")
    return folder


def untidy(ledger: Path) -> str:
    return (ledger / "2017" / "zb-2017-08.yaml").read_text("utf-8")


def test_the_bundled_city_is_tidy() -> None:
    done = bundled("fmt", "--check", "--ledger", str(ROOT / "plans"))
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("个文件都整齐\n")


def test_check_and_diff_write_nothing_and_name_what_is_not_tidy(ledger: Path) -> None:
    found = run("fmt", "--check", cwd=ledger)
    assert (found.code, found.out) == (1, "2017/zb-2017-08.yaml\n")
    assert "1 个文件要整理" in found.err
    assert "用 ledger fmt 写入" in found.err
    shown = run("fmt", "--diff", cwd=ledger)
    assert shown.code == 0
    assert "+title: 预算管理方案\n" in shown.out
    assert run("fmt", "--check", "--diff", cwd=ledger).code == 1
    assert untidy(ledger) == UNTIDY


def test_what_is_written_changes_nothing_but_the_layout(ledger: Path) -> None:
    before = [run(name, "--format", "json", cwd=ledger).data for name in ("status", "items")]
    done = run("fmt", cwd=ledger)
    assert (done.code, done.out) == (0, "2017/zb-2017-08.yaml\n")
    assert "整理了 1 个文件" in done.err
    assert untidy(ledger) == TIDY
    assert [run(name, "--format", "json", cwd=ledger).data for name in ("status", "items")] == before
    assert run("diff", "HEAD", "--format", "json", cwd=ledger).data["changes"] == []
    assert run("fmt", "--check", cwd=ledger).code == 0


def test_only_the_files_that_were_named(ledger: Path) -> None:
    (ledger / "2017" / "zb-2017-09.yaml").write_text(UNTIDY.replace("-08", "-09"), "utf-8")
    assert run("fmt", "2017/zb-2017-09.yaml", cwd=ledger).out == "2017/zb-2017-09.yaml\n"
    assert untidy(ledger) == UNTIDY


def test_a_file_may_be_named_from_the_ledgers_folder_as_well(ledger: Path) -> None:
    done = run("fmt", "--ledger", ledger.name, "2017/zb-2017-08.yaml", "--check", cwd=ledger.parent)
    assert done.code == 1
    assert done.out.endswith("2017/zb-2017-08.yaml\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../x.yaml", "不在台账文件夹"),
        ("2017/none.yaml", "没有 2017/none.yaml 这个文件"),
        ("2017", "是文件夹"),
        ("a.md", "不是 .yaml 文件"),
    ],
)
def test_what_cannot_be_laid_out_is_refused_in_one_sentence(ledger: Path, name: str, said: str) -> None:
    (ledger / "a.md").write_text("x", "utf-8")
    done = run("fmt", name, cwd=ledger)
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_laid_out(ledger: Path) -> None:
    (ledger / "2017" / "bad.yaml").write_text("id: [\n", "utf-8")
    done = run("fmt", cwd=ledger)
    assert done.code == 1
    assert "2017/bad.yaml:1:6 错误 R108" in done.err
    assert untidy(ledger) == TIDY
    assert (ledger / "2017" / "bad.yaml").read_text("utf-8") == "id: [\n"


@pytest.mark.parametrize("name", [".hooks.yaml", "registers/scores.yaml"])
def test_a_file_that_was_named_and_is_none_of_the_ledgers_is_told(ledger: Path, name: str) -> None:
    (ledger / "registers").mkdir(exist_ok=True)
    (ledger / name).write_text("a:   b\n", "utf-8")
    done = run("fmt", name, cwd=ledger)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"{name} 没有整理：它不是这个版本的台账读取的文件\n"
    assert (ledger / name).read_text("utf-8") == "a:   b\n"


def test_a_file_whose_values_are_wrong_is_laid_out_all_the_same(ledger: Path) -> None:
    (ledger / "2017" / "zb-2017-08.yaml").write_text(UNTIDY.replace("2017-12-31", "年底"), "utf-8")
    assert run("fmt", cwd=ledger).code == 0
    assert untidy(ledger) == TIDY.replace("2017-12-31", "年底")


ALLOWING = "# ledger: allow P103 until 2018-06-30 — 新单位还没有登记"


@pytest.mark.parametrize(
    "lead", [f"  {ALLOWING}\n  lead: [市新局]\n", f"  lead: [\n    市新局, {ALLOWING}\n    市民政局]\n"]
)
def test_a_finding_that_a_comment_allows_is_allowed_afterwards(ledger: Path, lead: str) -> None:
    kept = UNTIDY.replace("  lead:\n", f"{lead}  with:\n")
    (ledger / "2017" / "zb-2017-08.yaml").write_text(kept, "utf-8")
    before = run("check", "--format", "json", cwd=ledger).document
    assert [a["code"] for a in before["data"]["allowed"]] == ["P103"]
    assert run("fmt", cwd=ledger).code == 0
    after = run("check", "--format", "json", cwd=ledger).document
    assert [(d["code"], d["message"]) for d in after["diagnostics"]] == [
        (d["code"], d["message"]) for d in before["diagnostics"]
    ]


def test_a_file_stays_where_a_comment_would_no_longer_allow_what_it_allows(ledger: Path) -> None:
    moved = UNTIDY.replace("title:", f"{ALLOWING}\ntitle:", 1)
    (ledger / "2017" / "zb-2017-08.yaml").write_text(moved, "utf-8")
    done = run("fmt", cwd=ledger)
    assert done.code == 1
    assert "2017/zb-2017-08.yaml 没有整理：第 1 行放行的注释" in done.err
    assert untidy(ledger) == moved
