"""comment.sh: one comment of ours, and no failure for want of a right."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from action_runner import ACTION, PLAIN, Done, Job

MARKER = "<!-- reform-ledger diff -->"
HOSTILE_TITLE = "$(touch x) `touch x` \"'; touch x\n::error::no\n<!-- -->"


class PullRequest:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state.json"
        self.tell(comments=[], calls=[], status=0, login="")
        tools = folder / "tools"
        tools.mkdir()
        gh = tools / "gh"
        gh.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -SI "{Path(__file__).with_name("fake_gh.py")}" "$@"\n'
        )
        gh.chmod(0o755)
        self.path = f"{tools}:{PLAIN['PATH']}"

    def tell(self, **values) -> None:
        known = json.loads(self.state.read_text("utf-8")) if self.state.exists() else {}
        self.state.write_text(json.dumps(known | values), "utf-8")

    def bodies(self) -> list[str]:
        return [c["body"] for c in json.loads(self.state.read_text("utf-8"))["comments"]]

    def comment(self, text: str, worthwhile: str = "true") -> Done:
        body = self.folder / "diff.md"
        body.write_text(text, "utf-8")
        return Job(self.folder, self.folder).run(
            "comment.sh",
            PATH=self.path,
            GH_STATE=self.state,
            BODY=body,
            WORTHWHILE=worthwhile,
            NUMBER="7",
            GITHUB_REPOSITORY="o/r",
        )


@pytest.fixture
def pull_request(tmp_path) -> PullRequest:
    return PullRequest(tmp_path)


def other(n: int, body: str = "看过了", kind: str = "User", login: str = "somebody") -> dict[str, object]:
    return {"id": n, "type": kind, "login": login, "body": body}


def test_the_first_comment_is_made_and_the_second_takes_its_place(pull_request):
    pull_request.tell(comments=[other(n) for n in range(150)])  # more than a page
    assert "发了一条评论" in pull_request.comment(f"{MARKER}\n一").out
    done = pull_request.comment(f"{MARKER}\n二")
    assert (done.code, done.out) == (0, "更新了评论 3000000000\n")
    assert pull_request.bodies()[150:] == [f"{MARKER}\n二"]


@pytest.mark.parametrize(
    ("login", "kind", "mine"), [("", "Bot", "app[bot]"), ("office", "User", "office")], ids=["bot", "person"]
)
def test_a_comment_of_somebody_else_that_quotes_ours_is_left_alone(login, kind, mine, pull_request):
    quoted = f"{MARKER}\n引用"
    ours = other(9, f"{MARKER}\n一", kind, mine)
    pull_request.tell(comments=[other(8, quoted), ours, ours | {"id": 10}], login=login)
    assert pull_request.comment(f"{MARKER}\n二").out == "更新了评论 9\n"
    assert pull_request.bodies() == [quoted, f"{MARKER}\n二", f"{MARKER}\n一"]


def test_no_change_is_worth_no_comment_but_takes_back_an_old_one(pull_request):
    assert pull_request.comment(MARKER, worthwhile="false").out == "台账没有变化也没有错误，不发评论\n"
    assert pull_request.bodies() == []
    pull_request.comment(f"{MARKER}\n一")
    pull_request.comment(f"{MARKER}\n没有变化", worthwhile="false")
    assert pull_request.bodies() == [f"{MARKER}\n没有变化"]


@pytest.mark.parametrize("status", [403, 404])
def test_a_token_that_may_only_read_falls_back_to_the_summary(status, pull_request):
    pull_request.tell(status=status)
    done = pull_request.comment(f"{MARKER}\n一")
    assert done.code == 0
    assert len(done.commands()) == 1
    assert done.commands()[0].startswith("::notice title=台账::令牌没有写评论的权限")
    assert pull_request.bodies() == []


def test_any_other_failure_warns_and_fails_nothing(pull_request):
    pull_request.tell(status=502)
    done = pull_request.comment(f"{MARKER}\n一")
    assert (done.code, done.commands()) == (
        0,
        ["::warning title=台账::评论没有发出，改动说明见本次运行的摘要；原因见日志"],
    )
    assert "HTTP 502" in done.err


def test_a_hostile_title_is_only_text(pull_request):
    text = f"{MARKER}\n{HOSTILE_TITLE}"
    done = pull_request.comment(text)
    assert (done.code, done.commands()) == (0, [])
    assert pull_request.bodies() == [text]
    assert not (pull_request.folder / "x").exists()


def test_without_gh_it_warns(pull_request):
    bash = Path(shutil.which("bash")).resolve()
    tools = pull_request.folder / "few"
    tools.mkdir()
    (tools / "bash").symlink_to(bash)
    pull_request.path = str(tools)
    done = pull_request.comment(MARKER)
    assert (done.code, len(done.commands())) == (0, 1)
    assert "没有 gh" in done.commands()[0]


def test_the_filter_given_to_gh_is_jq():
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    line = next(s for s in (ACTION / "comment.sh").read_text("utf-8").splitlines() if s.startswith("fields="))
    program = line.removeprefix('fields="').removesuffix('"').replace('\\"', '"').replace("$MARKER", MARKER)
    comments = [
        {"id": 3_000_000_000, "user": {"type": "Bot", "login": "a[bot]"}, "body": f"{MARKER}\r\n一"},
        {"id": 2, "user": {"type": "User", "login": "b"}, "body": f"一\t{MARKER}"},
    ]
    done = subprocess.run(
        ["jq", "-r", program], input=json.dumps(comments), capture_output=True, text=True, check=True
    )
    assert done.stdout == "3000000000\tBot\ta[bot]\ttrue\n2\tUser\tb\tfalse\n"
