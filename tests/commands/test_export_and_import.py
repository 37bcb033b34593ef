"""What was exported comes back: the same plans into a ledger without them, nothing into the one it came from."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from cli_runner import ROOT, bundled, run
from small_ledger import write_ledger

from ledger.files.tree import WorkTree
from ledger.loading.load import load

DAY = ("--day", "2017-10-31")
CITY = ROOT / "plans"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "ledger")


def plans(folder: Path):
    ledger, _ = load(WorkTree(folder))
    assert not ledger.problems
    return ledger.plans


def emptied(ledger: Path, into: Path) -> Path:
    """The same ledger without any plan."""
    into.mkdir()
    for name in ("ledger.yaml", "units.yaml", "policy.yaml", "scoring.yaml"):
        if (ledger / name).exists():
            shutil.copy(ledger / name, into / name)
    return into


def brought(file: Path, folder: Path, *args: str):
    return run("import", file, *args, cwd=folder, today="2017-10-31")


@pytest.mark.parametrize("name", ["a.xlsx", "a.jsonl"])
def test_a_ledger_without_the_plans_gets_the_same_ones(folder: Path, tmp_path: Path, name: str) -> None:
    run("export", tmp_path / name, *DAY, cwd=folder)
    empty = emptied(folder, tmp_path / "empty")
    done = brought(tmp_path / name, empty, "--write")
    assert done.code == 0, done.err
    assert plans(empty) == plans(folder)


def test_a_whole_city_comes_back_from_its_workbook(tmp_path: Path) -> None:
    bundled("export", str(tmp_path / "台账.xlsx"))
    empty = emptied(CITY, tmp_path / "empty")
    done = brought(tmp_path / "台账.xlsx", empty, "--write")
    assert done.code == 0, done.err
    assert plans(empty) == plans(CITY)


@pytest.mark.parametrize(
    "args", [["a.xlsx"], ["a.xlsx", "--by", "unit"], ["a.csv"], ["a.jsonl"]], ids=" ".join
)
def test_the_ledger_that_it_came_from_has_it_all(folder: Path, tmp_path: Path, args: list[str]) -> None:
    file = tmp_path / args[0]
    run("export", file, *args[1:], *DAY, cwd=folder)
    done = brought(file, folder, "--write", "--format", "json")
    assert done.code == 0, done.err
    assert [
        plan["id"] for plan in done.data["plans"] if plan["same"] < plan["items"] or plan["refused"]
    ] == []
    assert done.data["written"] is False


ODD = """\
id: zb-2017-09
title: "=方案"
lead: 市财政局
items:
  - id: 1
    title: "+甲\\t乙\\a"
    text: "一、\\r\\n\\t二\\u202e"
    due: 2017-12-31
    log:
      - date: 2017-03-01
        event: 进展
        note: "已办\\t一半\\a。\\r\\n=1"
        evidence: [{title: "财政局、教育局会议纪要"}, {title: "\\"丙\\"  丁"}]
  - id: "1.10"
    title: "见附件"
    due: 2016-02-29
    log:
      - date: 2016-02-29
        event: 完成
        evidence: [{title: "12"}, {title: "办法；说明"}]
"""


@pytest.mark.parametrize("args", [["a.xlsx"], ["a.xlsx", "--by", "unit"], ["a.csv"]], ids=" ".join)
def test_odd_texts_are_no_news(tmp_path: Path, args: list[str]) -> None:
    folder = write_ledger(tmp_path / "ledger", {"zb-2017-09": ODD})
    file = tmp_path / args[0]
    run("export", file, *args[1:], *DAY, cwd=folder)
    done = brought(file, folder, "--write", "--format", "json")
    assert [(p["same"], p["refused"]) for p in done.data["plans"]] == [(2, 0)], done.out
    assert done.data["written"] is False


def test_lines_that_say_something_else_of_a_plan_that_is_there_are_refused(
    folder: Path, tmp_path: Path
) -> None:
    run("export", tmp_path / "a.jsonl", *DAY, cwd=folder)
    text = (tmp_path / "a.jsonl").read_text("utf-8").replace("编制预算公开办法", "编制决算公开办法")
    (tmp_path / "a.jsonl").write_text(text, "utf-8")
    done = brought(tmp_path / "a.jsonl", folder)
    assert done.code == 2
    assert "a.jsonl:1:1 的 zb-2017-01 与台账里的不一样" in done.err


def test_what_people_fill_in_comes_back_as_an_entry(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    run("export", file, *DAY, cwd=folder)
    book = openpyxl.load_workbook(file)
    sheet = book["zb-2017-01"]
    (head,) = (row for row in sheet.iter_rows() if row[0].value == "方案编号")
    at = {cell.value: cell.column for cell in head}
    number = next(
        n for n in range(head[0].row, sheet.max_row + 1) if sheet.cell(n, at["状态"]).value == "已启动未完成"
    )
    sheet.cell(number, at["进展情况"]).value = "征求意见稿已印发"
    book.save(file)
    place = number - head[0].row - 1
    before = plans(folder)[0].items[place]
    assert brought(file, folder, "--write").code == 0
    after = plans(folder)[0].items[place]
    new = after.log[len(before.log) :]
    assert [(e.event, e.note, str(e.date)) for e in new] == [("进展", "征求意见稿已印发", "2017-10-31")]
