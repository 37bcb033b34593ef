"""pre-commit itself, with the hook of this checkout, in a repository with a small ledger.

The hook's environment is built by pip as everywhere, but from the libraries of this one: nothing is downloaded.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest
from action_runner import PLAIN, PROGRAM, TOP, git, repository

PLAN = "id: p-1\ntitle: 方案\nlead: 财政局\nitems:\n  - id: 1\n    title: 事项\n    due: 2017-10-30\n"
FILES = {
    "plans/ledger.yaml": "format: 1\nname: 小台账\noffice: 改革办\nas_of: 2017-10-31\n",
    "plans/units.yaml": "units:\n  - id: 改革办\n  - id: 财政局\n",
    "plans/p-1.yaml": PLAN,
}
NOT_A_LIBRARY = (
    "pip",
    "setuptools",
    "pkg_resources",
    "distutils-precedence",
    "reform_ledger",
)


def snapshot(folder: Path) -> Path:
    """This checkout as it stands, committed, as the repository that the hook is taken from."""
    repository(folder)
    names = git(
        TOP, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "ledger", "cli.py", "pyproject.toml",
        "README.md", ".pre-commit-hooks.yaml",
    )  # fmt: skip
    for name in filter(None, names.split("\0")):
        if (TOP / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((TOP / name).read_bytes())
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "hook")
    return folder


def libraries(folder: Path) -> Path:
    """All that is installed here except ledger itself and what a new environment brings."""
    folder.mkdir()
    for scheme in {sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"]}:
        for entry in Path(scheme).iterdir():
            if not entry.name.startswith(NOT_A_LIBRARY):
                (folder / entry.name).symlink_to(entry)
    return folder


class Repository:
    def __init__(self, folder: Path, room: "Room") -> None:
        self.folder, self.env = repository(folder), room.env
        revision = git(room.hook, "rev-parse", "HEAD")
        hooks = "".join(f"      - id: ledger-{name}\n" for name in ("check", "fmt", "verify"))
        config = f"repos:\n  - repo: {room.hook}\n    rev: {revision}\n    hooks:\n{hooks}"
        self.write(FILES | {".pre-commit-config.yaml": config})
        self.stage()
        git(folder, "commit", "-q", "-m", "good")

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).write_text(text, "utf-8")

    def stage(self) -> None:
        git(self.folder, "add", "-A")

    def publish(self) -> None:
        """Writes the bulletin of October; it is staged with all else."""
        subprocess.run(
            [PROGRAM, "bulletin", "--month=2017-10", "--write"],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            check=True,
        )
        self.stage()

    def hook(self, name: str = "ledger-check") -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", name, "--color=never"],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return done.returncode, done.stdout + done.stderr


class Room(NamedTuple):
    """What the repositories share: the hook, and where its environment is."""

    top: Path
    hook: Path
    env: dict[str, str]


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Room:
    top = tmp_path_factory.mktemp("pre-commit")
    env = PLAIN | {
        "HOME": str(top),
        "PRE_COMMIT_HOME": str(top / "cache"),
        "VIRTUALENV_OVERRIDE_APP_DATA": str(top / "virtualenv"),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
        "PYTHONPATH": str(libraries(top / "libraries")),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        # pip takes 0 as yes where an option says no
        "PIP_NO_COMPILE": "0",
        "PIP_NO_BUILD_ISOLATION": "0",
    }
    room = Room(top, snapshot(top / "hook"), env)
    made = Repository(top / "first", room)
    code, said = made.hook()
    if "InstallationError" in said or "CalledProcessError" in said:
        pytest.skip(f"the environment of the hook cannot be built here:\n{said}")
    assert (code, said.splitlines()[-1].endswith("Passed")) == (0, True), said
    return room


@pytest.fixture
def office(room, tmp_path) -> Repository:
    return Repository(tmp_path / "office", room)


def test_only_the_program_is_installed(room):
    (record,) = room.top.glob("cache/*/py_env*/**/reform_ledger-*/RECORD")
    tops = {line.split("/")[0].split(",")[0] for line in record.read_text("utf-8").splitlines()}
    assert {t for t in tops if not t.startswith("reform_ledger-")} == {"ledger", "cli.py", ".."}


def test_bad_plans_fail_with_their_lines(office):
    unknown_unit = PLAN.replace("p-1", "p-2").replace("财政局", "财税局")
    office.write({"plans/p-1.yaml": PLAN + "    duu: 2017-10-30\n", "plans/p-2.yaml": unknown_unit})
    office.stage()
    code, said = office.hook()
    assert (code, "plans/p-1.yaml:8:5 错误" in said, "plans/p-2.yaml:3:7 错误" in said) == (1, True, True), (
        said
    )


def test_a_good_change_passes_and_what_is_not_staged_is_not_judged(office):
    office.write({"plans/p-1.yaml": PLAN + "    log:\n      - date: 2017-10-09\n        event: 启动\n"})
    office.stage()
    bad = PLAN + "    duu: 2017-10-30\n"
    office.write({"plans/p-1.yaml": bad})
    code, said = office.hook()
    assert (code, "Passed" in said) == (0, True), said
    assert (office.folder / "plans/p-1.yaml").read_text("utf-8") == bad


def test_a_commit_that_only_deletes_is_judged(office):
    (office.folder / "plans/ledger.yaml").unlink()
    office.stage()
    code, said = office.hook()
    assert (code, "错误：没有找到台账" in said) == (1, True), said


def test_a_bulletin_is_verified_and_one_that_comes_with_its_data_is_a_draft(office):
    office.write({"plans/p-1.yaml": PLAN.replace("事项", "事项一")})
    office.publish()
    code, said = office.hook("ledger-verify")
    assert (code, "plans/bulletins/2017-10.md:1:1 错误 V104 是草稿" in said) == (1, True), said
    git(office.folder, "commit", "-qm", "data", "plans/p-1.yaml")
    office.publish()
    code, said = office.hook("ledger-verify")
    assert (code, "Passed" in said) == (0, True), said


def test_what_is_laid_out_anew_fails_once(office):
    tidy = PLAN.replace("事项", "事项一")
    office.write({"plans/p-1.yaml": tidy.replace("  - ", "- ").replace("\n    ", "\n  ")})
    office.stage()
    code, said = office.hook("ledger-fmt")
    assert (code, "files were modified by this hook" in said) == (1, True), said
    assert (office.folder / "plans/p-1.yaml").read_text("utf-8") == tidy
    office.stage()
    code, said = office.hook("ledger-fmt")
    assert (code, "Passed" in said) == (0, True), said
