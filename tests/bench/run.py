"""Times and memory of whole processes, each beside a baseline of the same run. Prints a table; judges by ``targets.py``.

``run.py [RUNS] [WORDS]``: only rows in which these words stand.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from data import Data
from sides import DOORSTOP, NotHereError
from tabulate import tabulate
from targets import LOOKS, TARGETS, Target, bound

SLOW, FEWER = 5.0, 3
"""A side that takes so many seconds is measured so many times only."""
HEAD = ("what", "beside", "ours", "theirs", "ratio", "hold to", "", "prototype", "runs")


def main(runs: int, words: str) -> None:
    print(machine())
    rows = []
    with tempfile.TemporaryDirectory(prefix="ledger-bench-") as folder:
        data = Data(Path(folder))
        for target in (*TARGETS, *LOOKS):
            if words in name(target):
                rows.append(row(target, data, runs))
                print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
    print(
        tabulate(
            rows, HEAD, tablefmt="github", colalign=("left", "left", *["right"] * 4, "left", "right", "right")
        )
    )


def machine() -> str:
    """What this was measured on and with."""
    cores = len(os.sched_getaffinity(0))
    others = [found for tool in ("git", "hledger", str(DOORSTOP)) if (found := shutil.which(tool))]
    said = [
        subprocess.run([tool, "--version"], capture_output=True, text=True, check=False) for tool in others
    ]
    return "; ".join(
        [f"Python {platform.python_version()}", f"{cores} processors", *(one.stdout.strip() for one in said)]
    )


def name(target: Target) -> str:
    return f"{target.own.name} / {target.against.name if target.against else 'memory'}"


def row(target: Target, data: Data, runs: int) -> list[str]:
    try:
        return compared(target, data, runs) if target.against else memory(target, data)
    except NotHereError as missing:
        return [target.own.name, str(missing), "", "", "", target.hold, "not measured", target.prototype, "0"]


def compared(target: Target, data: Data, runs: int) -> list[str]:
    """Medians of pairs: one side in turn with the other, after one warm-up each."""
    assert target.against
    own, other = target.own.job(data), target.against.job(data)
    own.seconds(), other.seconds()
    pairs = [(own.seconds(), other.seconds())]
    runs = min(runs, FEWER) if max(pairs[0]) > SLOW else runs
    pairs += [(own.seconds(), other.seconds()) for _ in range(runs - 1)]
    limit = bound(target.hold)
    inverse = limit is not None and limit.faster
    ratio = statistics.median(theirs / mine if inverse else mine / theirs for mine, theirs in pairs)
    ours, theirs = (f"{statistics.median(side) * 1000:,.0f} ms" for side in zip(*pairs, strict=True))
    figures = [ours, theirs, f"{ratio:.1f} ×{' faster' if inverse else ''}"]
    return [target.own.name, target.against.name, *figures, *verdict(target, ratio), str(runs)]


def memory(target: Target, data: Data) -> list[str]:
    """The median of three: once it was filled, a warm cache stays warm."""
    own = target.own.job(data)
    own.seconds()
    peak = statistics.median(own.megabytes() for _ in range(FEWER))
    return [f"memory: {target.own.name}", "", f"{peak:,.0f} MB", "", "", *verdict(target, peak), str(FEWER)]


def verdict(target: Target, figure: float) -> list[str]:
    limit = bound(target.hold)
    word = "" if limit is None else "held" if limit.keeps(figure) else "NOT HELD"
    return [target.hold, word, target.prototype]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2] if len(sys.argv) > 2 else "")
