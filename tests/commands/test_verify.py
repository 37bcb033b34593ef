"""``ledger verify`` in real repositories: from which files a bulletin is recomputed, and what is told of it."""

import re
import shutil
from pathlib import Path

import pytest
from bulletin_ledger import (
    PLAN,
    SEPTEMBER,
    commit,
    committed,
    edit,
    git,
    record_late,
    text,
    told,
    verify,
    written,
)
from cli_runner import run
from output_shape import faults

from ledger.commands.basis import Bases
from ledger.commands.verifying import Verifier


def head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD")


class TestAgreement:
    def test_a_bulletin_that_landed_agrees(self, ledger: Path) -> None:
        done = verify(ledger)
        assert (done.code, done.err) == (0, "")
        basis = git(ledger, "rev-parse", "HEAD~1")
        assert re.fullmatch(rf"{SEPTEMBER}：一致，取自提交 {basis[:12]}，重算 \d+ 个数\n", done.out)

    def test_for_programs(self, ledger: Path) -> None:
        done = verify(ledger, "--format", "json", SEPTEMBER)
        assert faults(done.document) == []
        (found,) = done.data["bulletins"]
        figures = run("bulletin", "--month", "2017-09", "--format", "json", cwd=ledger).data["figures"]
        assert found == {
            "path": SEPTEMBER,
            "ok": True,
            "day": "2017-09-30",
            "digest": re.findall(r"^digest: (.*)$", text(ledger), re.MULTILINE)[0],
            "source": f"提交 {git(ledger, 'rev-parse', 'HEAD~1')[:12]}",
            "figures": len(figures),
            "corrections": 0,
            "prose": 0,
        }

    def test_what_people_write_is_theirs(self, ledger: Path) -> None:
        edit(
            ledger,
            SEPTEMBER,
            "<!-- /ledger:due -->\n",
            "<!-- /ledger:due -->\n\n逾期的 99 项都在财政局。\n\n| 表 |\n",
        )
        done = verify(ledger)
        assert done.code == 0
        assert "人写的 1 段没有核对" in done.out

    def test_by_its_month_and_from_anywhere(self, ledger: Path, tmp_path: Path) -> None:
        inner = ledger / "2017"
        for where, name in (
            (ledger, "2017-09"),
            (inner, "2017-09"),
            (inner, f"../{SEPTEMBER}"),
            (tmp_path, ledger / SEPTEMBER),
        ):
            assert run("verify", name, cwd=where).out.startswith(f"{SEPTEMBER}：一致"), name
        assert run("verify", "--ledger", ledger, "2017-09", cwd=tmp_path).code == 0

    def test_an_editor_on_windows_changes_nothing(self, ledger: Path) -> None:
        for file in (ledger / SEPTEMBER, ledger / "ledger.yaml", ledger / PLAN.format(1)):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        file = ledger / SEPTEMBER
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
        assert verify(ledger).code == 0

    def test_the_ledger_goes_on_and_the_bulletin_stands(self, ledger: Path) -> None:
        edit(
            ledger,
            PLAN.format(3),
            "    due: 2017-11-10\n",
            "    due: 2017-11-10\n    log:\n      - {date: 2017-10-05, event: 启动}\n",
        )
        new = (
            text(ledger, PLAN.format(2))
            .replace("zb-2017-02", "zb-2017-04")
            .replace("2017-05-01", "2017-10-20")
        )
        new = re.sub(
            r"    log:\n      - date: 2017-06-01\n        event: 启动\n|    log:\n      - date: 2017-07-01(\n        .*)+",
            "",
            new,
        )
        (ledger / PLAN.format(4)).write_text(new, "utf-8")
        assert run("items", "--plan", "zb-2017-04", "--format", "jsonl", cwd=ledger).out.count("\n") == 2
        assert [verify(ledger).code, commit(ledger, "2017-11-01") and verify(ledger).code] == [0, 0]
        assert told(verify(ledger)) == []
        assert (
            written(ledger).err == f"{SEPTEMBER} 没有改动；本期已经入库，数字与现在的台账一致，没有要更正的\n"
        )


class TestWrittenAgain:
    """On a branch, before it landed: one ledger gives one file."""

    @pytest.fixture
    def branch(self, tmp_path: Path) -> Path:
        folder = committed(tmp_path / "ledger")
        git(folder, "switch", "-qc", "report")
        written(folder)
        commit(folder, "2017-10-02")
        return folder

    def test_nothing_changes(self, branch: Path) -> None:
        before = text(branch)
        assert written(branch).err == f"{SEPTEMBER} 没有改动\n"
        assert text(branch) == before
        assert verify(branch).code == 0

    def test_from_nothing_and_from_later_commits_of_other_files(self, branch: Path) -> None:
        before = text(branch)
        (branch / SEPTEMBER).unlink()
        assert written(branch).err == f"已写 {SEPTEMBER}\n"
        assert text(branch) == before
        (branch / "README.md").write_text("说明\n", "utf-8")
        (branch / "bulletins" / "说明.md").write_text("说明\n", "utf-8")
        commit(branch, "2017-10-03")
        (branch / SEPTEMBER).unlink()
        written(branch)
        assert text(branch) == before

    def test_words_and_the_number_stay(self, branch: Path) -> None:
        written(branch, "--number", "3")
        assert "2017年第3期" in text(branch)
        edit(branch, SEPTEMBER, "<!-- /ledger:due -->\n", "<!-- /ledger:due -->\n\n  有人写的话  \n")
        edit(branch, PLAN.format(1), "percent: 20", "percent: 30")
        commit(branch, "2017-10-03")
        written(branch)
        assert "<!-- /ledger:due -->\n\n  有人写的话  \n\n<!-- 这里" in text(branch)
        assert "2017年第3期" in text(branch)
        assert verify(branch).code == 0

    def test_a_squash_merge_keeps_what_it_was_computed_from(self, branch: Path) -> None:
        edit(branch, PLAN.format(1), "percent: 20", "percent: 30")
        basis = commit(branch, "2017-10-03")
        written(branch)
        commit(branch, "2017-10-04")
        assert f"commit: {basis}\n" in text(branch)
        git(branch, "switch", "-q", "main")
        git(branch, "merge", "-q", "--squash", "report")
        commit(branch, "2017-10-05")
        landing = head(branch)
        git(branch, "branch", "-qD", "report")
        git(branch, "reflog", "expire", "--expire=now", "--all")
        git(branch, "gc", "-q", "--prune=now")
        edit(branch, PLAN.format(3), "    due: 2017-11-10\n", "    due: 2017-11-20\n")
        commit(branch, "2017-11-05")
        done = verify(branch)
        assert (done.code, f"取自提交 {landing[:12]}" in done.out) == (0, True)

    def test_a_draft_is_told_so(self, branch: Path) -> None:
        edit(branch, PLAN.format(1), "percent: 20", "percent: 30")
        said = written(branch).err
        assert said == f"已写 {SEPTEMBER}；台账文件没有全部提交，只是草稿：先提交台账文件，再生成月报\n"
        assert "draft: true\n" in text(branch)
        assert "# 改革督察月报 2017年第9期（草稿）" in text(branch)
        done = verify(branch)
        assert (done.code, told(done)) == (1, [f"V104 {SEPTEMBER}:1:1 是草稿：生成时台账文件没有全部提交"])
        assert "取自当前文件" in done.out
        commit(branch, "2017-10-03")
        written(branch)
        assert "草稿" not in text(branch)
        assert verify(branch).code == 0


class TestAltered:
    def test_a_digit_anywhere_is_found_at_its_line(self, ledger: Path) -> None:
        verifier, file = Verifier(Bases(ledger)), ledger / SEPTEMBER
        lines = text(ledger).split("\n")
        computed, tried, kinds = False, 0, set()
        for number, line in enumerate(lines, 1):
            computed = (computed or line.startswith("<!-- ledger:")) and not line.startswith("<!-- /ledger:")
            digits = [n for n, c in enumerate(line) if c.isdigit()]
            if not computed or not digits or line.startswith("<!--") or (number % 5 and line[:2] in kinds):
                continue
            at = digits[number % len(digits)]
            other = str((int(line[at]) + 3) % 10)
            altered = line[:at] + other + line[at + 1 :]
            file.write_text("\n".join([*lines[: number - 1], altered, *lines[number:]]), "utf-8")
            (found,) = verifier.verify(file).diagnostics
            assert (found.code, found.place.line, found.place.text) == ("V102", number, altered)
            assert re.fullmatch(r"写着 ?\S.*，应为 ?\S.*", found.message)
            wrong = altered[found.place.column - 1 : found.place.column - 1 + found.place.length]
            assert found.message.startswith((f"写着 {wrong}，", "写着“"))
            tried += 1
            kinds.add(line[:2])
        assert tried > 60
        assert kinds >= {"# ", "| ", "<s", "截至", "  ", "2\\"}

    @pytest.mark.parametrize(
        ("was", "becomes", "expected"),
        [
            ("month: 2017-09", "month: 2017-08", f"R123 {SEPTEMBER}:1:1 文件：截止日 2017-09-30 不在 2017-08"),
            ("day: 2017-09-30", "day: 2017-09-29", f"V101 {SEPTEMBER}:1:1 文件名是 2017-09，文首写的是 2017-09，截至 2017-09-29"),
            ("bulletin: 1", "bulletin: 2", f"V101 {SEPTEMBER}:1:1 由更新的程序（0.1.0）生成，本程序（0.1.0）核对不了；请升级 ledger"),
            ("layout: 3", "layout: 9", f"V101 {SEPTEMBER}:1:1 由更新的程序（0.1.0）生成，本程序（0.1.0）核对不了；请升级 ledger"),
            ("number: 9", "number: 8", f"V102 {SEPTEMBER}:15:16 写着 9，应为 8"),
            ("population: 6", "population: 7", f"V102 {SEPTEMBER}:6:13 写着 7，应为 6"),
            ("layout: 3\n", "policy: 2017-01-01\nlayout: 3\n", f"V102 {SEPTEMBER}:7:1 多出一行“policy: 2017-01-01”"),
            ("layout: 3\n", "layout: 3\ndraft: true\n", f"V104 {SEPTEMBER}:1:1 是草稿：生成时台账文件没有全部提交"),
        ],
    )  # fmt: skip
    def test_front_matter(self, ledger: Path, was: str, becomes: str, expected: str) -> None:
        edit(ledger, SEPTEMBER, was, becomes)
        done = verify(ledger)
        assert (done.code, told(done)[0]) == (1, expected)

    def test_another_digest_is_of_no_files(self, ledger: Path) -> None:
        edit(ledger, SEPTEMBER, "digest: ", "digest: 0")
        assert faults(verify(ledger, "--format", "json").document) == []
        (found,) = told(verify(ledger))
        assert found.startswith(
            f"V105 {SEPTEMBER}:1:1 提交 {git(ledger, 'rev-parse', 'HEAD~1')[:12]} 里的文件摘要不同"
        )

    def test_a_wrong_hint_of_the_commit_does_no_harm(self, ledger: Path) -> None:
        edit(ledger, SEPTEMBER, f"commit: {git(ledger, 'rev-parse', 'HEAD~1')}", "commit: HEAD^{/x}")
        assert verify(ledger).code == 0

    def test_regions(self, ledger: Path) -> None:
        whole = text(ledger)
        due = re.findall(r"<!-- ledger:due .*?<!-- /ledger:due -->\n\n", whole, re.DOTALL)[0]
        renamed = whole.replace("<!-- ledger:due 由", "<!-- ledger:late 由").replace(
            "/ledger:due", "/ledger:late"
        )
        cases = {
            whole.replace(due, ""): [":1:1 缺少计算的一节“due”"],
            whole.replace(due, due + due): ["二:1 标记不配对：“due”出现了两次"],
            whole.replace(due, "") + "\n" + due: ["四:1 计算的各节次序不对：这里应是“due”，不是“papers”"],
            renamed: ["三:1 多出计算的一节“late”，台账里算不出它", ":1:1 缺少计算的一节“due”"],
        }
        for altered, expected in cases.items():
            (ledger / SEPTEMBER).write_text(altered, "utf-8")
            done = verify(ledger)
            assert done.code == 1
            assert [re.sub(r"^V103 \S+?(?=:1:1 )|^V103 \S+?:(?=\d+:1)", "", line) for line in told(done)] == [
                _at_heading(altered, line) for line in expected
            ]


def _at_heading(whole: str, said: str) -> str:
    """``四:1`` is where the heading of section 四 stands, 二 the second of two of 三."""
    number = {"二": whole.rfind("## 三、"), "三": whole.find("## 三、"), "四": whole.find("## 四、")}.get(
        said[0]
    )
    return said if number is None else f"{whole[:number].count(chr(10)) + 1}{said[1:]}"


class TestFilesThatAreGone:
    def test_the_commit_is_gone_and_the_files_moved_on(self, ledger: Path) -> None:
        """History was rewritten: every commit holds other files."""
        edit(ledger, PLAN.format(1), "percent: 20", "percent: 30")
        basis = git(ledger, "rev-parse", "HEAD~1")[:12]
        git(ledger, "checkout", "-q", "--orphan", "new")
        commit(ledger, "2017-11-05")
        git(ledger, "branch", "-qD", "main")
        git(ledger, "reflog", "expire", "--expire=now", "--all")
        git(ledger, "gc", "-q", "--prune=now")
        done = verify(ledger)
        assert done.code == 1
        (found,) = told(done)
        assert found == (
            f"V105 {SEPTEMBER}:1:1 提交 {basis} 不在仓库里，本文件入库的 1 个提交和当前文件的摘要也不同，"
            "找不到算出本期的文件；重新生成并提交，或找回那个提交"
        )
        refused = run("bulletin", "--month", "2017-09", "--write", cwd=ledger)
        assert (refused.code, basis in refused.err) == (2, True)

    def test_a_shallow_clone_says_what_to_fetch(self, ledger: Path, tmp_path: Path) -> None:
        edit(ledger, PLAN.format(1), "percent: 20", "percent: 30")
        commit(ledger, "2017-11-05")
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "-q", "--depth=1", ledger.as_uri(), str(clone))
        done = verify(clone)
        basis = git(ledger, "rev-parse", "HEAD~2")
        assert (done.code, told(done)) == (
            1,
            [
                f"V105 {SEPTEMBER}:1:1 浅克隆里没有算出本期的提交 {basis[:12]}；先执行 git fetch --unshallow，再核对"
            ],
        )
        git(clone, "fetch", "-q", "--unshallow")
        assert verify(clone).code == 0

    def test_a_shallow_clone_that_has_the_files_is_enough(self, ledger: Path, tmp_path: Path) -> None:
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "-q", "--depth=1", ledger.as_uri(), str(clone))
        done = verify(clone)
        assert (done.code, f"取自提交 {head(clone)[:12]}" in done.out) == (0, True)

    def test_without_git_the_files_themselves_are_tried(self, ledger: Path) -> None:
        shutil.rmtree(ledger / ".git")
        done = verify(ledger)
        assert (done.code, "取自当前文件" in done.out) == (0, True)
        edit(ledger, PLAN.format(1), "percent: 20", "percent: 30")
        done = verify(ledger)
        assert (done.code, told(done)) == (
            1,
            [f"V105 {SEPTEMBER}:1:1 当前文件与算出本期时不同，又不在 git 仓库里，找不到当时的文件"],
        )

    def test_files_that_cannot_be_read_now_do_not_hide_the_past(self, ledger: Path) -> None:
        (ledger / PLAN.format(1)).write_text("id: [\n", "utf-8")
        assert verify(ledger).code == 0


class TestDrift:
    """The bulletin agrees with its files; does the ledger still?"""

    def test_a_landed_entry_that_was_edited(self, ledger: Path) -> None:
        edit(ledger, PLAN.format(3), "      - date: 2017-07-05\n", "      - date: 2017-10-05\n")
        done = verify(ledger)
        (found,) = told(done)
        assert done.code == 1
        assert found.startswith(f"V106 {SEPTEMBER}:1:1 有 ")
        assert "已完成 2→1" in found
        assert found.endswith("台账里有 1 处不是补记的改动：zb-2017-03/2")
        commit(ledger, "2017-11-05")
        assert told(verify(ledger)) == [found]

    def test_facts_that_came_later(self, ledger: Path) -> None:
        record_late(ledger)
        done = verify(ledger)
        (found,) = told(done)
        assert done.code == 0
        assert found.startswith(f"V107 {SEPTEMBER}:1:1 有 ")
        assert "已完成 2→3" in found
        assert found.endswith("印发以后补记了 1 条：zb-2017-02/1")
        commit(ledger, "2017-11-10")
        assert told(verify(ledger)) == [found]
        assert verify(ledger, "--strict").code == 1

    def test_a_late_fact_beside_an_edit_is_no_excuse(self, ledger: Path) -> None:
        record_late(ledger)
        edit(ledger, PLAN.format(3), "      - date: 2017-07-05\n", "      - date: 2017-10-05\n")
        assert [line[:4] for line in told(verify(ledger))] == ["V106"]

    def test_papers_that_the_bulletin_called_for_are_issued_after_it(self, ledger: Path) -> None:
        done = run("escalate", "--month", "2017-09", "--issued-on", "2017-10-02", "--write", cwd=ledger)
        assert "本次签发" in done.out
        commit(ledger, "2017-10-02")
        assert (verify(ledger).code, told(verify(ledger))) == (0, [])
        assert written(ledger).err.endswith("没有要更正的\n")

    @pytest.mark.parametrize(
        ("plan", "was", "becomes"),
        [
            (1, "title: 建立绩效评价制度", "title: 建立绩效评价办法"),
            (3, "云财〔2017〕9号", "云财〔2017〕10号"),
            (1, "percent: 20", "percent: 30"),
        ],
    )
    def test_edits_that_move_no_number_are_for_diff_to_tell(
        self, ledger: Path, plan: int, was: str, becomes: str
    ) -> None:
        edit(ledger, PLAN.format(plan), was, becomes)
        done = verify(ledger)
        assert (done.code, told(done)) == (0, [])


class TestNames:
    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            ("没有.md", "没有 没有.md 这个文件"),
            ("2017-08", "没有 {folder}/bulletins/2017-08.md 这个文件"),
            ("2017-13", "2017-13 不是月报文件，也不是月份"),
            ("bulletins", "bulletins 不是月报文件，也不是月份"),
            ("README.md", "README.md 不是台账里的月报；月报在 bulletins/ 下，以月份为名，如 2017-10.md"),
            ("folder.md", "没有 folder.md 这个文件"),
            ("2017/zb-2017-01.yaml", "2017/zb-2017-01.yaml 不是月报文件，也不是月份"),
            ("", " 不是月报文件，也不是月份"),
        ],
    )
    def test_what_is_no_bulletin(self, ledger: Path, name: str, sentence: str) -> None:
        (ledger / "README.md").write_text("说明\n", "utf-8")
        (ledger / "folder.md").mkdir()
        done = verify(ledger, name)
        assert (done.code, done.out) == (2, "")
        assert sentence.format(folder=ledger) in done.err

    def test_one_made_by_hand(self, ledger: Path) -> None:
        (ledger / "bulletins" / "2017-08.md").write_text("# 月报\n完成率 64.3%\n", "utf-8")
        done = verify(ledger)
        assert (done.code, told(done)) == (
            1,
            ["V101 bulletins/2017-08.md:1:1 没有文首，不是 ledger 生成的月报，无从核对"],
        )
        assert "bulletins/2017-08.md：没有核对" in done.out
        assert f"{SEPTEMBER}：一致" in done.out

    def test_a_link_is_not_followed_and_other_files_are_let_alone(self, ledger: Path) -> None:
        (ledger / "bulletins" / "2017-08.md").symlink_to("2017-09.md")
        (ledger / "bulletins" / "说明.md").write_text("说明\n", "utf-8")
        assert verify(ledger).out.count("一致") == 1

    def test_a_ledger_without_bulletins(self, tmp_path: Path) -> None:
        done = verify(committed(tmp_path / "ledger"))
        assert (done.code, done.out) == (0, "台账里还没有月报\n")
