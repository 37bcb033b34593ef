"""Clones that have not everything, repositories without a work tree, and git called by a hook."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from real_repository import Git, alone, contents, everything

from ledger.base.errors import LedgerError
from ledger.files.ranges import branch_point, revision_range
from ledger.files.repository import Repository, bare_repository
from ledger.files.revisions import revision


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Git:
    """Ten commits of main, a topic from the sixth, and a merge of both as a pull request is built from."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        alone(monkeypatch)
        git = Git(tmp_path_factory.mktemp("upstream"))
        git.git("config", "uploadpack.allowFilter", "true")
        for day in range(1, 11):
            git.commit(f"2017-01-{day:02}T12:00:00+0800", **{"plans/ledger": f"main {day}"})
            git.git("tag", f"d{day}")
        git.branch("topic", "d6")
        git.commit("2017-02-01T12:00:00+0800", **{"plans/t": "topic"})
        git.branch("pull", "main")
        git.git("merge", "--quiet", "--no-edit", "topic")
        git.branch("main", "main")
    return git


@pytest.fixture
def upstream(prepared: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    alone(monkeypatch)
    return prepared.copy(tmp_path / "upstream")


def refusal(repository: Repository, written: str | None) -> str:
    with pytest.raises(LedgerError) as caught:
        revision_range(repository, written)
    return str(caught.value)


def do_what_it_says(git: Git, sentence: str) -> None:
    command = re.search(r"git (fetch( [!-~]+)+)", sentence)
    assert command is not None, sentence
    git.git(*command[1].split())


class TestShallow:
    def test_a_merge_with_its_parents_is_enough_for_a_pull_request(
        self, upstream: Git, tmp_path: Path
    ) -> None:
        clone = upstream.clone(tmp_path / "c", "--depth=2", "--branch=pull")
        found = revision_range(clone.known, "HEAD^1")
        assert contents(found.before) == {"plans/ledger.yaml": "main 10"}
        assert revision_range(clone.known, "HEAD^1...HEAD").before.commit == found.before.commit

    def test_two_tips_that_are_deep_enough(self, upstream: Git, tmp_path: Path) -> None:
        clone = upstream.clone(
            tmp_path / "c", "--depth=6", "--branch=topic", "--no-single-branch", "--no-tags"
        )
        assert (clone.top / ".git" / "shallow").exists()
        fork = upstream.git("rev-parse", "d6")
        assert revision_range(clone.known, "origin/main...").before.commit == fork
        assert revision_range(clone.known, None).before.commit == fork

    @pytest.mark.parametrize("written", ["HEAD~3", "2017-01-03", "origin/main...HEAD", None])
    def test_what_was_cut_off_can_be_fetched_as_it_says(
        self, upstream: Git, tmp_path: Path, written: str | None
    ) -> None:
        clone = upstream.clone(
            tmp_path / "c", "--depth=1", "--branch=topic", "--no-single-branch", "--no-tags"
        )
        sentence = refusal(clone.known, written)
        assert sentence.endswith("本仓库是浅克隆，更早的提交没有取来；先执行 git fetch --unshallow 取回")
        do_what_it_says(clone, sentence)
        assert "main" in contents(revision_range(clone.known, written).before)["plans/ledger.yaml"]

    def test_an_abbreviated_id_is_no_branch(self, upstream: Git, tmp_path: Path) -> None:
        clone = upstream.clone(tmp_path / "c", "--depth=1")
        short = upstream.git("rev-parse", "--short=10", "d6")
        sentence = refusal(clone.known, short)
        assert "git fetch --unshallow" in sentence
        do_what_it_says(clone, sentence)
        assert revision(clone.known, short).commit.startswith(short)

    def test_a_whole_id_is_fetched_by_itself(self, upstream: Git, tmp_path: Path) -> None:
        clone = upstream.clone(tmp_path / "c", "--depth=1", "--branch=topic")
        commit = upstream.git("rev-parse", "d9")
        do_what_it_says(clone, refusal(clone.known, commit))
        assert contents(revision(clone.known, commit)) == {"plans/ledger.yaml": "main 9"}

    @pytest.mark.parametrize("name", ["main", "origin/main"])
    @pytest.mark.parametrize("depth", [["--depth=1"], []], ids=["shallow", "whole"])
    def test_a_branch_that_was_not_fetched(
        self, upstream: Git, tmp_path: Path, name: str, depth: list[str]
    ) -> None:
        clone = upstream.clone(tmp_path / "c", *depth, "--single-branch", "--branch=topic")
        sentence = refusal(clone.known, name)
        fetch = "先执行 git fetch origin main:refs/remotes/origin/main，再写 origin/main"
        assert sentence.startswith(f"没有“{name}”这个版本；")
        assert sentence.endswith(fetch)
        do_what_it_says(clone, sentence)
        assert contents(revision(clone.known, "origin/main")) == {"plans/ledger.yaml": "main 10"}

    def test_a_branch_that_only_the_upstream_has(self, upstream: Git, tmp_path: Path) -> None:
        clone = upstream.clone(tmp_path / "c", "--branch=topic")
        assert refusal(clone.known, "main") == (
            "没有“main”这个版本：本地没有这个分支；远端的请写 origin/main"
        )

    def test_no_branch_point_is_told_alike(self, upstream: Git, tmp_path: Path) -> None:
        clone = upstream.clone(
            tmp_path / "c", "--depth=1", "--branch=topic", "--no-single-branch", "--no-tags"
        )
        with pytest.raises(LedgerError, match=r"^找不到“origin/main”与“HEAD”是从哪里分开的：本仓库是浅克隆"):
            branch_point(clone.known, "origin/main")


class TestPartial:
    def test_nothing_is_fetched_behind_the_users_back(self, upstream: Git, tmp_path: Path) -> None:
        clone = upstream.clone(tmp_path / "c", "--filter=blob:none")
        found = revision_range(clone.known, "HEAD~2").before
        before = everything(clone.top)
        with pytest.raises(LedgerError) as caught:
            contents(found)
        assert everything(clone.top) == before
        sentence = str(caught.value)
        assert sentence == (
            "部分克隆里缺这个版本的文件内容；先执行 git fetch --refetch --no-filter origin 取全"
        )
        do_what_it_says(clone, sentence)
        assert contents(found) == {"plans/ledger.yaml": "main 8"}

    @pytest.mark.parametrize("written", ["HEAD~2...", "HEAD~2..", "d8"])
    def test_what_is_asked_of_history_alone_is_known(
        self, upstream: Git, tmp_path: Path, written: str
    ) -> None:
        clone = upstream.clone(tmp_path / "c", "--filter=blob:none")
        assert revision_range(clone.known, written).before.commit == upstream.git("rev-parse", "d8")

    def test_what_the_ledger_does_not_read_need_not_be_there(self, upstream: Git, tmp_path: Path) -> None:
        upstream.put("plans/证明.pdf", "x" * 5000)
        upstream.commit()
        upstream.git("rm", "--quiet", "plans/证明.pdf")
        upstream.commit()
        clone = upstream.clone(tmp_path / "c", "--filter=blob:limit=1k")
        assert contents(revision(clone.known, "HEAD~1")) == {"plans/ledger.yaml": "main 10"}


class TestBare:
    @pytest.fixture
    def bare(self, upstream: Git, tmp_path: Path) -> Path:
        return upstream.clone(tmp_path / "b.git", "--bare").top

    def test_is_read_without_a_work_tree(self, bare: Path) -> None:
        repository = bare_repository(bare)
        assert repository == Repository(bare, None, bare=True)
        found = revision_range(repository, "main...topic")
        assert found.after is not None
        assert contents(found.before) == {"plans/ledger.yaml": "main 6"}
        assert contents(found.after) == {"plans/ledger.yaml": "main 6", "plans/t.yaml": "topic"}
        assert found.after.prefix == "plans/"

    @pytest.mark.parametrize("written", [None, "main", ""])
    def test_has_no_work_tree_to_compare_with(self, bare: Path, written: str | None) -> None:
        repository = bare_repository(bare)
        assert repository is not None
        assert refusal(repository, written) == ("裸仓库里没有当前文件，不能与它比较；写成 main...分支 的样式")

    def test_a_git_folder_serves_as_well(self, upstream: Git) -> None:
        repository = bare_repository(upstream.top / ".git")
        assert repository is not None
        assert contents(revision(repository, "d1")) == {"plans/ledger.yaml": "main 1"}

    def test_a_ledger_at_the_top_comes_first(self, upstream: Git) -> None:
        upstream.commit(ledger="顶层")
        repository = bare_repository(upstream.top / ".git")
        assert repository is not None
        assert revision(repository, "HEAD").prefix == ""
        assert revision(repository, "HEAD~1").prefix == "plans/"

    def test_a_base_without_the_ledger_is_empty(self, upstream: Git) -> None:
        upstream.git("rm", "-r", "--quiet", "plans")
        upstream.commit()
        upstream.branch("later")
        upstream.commit(**{"plans/ledger": "又有了"})
        repository = bare_repository(upstream.top / ".git")
        assert repository is not None
        found = revision_range(repository, "main..later")
        assert contents(found.before) == {}
        with pytest.raises(LedgerError, match=r"里没有 ledger.yaml 或 plans/ledger.yaml；用 --ledger 写明"):
            revision(repository, "main")

    @pytest.mark.parametrize(
        ("chosen", "prefix"),
        [
            ("plans", "plans/"),
            ("plans/ledger.yaml", "plans/"),
            (".", ""),
            ("a/b/", "a/b/"),
            ("{}/plans", "plans/"),
        ],
    )
    def test_the_folder_can_be_chosen(self, bare: Path, chosen: str, prefix: str) -> None:
        repository = bare_repository(bare, Path(chosen.format(bare)))
        assert repository is not None
        assert revision(repository, "main").prefix == prefix

    @pytest.mark.parametrize("chosen", ["/etc", "../x", "a/../../x"])
    def test_a_folder_outside_is_refused(self, bare: Path, chosen: str) -> None:
        with pytest.raises(LedgerError, match="不是仓库里的文件夹；在裸仓库里，--ledger 写从仓库顶层算起"):
            bare_repository(bare, Path(chosen))

    def test_other_folders_are_none(self, upstream: Git, bare: Path) -> None:
        for folder in (upstream.top, upstream.top / "plans", bare / "refs", bare.parent):
            assert bare_repository(folder) is None

    def test_is_left_as_it_was(self, bare: Path) -> None:
        before = everything(bare)
        repository = bare_repository(bare)
        assert repository is not None
        contents(revision_range(repository, "main...topic").before)
        refusal(repository, "nowhere...topic")
        assert everything(bare) == before

    def test_where_git_wants_it_named_it_can_be(self, bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for key, value in (("COUNT", "1"), ("KEY_0", "safe.bareRepository"), ("VALUE_0", "explicit")):
            monkeypatch.setenv(f"GIT_CONFIG_{key}", value)
        repository = bare_repository(bare)
        assert repository is not None
        assert "在命令前写 GIT_DIR=. 再运行" in refusal(repository, "d6...topic")
        monkeypatch.chdir(bare)
        monkeypatch.setenv("GIT_DIR", ".")
        assert contents(revision(repository, "d6")) == {"plans/ledger.yaml": "main 6"}


LOOK = """
import sys
from pathlib import Path
from ledger.files.ranges import revision_range
from ledger.files.repository import bare_repository, repository_of
here = Path.cwd()
found = revision_range(bare_repository(here) or repository_of(here), *sys.argv[1:])
for revision in (found.before, found.after):
    if revision:
        print(*sorted(f"{file.path}:{file.content.decode()}" for file in revision.files()))
"""


class TestHooks:
    """Git sets where it works for its hooks; read here by a real one."""

    def hook(self, git_folder: Path, name: str, line: str) -> None:
        script = git_folder / "look.py"
        script.write_text(LOOK, "utf-8")
        hook = git_folder / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        root = Path(__file__).parents[2]
        hook.write_text(f"#!/bin/sh\nexport PYTHONPATH='{root}' OUT='{git_folder}/out'\n{line}\n")
        hook.write_text(hook.read_text().replace("LOOK", f"'{sys.executable}' '{script}'"))
        hook.chmod(0o755)

    def test_before_a_commit(self, upstream: Git, tmp_path: Path) -> None:
        linked = tmp_path / "linked"
        upstream.git("worktree", "add", "--quiet", str(linked), "topic")
        self.hook(upstream.top / ".git", "pre-commit", 'env | grep ^GIT_ > "$OUT.env"; LOOK main > "$OUT"')
        Git(linked, made=False).commit(new="x")
        assert "GIT_DIR=" in (upstream.top / ".git" / "out.env").read_text()
        assert "GIT_INDEX_FILE=" in (upstream.top / ".git" / "out.env").read_text()
        assert (upstream.top / ".git" / "out").read_text() == "plans/ledger.yaml:main 10\n"

    def test_before_a_push_is_received(self, upstream: Git, tmp_path: Path) -> None:
        """What is pushed is not among the repository's own objects yet."""
        bare = upstream.clone(tmp_path / "b.git", "--bare").top
        look = 'env | grep ^GIT_ > "$OUT.env"; read -r old new ref; LOOK "$old...$new" > "$OUT"'
        self.hook(bare, "pre-receive", look)
        upstream.commit(**{"plans/ledger": "推送的"})
        upstream.git("push", "--quiet", str(bare), "main")
        assert "GIT_QUARANTINE_PATH=" in (bare / "out.env").read_text()
        assert (bare / "out").read_text() == "plans/ledger.yaml:main 10\nplans/ledger.yaml:推送的\n"

    def test_of_another_repository_changes_nothing(
        self, upstream: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = Git(tmp_path / "other")
        other.commit(a="别的仓库")
        monkeypatch.chdir(other.top)
        for name, value in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", "."), ("GIT_INDEX_FILE", ".git/index")):
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
        assert contents(revision(upstream.known, "d3")) == {"plans/ledger.yaml": "main 3"}


def test_more_than_any_pipe_holds_goes_in_and_comes_out(upstream: Git) -> None:
    blob = upstream.git("hash-object", "-w", "--stdin", feed="甲\n" * 100)
    folder = upstream.git("mktree", feed="".join(f"100644 blob {blob}\t{n}.yaml\n" for n in range(3000)))
    top = upstream.git("mktree", feed=f"040000 tree {folder}\tplans\n")
    commit = upstream.git("commit-tree", "-m", "x", top)
    found = contents(revision(replace(upstream.known, prefix="plans/"), commit))
    assert found == {f"plans/{n}.yaml": "甲\n" * 100 for n in range(3000)}


def test_the_hooks_of_a_reader_are_not_run(upstream: Git, tmp_path: Path) -> None:
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        hook = upstream.top / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
        hook.chmod(0o755)
    contents(revision_range(upstream.known, "main...topic").before)
    assert not (tmp_path / "ran").exists()
    subprocess.run(["git", "-C", upstream.top, "update-ref", "refs/heads/x", "d1"], check=True)
    assert (tmp_path / "ran").exists()
