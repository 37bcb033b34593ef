"""``ledger close``: what a plan lacks, and the request that is written once it lacks nothing."""

import json
import shutil
from pathlib import Path

import pytest
from cli_runner import ROOT, bundled, run

DONE = "zb-2017-09"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Without the bulletins: they are nothing to a plan."""
    ignored = shutil.ignore_patterns("bulletins")
    return Path(shutil.copytree(ROOT / "plans", tmp_path / "plans", ignore=ignored))


def test_what_stands_in_the_way_is_named_by_reference() -> None:
    found = json.loads(bundled("close", "zb-2017-05", "--format", "json").out)["data"]
    gates = {gate["key"]: [s["ref"] for s in gate["shortfalls"]] for gate in found["gates"]}
    assert "zb-2017-05/8" in gates["task"]
    assert "zb-2017-05/10" in gates["quality"]
    assert found["ready"] is False
    done = bundled("close", "zb-2017-05", "--write")
    assert done.code == 2
    assert done.err.startswith("错误：zb-2017-05 质量关")


def test_the_request_is_an_entry_and_a_paper(city: Path) -> None:
    before = (city / "2017" / f"{DONE}.yaml").read_text("utf-8")
    done = run("close", DONE, "--write", cwd=city)
    assert (done.code, done.err) == (0, f"已申请销账，请示在 closures/{DONE}-2017-10-31.md\n")
    paper = (city / "closures" / f"{DONE}-2017-10-31.md").read_text("utf-8")
    assert "# 关于《矛盾纠纷多元化解机制改革方案》销账的请示\n\n市委深改组：\n" in paper
    assert "9项均已完成并核验通过" in paper
    after = (city / "2017" / f"{DONE}.yaml").read_text("utf-8")
    added = "".join(line for line in after.splitlines(keepends=True) if line not in before)
    assert "event: 申请销账" in added
    assert f"file: closures/{DONE}-2017-10-31.md" in added
    assert run("check", cwd=city).code == 0
    again = run("close", DONE, "--write", cwd=city)
    assert (again.code, "等待审定" in again.err) == (2, True)


def test_nothing_is_asked_for_while_a_file_cannot_be_read(city: Path) -> None:
    (city / "inspections" / "dc-2017-99.yaml").write_text("id: [", "utf-8")
    done = run("close", DONE, "--write", cwd=city)
    assert done.code == 2
    assert "读不进来" in done.err
    assert not (city / "closures").exists()
