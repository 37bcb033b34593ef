"""A ledger as it was in a commit, from real repositories."""

from pathlib import Path

import pytest
from real_repository import Git, alone, contents, told

from ledger.base.days import parse_day
from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.files.repository import repository_of
from ledger.files.revisions import Revision, last_revisions, revision
from ledger.files.tree import WorkTree


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    alone(monkeypatch)
    return Git(tmp_path)


def named(folder: Path, name: str) -> Revision:
    return revision(repository_of(folder), name)


class TestByName:
    def test_a_commit_a_branch_a_tag_and_what_is_relative(self, repository: Git) -> None:
        first = repository.commit(a="旧")
        repository.git("tag", "-a", "v1", "-m", "x")
        second = repository.commit(a="新")
        names = {
            first: first,
            first[:10]: first,
            "v1": first,
            "HEAD~1": first,
            "HEAD": second,
            "main": second,
        }
        assert {n: named(repository.top, n).commit for n in names} == names
        assert contents(named(repository.top, "v1")) == {"a.yaml": "旧"}

    def test_its_day_is_the_committers(self, repository: Git) -> None:
        repository.commit("2017-10-31T23:30:00-1100")
        assert named(repository.top, "HEAD").day == parse_day("2017-10-31")

    @pytest.mark.parametrize(
        "name",
        ["--output=x", "-h", "--help", "--all", "-n1", "nowhere", "", " ", "^HEAD", "HEAD^{tree}", "HEAD:a.yaml", "main..main", "a b", "../x", "$(touch x)", ";touch x", "改革", "\udcff", "a\nb"],
    )  # fmt: skip
    def test_what_is_no_commit_is_refused_and_does_nothing(self, repository: Git, name: str) -> None:
        repository.commit(a="1")
        with pytest.raises(
            LedgerError, match=r"(?s)没有“.*”这个版本；可写提交号、分支、标签或 2017-10-31 这样的日期"
        ):
            named(repository.top, name)
        assert {p.name for p in repository.top.iterdir()} == {".git", "a.yaml"}

    def test_a_branch_that_looks_like_an_option_is_only_a_name(self, repository: Git) -> None:
        commit = repository.commit(a="1")
        repository.git("update-ref", "refs/heads/--output=x", commit)
        assert named(repository.top, "refs/heads/--output=x").commit == commit


class TestByDate:
    def test_the_last_commit_of_that_day_or_before(self, repository: Git) -> None:
        repository.commit("2017-09-30T09:00:00+0800", a="九月")
        repository.commit("2017-10-31T09:00:00+0800", a="早")
        repository.commit("2017-10-31T23:59:59+0800", a="晚")
        repository.commit("2017-11-01T00:00:00+0800", a="次日")
        days = {
            "2017-09-30": "九月",
            "2017-10-30": "九月",
            "2017-10-31": "晚",
            "2017-11-01": "次日",
            "2020-01-01": "次日",
        }
        assert {d: contents(named(repository.top, d))["a.yaml"] for d in days} == days

    def test_many_days_are_found_in_one_walk(self, repository: Git) -> None:
        repository.commit("2017-03-31T09:00:00+0800", a="三月")
        repository.commit("2017-08-15T23:30:00-1100", a="八月")
        repository.commit("2017-07-01T09:00:00+0800", a="时钟慢了")
        days = [parse_day(d) for d in ("2017-03-30", "2017-03-31", "2017-06-30", "2017-07-31", "2017-08-15")]
        found = last_revisions(repository.known, reversed(days))
        assert found == {day: named(repository.top, str(day)) for day in days[1:]}
        assert [contents(found[day])["a.yaml"] for day in days[1:]] == [
            "三月",
            "三月",
            "时钟慢了",
            "时钟慢了",
        ]

    def test_is_judged_on_that_day(self, repository: Git) -> None:
        repository.commit("2017-09-30T09:00:00+0800")
        assert named(repository.top, "2017-10-31").day == parse_day("2017-10-31")

    @pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])
    def test_is_the_same_in_every_time_zone(
        self, repository: Git, monkeypatch: pytest.MonkeyPatch, zone: str
    ) -> None:
        repository.commit("2017-10-31T23:30:00+0800", a="月末")
        repository.commit("2017-11-01T01:00:00+0800", a="次日")
        monkeypatch.setenv("TZ", zone)
        assert contents(named(repository.top, "2017-10-31")) == {"a.yaml": "月末"}

    def test_before_the_first_commit_there_is_none(self, repository: Git) -> None:
        with pytest.raises(LedgerError, match="2016-12-31 及以前没有提交；用 git log 查看最早的提交日期"):
            named(repository.top, "2016-12-31")
        repository.commit("2017-01-01T12:00:00+0800")
        with pytest.raises(LedgerError, match="2016-12-31 及以前没有提交"):
            named(repository.top, "2016-12-31")

    def test_a_day_that_is_none_is_told(self, repository: Git) -> None:
        with pytest.raises(LedgerError, match="没有“2017-02-30”这一天：2017 年 2 月只到 28 日"):
            named(repository.top, "2017-02-30")


class TestFiles:
    def test_are_those_that_the_work_tree_had_in_the_same_order(self, repository: Git) -> None:
        names = ["2017/b.yaml", "2017/a.yaml", "2017-x.yaml", "方案/一.yaml", "ledger.yaml", "a b.yaml", ".x.yaml", ".y/z.yaml", "README.md", '引"号.yaml']  # fmt: skip
        for name in names:
            repository.put(name, f"# {name}\n")
        repository.commit()
        then, now = list(named(repository.top, "HEAD").files()), list(WorkTree(repository.top).files())
        assert then == now
        assert len(then) == 7

    def test_are_told_apart_like_those_of_the_work_tree(self, repository: Git) -> None:
        repository.put("real/a.yaml")
        repository.put("b.yml")
        (repository.top / "link.yaml").symlink_to("real/a.yaml")
        (repository.top / "folder").symlink_to("real")
        (repository.top / "note.md").symlink_to("real/a.yaml")
        with (repository.top / "large.yaml").open("wb") as file:
            file.truncate(8 * 1024 * 1024 + 1)
        repository.commit()
        assert told(named(repository.top, "HEAD")) == [
            ("b.yml", "R114"), ("folder", "R110"), ("large.yaml", "R109"), ("link.yaml", "R110"), ("real/a.yaml", "real/a.yaml"),
        ]  # fmt: skip
        assert told(named(repository.top, "HEAD")) == told(WorkTree(repository.top))

    def test_of_a_ledger_in_a_subfolder_only(self, repository: Git) -> None:
        for name in ("plans/2017/a.yaml", "plans-old/b.yaml", "c.yaml", ".github/d.yaml"):
            repository.put(name)
        repository.commit()
        found = named(repository.top / "plans", "HEAD")
        assert told(found) == [("plans/2017/a.yaml", "2017/a.yaml")]

    def test_a_subfolder_with_magic_in_its_name_is_only_a_folder(self, repository: Git) -> None:
        for name in ("[p]*/a.yaml", "p/b.yaml", "pq/c.yaml"):
            repository.put(name)
        repository.commit()
        assert told(named(repository.top / "[p]*", "HEAD")) == [("[p]*/a.yaml", "a.yaml")]

    def test_a_ledger_that_did_not_exist_yet_is_empty(self, repository: Git) -> None:
        repository.commit(a="1")
        (repository.top / "plans").mkdir()
        assert told(named(repository.top / "plans", "HEAD")) == []

    def test_are_bytes_as_committed_whatever_the_work_tree_says_now(self, repository: Git) -> None:
        (repository.top / "a.yaml").write_bytes(b"a: \xff\r\n\n\nb")
        (repository.top / "empty.yaml").write_bytes(b"")
        repository.commit()
        repository.put("a.yaml", "later")
        (repository.top / "empty.yaml").unlink()
        found = list(named(repository.top, "HEAD").files())
        assert [f.content for f in found if not isinstance(f, Diagnostic)] == [b"a: \xff\r\n\n\nb", b""]

    def test_reading_writes_nothing(self, repository: Git) -> None:
        commit = repository.commit(a="1")
        repository.put("a.yaml", "uncommitted")
        before = (
            repository.git("status", "--porcelain"),
            sorted(p.name for p in (repository.top / ".git").iterdir()),
        )
        contents(named(repository.top, commit))
        after = (
            repository.git("status", "--porcelain"),
            sorted(p.name for p in (repository.top / ".git").iterdir()),
        )
        assert before == after


def test_outside_a_repository_there_is_no_past(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="不在 git 仓库里，没有过去的版本可读"):
        named(tmp_path, "HEAD")


def test_without_git_the_user_is_told(repository: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LedgerError, match="没有找到 git；读取过去的版本要用它，请先安装"):
        named(repository.top, "HEAD")
