"""A ledger is written as a whole or not at all, whatever fails and whenever the process dies."""

import errno
import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import faulty_disk
import pytest
from faulty_disk import NEW, OLD, Killed, before_every_call, cut_short, make, planned, tree, visible, write

from ledger.base.errors import LedgerError
from ledger.files import recovery
from ledger.files.recovery import read_whole, recover
from ledger.files.state import generation, state_of
from ledger.files.store import writing
from ledger.files.writes import WriteSet


def test_every_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    make(tmp_path)
    write(tmp_path)
    assert tree(tmp_path) == NEW
    assert sorted(p.name for p in (tmp_path / ".ledger").iterdir()) == [".gitignore", "last.json", "lock"]


def test_planning_and_looking_make_no_state(tmp_path: Path) -> None:
    make(tmp_path)
    planned(tmp_path).preview()
    recover(tmp_path)
    assert generation(tmp_path) == ""
    assert not (tmp_path / ".ledger").exists()


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("ledger.yaml", b"name: by hand\n"),
        ("ledger.yaml", None),
        ("2017/a.yaml", b"id: by hand\n"),
        ("2017/a.yaml", None),
        ("slips/2017/TS-1.yaml", b"id: 1\n"),
    ],
)
def test_a_file_that_changed_since_it_was_read_stops_everything(
    tmp_path: Path, name: str, changed: bytes | None
) -> None:
    make(tmp_path)
    path = tmp_path / name
    with writing(tmp_path) as store:
        writes = planned(tmp_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if changed is not None:
            path.write_bytes(changed)
        before = tree(tmp_path)
        with pytest.raises(LedgerError) as raised:
            writes.apply(store)
    done = "建立" if name.startswith("slips") else "改动过"
    assert str(raised.value) == f"{name} 在读取之后被{done}，没有写入任何文件；请重新运行"
    assert tree(tmp_path) == before


def test_a_file_saved_by_an_editor_while_the_new_contents_are_staged_stops_everything(tmp_path: Path) -> None:
    make(tmp_path)

    def save(_: int, name: str, args: tuple[Any, ...]) -> None:
        if name == "open" and str(args[0]).endswith("-2.tmp"):
            (tmp_path / "2017/a.yaml").write_bytes(b"by hand\n")

    with before_every_call(save), pytest.raises(LedgerError, match=r"2017/a\.yaml 在读取之后被改动过"):
        write(tmp_path)
    assert tree(tmp_path) == {**OLD, "2017/a.yaml": b"by hand\n"}


@pytest.mark.parametrize("lasting", [False, True])
def test_a_disk_that_refuses_at_any_moment_leaves_the_old_ledger_or_the_new_one(
    tmp_path: Path, lasting: bool
) -> None:
    outcomes = []
    for moment in range(1, 200):
        folder = make(tmp_path / str(moment))

        def refuse(n: int, *_: Any, moment: int = moment) -> None:
            if n == moment or (lasting and n > moment):
                raise OSError(errno.ENOSPC, "No space left on device")

        try:
            with before_every_call(refuse) as calls:
                write(folder)
        except LedgerError as error:
            said = str(error)
            assert said.startswith("写不了 ")
            assert "\n" not in said
            decided = "新内容已经定下" in said
            assert decided or said.endswith("No space left on device，台账没有改动")
            assert decided or visible(folder) == OLD
            assert decided or lasting or tree(folder) == OLD
            recover(folder)
            assert tree(folder) == (NEW if decided else OLD)
            outcomes.append(decided)
        else:
            assert tree(folder) == NEW
            if len(calls) < moment:
                break
    assert outcomes == sorted(outcomes)  # first all old, from the decision on all new
    assert (outcomes.count(False) > 15, outcomes.count(True) > 5) == (True, True)


def test_a_kill_at_any_moment_leaves_the_old_ledger_or_the_new_one(tmp_path: Path) -> None:
    decisions = []
    for moment in range(1, 200):
        folder = make(tmp_path / str(moment))
        try:
            with before_every_call(_kill_at(moment)):
                write(folder)
        except Killed:
            state = state_of(folder)
            decided = state.journal.exists() or state.last.exists()
            recover(folder)
            assert tree(folder) == (NEW if decided else OLD)
            assert [state.journal.exists(), state.staging.exists()] == [False, False]
            decisions.append(decided)
        else:
            break
    assert decisions == sorted(decisions)
    assert (decisions.count(False) > 15, decisions.count(True) > 5) == (True, True)


@pytest.mark.parametrize("renamed", [0, 1, 2])
def test_a_recovery_that_is_killed_itself_is_taken_up_again(tmp_path: Path, renamed: int) -> None:
    cut_short(make(tmp_path / "cut"), renamed)
    assert len(set(visible(tmp_path / "cut").items()) - set(OLD.items())) == renamed
    for moment in range(1, 50):
        folder = tmp_path / str(moment)
        shutil.copytree(tmp_path / "cut", folder)
        try:
            with before_every_call(_kill_at(moment)):
                recover(folder)
        except Killed:
            recover(folder)
            assert tree(folder) == NEW
        else:
            assert moment > 5
            break


def _kill_at(moment: int) -> Any:
    def kill(n: int, *_: Any) -> None:
        if n >= moment:
            raise Killed

    return kill


def test_the_next_writer_finishes_what_was_decided_before_it_begins(tmp_path: Path) -> None:
    cut_short(make(tmp_path), 1)
    with writing(tmp_path) as store:
        assert tree(tmp_path) == NEW
        writes = WriteSet()
        writes.edit(tmp_path / "2017/b.yaml", NEW["2017/b.yaml"], b"id: b3\n")
        writes.apply(store)
    assert tree(tmp_path) == {**NEW, "2017/b.yaml": b"id: b3\n"}


def test_a_reader_at_any_moment_sees_one_ledger_or_is_told_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path)
    monkeypatch.setattr(recovery, "PATIENCE", 0.0)
    seen, told, looking = [], [], False

    def look(*_: Any) -> None:
        nonlocal looking
        if looking:  # the reader's own calls
            return
        looking = True
        try:
            seen.append(read_whole(tmp_path, lambda: visible(tmp_path)))
        except LedgerError as error:
            told.append(str(error))
        looking = False

    with before_every_call(look):
        write(tmp_path)
    look()
    assert [content for content in seen if content not in (OLD, NEW)] == []
    assert [content == NEW for content in seen] == sorted(content == NEW for content in seen)
    assert (seen[0], seen[-1]) == (OLD, NEW)
    assert set(told) == {"另一个 ledger 正在写这个台账，等了 0 秒还没有写完；请稍后再试"}


def test_a_failure_after_the_decision_says_that_the_next_run_goes_on(tmp_path: Path) -> None:
    make(tmp_path)

    def refuse(_: int, name: str, args: tuple[Any, ...]) -> None:
        if name == "replace" and str(args[1]).endswith("b.yaml"):
            raise OSError(errno.EACCES, "Permission denied")

    with before_every_call(refuse), pytest.raises(LedgerError) as raised:
        write(tmp_path)
    assert str(raised.value) == (
        f"写不了 {tmp_path}：Permission denied；"
        "新内容已经定下，但还没有全部换上，排除原因后运行任一 ledger 命令会接着写完"
    )
    recover(tmp_path)
    assert tree(tmp_path) == NEW


def test_nothing_to_write_writes_nothing_but_still_compares(tmp_path: Path) -> None:
    make(tmp_path)
    writes = WriteSet()
    writes.expect(tmp_path / "ledger.yaml", OLD["ledger.yaml"])
    with writing(tmp_path) as store:
        writes.apply(store)
        assert generation(tmp_path) == ""
        (tmp_path / "ledger.yaml").write_bytes(b"name: other\n")
        with pytest.raises(LedgerError, match=r"ledger\.yaml 在读取之后被改动过"):
            writes.apply(store)


def test_one_writer_can_write_twice(tmp_path: Path) -> None:
    make(tmp_path)
    generations = []
    with writing(tmp_path) as store:
        for content in (b"1", b"2"):
            writes = WriteSet()
            writes.put(store.folder / "n.yaml", content)
            writes.apply(store)
            generations.append(generation(tmp_path))
    assert (tmp_path / "n.yaml").read_bytes() == b"2"
    assert len({"", *generations}) == 3


def test_a_store_is_good_only_within_its_with(tmp_path: Path) -> None:
    make(tmp_path)
    with writing(tmp_path) as store:
        pass
    with pytest.raises(RuntimeError, match="outside of writing"):
        planned(tmp_path).apply(store)
    with pytest.raises(RuntimeError, match="within writing"):
        planned(tmp_path).apply()
    assert tree(tmp_path) == OLD


def test_permissions_stay_and_new_files_follow_the_umask(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "2017/a.yaml").chmod(0o600)
    umask = os.umask(0o027)
    try:
        write(tmp_path)
    finally:
        os.umask(umask)
    modes = {n: stat.S_IMODE((tmp_path / n).stat().st_mode) for n in ("2017/a.yaml", "slips/2017/TS-1.yaml")}
    assert modes == {"2017/a.yaml": 0o600, "slips/2017/TS-1.yaml": 0o640}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../outside.yaml", "不是台账里的文件"),
        (".git/hooks/pre-commit", "不是台账里的文件"),
        ("folder-link/x.yaml", "folder-link 是符号链接"),
        ("file-link.yaml", "file-link.yaml 是符号链接"),
        ("dangling.yaml", "dangling.yaml 是符号链接"),
        ("2017", "Is a directory|不是普通文件"),
        ("pipe.yaml", "不是普通文件"),
    ],
)
def test_what_is_no_plain_file_of_the_ledger_is_refused(tmp_path: Path, name: str, why: str) -> None:
    folder = make(tmp_path / "ledger")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.yaml").write_bytes(b"x")
    (folder / "folder-link").symlink_to(tmp_path / "elsewhere")
    (folder / "file-link.yaml").symlink_to(folder / "ledger.yaml")
    (folder / "dangling.yaml").symlink_to(folder / "nowhere.yaml")
    os.mkfifo(folder / "pipe.yaml")
    writes = WriteSet(new={folder / name: b"new\n", folder / "ledger.yaml": b"name: new\n"})
    with writing(folder) as store, pytest.raises(LedgerError, match=why):
        writes.apply(store)
    assert (folder / "ledger.yaml").read_bytes() == OLD["ledger.yaml"]
    assert [p.name for p in (tmp_path / "elsewhere").iterdir()] == ["x.yaml"]
    assert not (tmp_path / "outside.yaml").exists()


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def _repository(folder: Path) -> Path:
    make(folder / "plans")
    _git(folder, "init", "-q")
    _git(folder, "add", ".")
    _git(folder, "commit", "-q", "-m", "old")
    return folder / "plans"


def test_git_status_shows_the_ledger_and_nothing_of_ours(tmp_path: Path) -> None:
    folder = _repository(tmp_path)
    with writing(folder) as store:
        assert _git(tmp_path, "status", "--porcelain", "-uall") == ""
        planned(folder).apply(store)
    assert _git(tmp_path, "status", "--porcelain", "-uall").splitlines() == [
        " M plans/2017/a.yaml",
        " M plans/2017/b.yaml",
        "?? plans/slips/2017/TS-1.yaml",
    ]
    assert state_of(folder).folder == tmp_path / ".git/reform-ledger/plans"
    assert sorted(p.name for p in state_of(folder).folder.iterdir()) == ["last.json", "lock"]


def test_a_linked_worktree_has_a_state_of_its_own(tmp_path: Path) -> None:
    folder = _repository(tmp_path / "main")
    _git(tmp_path / "main", "worktree", "add", "-q", str(tmp_path / "linked"))
    linked = tmp_path / "linked/plans"
    assert state_of(linked).folder == tmp_path / "main/.git/worktrees/linked/reform-ledger/plans"
    with writing(folder):  # one does not lock the other
        write(linked)
    assert (tree(folder), tree(linked)) == (OLD, NEW)
    assert "reform" not in _git(tmp_path / "linked", "status", "--porcelain", "-uall")
    assert _git(tmp_path / "main", "status", "--porcelain", "-uall") == ""


def test_a_git_file_may_lead_along_a_relative_path(tmp_path: Path) -> None:
    (tmp_path / "modules/sub").mkdir(parents=True)
    folder = make(tmp_path / "sub")
    (folder / ".git").write_text("gitdir: ../modules/sub\n")
    write(folder)
    assert (tmp_path / "modules/sub/reform-ledger/last.json").is_file()


@pytest.mark.parametrize("text", ["gitdir: nowhere\n", "gitdir:\n", "nothing\n", ""])
def test_where_a_git_file_leads_nowhere_one_can_read_but_not_write(tmp_path: Path, text: str) -> None:
    folder = make(tmp_path)
    (folder / ".git").write_text(text)
    assert read_whole(folder, lambda: visible(folder)) == OLD
    with pytest.raises(LedgerError, match=r"没有指向 git 目录.*不能写入"):
        write(folder)
    (folder / ".git").unlink()
    assert tree(folder) == OLD


def test_two_ledgers_of_one_repository_do_not_lock_each_other(tmp_path: Path) -> None:
    first, second = make(tmp_path / "first"), make(tmp_path / "second")
    _git(tmp_path, "init", "-q")
    with writing(first):
        write(second)
    assert (tree(first), tree(second)) == (OLD, NEW)


def test_a_ledger_behind_a_link_has_the_same_lock(tmp_path: Path) -> None:
    folder = make(tmp_path / "ledger")
    (tmp_path / "link").symlink_to(folder)
    with writing(folder), pytest.raises(LedgerError, match="另一个 ledger"), writing(tmp_path / "link"):
        pass


def test_the_state_outside_of_git_hides_itself_should_git_come(tmp_path: Path) -> None:
    make(tmp_path)
    write(tmp_path)
    _git(tmp_path, "init", "-q")
    assert ".ledger" not in _git(tmp_path, "status", "--porcelain", "-uall")


def test_the_helpers_see_litter(tmp_path: Path) -> None:
    cut_short(make(tmp_path))
    assert len(tree(tmp_path)) == len(OLD) + 3
    assert visible(tmp_path) == OLD
    assert faulty_disk.OWN_NAME == ".ledger"
