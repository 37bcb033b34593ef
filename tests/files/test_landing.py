"""Which side of a merge has landed."""

from pathlib import Path

import pytest
from real_repository import Git, alone

from ledger.files.landing import theirs_landed


class Parted(Git):
    """A first commit, then one of main and one of a topic, which is checked out."""

    def __init__(self, top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(top)
        self._environment = monkeypatch
        self.first = self.commit(a="id: 1\n")
        self.main = self.commit(b="id: 2\n")
        self.branch("topic", self.first)
        self.topic = self.commit(c="id: 3\n")

    def landed(self, into: str, *heads: str) -> bool:
        """As ``git merge`` asks, with ``into`` checked out."""
        self.git("checkout", "--quiet", into)
        for head in heads:
            self._environment.setenv(f"GITHEAD_{head}", "a name")
        return theirs_landed(self.top)


@pytest.fixture
def parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Parted:
    alone(monkeypatch)
    return Parted(tmp_path, monkeypatch)


def test_what_main_has_has_landed(parted: Parted) -> None:
    assert parted.landed("topic", parted.main)


def test_what_is_merged_into_main_has_not(parted: Parted) -> None:
    assert not parted.landed("main", parted.topic)


def test_in_a_rebase_nothing_is_merged_in(parted: Parted) -> None:
    assert not parted.landed("topic")


def test_the_head_of_a_merge_that_stopped_is_known(parted: Parted) -> None:
    parted.git("merge", "--quiet", "--no-commit", "main")
    assert theirs_landed(parted.top)


def test_the_remotes_main_comes_before_ones_own(parted: Parted) -> None:
    """Pulled into a main of one's own that nobody has yet."""
    parted.git("update-ref", "refs/remotes/origin/main", parted.topic)
    assert parted.landed("main", parted.topic)


def test_ones_own_main_tells_where_the_remotes_knows_neither(parted: Parted) -> None:
    parted.git("update-ref", "refs/remotes/origin/main", parted.first)
    assert parted.landed("topic", parted.main)


def test_the_remote_says_what_its_main_branch_is_called(parted: Parted) -> None:
    parted.git("update-ref", "refs/remotes/origin/trunk", parted.topic)
    parted.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert parted.landed("main", parted.topic)


def test_between_branches_that_nobody_landed_ours_stands_first(parted: Parted) -> None:
    parted.git("branch", "--move", "main", "other")
    assert not parted.landed("topic", parted.main)
