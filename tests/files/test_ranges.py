"""What is compared with what when somebody writes BASE, BASE...HEAD, BASE..HEAD or nothing."""

import os
from pathlib import Path

import pytest
from real_repository import Git, alone, contents, everything, told

from ledger.base.days import parse_day
from ledger.base.errors import LedgerError
from ledger.files.ranges import branch_point, revision_range
from ledger.files.repository import repository_of
from ledger.files.revisions import revision
from ledger.files.tree import WorkTree


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    alone(monkeypatch)
    return Git(tmp_path)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Git:
    """A topic that left main, which went on; tags tell the three commits. The topic is checked out."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        alone(monkeypatch)
        git = Git(tmp_path_factory.mktemp("forked"))
        git.commit("2017-09-30T12:00:00+0800", a="旧")
        git.git("tag", "fork")
        git.branch("topic")
        git.commit("2017-10-31T12:00:00+0800", b="新")
        git.branch("main", "fork")
        git.commit("2017-10-15T12:00:00+0800", c="别人的")
        git.branch("topic", "topic")
    return git


@pytest.fixture
def untouched(prepared: Git, monkeypatch: pytest.MonkeyPatch) -> Git:
    """The same for tests that only read it."""
    alone(monkeypatch)
    return prepared


@pytest.fixture
def forked(prepared: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    alone(monkeypatch)
    return prepared.copy(tmp_path)


def compared(git: Git, written: str | None) -> tuple[str, str | None]:
    found = revision_range(git.known, written)
    return found.before.commit, found.after.commit if found.after else None


def refusal(git: Git, written: str | None) -> str:
    with pytest.raises(LedgerError) as caught:
        revision_range(git.known, written)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.encode()
    return sentence


class TestForms:
    @pytest.mark.parametrize(
        ("written", "before", "after"),
        [
            ("main", "main", None),
            ("fork", "fork", None),
            ("2017-10-30", "fork", None),
            ("topic^{/x}~1", "fork", None),
            ("HEAD@{0}", "topic", None),
            ("main..topic", "main", "topic"),
            ("main..", "main", "topic"),
            ("..main", "topic", "main"),
            ("main...topic", "fork", "topic"),
            ("main...", "fork", "topic"),
            ("...main", "fork", "main"),
            ("fork...topic", "fork", "topic"),
            ("2017-10-30...topic", "fork", "topic"),
            ("main...2017-10-31", "fork", "topic"),
            (None, "fork", None),
        ],
    )
    def test_mean_what_they_mean_to_git(
        self, untouched: Git, written: str | None, before: str, after: str | None
    ) -> None:
        ids = [untouched.git("rev-parse", f"{n}^{{commit}}") if n else None for n in (before, after)]
        assert list(compared(untouched, written)) == ids

    @pytest.mark.parametrize(
        ("written", "words"),
        [
            ("main", "main（{main}）与当前文件"),
            ("2017-10-30", "2017-10-30（{fork}）与当前文件"),
            ("main..", "main（{main}）与 HEAD（{topic}）"),
            ("main...topic", "从 main 分出时（{fork}）与 topic（{topic}）"),
            (None, "从 main 分出时（{fork}）与当前文件"),
        ],
    )
    def test_are_told_in_words(self, untouched: Git, written: str | None, words: str) -> None:
        ids = {name: untouched.git("rev-parse", name)[:12] for name in ("main", "topic", "fork")}
        assert revision_range(untouched.known, written).words == words.format(**ids)

    @pytest.mark.parametrize("length", [12, 40])
    def test_named_by_a_hash_tell_it_once(self, untouched: Git, length: int) -> None:
        fork, topic = (untouched.git("rev-parse", name) for name in ("fork", "topic"))
        spoken = {
            fork[:length]: f"{fork[:12]} 与当前文件",
            f"{fork[:length]}...topic": f"从 {fork[:12]} 分出时与 topic（{topic[:12]}）",
            f"{fork[:length]}..{topic[:length]}": f"{fork[:12]} 与 {topic[:12]}",
        }
        assert {w: revision_range(untouched.known, w).words for w in spoken} == spoken

    def test_read_the_files_of_both_sides(self, untouched: Git) -> None:
        found = revision_range(untouched.known, "main...topic")
        assert found.after is not None
        assert contents(found.before) == {"a.yaml": "旧"}
        assert contents(found.after) == {"a.yaml": "旧", "b.yaml": "新"}

    def test_a_date_that_is_the_fork_itself_stays_that_day(self, untouched: Git) -> None:
        assert revision_range(untouched.known, "2017-10-05...topic").before.day == parse_day("2017-10-05")
        assert revision_range(untouched.known, "main...topic").before.day == parse_day("2017-09-30")


class TestBaseThatNobodyNamed:
    def put(self, git: Git, ref: str, target: str) -> None:
        git.git("update-ref", ref, target)

    def base(self, git: Git) -> str:
        words = revision_range(git.known, None).words
        return words.removeprefix("从 ").partition(" 分出时")[0]

    def test_is_the_first_that_exists(self, forked: Git) -> None:
        forked.git("branch", "master", "main")
        assert self.base(forked) == "main"
        self.put(forked, "refs/remotes/origin/master", "main")
        assert self.base(forked) == "origin/master"
        self.put(forked, "refs/remotes/origin/main", "main")
        assert self.base(forked) == "origin/main"
        self.put(forked, "refs/remotes/origin/trunk", "main")
        forked.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
        assert self.base(forked) == "origin/trunk"

    def test_is_not_what_the_upstream_no_longer_has(self, forked: Git) -> None:
        forked.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
        assert self.base(forked) == "main"

    def test_is_master_where_there_is_no_main(self, forked: Git) -> None:
        forked.git("branch", "--move", "main", "master")
        assert self.base(forked) == "master"

    def test_on_main_itself_only_what_is_not_committed_is_new(self, empty: Git) -> None:
        head = empty.commit(a="旧")
        empty.put("a.yaml", "新")
        assert compared(empty, None) == (head, None)

    def test_on_main_what_was_not_pushed_is_new(self, empty: Git, tmp_path: Path) -> None:
        pushed = empty.commit(a="旧")
        clone = empty.clone(tmp_path / "clone")
        clone.commit(a="新")
        assert compared(clone, None) == (pushed, None)

    def test_has_to_be_named_where_no_branch_is_known(self, forked: Git) -> None:
        forked.git("branch", "--delete", "--force", "main")
        assert refusal(forked, None) == (
            "不知道与哪个版本比较：origin/HEAD、origin/main、origin/master、main、master 都没有；"
            "请写明基准，如 HEAD~1"
        )

    def test_of_a_detached_head(self, forked: Git) -> None:
        fork = forked.git("rev-parse", "fork")
        forked.git("checkout", "--quiet", "--detach", "topic")
        assert compared(forked, None) == (fork, None)

    def test_a_tag_or_a_file_of_that_name_changes_nothing(self, forked: Git) -> None:
        forked.git("tag", "main", "topic")
        forked.put("main", "x")
        assert compared(forked, None) == (forked.git("rev-parse", "fork"), None)


class TestWithoutCommits:
    @pytest.mark.parametrize("written", [None, "main", "HEAD", "main...HEAD", "..main"])
    def test_there_is_nothing_to_compare_with(self, empty: Git, written: str | None) -> None:
        assert "仓库里还没有提交；先用 git commit 提交一次" in refusal(empty, written)

    def test_a_branch_without_commits_can_be_compared_with_another(self, forked: Git) -> None:
        forked.git("checkout", "--quiet", "--orphan", "fresh")
        assert compared(forked, "main") == (forked.git("rev-parse", "main"), None)
        for written in (None, "main...", "main..HEAD"):
            assert refusal(forked, written) == ("没有“HEAD”这个版本：当前分支还没有提交；请写明用哪个版本")

    def test_histories_that_never_met(self, forked: Git) -> None:
        forked.git("checkout", "--quiet", "--orphan", "fresh")
        forked.commit("2018-01-01T12:00:00+0800", z="z")
        assert refusal(forked, "main...fresh") == (
            "找不到“main”与“fresh”是从哪里分开的：两者没有共同的历史；请换一个版本作基准"
        )
        assert compared(forked, "main..fresh")[0] == forked.git("rev-parse", "main")


HOSTILE = [
    "-h", "--help", "--output=x", "--all", "-n1", "-", "--", "", " ", "^main", "main^{tree}", "main:a.yaml", ":a.yaml",
    "main main", "a\nb", "main\n", "'main'", '"main"', "main\0", "\0", "\udcff\udcfe", "main;touch x", "$(touch x)", "`touch x`",
    "|touch x", "/main", "~", "@{-9}", "main@{99999}", "x" * 5000, "x" * 200000, "改革", "0" * 40, "\x1b[31m", "HEAD~9", "refs/heads", "2017-02-30",
]  # fmt: skip
NO_RANGE = ["...", "..", "....", "main..x..y", "main....topic", "main...x...topic", "a..b\n..c"]


class TestHostileNames:
    @pytest.mark.parametrize("name", HOSTILE, ids=lambda n: ascii(n)[:20])
    def test_are_refused_in_one_sentence_and_do_nothing(self, untouched: Git, name: str) -> None:
        before = everything(untouched.top)
        for form in ("{}", "{}...topic", "main..{}") if name else ("",):  # a side that is left out is HEAD
            sentence = refusal(untouched, form.format(name))
            assert sentence.startswith("没有“")
            assert "\x1b" not in sentence
        assert everything(untouched.top) == before

    @pytest.mark.parametrize("written", NO_RANGE)
    def test_what_is_no_range_says_how_one_is_written(self, untouched: Git, written: str) -> None:
        assert "不是版本范围；写成 main 或 main...分支 的样式" in refusal(untouched, written)

    @pytest.mark.parametrize("name", ["--output=x", "-h", "--help", "引'号\"", "$x", "文件"])
    def test_a_branch_of_that_name_is_only_a_branch(self, forked: Git, name: str) -> None:
        commit = forked.git("rev-parse", "fork")
        forked.git("update-ref", f"refs/heads/{name}", commit)
        assert compared(forked, f"refs/heads/{name}") == (commit, None)
        assert compared(forked, name) == (commit, None)
        assert compared(forked, f"{name}...topic")[0] == commit
        assert not (forked.top / "x").exists()

    def test_a_branch_with_dots_that_somebody_made_by_hand_is_a_range(self, forked: Git) -> None:
        """Git itself takes such a file for no branch."""
        commit = forked.git("rev-parse", "fork")
        (forked.top / ".git" / "refs" / "heads" / "main...topic").write_text(commit + "\n")
        assert compared(forked, "main...topic") == (commit, forked.git("rev-parse", "topic"))
        (forked.top / ".git" / "refs" / "heads" / "a...b").write_text(commit + "\n")
        assert "没有“b”这个版本" in refusal(forked, "a...b")

    def test_a_file_of_the_branchs_name_is_not_meant(self, forked: Git) -> None:
        for name in ("main", "topic", "HEAD"):
            forked.put(name, "x")
        assert compared(forked, "main..topic") == tuple(forked.git("rev-parse", "main", "topic").split())


class TestStatesOfAWorkTree:
    def test_a_merge_in_progress(self, forked: Git) -> None:
        forked.commit(c="我们的")
        with pytest.raises(Exception, match="returned non-zero exit status 1"):
            forked.git("merge", "main")
        assert "<<<<<<<" in (forked.top / "c.yaml").read_text("utf-8")
        before = everything(forked.top)
        assert compared(forked, None) == (forked.git("rev-parse", "fork"), None)
        assert compared(forked, "MERGE_HEAD") == (forked.git("rev-parse", "main"), None)
        assert contents(revision_range(forked.known, "HEAD").before)["c.yaml"] == "我们的"
        assert everything(forked.top) == before

    def test_a_linked_work_tree(self, forked: Git, tmp_path: Path) -> None:
        forked.git("worktree", "add", "--quiet", str(tmp_path / "linked"), "main")
        linked = Git(tmp_path / "linked", made=False)
        assert (linked.top / ".git").is_file()
        assert compared(linked, "topic...") == tuple(forked.git("rev-parse", "fork", "main").split())
        assert told(revision_range(linked.known, "HEAD").before) == told(WorkTree(linked.top))

    def test_a_submodule(self, forked: Git, tmp_path: Path) -> None:
        outer = Git(tmp_path / "outer")
        outer.git("submodule", "--quiet", "add", forked.top.as_uri(), "plans")
        outer.commit()
        inner = Git(outer.top / "plans", made=False)
        assert (inner.top / ".git").is_file()
        assert compared(inner, "origin/main...HEAD")[0] == forked.git("rev-parse", "fork")
        assert repository_of(inner.top / "deeper").prefix == "deeper/"

    def test_a_repository_of_sha256_ids(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        alone(monkeypatch)
        git = Git(tmp_path, "--object-format=sha256")
        first, second = git.commit(a="旧"), git.commit(a="新")
        assert len(first) == 64
        assert compared(git, f"{first}...") == (first, second)
        assert contents(revision(git.known, first[:9])) == {"a.yaml": "旧"}

    def test_a_repository_that_is_broken_is_not_the_one_around_it(self, forked: Git) -> None:
        (forked.top / "inner" / ".git").mkdir(parents=True)
        inner = Git(forked.top / "inner", made=False)
        assert refusal(inner, "main") == f"git 读不了 {inner.top} 的仓库；用 git status 查看原因"

    def test_a_repository_of_somebody_else(self, forked: Git, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        assert refusal(forked, "main") == (
            f"git 拒绝读取 {forked.top}：文件夹属于另一个用户；按 git status 的提示设置 safe.directory"
        )

    def test_git_that_cannot_read_its_settings(self, forked: Git) -> None:
        (forked.top / ".git" / "config").write_text("[core\n")
        assert "用 git status 查看原因" in refusal(forked, "main")

    def test_a_lost_object_is_said(self, forked: Git) -> None:
        oid = forked.git("rev-parse", "main:c.yaml")
        (forked.top / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
        with pytest.raises(LedgerError, match=f"git 仓库里缺对象 {oid[:12]} 或对象已损坏；用 git fsck 检查"):
            contents(revision(forked.known, "main"))

    @pytest.mark.parametrize("written", [None, "main", "main...topic", "fork..main", "2017-10-30", "nowhere"])
    def test_nothing_is_touched(self, forked: Git, written: str | None) -> None:
        os.utime(forked.top / "a.yaml")  # git would refresh its index
        forked.put("b.yaml", "没有提交的")
        before = everything(forked.top)
        try:
            found = revision_range(forked.known, written)
        except LedgerError:
            assert written == "nowhere"
        else:
            contents(found.before)
        assert everything(forked.top) == before


class TestBranchPoint:
    def test_is_where_the_tip_left_the_name(self, untouched: Git) -> None:
        fork = untouched.git("rev-parse", "fork")
        assert branch_point(untouched.known, "main").commit == fork
        assert branch_point(untouched.known, "topic", revision(untouched.known, "main")).commit == fork
        assert branch_point(untouched.known, "2017-10-01").day == parse_day("2017-10-01")

    @pytest.mark.parametrize("name", ["nowhere", "main...topic", "main..", "--output=x"])
    def test_of_no_commit_is_refused(self, untouched: Git, name: str) -> None:
        with pytest.raises(LedgerError, match=r"^没有“"):
            branch_point(untouched.known, name)
