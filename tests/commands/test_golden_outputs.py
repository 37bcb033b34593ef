"""What people read, kept whole in ``tests/golden``: a change of words shows in review.

``LEDGER_GOLDEN_UPDATE=1 pytest tests/commands/test_golden_outputs.py`` writes them anew; read the difference.
"""

import os
from pathlib import Path

import pytest
from cli_runner import ROOT, bundled, run
from issuing_ledger import october
from review_repository import BRANCHES, commit, git, landed

from cli import COMMANDS

GOLDEN = ROOT / "tests" / "golden"
UPDATE = os.environ.get("LEDGER_GOLDEN_UPDATE") == "1"
LINES = {
    "status": "status",
    "status-by-lead": "status --by lead",
    "trend": "trend",
    "unit": "unit 市财政局",
    "unit-office": "unit 市委改革办",
    "unit-leader": "unit 宁思远",
    "overdue": "overdue",
    "why-escalated": "why zb-2017-05/8",
    "why-corrected": "why zb-2017-02/8",
    "why-slip": "why JB-2017-006",
    "why-slip-of-rows": "why TS-2017-076",
    "why-upstream": "why sj-2017-03",
    "show-item": "show zb-2017-05/2",
    "escalate": "escalate --month 2017-10",
    "list": "list",
    "list-findings": "list findings",
    "list-inspections": "list inspections",
    "list-plans": "list plans",
    "list-rows": "list rows --kind 提示单 --state 未办结",
    "list-slips": "list slips",
    "list-slips-open": "list slips --open",
    "list-upstream": "list upstream",
    "rank": "rank --month 2017-10",
    "rank-year": "rank --year 2017",
    "score": "score 社会体制改革专项小组 --month 2017-10",
    "rule": "rule P123",
    "rule-clause": "rule E8",
    "rule-checkpoint": "rule E3",
}
CASES = {f"{name}.txt": line for name, line in LINES.items()}
CASES |= {f"{name}.md": f"{line} --format markdown" for name, line in LINES.items()}
CASES |= {"check.txt": "check", "check-github.txt": "check --format github", "help.txt": "--help"}
CASES |= {"paper.md": "paper TS-2017-076"}
CASES |= {f"help-{entry.name}.txt": f"{entry.name} --help" for entry in COMMANDS}
ISSUED = {
    "escalate-issued": "escalate --month 2017-10 --write",
    "escalate-issued-again": "escalate --month 2017-10 --write",
    "list-slips-lapsing": "list slips --open --lead 市住房城乡建设局",
    "why-issued": "why TS-2017-097",
    "paper-order": "paper ZL-2017-004",
    "record": "record TS-2017-097/2 回复 --by 市住房城乡建设局 --note 已知悉 --date 2017-11-02",
}
"""One after the other on a copy of the city that was issued its October papers."""


REVIEWED = {
    "diff.txt": "diff main --day 2017-11-06",
    "diff.md": "diff main --day 2017-11-06 --format markdown",
    "diff-nothing.txt": "diff HEAD --day 2017-11-06",
    "check-since.txt": "check --since main --day 2017-11-06",
}
"""On a branch that does some good and some harm."""
HARM = (
    "new-plan",
    "handed-over",
    "due-edited",
    "entry-edited",
    "slip-altered",
    "plan-removed",
    "policy-reaches-back",
)


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_it_was_reviewed(name: str) -> None:
    compare(name, bundled(*CASES[name].split()).out)


def test_outputs_of_a_ledger_that_issues_are_as_they_were_reviewed(tmp_path: Path) -> None:
    folder = october(tmp_path)
    for name, line in ISSUED.items():
        compare(f"{name}.txt", run(*line.split(), cwd=folder).out)


def test_outputs_of_a_review_are_as_they_were_reviewed(tmp_path: Path) -> None:
    top = landed(tmp_path)
    git(top, "switch", "-qc", "topic")
    for branch in BRANCHES:
        if branch.name in HARM:
            branch.edit(top)
    commit(top)
    for name, line in REVIEWED.items():
        compare(name, run(*line.split(), cwd=top).out)


def compare(name: str, out: str) -> None:
    path = GOLDEN / name
    if UPDATE:
        path.write_text(out, "utf-8", newline="")
    assert path.is_file(), "write it with LEDGER_GOLDEN_UPDATE=1"
    assert out == path.read_bytes().decode()


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        *CASES,
        *(f"{name}.txt" for name in ISSUED),
        *REVIEWED,
    }
