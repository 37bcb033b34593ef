"""``ledger init``: what it makes is a ledger without faults, and what was there stays as it was."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from cli_runner import PROGRAM, ROOT, TODAY, commit, environment, git, run
from ruamel.yaml import YAML

from ledger.loading.kinds import kind_of
from ledger.loading.schemas import schemas

CORE = {"ledger.yaml", "units.yaml", "policy.yaml", "scoring.yaml", "2017/sl-2017-01.yaml", ".gitattributes"}
SHARED = {
    ".vscode/settings.json",
    ".pre-commit-config.yaml",
    ".github/workflows/ledger.yml",
    ".gitlab-ci.yml",
}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below but git's own."""
    paths = [p for p in folder.rglob("*") if p.is_file() and ".git" not in p.relative_to(folder).parts]
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in paths}


def yaml(path: Path) -> Mapping:
    return YAML(typ="safe").load(path)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return tmp_path


def test_outside_of_any_repository_everything_stands_in_the_folder(tmp_path: Path) -> None:
    done = run("init", "新台账", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    made = contents(tmp_path / "新台账")
    assert set(made) == CORE | SHARED | {f"schemas/{name}" for name in schemas()}
    assert not any(b"\r" in content or content.startswith(b"\xef\xbb\xbf") for content in made.values())
    checked = run("check", "--strict", "--ledger", "新台账", cwd=tmp_path)
    assert (checked.code, checked.out, checked.err) == (0, "", "")
    assert "在 新台账 里运行 git init" in done.out
    assert run("status", cwd=tmp_path / "新台账").code == 0


def test_the_scheme_of_scoring_is_a_comment_away(tmp_path: Path) -> None:
    assert run("init", ".", cwd=tmp_path).code == 0
    assert "没有评分方案" in run("rank", "--month", "2017-10", cwd=tmp_path).err
    head, _, offered = (tmp_path / "scoring.yaml").read_text("utf-8").partition("schemes: []\n")
    lines = offered.splitlines(keepends=True)
    assert all(line.startswith("# ") for line in lines)
    (tmp_path / "scoring.yaml").write_text(head + "".join(line[2:] for line in lines), "utf-8")
    points = run("list", "checkpoints", "--format", "json", cwd=tmp_path).data["checkpoints"]
    assert (len(points), sum(int(point["weight"]) for point in points)) == (25, 100)
    assert run("check", cwd=tmp_path).code == 0
    assert run("fmt", "--check", cwd=tmp_path).code == 0


def test_in_a_repository_what_others_look_for_stands_at_its_top(repository: Path) -> None:
    done = run("init", "a/plans", cwd=repository)
    assert done.code == 0
    names = {f"a/plans/{name}" for name in CORE | {f"schemas/{name}" for name in schemas()}}
    assert set(contents(repository)) == SHARED | names
    assert "git init" not in done.out
    attributes = git(repository, "check-attr", "merge", "eol", "--", "a/plans/2017/x.yaml").splitlines()
    assert [line.rpartition(": ")[2] for line in attributes] == ["ledger", "lf"]
    commit(repository, TODAY)
    assert run("check", "--strict", "--ledger", "a/plans", cwd=repository).code == 0
    assert run("merge", "--install", "--ledger", "a/plans", cwd=repository).err.count("还差一步") == 0
    hooks = yaml(repository / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert [hook["args"] for hook in hooks] == [["--ledger", "a/plans"]] * len(hooks)
    workflow = yaml(repository / ".github/workflows/ledger.yml")
    assert workflow["jobs"]["ledger"]["steps"][1]["with"] == {"ledger": "a/plans"}
    assert yaml(repository / ".gitlab-ci.yml")["ledger"]["variables"]["LEDGER_FOLDER"] == "a/plans"


def test_the_top_of_a_repository_may_be_the_ledger(repository: Path) -> None:
    assert run("init", ".", cwd=repository).code == 0
    assert run("check", "--strict", cwd=repository).code == 0
    settings = json.loads((repository / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"]["./schemas/plan.schema.json"] == "20*/**/*.yaml"


def test_a_second_ledger_leaves_the_files_of_the_first_alone(repository: Path) -> None:
    (repository / ".vscode").mkdir()
    (repository / ".vscode/settings.json").write_text("{}", "utf-8")
    (repository / ".gitlab-ci.yml").write_text("x: y\n", "utf-8")
    done = run("init", "plans", cwd=repository)
    assert done.code == 0
    assert (repository / ".vscode/settings.json").read_text("utf-8") == "{}"
    assert (repository / ".gitlab-ci.yml").read_text("utf-8") == "x: y\n"
    assert "没有动 .vscode/settings.json" in done.out
    assert "没有动 .gitlab-ci.yml" in done.out
    first = contents(repository)
    assert run("init", "other", cwd=repository).code == 0
    assert {
        name: text for name, text in contents(repository).items() if not name.startswith("other/")
    } == first


@pytest.mark.parametrize(
    ("there", "folder", "said"),
    [
        ("plans/ledger.yaml", "plans", "已经是台账"),
        ("plans/ledger.yaml", "plans/2017", "已经是台账"),
        ("plans/ledger.yaml", ".", "里已有 plans/ledger.yaml"),
        ("docker-compose.yml", ".", "里已有 docker-compose.yml"),
        ("plans/schemas/plan.schema.json", "plans", "已有"),
        ("plans", "plans", "不是文件夹"),
        ("x", "ledger.yaml", "请写文件夹名"),
        ("plans", "plans/new", "plans"),
    ],
)
def test_where_something_is_in_the_way_nothing_is_written(
    there: str, folder: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("name: 原有\n", "utf-8")
    before = contents(tmp_path)
    done = run("init", folder, cwd=tmp_path)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert said in done.err
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("level", "today"),
    [("中央", "2017-03-01"), ("省", "2016-02-29"), ("市", "2017-01-01"), ("县", "2016-12-31")],
)
def test_every_level_on_every_day_is_without_faults(level: str, today: str, tmp_path: Path) -> None:
    assert run("init", "p", "--level", level, cwd=tmp_path, today=today).code == 0
    checked = run("check", "--strict", "--ledger", "p", cwd=tmp_path, today=today)
    assert (checked.code, checked.out) == (0, "")


@pytest.mark.parametrize(
    "name", ["云州市: 改革 #1", "- 台账", "yes", "2017", "“引号”'\"", "${name} $schema", "[台账]"]
)
def test_a_name_is_kept_as_it_was_said(name: str, tmp_path: Path) -> None:
    line = ["init", "我的 台账", "--name", name, "--office", name, "--prefix", name]
    assert run(*line, cwd=tmp_path).code == 0
    settings = run("status", "--format", "json", "--ledger", "我的 台账", cwd=tmp_path)
    assert settings.code == 0
    assert run("check", "--strict", "--ledger", "我的 台账", cwd=tmp_path).code == 0
    made = yaml(tmp_path / "我的 台账/ledger.yaml")
    assert [str(made[key]) for key in ("name", "office", "prefix")] == [name] * 3
    assert str(yaml(tmp_path / "我的 台账/units.yaml")["units"][1]["id"]) == name


@pytest.mark.parametrize(
    "options", [["--level", "镇"], ["--name", "两\n行"], ["--office", "市委深改委"], ["--name", "x" * 501]]
)
def test_what_would_not_pass_the_check_is_refused(options: list[str], tmp_path: Path) -> None:
    done = run("init", "p", *options, cwd=tmp_path)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ("git@github.com:a/b.git", {".gitlab-ci.yml"}),
        ("https://gitlab.example.invalid/a/b.git", {".github/workflows/ledger.yml"}),
        ("https://git.example.invalid/a/b.git", set()),
    ],
)
def test_ci_is_for_the_host_that_the_repository_is_pushed_to(
    address: str, left_out: set[str], repository: Path
) -> None:
    git(repository, "remote", "add", "origin", address)
    done = run("init", "plans", cwd=repository)
    assert SHARED - set(contents(repository)) == left_out
    assert not any(name in done.out for name in left_out)


def test_the_editor_finds_a_schema_for_every_kind_of_file(tmp_path: Path) -> None:
    run("init", "plans", cwd=tmp_path)
    home = tmp_path / "plans"
    found = json.loads((home / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {(home / path).name for path in found} == set(schemas())
    assert all((home / path).is_file() for path in found)
    for name in (*(n for n in CORE if n.endswith(".yaml")), "slips/2017/TS-2017-001.yaml", "calendar.yaml"):
        kind = kind_of(name)
        assert kind is not None
        glob = found[f"./schemas/{kind.name}.schema.json"]
        assert PurePosixPath(name).match(glob.replace("/**/", "/" if name.startswith("20") else "/2017/"))


def test_its_hooks_are_those_that_this_project_publishes(tmp_path: Path) -> None:
    """But for the program: what is installed, not one that pre-commit fetches."""
    told = ("id", "name", "entry", "files", "always_run", "pass_filenames", "require_serial", "stages")
    run("init", "plans", cwd=tmp_path)
    mine = yaml(tmp_path / "plans/.pre-commit-config.yaml")["repos"][0]["hooks"]
    published = yaml(ROOT / ".pre-commit-hooks.yaml")
    assert [{k: hook.get(k) for k in told} for hook in mine] == [
        {k: h.get(k) for k in told} for h in published
    ]


def test_pre_commit_runs_with_what_it_wrote(repository: Path) -> None:
    env = environment(
        {"PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(repository.parent)}
    )
    subprocess.run([PROGRAM, "init", "plans"], cwd=repository, env=env, check=True, capture_output=True)
    git(repository, "add", "-A")

    def hooks(*which: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pre_commit", "run", *which, "--all-files", "--color=never"]
        done = subprocess.run(
            command, cwd=repository, env=env, check=False, capture_output=True, encoding="utf-8"
        )
        return done.returncode, done.stdout + done.stderr

    code, said = hooks()
    assert code == 0, said
    assert said.count("Passed") == 2  # there is no bulletin to verify
    (plan,) = (repository / "plans").glob("20*/*.yaml")
    plan.write_text(plan.read_text("utf-8").replace("示例：", "示例\n题目: "), "utf-8")
    code, said = hooks("ledger-check")
    assert (code, f"plans/{plan.relative_to(repository / 'plans').as_posix()}:" in said) == (1, True), said
