"""What people read, kept whole in ``tests/golden``: a change of words shows in review.

``LEDGER_GOLDEN_UPDATE=1 pytest tests/commands/test_golden_outputs.py`` writes them anew; read the difference.
"""

import os

import pytest
from cli_runner import ROOT, bundled

from cli import COMMANDS

GOLDEN = ROOT / "tests" / "golden"
UPDATE = os.environ.get("LEDGER_GOLDEN_UPDATE") == "1"
LINES = {
    "status": "status",
    "status-by-lead": "status --by lead",
    "unit": "unit 市财政局",
    "unit-office": "unit 市委改革办",
    "overdue": "overdue",
    "why-escalated": "why zb-2017-05/8",
    "why-corrected": "why zb-2017-02/8",
    "show-item": "show zb-2017-05/2",
    "escalate": "escalate --month 2017-10",
    "list-plans": "list plans",
    "rule": "rule P123",
    "rule-clause": "rule E8",
}
CASES = {f"{name}.txt": line for name, line in LINES.items()}
CASES |= {f"{name}.md": f"{line} --format markdown" for name, line in LINES.items()}
CASES |= {"check.txt": "check", "check-github.txt": "check --format github", "help.txt": "--help"}
CASES |= {f"help-{entry.name}.txt": f"{entry.name} --help" for entry in COMMANDS}


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_it_was_reviewed(name: str) -> None:
    path = GOLDEN / name
    out = bundled(*CASES[name].split()).out
    if UPDATE:
        path.write_text(out, "utf-8", newline="")
    assert path.is_file(), "write it with LEDGER_GOLDEN_UPDATE=1"
    assert out == path.read_bytes().decode()


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)
