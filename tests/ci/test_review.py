"""review.sh: how ledger is called, and what its answers become."""

import shutil
import sys
from pathlib import Path

import pytest
from action_runner import HOSTILE, Done, Job

BASE = "1" * 40
CLEAN = {
    "check-github": "",
    "check-json": '{"diagnostics": []}',
    "check-text": "",
    "diff-markdown": "<!-- reform-ledger diff -->\n没有变化\n",
    "diff-json": '{"data": {"changes": []}, "diagnostics": []}',
}


class Office:
    """A fake ledger with its answers; ``review`` runs the script."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers = folder / "answers"
        self.answers.mkdir()
        programs = folder / "bin"
        programs.mkdir()
        shutil.copy(Path(__file__).with_name("fake_ledger.sh"), programs / "ledger")
        (programs / "python").symlink_to(sys.executable)
        self.workspace = folder / "work"
        self.workspace.mkdir()

    def review(self, answers: dict[str, str] | None = None, **values: str) -> Done:
        for name, text in (CLEAN | (answers or {})).items():
            if text is not None:
                (self.answers / name).write_text(text, "utf-8")
        ledger = self.folder / "bin" / "ledger"
        values = {"BASE": BASE} | values
        return Job(self.workspace, self.folder).run(
            "review.sh", LEDGER=ledger, ANSWERS=self.answers, **values
        )

    def calls(self) -> list[list[str]]:
        lines = (self.answers / "calls").read_text("utf-8").split("\0\n")[:-1]
        return [line.split("\0") for line in lines]


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


def test_a_clean_review_has_no_errors_and_both_files(office):
    done = office.review(FOLDER="plans", STRICT="true")
    assert done.code == 0, done.err
    assert (done.outputs["code"], done.outputs["errors"], done.outputs["changed"]) == ("0", "0", "false")
    assert Path(done.outputs["diff-json"]).read_text("utf-8") == CLEAN["diff-json"]
    assert Path(done.outputs["diff-markdown"]).read_text("utf-8") == CLEAN["diff-markdown"]
    assert done.summary == CLEAN["diff-markdown"]
    check = ["check", "--ledger=plans", f"--since={BASE}", "--strict"]
    diff = ["diff", f"{BASE}...HEAD", "--ledger=plans"]
    called = [[word for word in call if word != "-o" and "/" not in word] for call in office.calls()]
    assert called == [
        [*check, "--format=github"],
        [*check, "--format=json"],
        [*check, "--format=text"],
        [*diff, "--format=markdown"],
        [*diff, "--format=json"],
    ]


def test_errors_are_counted_and_shown_and_the_script_itself_goes_on(office):
    found = '{"diagnostics": [{"severity": "error"}, {"severity": "warning"}, {"severity": "error"}]}'
    annotation = "::error file=plans/a.yaml,line=2,col=1,title=P101::不认识"
    done = office.review(
        {
            "check-code": "1",
            "check-json": found,
            "check-github": annotation + "\n",
            "check-text": "::error::二",
        }
    )
    assert (done.code, done.outputs["code"], done.outputs["errors"]) == (0, "1", "2")
    assert done.commands() == [annotation, "::group::ledger check", "::endgroup::"]
    assert "::error::二" in done.out
    assert done.outputs["diff-markdown"]


def test_what_the_comparison_finds_is_for_check_to_judge(office):
    rewritten = '{"data": {"changes": []}, "diagnostics": [{"code": "D103", "severity": "error"}]}'
    done = office.review({"diff-code": "1", "diff-json": rewritten})
    assert (done.code, done.outputs["code"], done.outputs["errors"]) == (0, "0", "0")
    assert done.outputs["changed"] == "true"


def test_after_a_forced_push_the_comparison_judges_what_was_taken_away(office):
    taken = '{"data": {"changes": []}, "diagnostics": [{"code": "D104", "severity": "error"}]}'
    done = office.review({"diff-code": "1", "diff-json": taken}, FORCED="true")
    assert (done.code, done.outputs["code"], done.outputs["errors"]) == (0, "1", "1")
    assert any(c.startswith("::error title=ledger diff::强制推送改动了已入库的内容") for c in done.commands())
    assert office.calls()[0] == ["check", "--format=github"]
    assert {call[1] for call in office.calls() if call[0] == "diff"} == {f"{BASE}..HEAD"}


def test_a_finding_that_is_no_change_is_none(office):
    provisional = '{"data": {"changes": []}, "diagnostics": [{"code": "K101", "severity": "note"}]}'
    assert office.review({"diff-json": provisional}).outputs["changed"] == "false"


def test_a_check_that_could_not_be_made_is_one_annotation(office):
    done = office.review({"check-code": "2", "check-github.err": "错误：没有台账\n::error::100%"})
    assert (done.code, done.outputs["code"], done.outputs["errors"]) == (0, "2", "")
    assert done.commands() == ["::error title=ledger check::错误：没有台账%0A::error::100%25"]


def test_a_comparison_that_could_not_be_made_leaves_nothing_to_comment(office):
    done = office.review(
        {"diff-code": "2", "diff-markdown.err": "没有基准", "diff-markdown": None, "diff-json": None}
    )
    assert (done.outputs["code"], done.outputs["diff-markdown"], done.outputs["diff-json"]) == ("2", "", "")
    assert "::error title=ledger diff::没有基准" in done.commands()


def test_without_a_base_everything_is_checked_and_nothing_compared(office):
    done = office.review(BASE="")
    assert (done.outputs["code"], done.outputs["diff-markdown"], done.summary) == ("0", "", "")
    assert [call[:2] for call in office.calls()] == [
        ["check", "--format=github"],
        ["check", "--format=json"],
        ["check", "--format=text"],
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_folder_is_one_argument(name, office):
    done = office.review(FOLDER=name)
    assert done.code == 0
    assert {call[1 if call[0] == "check" else 2] for call in office.calls()} == {f"--ledger={name}"}
    assert list(office.workspace.iterdir()) == []


def test_strict_is_true_or_false(office):
    done = office.review(STRICT="yes")
    assert (done.code, done.commands()) == (2, ["::error title=台账::输入 strict 只能写 true 或 false"])
