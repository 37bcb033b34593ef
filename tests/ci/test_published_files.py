"""What other repositories copy or call is valid, and no value of theirs is ever code."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from action_runner import ACTION, TOP
from ruamel.yaml import YAML

STARTERS = TOP / "ledger/starters"
WORKFLOWS = [*sorted((TOP / ".github/workflows").glob("*.yml")), STARTERS / "github.yml"]
SCRIPTS = sorted(ACTION.glob("*.sh"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def load(path: Path) -> dict:
    return YAML(typ="safe").load(path)


def steps() -> list[dict]:
    found = load(ACTION / "action.yml")["runs"]["steps"]
    return found + [
        step for path in WORKFLOWS for job in load(path)["jobs"].values() for step in job["steps"]
    ]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-actions", [ACTION / "action.yml"]),
        ("gitlab-ci", [STARTERS / "gitlab.yml"]),
    ],
    ids=["workflows", "action", "gitlab"],
)
def test_the_published_schema_accepts_it(schema, files):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_accepts_the_manifest():
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", TOP / ".pre-commit-hooks.yaml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda s: s.name)
def test_a_script_is_bash_and_stops_at_the_first_failure(script):
    done = subprocess.run(["bash", "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    text = script.read_text("utf-8")
    assert text.startswith("# Sourced by ") or text.count("\nset -euo pipefail\n") == 1


def test_shellcheck_finds_nothing():
    found = shutil.which("shellcheck", path=f"{Path(sys.executable).parent}:/usr/bin:/usr/local/bin")
    if not found:
        pytest.skip("shellcheck is not installed")
    done = subprocess.run(
        [
            found,
            "--external-sources",
            "--source-path=SCRIPTDIR",
            *SCRIPTS,
            *Path(__file__).parent.glob("*.sh"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_no_value_is_written_into_a_script():
    runs = [step["run"] for step in steps() if "run" in step]
    assert len(runs) >= 6
    assert [run for run in runs if "${{" in run] == []


def test_actions_of_others_are_pinned():
    used = [step["uses"] for step in steps() if "uses" in step]
    ours = ["./.github/actions/check", "OWNER/REPO/.github/actions/check@TAG"]
    assert [use for use in used if not PINNED.fullmatch(use)] == ours


def test_every_input_and_output_is_explained():
    action, text = load(ACTION / "action.yml"), (ACTION / "README.md").read_text("utf-8")
    assert [name for name in [*action["inputs"], *action["outputs"]] if f"| `{name}` |" not in text] == []


def test_the_workflow_to_copy_may_write_comments_and_nothing_else():
    workflow = load(STARTERS / "github.yml")
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert set(workflow["on"]) == {"pull_request", "push", "merge_group"}
    assert workflow["concurrency"]["group"]
