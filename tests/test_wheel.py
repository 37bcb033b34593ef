"""A built wheel, installed into an empty environment away from the checkout, works."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder of an environment that holds the wheel, and the libraries of this one by a path file."""
    home = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", home, TOP, cwd=home)
    assert built.returncode == 0, built.stderr
    wheel = next(home.glob("reform_ledger-*.whl"))
    venv.create(home / "env")
    pip = [sys.executable, "-m", "pip", "--python", home / "env" / "bin" / "python"]
    done = run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=home)
    assert done.returncode == 0, done.stderr
    site = next((home / "env" / "lib").glob("python*/site-packages"))
    # a path file adds the libraries; path files found there are not read, so the checkout itself stays out
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return home / "env" / "bin"


@pytest.fixture
def ledger(tmp_path) -> Path:
    (tmp_path / "ledger.yaml").write_text(
        "format: 1\nname: 小台账\noffice: 改革办\nas_of: 2017-10-31\n", "utf-8"
    )
    (tmp_path / "units.yaml").write_text("units:\n  - id: 改革办\n  - id: 财政局\n", "utf-8")
    (tmp_path / "p-1.yaml").write_text(
        "id: p-1\ntitle: 方案\nlead: 财政局\nitems:\n  - id: 1\n    title: 事项\n    due: 2017-10-30\n",
        "utf-8",
    )
    return tmp_path


def test_the_wheel_is_used_and_not_the_checkout(installed, tmp_path):
    done = run(
        installed / "python", "-c", "import cli, ledger; print(cli.__file__, ledger.__file__)", cwd=tmp_path
    )
    assert str(TOP) not in done.stdout
    assert str(installed.parent) in done.stdout


def test_the_installed_module_answers(installed, ledger):
    papers = run(installed / "python", "-m", "ledger", "escalate", "--format", "json", cwd=ledger)
    assert papers.returncode == 0, papers.stderr
    assert '"rung": "交办单"' in papers.stdout


def test_what_is_discovered_and_described_is_in_the_wheel(installed, ledger):
    door = installed / "ledger"
    assert run(door, "rule", "P106", cwd=ledger).returncode == 0
    assert run(door, "schema", "--out", "out", cwd=ledger).returncode == 0
    assert (ledger / "out" / "plan.schema.json").exists()


def test_the_installed_tool_begins_a_ledger(installed, tmp_path):
    made = run(installed / "ledger", "init", "plans", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert run(installed / "ledger", "check", cwd=tmp_path).returncode == 0


def test_the_installed_tool_issues_answers_and_prints_a_paper(installed, ledger):
    door = installed / "ledger"
    written = run(door, "escalate", "--write", cwd=ledger)
    assert written.returncode == 0, written.stderr
    assert (ledger / "slips/2017/JB-2017-001.md").is_file()
    assert run(door, "reply", "JB-2017-001", cwd=ledger).returncode == 0
    assert run(door, "record", "p-1/1", "进展", cwd=ledger).returncode == 0
    printed = run(door, "paper", "JB-2017-001", "--format", "docx", "-o", "a.docx", cwd=ledger)
    assert printed.returncode == 0, printed.stderr
    assert (ledger / "a.docx").read_bytes().startswith(b"PK")
    assert run(door, "check", cwd=ledger).returncode == 0
