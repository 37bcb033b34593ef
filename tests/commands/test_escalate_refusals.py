"""When ``escalate --write`` issues nothing: exit 2, one sentence that says why, and no byte changed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_runner import git, run
from issuing_ledger import OCTOBER, contents, issued, small
from output_shape import faults
from small_ledger import HEAD

from ledger.files.lock import BUSY
from ledger.files.store import writing

LATER = "2018-12-31"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return small(tmp_path)


def refused(ledger: Path, *args: str, today: str = LATER) -> str:
    """The last line of what is said; in json the same is told, and nothing is decided."""
    before = contents(ledger)
    done = run(*args, cwd=ledger, today=today)
    assert (done.code, done.out) == (2, "")
    sentence = done.err.splitlines()[-1]
    assert sentence.startswith("错误：")
    assert "Traceback" not in done.err
    json = run(*args, "--format", "json", cwd=ledger, today=today)
    assert json.code == 2
    assert faults(json.document) == []
    assert (json.document["ok"], json.data) == (False, None)
    assert json.err.splitlines()[-1] == sentence
    assert contents(ledger) == before
    return sentence


BROKEN: dict[str, tuple[str, bytes]] = {
    "a plan that cannot be read": ("2017/bad.yaml", b"id: ["),
    "a file in another folder": ("any/depth/x.yaml", b"\xff\xfe"),
    "a slip that cannot be read": ("slips/2017/TS-2017-009.yaml", b"id: TS-2017-009\nkind: [\n"),
    "a suffix nobody reads": ("2017/zb-2017-09.yml", b"id: zb-2017-09\n"),
    "a policy that is none": ("policy.yaml", b"versions: 5\n"),
    "an error of a rule": ("2017/p.yaml", "id: p\ntitle: 甲\nlead: 市财政厅\nitems: []\n".encode()),
}


@pytest.mark.parametrize("more", [[], ["--write"]], ids=["proposal", "write"])
@pytest.mark.parametrize("name", BROKEN)
def test_while_any_file_is_unread_or_any_error_stands(ledger: Path, name: str, more: list[str]) -> None:
    path, content = BROKEN[name]
    (ledger / path).parent.mkdir(parents=True, exist_ok=True)
    (ledger / path).write_bytes(content)
    assert "ledger check" in refused(ledger, *OCTOBER, *more)
    assert path in run(*OCTOBER, *more, cwd=ledger, today=LATER).err


def test_a_month_to_come_is_a_forecast_and_never_written(ledger: Path) -> None:
    sentence = refused(ledger, "escalate", "--month", "2017-12", "--write", today="2017-11-15")
    assert "2017-12-31 还没有到" in sentence
    done = run("escalate", "--month", "2017-12", "--format", "json", cwd=ledger, today="2017-11-15")
    assert done.code == 0
    assert done.data["forecast"] is True
    assert done.data["proposed"]


def test_the_month_that_runs_is_judged_today(ledger: Path) -> None:
    done = run(*OCTOBER, "--write", "--format", "json", cwd=ledger, today="2017-10-31")
    assert len(done.data["issued"]) == 3
    again = run(
        "escalate", "--month", "2017-11", "--write", "--format", "json", cwd=ledger, today="2017-11-15"
    )
    assert again.document["day"] == "2017-11-15"
    assert {slip["rung"] for slip in again.data["issued"]} == {"交办单"}


def test_an_earlier_month_than_the_latest_issued(ledger: Path) -> None:
    issued(ledger, "2017-10")
    sentence = refused(ledger, "escalate", "--month", "2017-08", "--write")
    assert "2017-10-31" in sentence
    assert "2017-08-31" in sentence
    assert run("escalate", "--month", "2017-08", cwd=ledger).code == 0


def test_an_earlier_month_with_nothing_to_issue_is_0_new(ledger: Path) -> None:
    issued(ledger, "2017-10")
    assert issued(ledger, "2017-01") == {}


def test_a_past_version(ledger: Path) -> None:
    revision = git(ledger, "rev-parse", "HEAD")
    assert "--at" in refused(ledger, *OCTOBER, "--at", revision, "--write")
    assert run(*OCTOBER, "--at", revision, cwd=ledger).code == 0


def test_a_day_of_issue_before_the_day_judged(ledger: Path) -> None:
    for more in ([], ["--write"]):
        sentence = refused(ledger, *OCTOBER, "--issued-on", "2017-10-30", *more)
        assert "2017-10-30 不能早于判定日 2017-10-31" in sentence


def test_a_day_of_issue_that_has_not_come(ledger: Path) -> None:
    for more in ([], ["--write"]):
        sentence = refused(ledger, *OCTOBER, "--issued-on", "2017-11-16", *more, today="2017-11-15")
        assert "2017-11-16 还没有到" in sentence


def test_before_the_day_from_which_the_office_issues(tmp_path: Path) -> None:
    ledger = small(tmp_path, "versions:\n  - from: 2017-01-01\n    ladder: {adopted_on: 2017-11-01}\n")
    assert "2017-11-01" in refused(ledger, *OCTOBER, "--write")
    assert run(*OCTOBER, cwd=ledger).code == 0
    assert issued(ledger, "2017-11")


def test_a_ledger_without_an_office(tmp_path: Path) -> None:
    head = HEAD.replace("office: 市委改革办\n", "").replace("commission: 市委深改组\n", "")
    assert "office" in refused(small(tmp_path, head=head), *OCTOBER, "--write")


def test_a_file_that_changed_between_reading_and_writing(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves a plan in an editor while the rules run; what was decided on rests on the old text."""
    path = ledger / "2017/zb-2017-01.yaml"
    judge = _replaced(
        "ledger.commands.escalate.result_of",
        monkeypatch,
        lambda: path.write_bytes(path.read_bytes() + b"# saved\n"),
    )
    before = contents(ledger)
    done = run(*OCTOBER, "--write", cwd=ledger, today=LATER)
    assert judge.called
    assert (done.code, done.out) == (2, "")
    assert done.err == "错误：2017/zb-2017-01.yaml 在读取之后被改动过，没有写入任何文件；请重新运行\n"
    now = contents(ledger)
    assert now.keys() == before.keys()
    assert {name for name in now if now[name] != before[name]} == {"2017/zb-2017-01.yaml"}
    monkeypatch.undo()
    assert len(issued(ledger, "2017-10")) == 3


def test_a_paper_that_somebody_wrote_meanwhile(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger / "slips/2017/TS-2017-001.yaml"

    def interfere() -> None:
        path.parent.mkdir(parents=True)
        path.write_text("别人的\n", "utf-8")

    _replaced("ledger.commands.escalate.result_of", monkeypatch, interfere)
    done = run(*OCTOBER, "--write", cwd=ledger, today=LATER)
    assert done.code == 2
    assert "TS-2017-001.yaml" in done.err
    assert path.read_text("utf-8") == "别人的\n"
    assert [p.name for p in path.parent.iterdir()] == ["TS-2017-001.yaml"]


class _replaced:  # noqa: N801 - used like a function
    """What ``name`` refers to, with ``before`` done first."""

    def __init__(self, name: str, monkeypatch: pytest.MonkeyPatch, before: Callable[[], Any]) -> None:
        module, _, function = name.rpartition(".")
        whole = getattr(__import__(module, fromlist=[function]), function)
        self.called = False

        def call(*args: Any) -> Any:
            self.called = True
            before()
            return whole(*args)

        monkeypatch.setattr(name, call)


def test_while_somebody_else_writes(ledger: Path) -> None:
    with writing(ledger):
        for line in (("escalate", "--month", "2017-10"), ("record", "zb-2017-01/3", "进展")):
            write = ["--write"] if line[0] == "escalate" else []
            assert refused(ledger, *line, *write) == f"错误：{BUSY}"
        assert run(*OCTOBER, cwd=ledger, today=LATER).code == 0
    assert len(issued(ledger, "2017-10")) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(ledger: Path) -> None:
    (ledger / "slips").mkdir()
    (ledger / "slips").chmod(0o555)
    try:
        assert "slips" in refused(ledger, *OCTOBER, "--write")
    finally:
        (ledger / "slips").chmod(0o755)


def test_slips_that_is_a_file(ledger: Path) -> None:
    """Somebody keeps notes under that name: the folder cannot be made, and nothing is written."""
    (ledger / "slips").write_text("记事\n", "utf-8")
    refused(ledger, *OCTOBER, "--write")


def test_a_link_that_leads_out_of_the_ledger(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (ledger / "slips").symlink_to(outside, target_is_directory=True)
    refused(ledger, *OCTOBER, "--write")
    assert list(outside.iterdir()) == []


def test_what_a_rule_has_against_the_papers_themselves(tmp_path: Path) -> None:
    """Nobody may order a department: the papers would not pass check, so they are not written, and their lines are shown."""
    ledger = small(
        tmp_path,
        "versions:\n  - from: 2017-01-01\n    ladder:\n"
        "      authority:\n        - {issuer: 市委改革办, kinds: [区县]}\n",
    )
    assert refused(ledger, *OCTOBER, "--write").startswith("错误：签发的单通不过检查，没有写入任何文件")
    done = run(*OCTOBER, "--write", cwd=ledger, today=LATER)
    assert "slips/2017/JB-2017-001.yaml:12:9 错误 S113" in done.err
    assert "by: 市委改革办" in done.err
    assert run("check", cwd=ledger, today=LATER).code == 0


def test_what_a_file_allows_for_a_reason_is_said_where_people_sign(ledger: Path) -> None:
    allowed = "lead: 市财政厅  # ledger: allow P103 until 2018-03-01 — 更名文件在途"
    (ledger / "2017/p.yaml").write_text(f"id: p\ntitle: 甲\n{allowed}\nitems: []\n", "utf-8")
    done = run(*OCTOBER, cwd=ledger, today=LATER)
    assert done.code == 0
    assert "注意：1 个错误按文件中的说明放行：P103 2017/p.yaml:3:7（更名文件在途）" in done.out
    assert (
        run(*OCTOBER, "--format", "json", cwd=ledger, today=LATER)
        .document["remarks"][-1]
        .startswith("注意：1 个错误")
    )


@pytest.mark.parametrize("code", ["S105", "S109", "P101", "U101"])
def test_what_papers_would_go_wrong_by_is_never_allowed(ledger: Path, code: str) -> None:
    path = ledger / "units.yaml"
    path.write_text(
        f"# ledger: allow {code} until 2018-03-01 — 先发再说\n" + path.read_text("utf-8"), "utf-8"
    )
    assert "A101" in run("check", "--format", "json", cwd=ledger).codes
