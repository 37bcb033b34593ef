"""Which ledger a command reads, and how places in it are written."""

import errno
import shutil
from pathlib import Path

import pytest
from cli_runner import ROOT, git, run, shell
from small_ledger import HEAD, write_ledger


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Ledgers 甲 and 乙 side by side."""
    for name in "甲乙":
        write_ledger(tmp_path / name, head=HEAD.replace("云州市台账", name))
    return tmp_path


def name_of(*args: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = run("status", *args, cwd=cwd, env=env)
    assert done.code == 0, done.err
    return done.lines[0]


def test_before_or_after_the_command(two: Path) -> None:
    assert name_of("--ledger", two / "甲", cwd=two) == "甲"
    assert run("--ledger", two / "甲", "status", cwd=two).lines[0] == "甲"
    assert run(f"--ledger={two / '乙'}", "status", cwd=two).lines[0] == "乙"


def test_the_one_after_the_command_is_nearer(two: Path) -> None:
    assert run("--ledger", two / "甲", "status", "--ledger", two / "乙", cwd=two).lines[0] == "乙"


def test_a_relative_folder_and_the_file_itself(two: Path) -> None:
    assert name_of("--ledger", "甲", cwd=two) == "甲"
    assert name_of("--ledger", "甲/ledger.yaml", cwd=two) == "甲"
    assert name_of("--ledger", "../乙", cwd=two / "甲") == "乙"


def test_the_environment(two: Path) -> None:
    assert name_of(cwd=two, env={"LEDGER_DIR": str(two / "甲")}) == "甲"
    assert name_of(cwd=two / "乙", env={"LEDGER_DIR": str(two / "甲")}) == "甲"
    assert name_of("--ledger", "乙", cwd=two, env={"LEDGER_DIR": str(two / "甲")}) == "乙"


def test_an_empty_variable_says_nothing(two: Path) -> None:
    assert name_of(cwd=two / "乙", env={"LEDGER_DIR": ""}) == "乙"


def test_choosing_a_ledger_leaves_the_environment_alone(two: Path) -> None:
    run("--ledger", two / "甲", "status", cwd=two)
    assert name_of(cwd=two / "乙") == "乙"


def test_upwards_from_anywhere_within(two: Path) -> None:
    deep = two / "甲" / "2017" / "附件"
    deep.mkdir()
    for folder in (two / "甲", two / "甲" / "2017", deep):
        assert name_of(cwd=folder) == "甲"


def test_a_folder_called_plans_is_found_from_above_it(tmp_path: Path) -> None:
    write_ledger(tmp_path / "plans")
    (tmp_path / "src" / "deep").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "src" / "deep", tmp_path / "plans" / "2017"):
        assert name_of(cwd=folder) == "云州市台账"
    assert name_of("--ledger", tmp_path, cwd=Path("/")) == "云州市台账"


def test_the_nearest_ledger_counts(tmp_path: Path) -> None:
    write_ledger(tmp_path, head=HEAD.replace("云州市台账", "外"))
    write_ledger(tmp_path / "里" / "plans", head=HEAD.replace("云州市台账", "里"))
    assert name_of(cwd=tmp_path / "里") == "里"
    assert run("status", cwd=tmp_path).lines[0] == "外"


@pytest.mark.parametrize("target", ["没有", "空", "空/ledger.yaml", "文件"])
@pytest.mark.parametrize("by", ["--ledger", "LEDGER_DIR"])
def test_a_folder_that_is_no_ledger(two: Path, target: str, by: str) -> None:
    (two / "空").mkdir()
    (two / "文件").write_text("x", "utf-8")
    chosen = two / target
    if by == "--ledger":
        done = run("status", "--ledger", chosen, cwd=two)
    else:
        done = run("status", cwd=two, env={"LEDGER_DIR": str(chosen)})
    assert (done.code, done.out) == (2, "")
    assert target.split("/", maxsplit=1)[0] in done.err
    assert len(done.err.splitlines()) == 1


def test_nothing_upwards(tmp_path: Path) -> None:
    done = run("status", cwd=tmp_path)
    assert done.code == 2
    assert "LEDGER_DIR" in done.err


@pytest.mark.parametrize("again", [False, True])
def test_a_folder_that_may_not_be_entered_is_named(
    two: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    there = Path.exists

    def forbidden(path: Path) -> bool:
        if path.parent.name == "甲":
            raise PermissionError(errno.EACCES, "Permission denied")
        return there(path)

    monkeypatch.setattr(Path, "exists", forbidden)
    for done in (
        run("status", cwd=two / "甲", again=again),
        run("status", "--ledger", "甲", cwd=two, again=again),
    ):
        assert (done.code, done.out) == (2, "")
        assert "进不了文件夹" in done.err
        assert "请检查权限" in done.err


def test_a_folder_with_every_kind_of_name(tmp_path: Path) -> None:
    for name in ("有 空格", "-rf", "'引号\"", "$HOME", "逗,号:冒号"):
        folder = write_ledger(tmp_path / name)
        assert name_of(f"--ledger={folder}", cwd=tmp_path) == "云州市台账"


def test_reading_writes_nothing(two: Path) -> None:
    before = sorted((p, p.stat().st_mtime_ns) for p in two.rglob("*"))
    for line in ("status", "check", "escalate", "list slips", "unit 市财政局"):
        run(*line.split(), cwd=two / "甲")
    shell("status", cwd=two / "甲")
    assert sorted((p, p.stat().st_mtime_ns) for p in two.rglob("*")) == before


def test_a_read_only_folder_is_enough(two: Path) -> None:
    copy = shutil.copytree(two / "甲", two / "只读")
    for path in (*copy.rglob("*"), copy):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert name_of(cwd=copy) == "甲"
    finally:
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o755)


# --- places ------------------------------------------------------------------------------------------------

BAD = "id: zb-2017-09\ntitle: 甲\nfeild: 乙\n"


def place(folder: Path, *args: str | Path, cwd: Path | None = None) -> str:
    done = run("check", *args, "--format", "json", cwd=cwd or folder)
    assert done.code == 1, done.err
    (fault,) = done.document["diagnostics"]
    return f"{fault['path']}:{fault['line']}:{fault['column']}"


@pytest.mark.parametrize("cwd", [".", "plans", "plans/2017"])
def test_places_count_from_the_repositorys_top_wherever_one_stands(tmp_path: Path, cwd: str) -> None:
    write_ledger(tmp_path / "plans")
    (tmp_path / "plans" / "2017" / "zb-2017-09.yaml").write_text(BAD, "utf-8")
    git(tmp_path, "init", "-q")
    assert place(tmp_path, cwd=tmp_path / cwd) == "plans/2017/zb-2017-09.yaml:3:1"


def test_places_with_the_ledger_at_the_top(tmp_path: Path) -> None:
    write_ledger(tmp_path)
    (tmp_path / "2017" / "zb-2017-09.yaml").write_text(BAD, "utf-8")
    git(tmp_path, "init", "-q")
    assert place(tmp_path, cwd=tmp_path / "2017") == "2017/zb-2017-09.yaml:3:1"


def test_places_without_git_count_from_the_ledgers_folder(tmp_path: Path) -> None:
    write_ledger(tmp_path / "plans")
    (tmp_path / "plans" / "2017" / "zb-2017-09.yaml").write_text(BAD, "utf-8")
    assert place(tmp_path) == "2017/zb-2017-09.yaml:3:1"
    assert place(tmp_path, "--ledger", tmp_path / "plans", cwd=Path("/")) == "2017/zb-2017-09.yaml:3:1"


def test_places_in_a_worktree_and_in_a_ledger_reached_through_a_link(tmp_path: Path) -> None:
    write_ledger(tmp_path / "a" / "plans")
    (tmp_path / "a" / "plans" / "2017" / "zb-2017-09.yaml").write_text(BAD, "utf-8")
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere\n", "utf-8")  # a worktree has a file there
    (tmp_path / "b").symlink_to(tmp_path / "a" / "plans")
    for folder in (tmp_path / "a", tmp_path / "b"):
        assert place(tmp_path, "--ledger", folder) == "plans/2017/zb-2017-09.yaml:3:1"


def test_the_same_place_in_every_format(tmp_path: Path) -> None:
    write_ledger(tmp_path)
    (tmp_path / "2017" / "zb-2017-09.yaml").write_text(BAD, "utf-8")
    assert run("check", cwd=tmp_path).out.startswith("2017/zb-2017-09.yaml:3:1 ")
    assert "file=2017/zb-2017-09.yaml,line=3,col=1," in run("check", "--format", "github", cwd=tmp_path).out
    assert "2017/zb-2017-09.yaml:3:1 " in run("status", cwd=tmp_path).err


def test_the_bundled_city_is_found_from_its_checkout() -> None:
    for folder in (ROOT, ROOT / "plans" / "slips", ROOT / "ledger"):
        assert name_of(cwd=folder) == "云州市全面深化改革台账"
