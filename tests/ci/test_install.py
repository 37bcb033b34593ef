"""find-python.sh and install.sh: ledger goes into an environment of its own."""

import json
import sys
from pathlib import Path

import pytest
from action_runner import TOP, Job

PIP = ["-I", "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def stub(tmp_path) -> Path:
    """A Python that notes how it is called, and makes environments of itself."""
    return program(
        tmp_path / "python",
        f"""#!{sys.executable} -SI
import json, os, pathlib, sys
led = [n for n in ("PYTHONPATH", "PIP_USER", "PIP_TARGET") if n in os.environ]
with open({str(tmp_path / "calls")!r}, "a") as calls:
    calls.write(json.dumps([sys.argv[1:], led, os.environ.get("PIP_INDEX_URL")]) + "\\n")
if sys.argv[1:4] == ["-I", "-m", "venv"]:
    folder = pathlib.Path(sys.argv[4], "bin")
    folder.mkdir()
    for name in "python", "ledger":
        (folder / name).symlink_to(__file__)
""",
    )


def test_ledger_is_installed_from_the_action_itself_at_the_tested_versions(stub, tmp_path):
    (tmp_path / "temp dir").mkdir()
    job = Job(tmp_path, tmp_path / "temp dir")
    done = job.run(
        "install.sh", PYTHON=stub, PYTHONPATH="/x", PIP_USER="1", PIP_TARGET="/x", PIP_INDEX_URL="kept:"
    )
    assert done.code == 0, done.err
    place = Path(done.outputs["ledger"]).parents[1]
    assert place.parent == tmp_path / "temp dir"
    pins = ["-c", str(TOP / ".ci/constraints.txt")]
    calls = [json.loads(line) for line in (tmp_path / "calls").read_text("utf-8").splitlines()]
    assert [arguments for arguments, *_ in calls] == [
        ["-I", "-m", "venv", str(place)],
        [*PIP, *pins, "hatchling", "editables"],
        [*PIP, *pins, "--no-build-isolation", str(TOP)],
        ["--version"],
    ]
    assert {(tuple(led), index) for _, led, index in calls} == {((), "kept:")}


def find_python(tmp_path: Path, *pythons: tuple[str, int]) -> str:
    tools = tmp_path / "tools"
    for name, code in pythons:
        program(tools / name, f"#!/bin/sh\nexit {code}\n")
    (tools / "bash").symlink_to("/bin/bash")
    done = Job(tmp_path, tmp_path).run("find-python.sh", PATH=tools)
    assert done.code == 0, done.err
    return done.outputs["python"].removeprefix(f"{tools}/")


def test_a_python_that_is_new_enough_is_used(tmp_path):
    assert find_python(tmp_path, ("python3", 1), ("python3.12", 0), ("python", 0)) == "python3.12"


def test_without_one_the_action_has_to_bring_its_own(tmp_path):
    assert find_python(tmp_path, ("python3", 1)) == ""
