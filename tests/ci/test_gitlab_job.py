"""The script of the GitLab job, run as its runner would, against a server that keeps notes."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from action_runner import PLAIN, TOP, commit, git, repository
from ruamel.yaml import YAML

STARTERS = TOP / "ledger/starters"
MARKER = "<!-- reform-ledger diff -->"
ZERO = "0" * 40
NOTED = {"CI_MERGE_REQUEST_IID": "7", "LEDGER_NOTE_TOKEN": "secret"}


class GitLab(BaseHTTPRequestHandler):
    """The notes of merge request 7 of project 3; a page holds two. The token's user is 42."""

    notes: list[dict] = []  # noqa: RUF012 - a new class is made for every test
    tokens: set[str] = set()  # noqa: RUF012

    def answer(self, body: object, **headers: str) -> None:
        self.tokens.add(self.headers["PRIVATE-TOKEN"])
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def told(self) -> str:
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/api/user":
            self.answer({"id": 42})
            return
        assert address.path == "/api/projects/3/merge_requests/7/notes"
        page = int(parse_qs(address.query)["page"][0])
        more = str(page + 1) if len(self.notes) > page * 2 else ""
        self.answer(self.notes[page * 2 - 2 : page * 2], X_Next_Page=more)

    def do_POST(self) -> None:
        assert self.path == "/api/projects/3/merge_requests/7/notes"
        self.notes.append({"id": 100, "author": {"id": 42}, "body": self.told()})
        self.answer({})

    def do_PUT(self) -> None:
        number = int(self.path.removeprefix("/api/projects/3/merge_requests/7/notes/"))
        next(n for n in self.notes if n["id"] == number)["body"] = self.told()
        self.answer({})

    def log_message(self, *_: object) -> None:
        pass


class Job:
    def __init__(self, folder: Path, server: ThreadingHTTPServer) -> None:
        self.handler = server.RequestHandlerClass
        self.work = repository(folder / "work")
        self.commits = [commit(self.work, name) for name in "ab"]
        self.answers = folder / "answers"
        self.answers.mkdir()
        tools = folder / "tools"
        tools.mkdir()
        shutil.copy(Path(__file__).with_name("fake_ledger.sh"), tools / "ledger")
        (tools / "python").symlink_to(sys.executable)
        self.env = PLAIN | {
            "PATH": f"{tools}:{PLAIN['PATH']}",
            "ANSWERS": str(self.answers),
            "LEDGER_FOLDER": "台 账",
            "CI_DEFAULT_BRANCH": "main",
            "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api",
            "CI_PROJECT_ID": "3",
        }
        self.answer("check-gitlab", '[{"check_name": "P110"}]')
        self.answer("verify-gitlab", '[{"check_name": "V107"}]')
        self.answer("diff-markdown", f"{MARKER}\n一")

    def answer(self, name: str, text: str) -> None:
        (self.answers / name).write_text(text, "utf-8")

    def force_push(self, folder: Path) -> str:
        """What was on origin's main before; the job's clone has never seen it. It parts from HEAD at the first commit."""
        origin = repository(folder / "origin")
        git(origin, "fetch", "-q", str(self.work), "main")
        git(origin, "reset", "-q", "--hard", self.commits[0])
        before = commit(origin, "taken")
        git(origin, "reset", "-q", "--hard", self.commits[1])
        git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")  # as GitLab does
        git(self.work, "remote", "add", "origin", origin.as_uri())
        return before

    def run(self, **variables: str) -> int:
        script = YAML(typ="safe").load(STARTERS / "gitlab.yml")["ledger"]["script"]
        whole = "set -eo pipefail\n" + "\n".join(script)
        env = self.env | variables
        done = subprocess.run(
            ["bash", "-c", whole], cwd=self.work, env=env, timeout=60, check=False, stdout=subprocess.PIPE
        )
        self.said = done.stdout.decode()
        return done.returncode

    def calls(self, *commands: str) -> list[list[str]]:
        lines = (self.answers / "calls").read_text("utf-8").split("\0\n")[:-1]
        return [call for line in lines if (call := line.split("\0"))[0] in (commands or call)]


@pytest.fixture
def job(tmp_path) -> Iterator[Job]:
    handler = type("Handler", (GitLab,), {"notes": [], "tokens": set()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Job(tmp_path, server)
        server.shutdown()
        thread.join()


def test_a_merge_request_is_checked_since_its_base_and_leaves_both_reports(job):
    base = job.commits[0]
    assert job.run(CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_BEFORE_SHA=ZERO) == 0
    same = ["--ledger=台 账", f"--since={base}"]
    assert job.calls() == [
        ["check", *same, "--format=text"],
        ["check", *same, "--format=gitlab", "-o", "gl-code-quality-report.json"],
        ["diff", f"{base}...HEAD", "--ledger=台 账", "--format=markdown", "-o", "ledger-diff.md"],
        ["verify", *same, "--format=text"],
        ["verify", *same, "--format=gitlab", "-o", "verified.json"],
    ]
    report = json.loads((job.work / "gl-code-quality-report.json").read_text("utf-8"))
    assert [finding["check_name"] for finding in report] == ["P110", "V107"]
    assert (job.work / "ledger-diff.md").read_text("utf-8") == f"{MARKER}\n一"
    assert job.handler.notes == []


def test_a_merged_result_is_compared_with_its_target(job):
    target, base = job.commits[1], job.commits[0]
    assert job.run(CI_MERGE_REQUEST_TARGET_BRANCH_SHA=target, CI_MERGE_REQUEST_DIFF_BASE_SHA=base) == 0
    assert job.calls("diff")[0][1] == f"{target}...HEAD"


@pytest.mark.parametrize("before", [ZERO, "1" * 40])
def test_without_a_base_everything_is_checked(before, job):
    assert job.run(CI_COMMIT_BEFORE_SHA=before) == 0
    assert [call[:3] for call in job.calls("check", "diff")] == [
        ["check", "--ledger=台 账", "--format=text"],
        ["check", "--ledger=台 账", "--format=gitlab"],
    ]


def test_a_push_to_the_default_branch_is_checked_since_what_was_there(job):
    before = job.commits[0]
    assert job.run(CI_COMMIT_BRANCH="main", CI_COMMIT_BEFORE_SHA=before) == 0
    assert job.calls()[0] == ["check", "--ledger=台 账", f"--since={before}", "--format=text"]
    assert job.calls("diff")[0][1] == f"{before}...HEAD"


@pytest.mark.parametrize("here", [True, False])
def test_a_forced_push_to_the_default_branch_is_compared_with_what_it_took_away(here, job, tmp_path):
    before = job.force_push(tmp_path)
    if here:  # a runner that keeps its clone
        git(job.work, "fetch", "-q", "origin", before)
    assert job.run(CI_COMMIT_BRANCH="main", CI_COMMIT_BEFORE_SHA=before) == 0
    assert [call[:3] for call in job.calls()] == [
        ["check", "--ledger=台 账", "--format=text"],
        ["check", "--ledger=台 账", "--format=gitlab"],
        ["diff", f"{before}..HEAD", "--ledger=台 账"],
        ["verify", "--ledger=台 账", "--format=text"],
        ["verify", "--ledger=台 账", "--format=gitlab"],
    ]
    assert "默认分支被强制推送" in job.said


@pytest.mark.parametrize(
    ("check", "diff", "verdict"), [(0, 1, 1), (1, 0, 1), (1, 1, 1), (2, 1, 2), (0, 2, 2), (0, 3, 2)]
)
def test_after_a_forced_push_errors_of_the_comparison_fail_the_job(check, diff, verdict, job, tmp_path):
    job.answer("check-code", str(check))
    job.answer("diff-code", str(diff))
    before = job.force_push(tmp_path)
    assert job.run(CI_COMMIT_BRANCH="main", CI_COMMIT_BEFORE_SHA=before) == verdict
    assert ("请找回推送前的提交" in job.said) == (diff == 1)


def test_a_forced_push_over_a_commit_that_is_gone_is_said(job):
    assert job.run(CI_COMMIT_BRANCH="main", CI_COMMIT_BEFORE_SHA="1" * 40) == 0
    assert f"推送前的提交 {'1' * 40} 已取不到：检查全部台账，不作比较" in job.said
    assert job.calls("diff") == []


@pytest.mark.parametrize(
    ("command", "code", "verdict"),
    [("check", 1, 1), ("check", 2, 2), ("diff", 1, 0), ("diff", 2, 2), ("verify", 1, 1), ("verify", 2, 2)],
)
def test_a_fault_fails_the_job_after_the_note(command, code, verdict, job):
    job.answer(f"{command}-code", str(code))
    variables = NOTED | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": job.commits[0]}
    assert job.run(**variables) == verdict
    assert [note["body"] for note in job.handler.notes] == [f"{MARKER}\n一"]
    assert job.handler.tokens == {"secret"}


def test_the_second_note_takes_the_place_of_the_first(job):
    other = {"id": 1, "author": {"id": 9}, "body": f"{MARKER}\n别人引用"}
    job.handler.notes.extend([other, other | {"id": 2}, other | {"id": 3}])  # more than a page
    variables = NOTED | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": job.commits[0]}
    assert job.run(**variables) == 0
    job.answer("diff-markdown", f"{MARKER}\n$(touch x) `touch x`")
    assert job.run(**variables) == 0
    assert [n["body"] for n in job.handler.notes[3:]] == [f"{MARKER}\n$(touch x) `touch x`"]
    assert not (job.work / "x").exists()


def test_a_note_that_cannot_be_made_fails_nothing(job):
    variables = NOTED | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": job.commits[0]}
    nobody = {"CI_API_V4_URL": "http://127.0.0.1:9/api", "no_proxy": "*"}
    assert job.run(**variables, **nobody) == 0
    assert job.handler.notes == []


def test_a_commit_that_a_bulletin_names_is_fetched_if_origin_still_has_it(job, tmp_path):
    squashed = job.force_push(tmp_path)
    commit(job.work, "台 账/bulletins/2017-10.md", f"---\ncommit: {squashed}\n    commit: {'1' * 40}\n---\n")
    assert job.run(CI_COMMIT_BRANCH="topic") == 0
    assert git(job.work, "cat-file", "-t", squashed) == "commit"
    assert len(job.calls("verify")) == 2


def test_git_history_is_whole():
    variables = YAML(typ="safe").load(STARTERS / "gitlab.yml")["ledger"]["variables"]
    assert variables["GIT_DEPTH"] == "0"
