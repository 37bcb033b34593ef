"""``ledger check --format``: what a job of GitHub or GitLab gets of a ledger on disk."""

from pathlib import Path

import pytest
from cli_runner import run
from small_ledger import write_ledger


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Its file has a name that a URI cannot hold as it is."""
    ledger = write_ledger(tmp_path)
    (ledger / "2017" / "两次 100%.yaml").write_text("id: a\nid: b\n", "utf-8")
    return ledger


@pytest.fixture
def summary(tmp_path: Path) -> Path:
    return tmp_path / "summary.md"


def test_annotations_go_to_stdout_and_the_page_is_added_to_the_summary(faulty: Path, summary: Path) -> None:
    summary.write_text("之前的内容\n\n", "utf-8")
    done = run("check", "--format", "github", cwd=faulty, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert done.code == 1
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in done.lines)
    page = run("check", "--format", "markdown", cwd=faulty).out
    assert "| 错误 | R106 |" in page
    assert summary.read_text("utf-8") == "之前的内容\n\n" + page


def test_only_the_format_of_github_writes_a_summary(faulty: Path, summary: Path) -> None:
    for name in ("text", "json", "gitlab", "sarif", "markdown"):
        done = run("check", "--format", name, cwd=faulty, env={"GITHUB_STEP_SUMMARY": str(summary)})
        assert done.code == 1
    assert not summary.exists()


@pytest.mark.parametrize("path", ["", "/没有/summary.md"])
def test_a_summary_that_cannot_be_written_changes_no_exit_code(faulty: Path, path: str) -> None:
    done = run("check", "--format", "github", cwd=faulty, env={"GITHUB_STEP_SUMMARY": path})
    assert done.code == 1
    assert "R106" in done.out
    assert ("步骤摘要写不进去" in done.err) == bool(path)


def test_paths_are_relative_in_every_format(faulty: Path) -> None:
    sarif = run("check", "--format", "sarif", cwd=faulty)
    assert str(faulty) not in sarif.out
    (result,) = (r for r in sarif.document["runs"][0]["results"] if r["ruleId"] == "R106")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "2017/%E4%B8%A4%E6%AC%A1%20100%25.yaml"
    gitlab: list[dict[str, object]] = run("check", "--format", "gitlab", cwd=faulty).document  # type: ignore[assignment]
    (violation,) = (v for v in gitlab if v["check_name"] == "R106")
    assert violation["location"] == {"path": "2017/两次 100%.yaml", "lines": {"begin": 2}}


def test_a_clean_ledger_is_an_answer_in_every_format(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    done = {
        name: run("check", "--format", name, cwd=ledger) for name in ("text", "github", "gitlab", "sarif")
    }
    assert [one.code for one in done.values()] == [0, 0, 0, 0]
    assert [done[name].out for name in ("text", "github", "gitlab")] == ["", "", "[]\n"]
    assert done["sarif"].document["runs"][0]["results"] == []
    assert run("check", "--format", "markdown", cwd=ledger).out == "# 台账检查 云州市台账\n\n没有问题。\n"
