"""The work tree: which files are the ledger's, in which order, under which names."""

import os
from pathlib import Path

import pytest

from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.files import tree
from ledger.files.folder import find_ledger, repository_top
from ledger.files.tree import WorkTree


def put(folder: Path, *names: str, content: str = "id: 1\n") -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def read(folder: Path) -> list[str]:
    """Paths of what is read; of what is not, path and code."""
    return [
        f"{f.place.path} {f.code}" if isinstance(f, Diagnostic) else f.path for f in WorkTree(folder).files()
    ]


def test_files_come_in_name_order_folder_by_folder(tmp_path: Path) -> None:
    put(
        tmp_path,
        "units.yaml",
        "ledger.yaml",
        "2017/b.yaml",
        "2017/a.yaml",
        "2017-x.yaml",
        "2016/z/c.yaml",
        "方案/一.yaml",
    )
    assert read(tmp_path) == [
        "2016/z/c.yaml", "2017/a.yaml", "2017/b.yaml", "2017-x.yaml", "ledger.yaml", "units.yaml", "方案/一.yaml",
    ]  # fmt: skip


def test_hidden_files_and_other_kinds_of_files_are_not_ours(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a.yaml",
        ".hidden.yaml",
        ".git/config.yaml",
        ".venv/b.yaml",
        "README.md",
        "2017/TS.md",
        "a.yaml.bak",
        "yaml",
    )
    assert read(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("name", ["a.yml", "a.YAML", "2017/a.YML"])
def test_a_suffix_that_is_nearly_right_is_told(tmp_path: Path, name: str) -> None:
    assert read(put(tmp_path, name)) == [f"{name} R114"]


def test_paths_count_from_the_top_of_the_repository_and_names_from_the_ledger(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    put(tmp_path, "deep/plans/2017/a.yaml")
    (found,) = WorkTree(tmp_path / "deep" / "plans").files()
    assert not isinstance(found, Diagnostic)
    assert (found.path, found.name) == ("deep/plans/2017/a.yaml", "2017/a.yaml")
    assert WorkTree(tmp_path / "deep" / "plans").prefix == "deep/plans/"


def test_a_ledger_that_is_the_whole_repository_has_no_prefix(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")  # as in a linked work tree
    assert read(put(tmp_path, "2017/a.yaml")) == ["2017/a.yaml"]
    assert repository_top(tmp_path / "2017") == tmp_path


def test_outside_git_paths_count_from_the_ledger(tmp_path: Path) -> None:
    assert (WorkTree(tmp_path).prefix, read(put(tmp_path, "2017/a.yaml"))) == ("", ["2017/a.yaml"])


def test_bytes_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\r\n")
    (found,) = WorkTree(tmp_path).files()
    assert not isinstance(found, Diagnostic)
    assert found.content == b"\xff\r\n"


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "real/a.yaml")
    (tmp_path / "b.yaml").symlink_to("real/a.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "other").symlink_to("real")
    (tmp_path / "README.md").symlink_to("real/a.yaml")
    assert read(tmp_path) == ["b.yaml R110", "gone.yaml R110", "other R110", "real/a.yaml"]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    put(tmp_path, "2017.yaml/a.yaml", "b.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert read(tmp_path) == ["2017.yaml R110", "b.yaml", "pipe.yaml R110"]


def test_a_file_too_large_is_told_and_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(tree.MAX_BYTES + 1)
    (found,) = WorkTree(tmp_path).files()
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == ("R109", "文件有 8.0 MiB，超过 8 MiB")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "b.yaml")
    (tmp_path / "a.yaml").chmod(0)
    assert read(tmp_path) == ["a.yaml R111", "b.yaml"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    assert read(tmp_path / "nowhere") == [". R111"]


def test_a_name_of_strange_bytes_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xb8\xc4\xb8\xef.yaml")).write_bytes(b"id: 1\n")
    (tmp_path / "a\x1b[31m.yaml").write_bytes(b"id: 1\n")
    found = read(tmp_path)
    assert found[0] == "a\\u001b[31m.yaml"
    assert found[1].encode("utf-8").decode() == "\ufffd\u0138\ufffd.yaml"


class TestFinding:
    def test_upwards_from_anywhere_inside(self, tmp_path: Path) -> None:
        put(tmp_path, "ledger.yaml", "2017/a.yaml")
        assert find_ledger(tmp_path / "2017") == tmp_path.resolve()

    def test_in_plans_beside(self, tmp_path: Path) -> None:
        put(tmp_path, "plans/ledger.yaml", "src/a/b.py")
        assert find_ledger(tmp_path / "src" / "a") == (tmp_path / "plans").resolve()

    @pytest.mark.parametrize("chosen", ["", "plans", "plans/ledger.yaml"])
    def test_where_the_user_says(self, tmp_path: Path, chosen: str) -> None:
        put(tmp_path, "plans/ledger.yaml")
        assert find_ledger(Path("/"), tmp_path / chosen) == (tmp_path / "plans").resolve()

    def test_a_choice_without_a_ledger_is_refused_even_inside_one(self, tmp_path: Path) -> None:
        put(tmp_path, "ledger.yaml", "2017/a.yaml")
        with pytest.raises(LedgerError, match=r"不是台账文件夹：里面没有 ledger\.yaml"):
            find_ledger(tmp_path, tmp_path / "2017")

    def test_nowhere(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerError, match="没有找到台账"):
            find_ledger(tmp_path)
