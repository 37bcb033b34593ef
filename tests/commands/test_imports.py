"""What a command does not need it does not import: people run it on every save."""

import subprocess
import sys
from pathlib import Path

import pytest

PLANS = str(Path(__file__).parents[2] / "plans")
_PROGRAM = """
import sys, cli
sys.argv = ["ledger", *sys.argv[1:]]
try:
    cli.main()
except SystemExit:
    pass
sys.__stderr__.write("\\n".join(sys.modules))
"""
# heavy libraries, by who alone may wait for them
_SHEETS_AND_PAPERS = {"openpyxl", "xlsxwriter", "docx", "lxml", "icalendar", "markdown_it"}
_DRAWN = {"rich", "tabulate", "wcwidth"}
_READING = {"pydantic", "pydantic_core", "ruamel", "_ruamel_yaml", "chinese_calendar", "filelock"}
_ELSEWHERE = {
    "ledger.files.git",
    "ledger.files.replacing",
    "ledger.measures.rulings",
    "ledger.checks.rule",
    "ledger.render.reports.table",
    "ledger.render.reports.markdown",
}
_LOOKING_UP = {"dataclasses", "inspect", "typing", "difflib", "typer"} | _DRAWN | _READING


def _imported(program: str, *words: str) -> set[str]:
    ran = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, check=True, text=True)
    return set(ran.stderr.split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_who_asks_for_the_program_waits_for_nothing_that_reads_or_draws(option: str) -> None:
    assert not _imported(_PROGRAM, option) & (_SHEETS_AND_PAPERS | _DRAWN | _READING | _ELSEWHERE)


def test_status_in_a_pipe_waits_for_nothing_that_draws_escalates_or_asks_git() -> None:
    found = _imported(_PROGRAM, "status", "--ledger", PLANS, "-o", "/dev/null")
    assert not found & (_SHEETS_AND_PAPERS | _DRAWN | _ELSEWHERE)
    assert "ledger.reports.overview" in found


def test_who_has_no_papers_rankings_or_bulletins_waits_for_nothing_that_reads_them(tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text("format: 1\n", encoding="utf-8")
    found = _imported(_PROGRAM, "status", "--ledger", str(tmp_path), "-o", "/dev/null")
    assert not found & {
        "ledger.measures.settled",
        "ledger.model.registers.upstream",
        "ledger.model.bulletins",
    }
    assert not [name for name in found if name.startswith("ledger.measures.scoring")]
    assert "ledger.reports.overview" in found


def test_looking_whether_anything_changed_waits_for_next_to_nothing() -> None:
    modules = ("cache", "folder", "known", "looks", "program")
    asks = (
        f"import sys; from ledger.files import {', '.join(modules)}; sys.stderr.write(' '.join(sys.modules))"
    )
    assert not _imported(asks) & _LOOKING_UP


def test_a_check_of_plans_waits_for_no_rules_of_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text("format: 1\n", encoding="utf-8")
    found = _imported(_PROGRAM, "check", "--ledger", str(tmp_path), "-o", "/dev/null")
    rules = {name.rpartition(".")[2][0] for name in found if name.startswith("ledger.checks.rules.")}
    assert rules == set("akpu")
    assert not {name for name in found if name.startswith("ledger.model.registers.")} - {
        "ledger.model.registers.upstream"
    }
    assert not found & {
        "ledger.commands.mending",
        "ledger.measures.duties",
        "ledger.measures.closing",
    }
