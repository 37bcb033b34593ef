"""Whole-process timings of the command line, each beside a baseline of the same run. Prints a table; judges nothing."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generate import generate, generate_sheet
from tabulate import tabulate

LEDGER = [str(Path(sys.executable).with_name("ledger"))]
BARE = [sys.executable, "-c", "pass"]
SIZES = (35, 500, 10_000)
ROWS = 10_000
READ = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
"""The least that anybody pays who wants to know what a workbook says."""
REVIEWED, CHANGED = 500, 20
"""Plans of the ledger that is reviewed, and how many of them a branch edits."""


def once(command: Sequence[str]) -> tuple[float, float]:
    """Wall seconds and peak memory (MiB) of one run of its own process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def compare(name: str, command: Sequence[str], runs: int, baseline: Sequence[str] = BARE) -> list[str]:
    """Medians of ``runs`` pairs, the baseline (``python -c pass``) in turn with the command, after one warm-up each."""
    once(command)
    once(baseline)
    pairs = [(once(command), once(baseline)) for _ in range(runs)]
    wall = statistics.median(own[0] for own, _ in pairs)
    bare = statistics.median(base[0] for _, base in pairs)
    ratio = statistics.median(own[0] / base[0] for own, base in pairs)
    peak = max(own[1] for own, _ in pairs)
    return [name, f"{wall * 1000:.0f}", f"{bare * 1000:.0f}", f"{ratio:.1f}", f"{peak:.0f}", str(runs)]


def change(home: Path) -> None:
    """Land the ledger in git, then edit a title in some of its plans."""
    git = ["git", "-C", str(home), "-c", "user.name=bench", "-c", "user.email=bench@example.invalid"]
    for step in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "landed"]):
        subprocess.run([*git, *step], check=True)
    for plan in sorted(home.rglob("p-*.yaml"))[:: REVIEWED // CHANGED]:
        plan.write_text(plan.read_text("utf-8").replace("建立健全", "健全", 1), "utf-8")


def main(runs: int) -> None:
    rows = [compare("--version", [*LEDGER, "--version"], runs), compare("--help", [*LEDGER, "--help"], runs)]
    with tempfile.TemporaryDirectory() as folder:
        for plans in SIZES:
            home = Path(folder) / str(plans)
            generate(home, plans)
            where, size = ["--ledger", str(home)], f"{plans} plans / {plans * 20} items"
            fewer = runs if plans < SIZES[-1] else min(runs, 3)
            commands = ("status", "check") if plans < SIZES[-1] else ("status",)
            rows += [compare(f"{word}, {size}", [*LEDGER, word, *where], fewer) for word in commands]
            if plans == SIZES[0]:
                sheet = Path(folder) / "rows.xlsx"
                generate_sheet(sheet, ROWS)
                command = [*LEDGER, "import", str(sheet), "--plan", "p-new", *where]
                name = f"import, {ROWS} rows, beside openpyxl reading them"
                rows.append(compare(name, command, fewer, [sys.executable, "-c", READ, str(sheet)]))
            if plans == REVIEWED:
                status = [*LEDGER, "status", *where]
                for command in (["bulletin"], ["trend"]):
                    rows.append(
                        compare(
                            f"{command[0]}, {size}, beside status", [*LEDGER, *command, *where], fewer, status
                        )
                    )
                change(home)
                for command in (["diff", "HEAD"], ["check", "--since", "HEAD"]):
                    name = f"{' '.join(command)}, {CHANGED} of {size}, beside status"
                    rows.append(compare(name, [*LEDGER, *command, *where], fewer, status))
    head = ["command", "median ms", "baseline ms", "ratio", "peak MiB", "runs"]
    print(tabulate(rows, head, tablefmt="github", colalign=("left", *["right"] * 5)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
