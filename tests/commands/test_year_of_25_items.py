"""The golden fixture of domain.md §4.3 as real files: ten monthly runs that write."""

import calendar
import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from cli_runner import commit, git, run
from issuing_ledger import contents, errors, issued, repository
from small_ledger import write_ledger

POLICY = "versions:\n  - from: 2017-01-01\n    ladder:\n      grouping: per_item\n"
RUNS = [f"2017-{month:02}" for month in range(1, 11)]
EXPECTED = {"提示单": 25, "交办单": 20, "催办单": 15, "责令书": 4}


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def finished_on(n: int, due: date) -> date | None:
    """5 the day before due, 5 within 10 days of the due month's end, 11 of the next month's end, 4 never."""
    end = month_end(due)
    if n < 5:
        return due - timedelta(days=1)
    if n < 10:
        return end + timedelta(days=1 + n % 10)
    if n < 21:
        return month_end(end + timedelta(days=1)) + timedelta(days=1 + n % 10)
    return None


def item(n: int, number: int, *, verified: bool) -> str:
    due = date(2017, 2 + n % 5, 15)
    text = f"  - id: {number}\n    title: 事项{n:02}\n    due: {due}\n"
    done = finished_on(n, due)
    if done is not None:
        text += (
            f"    log:\n      - date: {done}\n        event: 完成\n        evidence: [{{number: 文{n}号}}]\n"
        )
        if verified:
            text += f"      - date: {done}\n        event: 核验通过\n        by: 市委改革办\n"
    return text


def plans(*, verified: bool = True) -> dict[str, str]:
    """The 25 items in five plans of two units."""
    found = {}
    for plan in range(5):
        lead = ["市财政局", "市教育局"][plan % 2]
        items = "".join(item(n, k, verified=verified) for k, n in enumerate(range(plan * 5, plan * 5 + 5), 1))
        found[f"p-{plan}"] = f"id: p-{plan}\ntitle: 方案{plan}\nlead: {lead}\nitems:\n{items}"
    return found


def year(folder: Path, files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The ledger is written in the order of ``files``, run and committed month by month; the register's bytes."""
    write_ledger(folder, {})
    (folder / "policy.yaml").write_text(POLICY, "utf-8")
    for name, text in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    repository(folder)
    for month in RUNS:
        if issued(folder, month):
            commit(folder, f"{month}-28")
    return {name: digest for name, digest in contents(folder).items() if name.startswith("slips/")}


def files(found: dict[str, str]) -> list[tuple[str, str]]:
    return [(f"2017/{name}.yaml", text) for name, text in found.items()]


def counts(folder: Path) -> dict[str, int]:
    data = run("list", "slips", "--day", "2017-10-31", "--format", "json", cwd=folder).data
    assert all(count["papers"] == count["rows"] for count in data["counts"].values())
    return {kind: count["papers"] for kind, count in data["counts"].items()}


@pytest.mark.parametrize("verified", [True, False], ids=["verified", "never verified"])
def test_25_prompts_20_assignments_15_urgings_4_orders(tmp_path: Path, *, verified: bool) -> None:
    register = year(tmp_path, files(plans(verified=verified)))
    assert counts(tmp_path) == EXPECTED
    assert len(register) == 2 * sum(EXPECTED.values())
    assert errors(tmp_path, "2017-10-31") == []
    assert issued(tmp_path, "2017-10") == {}
    assert git(tmp_path, "status", "--porcelain") == ""
    referral = run("escalate", "--month", "2017-10", "--format", "json", cwd=tmp_path).data["referral"]
    assert [row["subject"] for row in referral] == ["p-4/2", "p-4/3", "p-4/4", "p-4/5"]


def test_the_same_register_whatever_the_order_in_which_files_were_made(tmp_path: Path) -> None:
    usual = files(plans())
    shuffled = random.Random(7).sample(usual, len(usual))
    assert [name for name, _ in shuffled] != [name for name, _ in usual]
    first = year(tmp_path / "a", usual)
    assert year(tmp_path / "b", shuffled) == first
    assert len(first) == 128


def test_the_same_papers_whatever_the_folders_of_the_plans(tmp_path: Path) -> None:
    """Plans are sorted by path, so that another folder may swap numbers between papers; never who gets which paper."""
    year(tmp_path / "a", files(plans()))
    year(tmp_path / "b", [(f"{9 - n}/{n}/p-{n}.yaml", text) for n, text in enumerate(plans().values())])
    assert papers(tmp_path / "a") == papers(tmp_path / "b")


def papers(folder: Path) -> set[tuple[str, ...]]:
    """What the register says but for the numbers."""
    wanted = ("kind:", "unit:", "as_of:", "reply_due:", "subject:", "limit:")
    return {
        tuple(
            line.strip() for line in path.read_text("utf-8").splitlines() if line.strip().startswith(wanted)
        )
        for path in (folder / "slips").rglob("*.yaml")
    }
