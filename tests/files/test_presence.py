"""Which files of a repository exist, in a commit and on disk."""

from pathlib import Path

import pytest
from real_repository import Git, alone

from ledger.files.presence import present
from ledger.files.repository import Repository
from ledger.files.revisions import revision

FILES = ["a.txt", "佐证/表.pdf", "佐证/a b.pdf", 'q"uote', "new\nline", "[x]*", "-h", "\udcff.bin"]
ABSENT = [
    "", ".", "..", "/", "/etc/passwd", "../outside.txt", "佐证/../../outside.txt", "佐证", "佐证/", "gone.txt", "A.TXT", "q", "a.txt/x",
    "a\0b", "\ud800", "x" * 5000, ".git/config", "link.txt", "linked/表.pdf", "out/outside.txt", "dangling", "HEAD:a.txt", ":a.txt", "*",
]  # fmt: skip


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Git:
    with pytest.MonkeyPatch.context() as monkeypatch:
        alone(monkeypatch)
        return filled(tmp_path_factory.mktemp("presence"))


@pytest.fixture
def untouched(prepared: Git, monkeypatch: pytest.MonkeyPatch) -> Git:
    alone(monkeypatch)
    return prepared


@pytest.fixture
def repository(untouched: Git, tmp_path: Path) -> Git:
    return untouched.copy(tmp_path / "repository")


def filled(folder: Path) -> Git:
    git = Git(folder / "repository")
    git.git("config", "uploadpack.allowFilter", "true")
    (folder / "outside.txt").write_text("x")
    for name in FILES:
        git.put(name, "x")
    (git.top / "link.txt").symlink_to("a.txt")
    (git.top / "linked").symlink_to("佐证")
    (git.top / "out").symlink_to("..")
    (git.top / "dangling").symlink_to("nowhere")
    git.commit()
    return git


@pytest.mark.parametrize("name", ["HEAD", None])
@pytest.mark.parametrize("path", FILES, ids=ascii)
def test_files_are_there_whatever_they_are_called(untouched: Git, path: str, name: str | None) -> None:
    at = revision(untouched.known, name) if name else None
    assert present(untouched.known, at, [path]) == {path}


@pytest.mark.parametrize("name", ["HEAD", None])
@pytest.mark.parametrize("path", ABSENT, ids=lambda p: ascii(p)[:20])
def test_everything_else_is_not(untouched: Git, path: str, name: str | None) -> None:
    at = revision(untouched.known, name) if name else None
    assert present(untouched.known, at, [path]) == set()


def test_each_state_has_its_own(repository: Git) -> None:
    repository.put("new.txt")
    (repository.top / "a.txt").unlink()
    asked = ["a.txt", "new.txt", "./佐证//表.pdf", "gone.txt"]
    then = revision(repository.known, "HEAD")
    assert present(repository.known, then, asked) == {"a.txt", "./佐证//表.pdf"}
    assert present(repository.known, None, asked) == {"new.txt", "./佐证//表.pdf"}
    assert present(repository.known, then, []) == set()


def test_are_told_without_reading_them(repository: Git, tmp_path: Path) -> None:
    clone = repository.clone(tmp_path / "c", "--filter=blob:none", "--no-checkout")
    assert clone.git("rev-list", "--objects", "--missing=print", "HEAD").count("?") == 5
    assert present(clone.known, revision(clone.known, "HEAD"), FILES) == set(FILES)


def test_a_bare_repository_has_no_work_tree_to_look_in(repository: Git) -> None:
    bare = Repository(repository.top / ".git", "", bare=True)
    with pytest.raises(ValueError, match="no work tree"):
        present(bare, None, ["HEAD"])
