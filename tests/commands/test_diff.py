"""``ledger diff``: a pull request is read by its effect; every kind of change on a branch of its own, in real git."""

import re
import shutil
from pathlib import Path

import pytest
from cli_runner import Ran, run
from output_shape import faults
from review_repository import (
    BRANCHES,
    DONE,
    LAST,
    PROGRESS,
    STARTED,
    Branch,
    commit,
    copy_of,
    git,
    landed,
    replace,
    slips,
)

DAY = ("--day", "2017-11-06")
PLAN = "plans/2017/zb-2017-01.yaml"


NO_OTHER_PLACE = {"D118"}
NEW_BESIDE_LANDED = {"D106", "D112", "D120"}
"""What is wrong with them stands in the new version, beside what had landed."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return landed(tmp_path_factory.mktemp("landed"))


@pytest.fixture
def top(base: Path, tmp_path: Path) -> Path:
    return copy_of(base, tmp_path / "ledger")


def diff(top: Path, *arguments: str) -> Ran:
    return run("diff", *arguments, *DAY, cwd=top)


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda branch: branch.name)
def test_every_kind_of_change_is_called_by_its_name(branch: Branch, top: Path) -> None:
    branch.edit(top)
    done = diff(top, "main", "--format", "json")
    assert tuple(sorted({c["kind"] for c in done.data["changes"]})) == tuple(sorted(branch.kinds)), done.out
    assert tuple(sorted(done.codes)) == branch.codes
    assert faults(done.document) == []
    errors = [d for d in done.document["diagnostics"] if d["severity"] == "error"]
    assert done.code == (1 if errors else 0)
    assert done.document["ok"] is not bool(errors)
    if branch.says:
        assert branch.says in diff(top, "main").out


@pytest.mark.parametrize("branch", [b for b in BRANCHES if b.codes], ids=lambda branch: branch.name)
def test_a_rewritten_history_names_the_place_now_and_then(branch: Branch, top: Path) -> None:
    before = {p.relative_to(top).as_posix(): p.read_text("utf-8").splitlines() for p in top.rglob("*.yaml")}
    branch.edit(top)
    for found in diff(top, "main", "--format", "json").document["diagnostics"]:
        at = top / found["path"]
        assert at.exists()
        assert 1 <= found["line"] <= max(1, len(at.read_text("utf-8").splitlines()))
        old = [r for r in found["related"] if r.get("revision")]
        assert all(r["revision"] == git(top, "rev-parse", "main") for r in old)
        assert all(r["line"] <= len(before[r["path"]]) for r in old if r["path"] in before)
        assert found["related"] or found["code"] in NO_OTHER_PLACE
        assert old or found["code"] in {*NO_OTHER_PLACE, *NEW_BESIDE_LANDED}


def test_a_branch_is_compared_with_where_it_left_main(top: Path) -> None:
    git(top, "switch", "-qc", "topic")
    replace(top / PLAN, STARTED, STARTED + DONE)
    commit(top)
    git(top, "switch", "-q", "main")
    replace(top / "plans/2017/zb-2017-02.yaml", "title: 认定普惠性幼儿园", "title: 认定幼儿园")
    commit(top)
    assert {c["kind"] for c in diff(top, "main...topic", "--format", "json").data["changes"]} == {
        "status",
        "entry_added",
    }
    assert "edited" in {c["kind"] for c in diff(top, "main..topic", "--format", "json").data["changes"]}
    git(top, "switch", "-q", "topic")
    by_default = diff(top, "--format", "json")
    assert {c["kind"] for c in by_default.data["changes"]} == {"status", "entry_added"}
    assert by_default.document["revision"] is None
    assert diff(top, "main...topic", "--format", "json").document["revision"] == git(
        top, "rev-parse", "topic"
    )


def test_no_change_is_said_so(top: Path) -> None:
    done = diff(top)
    assert done.code == 0
    assert done.out.endswith("\n\n台账内容没有变化。\n")
    assert diff(top, "--format", "json").data["changes"] == []


def test_what_the_branch_allows_itself_is_shown_with_its_reason(top: Path) -> None:
    why = "深改组会议已同意，纪要后补"
    replace(
        top / PLAN, "due: 2017-09-30\n", f"due: 2018-01-31  # ledger: allow D108 until 2017-12-31 — {why}\n"
    )
    for form in ("table", "markdown"):
        out = diff(top, "main", "--format", form).out
        assert "合规矩" not in out
        assert "D108" in out
        assert f"放行到 2017-12-31，理由：{why}" in out


def test_nothing_is_called_unchanged_that_could_not_be_read(top: Path) -> None:
    path = top / PLAN
    text = path.read_text("utf-8")
    path.write_text(text + "nonsense: 1\n", "utf-8")
    commit(top)
    path.write_text(text.replace("due: 2017-09-30", "due: 2018-01-31"), "utf-8")
    out = diff(top, "main").out
    assert "没有变化" not in out
    assert "没有改动已入库的内容" not in out
    assert "完成率由" in out
    assert "有 1 个文件有错未读入，其中的改动看不到" in out


def test_a_comment_or_another_layout_is_no_change(top: Path) -> None:
    replace(top / PLAN, "title: 预算改革方案", 'title: "预算改革方案"  # 简称预改')
    assert "台账内容没有变化" in diff(top, "main").out


def test_the_head_line_names_fractions_and_whose_items(top: Path) -> None:
    replace(top / PLAN, STARTED, STARTED + DONE)
    lines = diff(top, "main").lines
    assert lines[3] == (
        "完成率由33.3%（2/6）变为50.0%（3/6）；分母不变；逾期由2项变为1项（解除zb-2017-01/2）；应发单不变。"
    )
    assert lines[5] == "没有改动已入库的内容。"


def test_what_moved_is_told_unit_by_unit(top: Path) -> None:
    replace(top / PLAN, STARTED, STARTED + DONE)
    units = diff(top, "main", "--format", "json").data["effect"]["units"]
    assert [(u["unit"], u["before"]["completed"], u["after"]["completed"]) for u in units] == [
        ("市财政局", 2, 3)
    ]


def test_the_worst_comes_first(top: Path) -> None:
    for branch in BRANCHES:
        if branch.name in {"due-edited", "plan-removed", "slip-removed"}:
            branch.edit(top)
    kinds = [c["kind"] for c in diff(top, "main", "--format", "json").data["changes"]]
    assert kinds == ["removed", "removed", "edited", "entry_added"]


def test_a_ledger_that_is_new_is_compared_with_nothing(tmp_path: Path) -> None:
    top = landed(tmp_path)
    first = git(top, "rev-parse", "HEAD")
    empty = git(top, "commit-tree", "-m", "empty", git(top, "mktree"))
    done = diff(top, f"{empty}..{first}", "--format", "json")
    assert done.code == 0
    assert {c["kind"] for c in done.data["changes"]} == {"added"}
    assert done.data["effect"]["before"]["total"] == 0


@pytest.mark.parametrize("to", [".", "office/ledger"])
def test_a_ledger_moved_to_another_folder_hides_no_rewriting(to: str, top: Path) -> None:
    folder = top / to
    folder.mkdir(parents=True, exist_ok=True)
    for path in list((top / "plans").iterdir()):
        path.rename(folder / path.name)
    replace(folder / "2017/zb-2017-01.yaml", "percent: 20", "percent: 90")
    replace(folder / "bulletins/2017-09.md", "33.3%", "66.7%")
    done = diff(top, "main", "--ledger", to, "--format", "json")
    assert (done.code, done.codes) == (1, {"D105", "D119"})
    commit(top)
    done = diff(top, "HEAD~1...HEAD", "--ledger", to)
    assert done.code == 1
    assert "注意：台账由 plans/ 移到 " in done.err + done.out
    assert run("check", "--since", "HEAD~1", "--ledger", folder, cwd=top).code == 1


def test_a_second_ledger_beside_the_first_is_new(top: Path) -> None:
    shutil.copytree(top / "plans", top / "other")
    done = diff(top, "main", "--ledger", "other", "--format", "json")
    assert (done.code, done.codes) == (0, set())
    assert done.data["effect"]["before"]["total"] == 0


def test_what_was_not_read_is_not_taken_for_removed(top: Path) -> None:
    path = top / PLAN
    path.write_text(path.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    done = diff(top, "main", "--format", "json")
    assert done.code == 1
    assert done.codes == {"R120"}
    assert done.data["changes"] == []


def test_a_merge_in_progress_is_reported_by_its_marks(top: Path) -> None:
    git(top, "switch", "-qc", "topic")
    replace(top / PLAN, "percent: 20", "percent: 30")
    commit(top)
    git(top, "switch", "-q", "main")
    replace(top / PLAN, "percent: 20", "percent: 40")
    commit(top)
    with pytest.raises(Exception, match="merge"):
        git(top, "merge", "topic")
    done = diff(top)
    assert done.code == 1
    assert "R108" in done.out
    assert "合并冲突" in done.out


def test_markdown_is_made_for_one_comment(top: Path) -> None:
    for branch in BRANCHES:
        if branch.name in {"due-edited", "plan-removed"}:
            branch.edit(top)
    text = diff(top, "main", "--format", "markdown").out
    assert text.splitlines()[0] == "<!-- reform-ledger diff -->"
    assert text.count("<details>") == text.count("</details>") == 3
    assert text.index("D101") < text.index("D108") < text.index("<details>")


def test_a_comment_is_never_too_long(top: Path) -> None:
    rows = "".join(
        f"  - id: n{n}\n    title: {'长标题' * 30}{n}\n    due: 2018-12-31\n    log:\n"
        f"      - {{date: 2017-11-0{n % 6 + 1}, event: 进展, note: {'情况说明' * 40}}}\n"
        for n in range(600)
    )
    path = top / PLAN
    path.write_text(path.read_text("utf-8") + rows, "utf-8")
    text = diff(top, "main", "--format", "markdown").out
    assert len(text) <= 60_000
    assert re.search(r"还有 \d+ 条，运行 ledger diff 查看全部", text)
    assert len(diff(top, "main", "--format", "json").data["changes"]) == 600


@pytest.mark.parametrize(
    "name", ["|" * 70_000, "@a" * 35_000, "a\u0301" + "\u0301" * 70_000], ids=["bar", "at", "accent"]
)
def test_one_giant_name_makes_no_comment_too_long(name: str, top: Path) -> None:
    replace(top / PLAN, "lead: 市财政局", f'lead: "{name}"')
    folder = top / "plans" / Path(*["|_" * 100] * 12)
    folder.mkdir(parents=True)
    for n in range(9):
        (folder / f"{n}.yaml").write_text("id: [\n", "utf-8")
        (folder / f"m{n}.yaml").write_text(f"id: m{n}\ntitle: 甲\nlead: 市财政局\nitems: []\n", "utf-8")
    text = diff(top, "main", "--format", "markdown").out
    assert len(text) <= 60_000
    assert "D109" in text


def test_nothing_in_the_repository_is_touched(top: Path) -> None:
    replace(top / PLAN, STARTED, STARTED + DONE)

    def state() -> dict[str, tuple[int, bytes]]:
        return {str(p): (p.stat().st_mtime_ns, p.read_bytes()) for p in sorted(top.rglob("*")) if p.is_file()}

    before = state()
    for form in ("table", "markdown", "json"):
        diff(top, "main", "--format", form)
    assert state() == before


def test_a_renamed_slip_file_frees_no_number(top: Path) -> None:
    path = slips(top)[0]
    path.unlink()
    path.with_suffix(".md").unlink()
    done = diff(top, "main", "--format", "json")
    assert "D115" in done.codes
    assert done.code == 1


def test_a_paper_that_was_moved_is_still_the_paper_that_was_sent(top: Path) -> None:
    data = slips(top)[0]
    text, folder = data.with_suffix(".md"), top / "plans/slips/旧"
    folder.mkdir()
    for path in (data, text):
        path.rename(folder / path.name)
    assert diff(top, "main", "--format", "json").codes == set()
    moved = folder / text.name
    moved.write_text(moved.read_text("utf-8").replace("2017年", "2018年"), "utf-8")
    found = diff(top, "main", "--format", "json").document["diagnostics"]
    assert [(d["code"], d["path"]) for d in found] == [("D116", f"plans/slips/旧/{text.name}")]
    assert [r["path"] for r in found[0]["related"]] == [text.relative_to(top).as_posix()]


def test_a_bulletin_that_is_out_stays_out_when_the_ledger_is_set_back(top: Path) -> None:
    replace(top / "plans/ledger.yaml", "format: 1\n", "format: 1\nas_of: 2017-08-31\n")
    replace(top / "plans/bulletins/2017-09.md", "33.3%", "66.7%")
    done = run("diff", "main", "--format", "json", cwd=top, today="2017-11-06")
    assert done.codes == {"D119"}


@pytest.mark.parametrize(
    "name", ["-h", "--output=x", "没有", "main\nmain", "'", '"', "a b", "^main", "main...", "....", ""]
)
def test_odd_names_are_answered_in_one_sentence(name: str, top: Path) -> None:
    done = run("diff", "--format", "json", *DAY, "--", name, cwd=top)
    assert done.code in {0, 2}
    assert "Traceback" not in done.err
    if done.code == 2:
        assert done.document["ok"] is False
        assert len(done.err.strip().splitlines()) == 1
    assert not (top / "x").exists()


def test_a_bare_repository_compares_its_branches(top: Path, tmp_path: Path) -> None:
    git(top, "switch", "-qc", "topic")
    replace(top / PLAN, STARTED, STARTED + DONE)
    commit(top)
    git(top, "clone", "-q", "--bare", str(top), str(tmp_path / "bare.git"))
    done = diff(tmp_path / "bare.git", "main...topic", "--format", "json")
    assert {c["kind"] for c in done.data["changes"]} == {"status", "entry_added"}
    refused = diff(tmp_path / "bare.git", "main")
    assert refused.code == 2
    assert "裸仓库" in refused.err


def test_a_shallow_clone_says_what_to_fetch(top: Path, tmp_path: Path) -> None:
    replace(top / PLAN, STARTED, STARTED + DONE)
    commit(top)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{top}", "shallow")
    done = diff(tmp_path / "shallow", "HEAD~1")
    assert done.code == 2
    assert "git fetch" in done.err


def test_the_day_is_the_newer_sides(top: Path) -> None:
    replace(top / "plans/ledger.yaml", "format: 1\n", "format: 1\nas_of: 2017-10-31\n")
    done = run("diff", "main", "--format", "json", cwd=top, today="2018-05-01")
    assert done.document["day"] == "2017-10-31"
    assert [(c["thing"], c["field"], c["after"]) for c in done.data["changes"]] == [
        ("settings", "as_of", "2017-10-31")
    ]


def test_rows_of_a_table_are_the_changes(top: Path) -> None:
    replace(top / PLAN, STARTED, STARTED + DONE)
    assert (
        diff(top, "main", "--format", "csv")
        .lines[1]
        .startswith("status,item,,zb-2017-01/2,已启动未完成,已完成,plans/")
    )


def test_what_could_not_be_read_before_is_no_fault_of_the_change(top: Path) -> None:
    path = top / "plans/2017/zb-2017-02.yaml"
    path.write_text(path.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    commit(top)
    replace(top / PLAN, STARTED, STARTED + DONE)
    done = diff(top, "main")
    assert done.code == 0
    assert "1 个文件有错未读入" in done.out
    assert "其中的变化看不到" in done.out


def test_an_allowance_for_later_is_seen_when_it_is_written(top: Path) -> None:
    path = top / "plans/ledger.yaml"
    words = "# ledger: allow D101, D115 until 2018-03-01 — 年底清理\n"
    path.write_text(words + path.read_text("utf-8"), "utf-8")
    done = diff(top, "main", "--format", "json")
    assert done.data["allowances"] == [
        {
            "codes": ["D101", "D115"],
            "until": "2018-03-01",
            "reason": "年底清理",
            "path": "plans/ledger.yaml",
            "line": 1,
        }
    ]
    assert "新写的放行说明，请看理由和期限是否成立" in diff(top, "main").out
    commit(top)
    assert diff(top, "HEAD", "--format", "json").data["allowances"] == []


def test_a_day_of_closing_that_moves_is_said(top: Path) -> None:
    replace(top / "plans/ledger.yaml", "format: 1\n", "format: 1\nas_of: 2017-12-31\n")
    done = run("diff", "main", cwd=top, today="2018-05-01")
    assert "注意：截止日（as_of）由 未写 改为 2017-12-31，两版都按 2017-12-31 判定" in done.out


def test_a_year_without_a_calendar_is_said_as_everywhere_else(top: Path) -> None:
    replace(top / PLAN, LAST, LAST + PROGRESS)
    done = run("diff", "main", "--day", "2035-06-01", "--format", "json", cwd=top)
    assert "K101" in done.codes
    for kind in ("table", "markdown"):
        assert "放假安排未收录" in run("diff", "main", "--day", "2035-06-01", "--format", kind, cwd=top).out


def test_an_allowance_written_a_second_time_is_new_and_one_whose_file_moved_is_not(top: Path) -> None:
    words = "  # ledger: allow P108 until 2018-03-01 — 等上级文件"
    replace(top / "plans/2017/zb-2017-03.yaml", "title: 开通电子支付", f"title: 开通电子支付{words}")
    commit(top)
    replace(top / "plans/2017/zb-2017-03.yaml", "title: 清理账户", f"title: 清理账户{words}")
    again = diff(top, "HEAD", "--format", "json").data["allowances"]
    assert [a["line"] for a in again] == [10]
    commit(top)
    (top / "plans/old").mkdir()
    (top / "plans/2017/zb-2017-03.yaml").rename(top / "plans/old/zb-2017-03.yaml")
    assert diff(top, "HEAD", "--format", "json").data["allowances"] == []


def test_an_item_number_given_twice_is_seen_in_the_denominator(top: Path) -> None:
    replace(top / PLAN, "items:\n", "items:\n  - {id: 1, title: 又一个, due: 2017-03-01}\n")
    said = diff(top, "main").out
    assert "分母增加1项（zb-2017-01/1）" in said
    assert "新增zb-2017-01/1" in said


def test_findings_with_long_names_leave_the_comment_short_enough(top: Path) -> None:
    """What stands open gives way like everything else: escaped, a name takes twice its length."""
    folder = (top / "plans").joinpath(*["_" * 200] * 3)
    folder.mkdir(parents=True)
    items = "".join(f"  - id: n{n}\n    title: 事项{n}\n    due: 2018-12-31\n" for n in range(40))
    path = folder / "long.yaml"
    path.write_text(f"id: long\ntitle: 方案\nlead: 市财政局\nitems:\n{items}", "utf-8")
    commit(top)
    path.write_text(path.read_text("utf-8").replace("2018-12-31", "2019-12-31"), "utf-8")
    assert len(diff(top, "HEAD", "--format", "json").document["diagnostics"]) == 40
    assert len(diff(top, "HEAD", "--format", "markdown").out) <= 60_000


def test_an_edit_that_no_rule_forbids_is_left_to_the_reviewer(top: Path) -> None:
    replace(top / PLAN, "    title: 清理专项资金\n", "    title: 清理专项资金\n    text: 探索清理\n")
    done = diff(top, "main")
    assert done.code == 0
    assert "改动已入库的内容 1 处，规则没有指出问题，请逐处核对。" in done.out
