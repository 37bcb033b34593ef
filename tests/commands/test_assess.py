"""Mid-year: sheets go out, come back filled, and what they say is recorded once; what contradicts the ledger is told."""

from pathlib import Path

import openpyxl
import pytest
import yaml
from cli_runner import Ran, run
from issuing_ledger import contents
from office import needs_office, resaved
from output_shape import faults
from small_ledger import write_ledger

Answers = dict[str, tuple[str, str, str, str, str]]
SHEET = "2017年中督察-zb-2017-01.xlsx"
FIRST_OPEN = 11


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A ledger whose sheets of mid-year 2017 went ``out``."""
    folder = write_ledger(tmp_path / "city")
    (tmp_path / "back").mkdir()
    assert assess(folder, "--all", "--round", "年中", "--out", "../out", "--day", "2017-07-20").code == 0
    return folder


def assess(ledger: Path, *args: str, today: str = "2017-07-28") -> Ran:
    done = run("assess", *args, "--format", "json", cwd=ledger, today=today)
    assert faults(done.document) == []
    return done


def fill(ledger: Path, answers: Answers, name: str = SHEET) -> Path:
    book = openpyxl.load_workbook(ledger.parent / "out" / SHEET)
    sheet = book.worksheets[0]
    for row in range(1, sheet.max_row + 1):
        for column, text in enumerate(answers.get(str(sheet.cell(row, 1).value), ()), FIRST_OPEN):
            sheet.cell(row, column).value = text
    path = ledger.parent / "back" / name
    book.save(path)
    return path


FOUND: Answers = {
    "zb-2017-01/1": ("未启动", "办法没有公开", "公开办法", "2017年9月底", ""),
    "zb-2017-01/2": ("已启动未完成", "", "", "", "照计划"),
}


def test_every_plan_in_scope_gets_a_sheet_of_all_its_items(city: Path) -> None:
    out = city.parent / "out"
    assert SHEET in {p.name for p in out.iterdir()}
    sheet = openpyxl.load_workbook(out / SHEET).worksheets[0]
    rows = {str(r[0].value): [c.value for c in r] for r in sheet.iter_rows()}
    assert rows["编号"][10:] == ["评估结论", "存在问题", "整改要求", "整改期限", "备注"]
    assert rows["zb-2017-01/1"][:4] == ["zb-2017-01/1", "编制预算公开办法", None, "市财政局"]
    assert rows["zb-2017-01/1"][6] == "已完成"
    assert rows["zb-2017-01/1"][8] == "云财〔2017〕1号"
    again = assess(city, "zb-2017-01", "--round", "年中", "--out", "../out", "--day", "2017-07-20")
    assert [s["written"] for s in again.data["sheets"]] == [False]


def test_what_is_found_is_previewed_then_recorded_once(city: Path) -> None:
    before = contents(city)
    fill(city, FOUND)
    seen = assess(city, "--read", "../back", "--by", "改革办")
    assert contents(city) == before
    assert [(r["ref"], r["outcome"], r["event"], r["unit"], r["due"]) for r in seen.data["rows"]] == [
        ("zb-2017-01/1", "entry", "核验退回", "市财政局", "2017-09-30"),
        ("zb-2017-01/2", "same", None, None, None),
    ]
    done = assess(city, "--read", "../back", "--by", "市委改革办", "--write")
    assert (done.code, done.data["plans"], done.data["created"]) == (0, ["zb-2017-01"], True)
    made = yaml.safe_load((city / "inspections/dc-2017-01.yaml").read_text("utf-8"))
    assert (made["kind"], made["plans"], made["team"]) == (
        "年中督察",
        ["zb-2017-01"],
        {"office": "市委改革办"},
    )
    assert made["findings"] == [
        {"id": 1, "title": "办法没有公开", "unit": "市财政局", "due": made["findings"][0]["due"],
         "text": "整改要求：公开办法", "items": "zb-2017-01/1"}
    ]  # fmt: skip
    plan = yaml.safe_load(next(city.rglob("zb-2017-01.yaml")).read_text("utf-8"))
    assert plan["log"][-1]["note"] == "评估2项：已完成0项、已启动未完成1项、未启动1项"
    assert plan["items"][0]["log"][-1]["note"] == "办法没有公开"
    after = contents(city)
    again = assess(city, "--read", "../back", "--by", "市委改革办", "--write")
    assert contents(city) == after
    assert [r["outcome"] for r in again.data["rows"]] == ["same", "same"]


def test_a_contradiction_without_anybody_to_verify_is_told(city: Path) -> None:
    fill(city, FOUND)
    done = assess(city, "--read", "../back")
    assert [(r["outcome"], r["faults"]) for r in done.data["rows"]] == [("told", ["I202"]), ("same", [])]


def test_a_sheet_that_says_nothing_changes_nothing(city: Path) -> None:
    before = contents(city)
    fill(city, {})
    done = assess(city, "--read", "../back", "--write")
    assert (done.data["rows"], done.data["plans"], done.data["diff"]) == ([], [], "")
    assert {k: v for k, v in contents(city).items() if not k.startswith(".ledger/")} == before


@pytest.mark.parametrize(
    ("answer", "by", "code"),
    [
        (("", "有问题", "", "2017-09-30", ""), "市委改革办", "I200"),
        (("基本完成", "", "", "", ""), "市委改革办", "I200"),
        (("已完成", "有问题", "", "", ""), "市委改革办", "I201"),
        (("已完成", "", "改", "2017-09-30", ""), "市委改革办", "I201"),
        (("已完成", "有问题", "", "尽快", ""), "市委改革办", "I201"),
        (("已完成", "有问题", "", "2017-07-01", ""), "市委改革办", "I201"),
        (("未启动", "", "", "", "看不到文件"), "市财政局", "I204"),
        (("未启动", "", "", "", ""), "市委改革办", "I205"),
    ],
)
def test_rows_that_cannot_be_taken_are_held(
    city: Path, answer: tuple[str, str, str, str, str], by: str, code: str
) -> None:
    fill(city, {"zb-2017-01/1": answer})
    done = assess(city, "--read", "../back", "--by", by)
    assert [(r["outcome"], r["faults"]) for r in done.data["rows"]] == [("held", [code])]
    assert done.code == 1


def test_of_two_sheets_that_disagree_neither_counts(city: Path) -> None:
    fill(city, FOUND)
    fill(city, FOUND | {"zb-2017-01/2": ("未启动", "", "", "", "")}, "另一份.xlsx")
    done = assess(city, "--read", "../back", "--by", "市委改革办")
    assert sorted((r["ref"], r["outcome"]) for r in done.data["rows"]) == [
        ("zb-2017-01/1", "entry"), ("zb-2017-01/2", "held"), ("zb-2017-01/2", "held"),
    ]  # fmt: skip


def test_the_three_kinds_are_counted_by_field_and_plan(city: Path) -> None:
    rows = assess(city, "--day", "2017-10-31").data["rows"]
    total = rows[0]
    assert (total["total"], total["completed"], total["in_progress"], total["not_started"]) == (6, 2, 3, 1)
    assert (total["completed_rate"], total["in_progress_rate"], total["not_started_rate"]) == (
        "33.3",
        "50.0",
        "16.7",
    )
    for by in ("field", "plan"):
        assert sum(r["total"] for r in rows if r["by"] == by) == 6


@needs_office
def test_another_office_program_keeps_what_it_needs(city: Path) -> None:
    again = city.parent / "另存.xlsx"
    again.write_bytes(resaved(fill(city, FOUND))[0])
    done = assess(city, "--read", str(again), "--by", "市委改革办")
    assert [r["outcome"] for r in done.data["rows"]] == ["entry", "same"]
