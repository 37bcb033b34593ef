"""What the benchmark stands on. That it measures is no test."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from data import editor
from generate import generate
from naive import answer
from processes import Job
from targets import LOOKS, TARGETS, bound

PROGRAM = Path(sys.executable).with_name("ledger")


def contents(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*.yaml")}


def test_a_ledger_of_one_size_is_always_the_same(tmp_path):
    for name in ("one", "two"):
        generate(tmp_path / name, 101, items=1)
    found = contents(tmp_path / "one")
    assert found == contents(tmp_path / "two")
    assert sorted(found)[99:] == ["0000/p-000099.yaml", "0001/p-000100.yaml", "ledger.yaml", "units.yaml"]


def test_the_naive_tool_counts_what_we_count(tmp_path):
    generate(tmp_path, 3)
    line = [PROGRAM, "status", "--format", "json", "--ledger", tmp_path]
    said = json.loads(subprocess.run(line, capture_output=True, check=True).stdout)["data"]["total"]
    found = answer(tmp_path)
    assert found == {name: said[name] for name in found}
    assert {name for name in found if not found[name]} == {"not_started"}
    assert found["total"] == 60


def test_each_edit_is_another_one_of_the_same_plans(tmp_path):
    generate(tmp_path, 8, items=2)
    landed = contents(tmp_path)
    edit = editor(tmp_path, 4)
    edit()
    once = contents(tmp_path)
    edit()
    twice = contents(tmp_path)
    changed = [f"0000/p-00000{number}.yaml" for number in (0, 2, 4, 6)]
    assert [name for name in sorted(landed) if landed[name] != once[name]] == changed
    assert [name for name in sorted(landed) if once[name] != twice[name]] == changed


@pytest.mark.parametrize(
    ("hold", "kept", "broken"),
    [("≤ 7 ×", 7.0, 7.1), ("≥ 20 × faster", 20.0, 19.9), ("≤ 250 MB", 249.0, 251.0)],
)
def test_a_bound_says_what_keeps_it(hold, kept, broken):
    limit = bound(hold)
    assert limit is not None
    assert limit.keeps(kept)
    assert not limit.keeps(broken)


def test_every_row_of_the_table_can_be_judged():
    assert all(bound(target.hold) for target in TARGETS)
    assert not any(bound(target.hold) for target in LOOKS)
    assert all(("MB" in target.hold) == (target.against is None) for target in TARGETS)
    names = [(row.own.name, row.against) for row in (*TARGETS, *LOOKS)]
    assert len(names) == len(set(names))


def test_a_question_is_another_one_each_time():
    job = Job((sys.executable, "-c", "print({})"), tells=True)
    assert [job.seconds() for _ in range(3)] == [0, 1, 2]


def test_a_command_that_fails_is_no_time():
    with pytest.raises(RuntimeError, match="exit"):
        Job((sys.executable, "-c", "import sys; sys.exit(2)")).seconds()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors cannot be chosen here")
def test_a_job_is_limited_to_its_cores_and_nobody_else():
    before = os.sched_getaffinity(0)
    code = "import os; print(len(os.sched_getaffinity(0)))"
    assert Job((sys.executable, "-c", code), cores=1, tells=True).seconds() == 1
    assert os.sched_getaffinity(0) == before


@pytest.mark.skipif(sys.platform != "linux", reason="memory of children is asked of /proc")
def test_memory_of_children_counts_while_they_live():
    holding, waiting = "held = b'x' * 40_000_000", "import time; time.sleep(0.1)"
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', {!r}])"
    both = f"{holding}; {child.format(f'{holding}; {waiting}')}"
    alone = f"{child.format('pass')}; {holding}; {waiting}"
    assert 80 < Job((sys.executable, "-c", both)).megabytes() < 130
    assert 40 < Job((sys.executable, "-c", alone)).megabytes() < 75
