"""``ledger export``: a ledger as a workbook, csv, lines and a calendar; each opened by somebody else's program."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from build import OFFICE, entry, make_item, make_ledger, make_plan
from cli_runner import bundled, run
from icalendar import Calendar
from office import needs_office, tables
from python_calamine import CalamineWorkbook
from register_ledger import write_registers
from small_ledger import write_ledger

from ledger.files.sheets.reading import read_sheets
from ledger.loading.exports.exported import exported
from ledger.measures.plans import plan_standing
from ledger.measures.standing import standings
from ledger.model.duty import ITEM, Duty
from ledger.model.plans import Part
from ledger.render.calendar import calendar_bytes
from ledger.render.sheet_csv import csv_bytes
from ledger.render.workbook import workbook_bytes
from ledger.reports.exports.printed_book import Chosen, by_plan, by_unit
from ledger.reports.exports.printed_table import COLUMNS

HEADS = [column.head for column in COLUMNS]
DAY = date(2017, 10, 31)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ledger(tmp_path_factory.mktemp("ledger"))


def export(folder: Path, out: Path, *args: str) -> bytes:
    done = run("export", out, *args, "--day", "2017-10-31", cwd=folder)
    assert (done.code, done.out) == (0, ""), done.err
    assert f"已写 {out}：" in done.err
    return out.read_bytes()


def chosen(*plans) -> Chosen:
    ledger = make_ledger(*plans)
    return Chosen(ledger, DAY, [plan_standing(p, DAY) for p in plans], list(standings(ledger, DAY)))


def row_of(item, **plan) -> dict[str, str]:
    only = chosen(make_plan(item, **plan)).items[0]
    return {column.head: column.cell(only).text for column in COLUMNS}


# --- what is printed ---------------------------------------------------------------------------------------


def test_a_row_says_what_counts_on_the_day() -> None:
    item = make_item(
        "2017-03-15 启动",
        entry("2017-04-01 进展", note="初稿已成", cause="资金未落实"),
        entry("2017-05-01 移交", to="市财政局", by=OFFICE),
        entry("2017-06-20 批准延期", until="2017-10-01", by=OFFICE),
        id="1.10",
        title="建立清单",
        part="一",
        due="2017-06",
        participants=["市财政局", "市教育局"],
    )
    assert row_of(item, parts=(Part(id="一", title="精简"),)) == dict.fromkeys(HEADS, "") | {
        "方案编号": "zb-2017-01",
        "编号": "1.10",
        "所属部分": "精简",
        "事项": "建立清单",
        "牵头单位": "市财政局",
        "配合单位": "市教育局",
        "时限": "2017-10-01",
        "状态": "已启动未完成",
        "逾期情况": "逾期30天",
        "进展情况": "初稿已成",
        "未完成原因": "资金未落实",
    }


@pytest.mark.parametrize(
    ("item", "due", "late"),
    [
        (make_item(due="2017Q4"), "2017Q4", ""),
        (make_item(), "待定", ""),
        (make_item(due="长期"), "长期", ""),
        (make_item(entry("2017-07-02 完成", evidence="1号"), due="2017-06"), "2017-06", "逾期完成"),
        (make_item(due="2017H2", nodes={"a": "2017-09-30"}), "2017H2", "节点a逾期31天"),
        (make_item(due="2017-09", nodes={"a": "2017-09-30"}), "2017-09", "逾期31天"),
        (make_item(due="2017-08", nodes={"a": "2017-09-30"}), "2017-08", "逾期61天"),
    ],
)
def test_a_limit_stands_as_it_was_written(item, due: str, late: str) -> None:
    row = row_of(item)
    assert (row["时限"], row["逾期情况"]) == (due, late)


def test_a_page_for_every_unit_that_leads_and_what_several_lead_on_each() -> None:
    plan = make_plan(make_item(id="1", lead=["市财政局", "市教育局"]), make_item(id="2", lead="市教育局"))
    pages = by_unit(chosen(plan)).pages
    assert {page.name: [row[1].text for row in page.rows] for page in pages} == {
        "市教育局": ["1", "2"],
        "市财政局": ["1"],
    }


def test_a_page_goes_without_a_column_that_would_be_empty() -> None:
    page = by_plan(chosen(make_plan(make_item()))).pages[0]
    assert {"原文", "所属部分"}.isdisjoint(c.head for c in page.columns)
    assert [c.head for c in page.columns if not c.open] == ["方案编号", "编号", "逾期情况", "未完成原因"]


# --- workbooks ---------------------------------------------------------------------------------------------


def test_a_workbook_is_the_same_every_time_and_opens_elsewhere(folder: Path, tmp_path: Path) -> None:
    content = export(folder, tmp_path / "a.xlsx")
    assert export(folder, tmp_path / "b.xlsx") == content
    book = openpyxl.load_workbook(io.BytesIO(content))
    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert shown == ["zb-2017-01", "zb-2017-02", "zb-2017-03"]
    sheet = book["zb-2017-01"]
    assert sheet["A1"].value == "预算改革方案"
    assert sheet.freeze_panes == "A6"
    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("zb-2017-01").to_python()
    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows()] == read
    assert read[4][:3] == ["方案编号", "编号", "事项"]
    assert read[5][:3] == ["zb-2017-01", "1", "编制预算公开办法"]


def test_the_plans_are_in_it_whole_and_filters_choose_their_items(folder: Path, tmp_path: Path) -> None:
    content = export(folder, tmp_path / "a.xlsx", "--plan", "zb-2017-01", "--status", "已完成")
    ((plan,), _) = exported(read_sheets("a.xlsx", "a.xlsx", content))
    assert plan.id == "zb-2017-01"
    done = run(
        "items",
        "--plan",
        "zb-2017-01",
        "--status",
        "已完成",
        "--day",
        "2017-10-31",
        "--format",
        "json",
        cwd=folder,
    )
    assert [item.fields["id"] for item in plan.items] == [
        i["ref"].partition("/")[2] for i in done.data["items"]
    ]


@needs_office
def test_libreoffice_shows_the_same_cells(tmp_path: Path) -> None:
    plan = make_plan(
        make_item(id="1.10", title="=1+1", text="第一行\n第二行"), make_item(id="007", title="@甲")
    )
    (tmp_path / "台账.xlsx").write_bytes(workbook_bytes(by_plan(chosen(plan))))
    (sheets,) = tables(tmp_path / "台账.xlsx")
    rows = sheets["zb-2017-01"]
    head = next(n for n, row in enumerate(rows) if row[:2] == ["方案编号", "编号"])
    assert [row[1:4] for row in rows[head + 1 :]] == [["1.10", "=1+1", "第一行\n第二行"], ["007", "@甲", ""]]
    assert "数据-记录" in sheets


# --- csv and lines -----------------------------------------------------------------------------------------


def test_csv_is_what_chinese_excel_opens_right(folder: Path, tmp_path: Path) -> None:
    content = export(folder, tmp_path / "a.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == HEADS
    assert rows[1][1:4] == ['="1"', "", "编制预算公开办法"]
    assert content.count(b"\r\n") == len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "1.10",
        "007",
        "2017-06",
        "2017年6月",
        "1/2",
        "60%",
        "1e5",
        "(1)",
        "（１）",
        "￥5",
        "＝1+1甲",
        "=1+1",
        "+86",
        "-甲",
        "@甲",
        '=a"b',
        "一\n二",
    ],
)
def test_what_excel_would_take_for_something_else_is_read_again_as_it_was(text: str) -> None:
    content = csv_bytes(["编号", "事项"], [[text, "甲"]])
    written = content.decode("utf-8-sig").splitlines()[1]
    assert not written.startswith(
        ("(", "（", "￥", "＝", "+", "-", "@", text[:1] if text[:1].isdigit() else "@")
    )
    (sheet,) = read_sheets("a.csv", "a.csv", content).sheets
    assert sheet.rows[1].cells[0].text == text


def test_lines_say_everything_and_go_to_stdout(folder: Path) -> None:
    done = run("export", "-", "--to", "jsonl", "--plan", "zb-2017-01", "--day", "2017-10-31", cwd=folder)
    plan, *items = map(json.loads, done.lines)
    assert (done.code, plan["record"], plan["id"]) == (0, "plan", "zb-2017-01")
    assert plan["log"][0] == {"date": "2017-01-10", "event": "审议通过", "by": "市委深改组"}
    assert {(item["record"], item["plan"]) for item in items} == {("item", "zb-2017-01")}
    assert (items[0]["id"], items[0]["log"][0]) == ("1", {"date": "2017-02-01", "event": "启动"})


# --- calendars ---------------------------------------------------------------------------------------------


def duty(**changed) -> Duty:
    said = {
        "ref": "zb-2017-01/1",
        "what": ITEM,
        "unit": "市财政局",
        "due": DAY,
        "met_on": None,
        "title": "甲",
        "settle": "",
    }
    return Duty(**(said | changed))


def events(*duties: Duty, day: date = DAY):
    return Calendar.from_ical(calendar_bytes("待办", day, duties)).walk("VEVENT")


def test_a_duty_is_an_all_day_event_whatever_its_words() -> None:
    title = "建立；清单,一\\二" + "很长" * 60 + "\nEND:VEVENT"
    content = calendar_bytes("待办", date(2017, 11, 3), [duty(title=title, settle="ledger record")])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event["summary"] == f"{ITEM}：{title}".replace("\n", " ")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DAY, date(2017, 11, 1))
    assert event["description"] == "zb-2017-01/1　市财政局\n截至 2017-11-03 已逾期 3 天\nledger record"


def test_a_duty_keeps_its_name_when_its_day_moves_and_no_two_share_one() -> None:
    (before,), (after, other, twin) = (
        events(duty()),
        events(duty(due=date(2017, 12, 31)), duty(unit="乙"), duty(unit="乙")),
    )
    assert before["uid"] == after["uid"]
    assert len({event["uid"] for event in (after, other, twin)}) == 3


def test_a_calendar_holds_the_duties_of_a_unit(tmp_path: Path) -> None:
    done = bundled("export", "-", "--to", "ics", "--unit", "市财政局", "--day", "2017-10-31")
    found = Calendar.from_ical(done.out)
    owed = bundled("unit", "市财政局", "--day", "2017-10-31", "--format", "json").data["duties"]
    assert [str(e.decoded("dtstart")) for e in found.walk("VEVENT")] == [d["due"] for d in owed]
    assert found["x-wr-calname"] == "市财政局待办"


def test_a_calendar_holds_what_registers_ask_for(tmp_path: Path) -> None:
    folder = write_registers(tmp_path)
    text = run("export", "-", "--to", "ics", "--day", "2017-10-31", cwd=folder).out
    whole = text.replace("\r\n ", "").replace("\n ", "")
    assert [act for act in ("部署", "方案", "协调", "督察") if f"SUMMARY:亲自抓{act}：预算改革" in whole] == [
        "部署",
        "方案",
        "协调",
        "督察",
    ]
    assert "ledger record RL-2017-01 抓部署" in whole
