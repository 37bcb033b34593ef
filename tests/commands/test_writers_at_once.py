"""Several processes on one ledger, and processes that are killed: one ledger, the old one or the new one, whole."""

import json
import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
from cli_runner import PROGRAM, environment, git, run
from issuing_ledger import contents, errors, issued, repository
from small_ledger import HEAD, write_ledger

from ledger.files.lock import BUSY
from ledger.files.state import state_of

ITEMS = 60
OCTOBER = ["escalate", "--month", "2017-10", "--write", "--format", "json"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Sixty items in ten plans, all overdue, one paper a row: a run writes 120 files."""
    plans = {
        f"p-{p}": f"id: p-{p}\ntitle: 方案\nlead: 市财政局\nitems:\n"
        + "".join(f"  - id: {n}\n    title: 事项{n}\n    due: 2017-09-0{p % 9 + 1}\n" for n in range(1, 7))
        for p in range(ITEMS // 6)
    }
    folder = write_ledger(tmp_path / "ledger", plans, head=f"{HEAD}as_of: 2017-10-31\n")
    (folder / "policy.yaml").write_text(
        "versions:\n  - from: 2017-01-01\n    ladder: {grouping: per_item}\n", "utf-8"
    )
    return repository(folder)


def start(folder: Path, *args: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [PROGRAM, *args],
        cwd=folder,
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def numbers(folder: Path) -> list[str]:
    return [path.stem for path in sorted((folder / "slips").rglob("*.yaml"))]


def litter(folder: Path) -> list[str]:
    return [name for name in contents(folder) if not name.endswith((".yaml", ".md"))]


def test_of_two_runs_at_once_one_wins_and_the_other_says_so(ledger: Path) -> None:
    """Both may also come one after the other: then the second has nothing to issue."""
    runs = [start(ledger, *OCTOBER) for _ in range(2)]
    ends = [(p.communicate(timeout=60), p.returncode) for p in runs]
    new = []
    for (out, err), code in ends:
        document = json.loads(out)
        if code == 2:
            assert err == f"错误：{BUSY}\n"
            assert (document["ok"], document["data"]) == (False, None)
        else:
            assert (code, err) == (0, "")
            new.append(len(document["data"]["issued"]))
    assert max(new) == ITEMS
    assert sum(new) == ITEMS
    assert numbers(ledger) == [f"JB-2017-{n:03}" for n in range(1, ITEMS + 1)]
    assert errors(ledger, "2017-10-31") == []
    assert litter(ledger) == []


def test_of_five_records_at_once_every_one_that_went_well_is_in_the_file(ledger: Path) -> None:
    before = (ledger / "2017/p-0.yaml").read_text("utf-8")
    events = [start(ledger, "record", "p-0/1", "进展", "--note", f"第{n}人") for n in range(5)]
    ends = {n: (p.communicate(timeout=60), p.returncode) for n, p in enumerate(events)}
    text = (ledger / "2017/p-0.yaml").read_text("utf-8")
    written = {n for n in ends if f"note: 第{n}人\n" in text}
    assert written == {n for n, (_, code) in ends.items() if code == 0} != set()
    assert {err for n, ((_, err), _) in ends.items() if n not in written} <= {f"错误：{BUSY}\n"}
    assert text.count("event: 进展") == len(written)
    kept = iter(text.splitlines())
    assert all(line in kept for line in before.splitlines())
    assert errors(ledger, "2017-10-31") == []


def wait_for(process: subprocess.Popen[str], path: Path) -> None:
    until = time.monotonic() + 5
    while not path.exists() and process.poll() is None and time.monotonic() < until:
        pass


def test_killed_at_any_moment_there_is_the_old_ledger_or_the_new_one(ledger: Path) -> None:
    """Between a kill and the next run nothing is repaired by hand; readers see 0 or all 60 papers and no faults."""
    git(ledger, "tag", "old")
    state, old, seen, began = state_of(ledger), contents(ledger), Counter[str](), time.monotonic()
    run(*OCTOBER, cwd=ledger)
    new = contents(ledger)
    while seen["kills"] < 3 and time.monotonic() < began + 30:
        git(ledger, "clean", "-qfdx")
        assert contents(ledger) == old
        process = start(ledger, *OCTOBER)
        match seen["kills"] % 3:  # anywhere; while new files are staged; once the new ledger is decided
            case 0:
                time.sleep(random.random() * 0.6)
            case 1:
                wait_for(process, state.staging)
                time.sleep(random.random() * 0.02)
            case _:
                wait_for(process, state.journal)
        process.kill()
        process.communicate()
        seen["kills"] += 1
        seen["staged"] += state.staging.exists()
        seen["decided"] += state.journal.exists()
        seen["signalled"] += process.returncode == -signal.SIGKILL
        data = run("list", "slips", "--format", "json", cwd=ledger).data
        assert len(data["slips"]) in {0, ITEMS}
        assert contents(ledger) == (new if data["slips"] else old)
        seen["new" if data["slips"] else "old"] += 1
        assert run("check", cwd=ledger).code == 0
        assert len(issued(ledger, "2017-10")) == ITEMS - len(data["slips"])
        assert contents(ledger) == new
    assert seen["kills"] == 3, seen
    assert seen["signalled"] > 0, seen
    assert state.last.exists()  # among git's own files


def test_a_killed_writer_leaves_no_lock(ledger: Path) -> None:
    process = start(ledger, *OCTOBER)
    time.sleep(0.3)
    process.kill()
    process.communicate()
    assert run(*OCTOBER, cwd=ledger).code == 0
    assert len(numbers(ledger)) == ITEMS
