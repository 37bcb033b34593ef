"""``ledger check --since``: only what the branch introduced fails, the rest is counted."""

from pathlib import Path

import pytest
from cli_runner import Ran, run
from review_repository import BRANCHES, Branch, commit, copy_of, git, landed, replace

DAY = ("--day", "2017-11-06")
PLAN = "plans/2017/zb-2017-01.yaml"
UNKNOWN = "      - {date: 2017-11-06, event: 进展, by: 市审计局}\n"
LAST = "        percent: 20\n"
OLD = "    due: 2017-08\n"
"""In the base an item without a time limit is an old warning."""
EDITS_OTHER_LINES = {"accepted-by-itself", "item-removed", "id-reused"}
"""They edit what this base has otherwise."""
REWRITES = [b for b in BRANCHES if b.codes and b.name not in EDITS_OTHER_LINES]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = landed(tmp_path_factory.mktemp("landed"))
    replace(top / "plans/2017/zb-2017-02.yaml", OLD, "")
    replace(
        top / "plans/2017/zb-2017-03.yaml",
        "    title: 清理账户\n",
        "    title: 清理账户\n    lead: 市审计局\n",
    )
    commit(top, "a base with faults of its own")
    return top


@pytest.fixture
def top(base: Path, tmp_path: Path) -> Path:
    return copy_of(base, tmp_path / "ledger")


def check(top: Path, *arguments: str) -> Ran:
    return run("check", *arguments, *DAY, cwd=top)


def test_a_base_with_faults_fails_by_itself_and_not_for_the_branch(top: Path) -> None:
    assert check(top).code == 1
    done = check(top, "--since", "main")
    assert done.code == 0
    commit_id = git(top, "rev-parse", "main")[:12]
    assert done.out == f"只列从 main（{commit_id}）分出以后新增的问题；另有 2 条原来就有，不计入\n"


def test_a_base_named_by_its_hash_is_told_once(top: Path) -> None:
    commit_id = git(top, "rev-parse", "main")
    done = check(top, "--since", commit_id)
    assert done.out == f"只列从 {commit_id[:12]} 分出以后新增的问题；另有 2 条原来就有，不计入\n"


def test_what_the_branch_brings_fails(top: Path) -> None:
    replace(top / PLAN, LAST, LAST + UNKNOWN)
    done = check(top, "--since", "main", "--format", "json")
    assert done.code == 1
    assert [(d["code"], d["path"]) for d in done.document["diagnostics"]] == [("P103", PLAN)]
    assert done.data["since"] == {"base": git(top, "rev-parse", "main"), "known": 2}


def test_an_old_fault_that_moves_to_another_line_stays_old(top: Path) -> None:
    path = top / "plans/2017/zb-2017-03.yaml"
    path.write_text("# 一行说明\n\n" + path.read_text("utf-8"), "utf-8")
    assert check(top, "--since", "main", "--format", "json").document["diagnostics"] == []


def test_an_old_fault_moves_with_its_file(top: Path) -> None:
    (top / "plans/old").mkdir()
    (top / "plans/2017/zb-2017-03.yaml").rename(top / "plans/old/zb-2017-03.yaml")
    done = check(top, "--since", "main", "--format", "json")
    assert done.document["diagnostics"] == []
    assert done.data["since"]["known"] == 2


def test_the_same_fault_a_second_time_is_new(top: Path) -> None:
    replace(top / "plans/2017/zb-2017-03.yaml", "    with: [市教育局]\n", "    with: [市教育局, 市审计局]\n")
    found = check(top, "--since", "main", "--format", "json").document["diagnostics"]
    assert [d["code"] for d in found if d["severity"] == "error"] == ["P103"]


@pytest.mark.parametrize("branch", REWRITES, ids=lambda branch: branch.name)
def test_history_rules_judge_the_branch(branch: Branch, base: Path, tmp_path: Path) -> None:
    top = copy_of(base, tmp_path / "ledger")
    branch.edit(top)
    assert set(branch.codes) <= check(top, "--since", "main", "--format", "json").codes


def test_a_deleted_record_is_found_although_its_markdown_went_with_it(top: Path) -> None:
    branch = next(b for b in BRANCHES if b.name == "slip-removed")
    branch.edit(top)
    assert "D115" not in check(top, "--format", "json").codes
    assert "D115" in check(top, "--since", "main", "--format", "json").codes


def test_since_means_since_the_branch_left(top: Path) -> None:
    git(top, "switch", "-qc", "topic")
    git(top, "switch", "-q", "main")
    replace(top / PLAN, "title: 建立绩效评价制度", "title: 绩效评价")
    commit(top, "main goes on")
    git(top, "switch", "-q", "topic")
    assert check(top, "--since", "main", "--format", "json").document["diagnostics"] == []


def test_what_a_file_allows_for_a_reason_passes_and_is_counted(top: Path) -> None:
    edited = "    due: 2018-01-31  # ledger: allow D108 until 2017-12-31 — 深改组会议已同意，纪要后补\n"
    replace(top / PLAN, "    due: 2017-09-30\n", edited)
    done = check(top, "--since", "main", "--format", "json")
    assert done.code == 0
    assert [(a["code"], a["reason"]) for a in done.data["allowed"]] == [
        ("D108", "深改组会议已同意，纪要后补")
    ]
    assert run("diff", "main", *DAY, cwd=top).code == 0
    expired = run("check", "--since", "main", "--day", "2018-01-02", "--format", "json", cwd=top)
    assert expired.code == 1
    assert {"D108", "A102"} <= expired.codes


def test_taking_an_allowance_away_brings_its_finding_back(top: Path) -> None:
    words = "  # ledger: allow P108 until 2018-03-01 — 等上级文件"
    replace(top / PLAN, "清理专项资金\n    due: 2017-12-31\n", f"清理专项资金{words}\n")
    commit(top)
    replace(top / PLAN, words, "")
    assert check(top, "--since", "main", "--format", "json").codes == {"P108"}


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("registers/upstream.yaml", "lead: 市财政局", "lead: 市教育局", "D109"),
        ("registers/upstream.yaml", "title: 关于预算公开的意见", "title: 关于预算公开的实施意见", "D110"),
        ("2017/zb-2017-01.yaml", "title: 预算改革方案", "title: 预算管理改革方案", "D110"),
    ],
)
def test_a_slip_of_the_pen_that_no_correction_mends_is_mended_as_its_hint_says(
    file: str, old: str, new: str, code: str, top: Path
) -> None:
    """A 更正 of a plan or a document from above is recorded and changes nothing: only items are mended by one."""
    replace(top / "plans" / file, old, new)
    found = check(top, "--since", "main", "--format", "json").document["diagnostics"]
    hints = [d["hint"] for d in found if d["code"] == code]
    assert [("放行说明" in hint, "field" in hint) for hint in hints] == [(True, False)]
    replace(top / "plans" / file, new, f"{new}  # ledger: allow {code} until 2018-01-31 — 录入笔误")
    assert code not in check(top, "--since", "main", "--format", "json").codes


def test_strict_counts_only_new_warnings(top: Path) -> None:
    assert check(top, "--since", "main", "--strict").code == 0


@pytest.mark.parametrize(("arguments", "word"), [(("--fix",), "--fix"), (("--diff",), "--diff")])
def test_fixing_is_for_all_files(arguments: tuple[str, ...], word: str, top: Path) -> None:
    done = check(top, "--since", "main", *arguments)
    assert done.code == 2
    assert word in done.err


def test_what_the_old_version_could_not_read_is_said(top: Path) -> None:
    path = top / PLAN
    text = path.read_text("utf-8")
    path.write_text(text + "nonsense: 1\n", "utf-8")
    commit(top)
    path.write_text(text.replace("due: 2017-09-30", "due: 2018-01-31"), "utf-8")
    done = check(top, "--since", "HEAD")
    assert "旧版有 1 个文件有错未读入，其中的改动看不到" in done.out + done.err


def test_a_commit_is_compared_too(top: Path) -> None:
    replace(top / PLAN, LAST, LAST + UNKNOWN)
    commit(top)
    done = run("check", "--at", "HEAD", "--since", "HEAD~1", *DAY, "--format", "json", cwd=top)
    assert done.codes == {"P103"}
    assert done.document["revision"] == git(top, "rev-parse", "HEAD")


def test_an_older_commit_is_judged_and_compared_on_its_own_day(top: Path) -> None:
    allowed = "    due: 2018-01-31  # ledger: allow D108 until 2017-12-31 — 深改组会议已同意，纪要后补\n"
    replace(top / PLAN, "    due: 2017-09-30\n", allowed)
    commit(top)
    arguments = ("check", "--at", "HEAD", "--since", "HEAD~1", "--format", "json")
    done = run(*arguments, cwd=top, today="2018-05-01")
    assert done.document["day"] == "2017-11-02"
    assert (done.codes, [a["code"] for a in done.data["allowed"]]) == (set(), ["D108"])


def test_outside_a_repository_there_is_no_past(tmp_path: Path) -> None:
    from small_ledger import write_ledger

    folder = write_ledger(tmp_path / "plans")
    done = run("check", "--since", "main", cwd=folder)
    assert done.code == 2
    assert "git" in done.err
