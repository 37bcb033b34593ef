"""The scripts one after the other, as action.yml calls them, with the installed ledger in a checkout of one commit."""

import json
import subprocess
from pathlib import Path

import pytest
from action_runner import PLAIN, PROGRAM, Done, Job, checkout, commit, git, repository

PLAN = (
    "id: p-1\ntitle: 方案\nlead: 财政局\nitems:\n  - id: 1\n    title: 事项\n    due: 2017-10-30\n"
    "    log:\n      - date: 2017-03-01\n        event: 启动\n"
)
FILES = {
    "plans/ledger.yaml": "format: 1\nname: 小台账\noffice: 改革办\nas_of: 2017-10-31\n",
    "plans/units.yaml": "units:\n  - id: 改革办\n  - id: 财政局\n",
    "plans/p-0.yaml": PLAN.replace("p-1", "p-0").replace("lead: 财政局", "lead: 不知何处"),
}
ANOTHER = "  - id: 2\n    title: 后来添上的\n"
TITLE = '"$(touch x) `touch x` <!-- --> \' \\n::error::假的"'


@pytest.fixture
def origin(tmp_path) -> Path:
    """A ledger whose main has an old error."""
    folder = repository(tmp_path / "origin")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    commit(folder, "plans/p-1.yaml", PLAN)
    git(folder, "checkout", "-q", "-b", "topic")
    return folder


def reviewed(origin: Path, tmp_path: Path) -> Done:
    work = checkout(origin, tmp_path / "work", "refs/heads/topic")
    job = Job(work, tmp_path)
    base = job.run("fetch-base.sh", FOLDER="plans", PULL_BASE=git(origin, "rev-parse", "main"))
    assert base.outputs == {"base": git(origin, "rev-parse", "main")}, base.out + base.err
    done = job.run("review.sh", LEDGER=PROGRAM, FOLDER="plans", BASE=base.outputs["base"])
    assert done.code == 0, done.err
    assert git(work, "status", "--porcelain") == ""
    return done


def test_an_old_error_fails_no_branch_and_a_new_entry_is_told(origin, tmp_path):
    commit(
        origin,
        "plans/p-1.yaml",
        PLAN
        + f"      - date: 2017-10-20\n        event: 完成\n        evidence:\n          - number: 一号\n        note: {TITLE}\n",
    )
    done = reviewed(origin, tmp_path)
    assert (done.outputs["code"], done.outputs["errors"], done.outputs["changed"]) == ("0", "0", "true"), (
        done.out
    )
    text = Path(done.outputs["diff-markdown"]).read_text("utf-8")
    assert text.startswith("<!-- reform-ledger diff -->\n")
    assert done.summary.endswith(text)
    answer = json.loads(Path(done.outputs["diff-json"]).read_text("utf-8"))
    assert answer["data"]["effect"]["after"]["completed"] == 1
    assert [c for c in done.commands() if c.startswith("::error")] == []


def test_a_new_error_and_rewritten_history_fail_with_their_places(origin, tmp_path):
    (origin / "plans/p-2.yaml").write_text(PLAN.replace("p-1", "p-2").replace("财政局", "财税局"), "utf-8")
    commit(origin, "plans/p-1.yaml", PLAN.replace("2017-03-01", "2017-02-01"))
    done = reviewed(origin, tmp_path)
    assert (done.outputs["code"], done.outputs["errors"]) == ("1", "2"), done.out
    assert [c.split(",endColumn")[0] for c in done.commands() if c.startswith("::error")] == [
        "::error file=plans/p-1.yaml,line=9,col=15",
        "::error file=plans/p-2.yaml,line=3,col=7",
    ]


def test_a_branch_that_moves_a_published_figure_fails_at_the_bulletin_it_does_not_touch(origin, tmp_path):
    """Computed from a commit that the checkout does not hold; another bulletin, made by hand, was wrong before."""
    (origin / "plans/p-0.yaml").unlink()
    commit(origin, "plans/bulletins/2017-09.md", "# 月报\n")
    subprocess.run(
        [PROGRAM, "bulletin", "--month=2017-10", "--write"],
        cwd=origin,
        env=PLAIN,
        check=True,
        capture_output=True,
    )
    commit(origin, "published")
    git(origin, "branch", "-f", "main")
    commit(origin, "plans/p-1.yaml", PLAN + ANOTHER)
    base = git(origin, "rev-parse", "main")
    job = Job(checkout(origin, tmp_path / "work", "refs/heads/topic"), tmp_path)
    assert job.run("fetch-base.sh", FOLDER="plans", PULL_BASE=base).outputs == {"base": base}
    done = job.run("verify.sh", LEDGER=PROGRAM, FOLDER="plans", BASE=base)
    assert (done.code, done.outputs) == (0, {"code": "1", "verified": "false"}), done.out + done.err
    place, _, said = next(c for c in done.commands() if c.startswith("::error")).rpartition("::")
    assert place == "::error file=plans/bulletins/2017-10.md,line=1,col=1,title=V106"
    assert "台账里有 1 处不是补记的改动：p-1/2" in said
    assert "另有 1 条原来就有，不计入" in done.summary
