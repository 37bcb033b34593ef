"""The commits that a bulletin asks for: where its files came about, where it landed, what stands on the main branch."""

from pathlib import Path

import pytest
from real_repository import Git, alone, contents

from ledger.files.commits import at_head, last_change, on_main, touching
from ledger.files.repository import Repository

DAY = "2017-01-{:02}T12:00:00+0800"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch)


@pytest.fixture(params=["plans", "方案 [2017]*", "."])
def git(request: pytest.FixtureRequest, tmp_path: Path) -> Git:
    """Ledgers in folders whose names are patterns to git, and one at the top."""
    git = Git(tmp_path)
    git.put("ledger.yaml" if request.param == "." else f"{request.param}/ledger.yaml", "name: x\n")
    git.put("other/ledger.yaml", "name: y\n")
    git.commit()
    return git


def _ledger(git: Git) -> tuple[Repository, str]:
    """The repository with its ledger, and what stands before the names of its files."""
    folder = next(p.parent for p in sorted(git.top.rglob("ledger.yaml")) if p.parent.name != "other")
    known = Git(folder, made=False).known
    return known, known.prefix or ""


def test_the_last_change_is_the_last_of_a_yaml_file_of_this_ledger(git: Git) -> None:
    known, prefix = _ledger(git)
    first = git.git("rev-parse", "HEAD")
    git.put(f"{prefix}bulletins/2017-10.md", "月报\n")
    git.put(f"{prefix}README.md", "说明\n")
    git.commit()
    if prefix:
        git.put("other/2017/p.yaml")
        git.put("top.yaml")
        git.commit()
    assert last_change(known, git.git("rev-parse", "HEAD")) == first
    git.put(f"{prefix}2017/深/p.yaml")
    second = git.commit()
    assert last_change(known, second) == second
    assert last_change(known, first) == first
    (git.top / f"{prefix}2017/深/p.yaml").unlink()
    third = git.commit()
    assert last_change(known, third) == third


def test_where_no_yaml_file_ever_changed_it_is_the_commit_itself(tmp_path: Path) -> None:
    git = Git(tmp_path)
    git.put("README.md")
    commit = git.commit()
    assert last_change(Repository(tmp_path, ""), commit) == commit


def test_commits_of_a_file_are_told_newest_first_and_those_of_branches_too(git: Git) -> None:
    known, prefix = _ledger(git)
    path = f"{prefix}bulletins/2017-10.md"
    assert list(touching(known, path)) == []
    git.put(path, "一\n")
    one = git.commit(DAY.format(2))
    git.branch("side")
    git.put(path, "二\n")
    two = git.commit(DAY.format(3))
    git.branch("main", one)
    git.put("other/x.txt")
    git.commit(DAY.format(4))
    git.git("merge", "--quiet", "--no-ff", "--no-edit", "side", when=DAY.format(5))
    merge = git.git("rev-parse", "HEAD")
    git.put(f"{prefix}bulletins/2017-10.md.bak")
    git.commit(DAY.format(6))
    assert list(touching(known, path)) == [merge, two, one]


def test_what_has_landed_is_what_stands_on_the_main_branch(git: Git) -> None:
    known, prefix = _ledger(git)
    path = f"{prefix}bulletins/2017-10.md"
    assert on_main(known, path) is None
    git.branch("topic")
    git.put(path, "月报\n")
    git.commit()
    assert on_main(known, path) is None
    git.git("branch", "--force", "main", "topic")
    assert on_main(known, path) == "月报\n".encode()
    git.put(path, "改过\n")
    assert on_main(known, path) == "月报\n".encode()


def test_the_remote_is_asked_before_the_branch_here(git: Git, tmp_path: Path) -> None:
    _, prefix = _ledger(git)
    clone = git.clone(tmp_path / "clone")
    known, path = Repository(clone.top, prefix), f"{prefix}bulletins/2017-10.md"
    clone.put(path, "月报\n")
    clone.commit()
    assert on_main(known, path) is None


def test_without_a_main_branch_what_is_committed_has_landed(git: Git) -> None:
    known, prefix = _ledger(git)
    git.branch("trunk")
    git.git("branch", "--delete", "--force", "main")
    git.put(f"{prefix}bulletins/2017-10.md", "月报\n")
    git.commit()
    assert on_main(known, f"{prefix}bulletins/2017-10.md") == "月报\n".encode()


def test_the_last_commit_of_the_ledger(git: Git) -> None:
    known, prefix = _ledger(git)
    head = at_head(known)
    assert head is not None
    assert contents(head)[f"{prefix}ledger.yaml"] == "name: x\n"


def test_before_the_first_commit_there_is_none(tmp_path: Path) -> None:
    git = Git(tmp_path)
    git.put("ledger.yaml", "name: x\n")
    assert at_head(git.known) is None
    assert on_main(git.known, "bulletins/2017-10.md") is None
    assert list(touching(git.known, "bulletins/2017-10.md")) == []
