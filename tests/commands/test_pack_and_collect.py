"""The monthly round: workbooks go out, some come back, what they say is recorded once, who has not returned is named."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from cli_runner import Ran, run
from issuing_ledger import contents
from office import needs_office, resaved
from openpyxl.comments import Comment
from output_shape import faults
from small_ledger import write_ledger

MONTH = "2017-11"
FIRST_ROW = 6
"""Below the title, three notes and the head."""
Answers = dict[str, tuple[str | None, str | None, str | None]]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A ledger that has sent its workbooks of November into ``out``; nothing came ``back`` yet."""
    folder = write_ledger(tmp_path / "city")
    assert pack(folder, "../out").code == 0
    (tmp_path / "back").mkdir()
    return folder


def pack(ledger: Path, out: str, *args: str) -> Ran:
    return run("pack", "--month", MONTH, "--out", out, *args, cwd=ledger)


def collect(ledger: Path, *args: str, today: str = "2017-11-28") -> Ran:
    done = run("collect", "../back", *args, "--format", "json", cwd=ledger, today=today)
    assert faults(done.document) == []
    return done


def answer(ledger: Path, unit: str, answers: Answers, name: str | None = None) -> Path:
    """The unit's workbook, with these cells filled by another library, under any name."""
    sent = ledger.parent / "out" / f"{MONTH}-{unit}.xlsx"
    book = openpyxl.load_workbook(sent)
    sheet = book.worksheets[0]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        for column, text in enumerate(answers.get(str(sheet.cell(row, 1).value), ()), 7):
            sheet.cell(row, column).value = text
    path = ledger.parent / "back" / (name or sent.name)
    book.save(path)
    return path


NEWS: Answers = {
    "zb-2017-01/2": ("有进展", "印发征求意见稿", None),
    "zb-2017-01/3": ("已完成", None, "云财〔2017〕20号、云财〔2017〕21号"),
}


def test_every_lead_gets_what_it_still_owes(city: Path) -> None:
    out = city.parent / "out"
    assert sorted(p.name for p in out.iterdir()) == ["2017-11-市教育局.xlsx", "2017-11-市财政局.xlsx"]
    sheet = openpyxl.load_workbook(out / "2017-11-市财政局.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(FIRST_ROW - 1)]
    assert rows == [
        ["编号", "事项", "时限", "状态", "上月进展", "逾期天数", "本月状态", "进展情况", "佐证文号"],
        ["zb-2017-01/2", "建立绩效评价制度", "2017-09-30", "已启动未完成", None, 46, None, None, None],
        ["zb-2017-01/3", "清理专项资金", "2017-12-31", "已启动未完成", None, None, None, None, None],
        ["zb-2017-03/1", "开通电子支付", "2017-11-10", "未启动", None, 5, None, None, None],
    ]
    assert sheet.protection.sheet
    assert [sheet.cell(FIRST_ROW, n).protection.locked for n in range(1, 10)] == [True] * 6 + [False] * 3


def test_packing_again_writes_nothing_and_overwrites_nothing(city: Path) -> None:
    done = pack(city, "../out", "--format", "json")
    assert faults(done.document) == []
    assert [(b["unit"], b["items"], b["overdue"], b["written"]) for b in done.data["books"]] == [
        ("市财政局", 3, 2, False),
        ("市教育局", 1, 1, False),
    ]
    filled = answer(city, "市财政局", NEWS)
    shutil.copy(filled, city.parent / "out")
    before = contents(city.parent / "out")
    done = pack(city, "../out")
    assert (done.code, done.out) == (2, "")
    assert "已有 1 份与这次的不同，也许有人填过" in done.err
    assert contents(city.parent / "out") == before


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--month", "2017-12", "--out", "x"), "2017-12 还没有到"),
        (("--month", MONTH, "--out", "ledger.yaml"), "是文件"),
    ],
)
def test_what_cannot_be_packed(tmp_path: Path, args: tuple[str, ...], words: str) -> None:
    done = run("pack", *args, cwd=write_ledger(tmp_path))
    assert done.code == 2
    assert words in done.err


def test_what_came_back_is_recorded_once_and_who_did_not_return_is_named(city: Path) -> None:
    answer(city, "市财政局", NEWS, "财政局-终稿.xlsx")
    before = contents(city)
    done = collect(city)
    assert done.code == 0, done.err
    assert contents(city) == before
    assert [(u["unit"], u["came"]) for u in done.data["units"]] == [
        ("市财政局", "filled"),
        ("市教育局", "missing"),
    ]
    assert [(r["ref"], r["cell"], r["event"]) for r in done.data["rows"]] == [
        ("zb-2017-01/2", "报送表!G6", "进展"),
        ("zb-2017-01/3", "报送表!G7", "完成"),
    ]
    patch = done.data["diff"]
    assert [line for line in patch.splitlines() if line.startswith("-")] == ["--- 2017/zb-2017-01.yaml"]
    assert collect(city, "--write").data["written"]
    text = (city / "2017/zb-2017-01.yaml").read_text("utf-8")
    assert (
        "      - date: 2017-11-28\n        event: 完成\n        by: 市财政局\n        evidence:\n"
        "          - number: 云财〔2017〕20号\n          - number: 云财〔2017〕21号\n"
    ) in text
    assert run("check", cwd=city).code == 0
    again = contents(city)
    done = collect(city, "--write", today="2017-12-04")
    assert [r["outcome"] for r in done.data["rows"]] == ["known", "known"]
    assert contents(city) == again


def test_after_the_month_entries_are_dated_on_its_last_day_and_say_when_they_came(city: Path) -> None:
    answer(city, "市财政局", NEWS)
    assert "recorded" not in collect(city, today="2017-11-30").data["diff"]
    late = collect(city, today="2017-12-04").data
    assert (late["date"], late["diff"].count("recorded: 2017-12-04")) == ("2017-11-30", 2)
    assert collect(city, "--date", "2017-11-20", today="2017-12-04").data["date"] == "2017-11-20"


def test_a_person_reads_first_who_is_missing_and_what_was_held_back(city: Path) -> None:
    answer(
        city, "市财政局", {"zb-2017-01/2": (None, "正在办", None), "zb-2017-01/3": ("无进展", "等文件", None)}
    )
    (city.parent / "back" / "2017-11-市教育局.et").write_bytes(b"?")
    (city.parent / "back" / "~$2017-11-市教育局.xlsx").write_bytes(b"?")
    done = run("collect", "../back", cwd=city)
    assert done.code == 1
    assert [line for line in done.lines if line.startswith("没有收到")] == [
        "没有收到1家（只说这次给出的文件）：市教育局",
        "没有收到    1 家",
    ]
    assert "或许是 ../back/2017-11-市教育局.et，读不了" in done.out
    assert "各表        共 3 行，填了 2 行，没有填 1 行" in done.out
    assert "错误  I170  ../back/2017-11-市财政局.xlsx 报送表!G6" in done.out
    assert "错误  I160  ../back/2017-11-市教育局.et" in done.out
    assert done.out.endswith("没有要记的。\n")
    assert done.err == ""


def test_workbooks_that_nobody_filled_are_no_answer(city: Path) -> None:
    shutil.copytree(city.parent / "out", city.parent / "back", dirs_exist_ok=True)
    done = run("collect", "../back", cwd=city)
    assert "一行没填2家：市财政局、市教育局" in done.out
    assert [line for line in done.lines if line.startswith(("填了交回", "一行没填  ", "要催的"))] == [
        "填了交回    0 家",
        "一行没填    2 家",
        "要催的 2 家",
    ]
    answer(city, "市财政局", NEWS)
    answer(city, "市教育局", {"zb-2017-02/1": ("无进展", "等选址", None)})
    assert "发出的2家都填了交回" in collect(city).document["remarks"]


def test_a_packed_workbook_is_not_to_be_imported(city: Path) -> None:
    done = run("import", "../out/2017-11-市财政局.xlsx", "--plan", "zb-2017-01", cwd=city)
    assert (done.code, "用 ledger collect 收" in done.err) == (2, True)


def test_a_comment_that_somebody_pinned_to_a_cell_is_told(city: Path) -> None:
    filled = answer(city, "市财政局", NEWS)
    book = openpyxl.load_workbook(filled)
    book.worksheets[0]["C6"].comment = Comment("申请延期到年底", "李某")
    book.save(filled)
    [fault] = collect(city).document["diagnostics"]
    assert (fault["code"], fault["cell"], fault["message"]) == ("I167", "报送表!C6", "有批注，没有读")


def test_a_row_that_a_rule_objects_to_is_held_back_and_the_others_are_recorded(city: Path) -> None:
    """The paper proves another item already (P124)."""
    answer(city, "市财政局", NEWS | {"zb-2017-01/3": ("已完成", None, "云财〔2017〕1号")})
    done = collect(city, "--write")
    assert done.code == 1
    assert [(r["ref"], r["outcome"], r["fault"]) for r in done.data["rows"]] == [
        ("zb-2017-01/2", "entry", None),
        ("zb-2017-01/3", "held", "I177"),
    ]
    [fault] = done.document["diagnostics"]
    assert (fault["cell"], "P124" in fault["message"]) == ("报送表!G7", True)
    assert run("check", cwd=city).code == 0


def test_an_entry_that_spoils_one_dated_after_it_is_held_back_alone(tmp_path: Path) -> None:
    """Sent in December for November, when the item had begun in December."""
    city = write_ledger(tmp_path / "city")
    (tmp_path / "back").mkdir()
    begun = ("record", "zb-2017-03/1", "启动", "--date", "2017-12-01")
    assert run(*begun, cwd=city, today="2017-12-04").code == 0
    assert run("pack", "--month", MONTH, "--out", "../out", cwd=city, today="2017-12-04").code == 0
    answer(city, "市财政局", {"zb-2017-03/1": ("已启动", None, None), "zb-2017-01/2": NEWS["zb-2017-01/2"]})
    done = collect(city, "--write", today="2017-12-04")
    assert [(r["ref"], r["outcome"], r["fault"]) for r in done.data["rows"]] == [
        ("zb-2017-01/2", "entry", None),
        ("zb-2017-03/1", "held", "I177"),
    ]
    assert run("check", cwd=city).code == 0


def test_one_paper_for_two_items_is_nobodys(city: Path) -> None:
    answer(city, "市财政局", dict.fromkeys(NEWS, ("已完成", None, "云财〔2017〕20号")))
    assert [r["fault"] for r in collect(city).data["rows"]] == ["I177", "I177"]


def test_what_was_recorded_since_is_a_conflict_and_not_guessed(city: Path) -> None:
    answer(city, "市财政局", NEWS)
    done = run("record", "zb-2017-01/2", "进展", "--note", "已开标", cwd=city, today="2017-11-20")
    assert done.code == 0, done.err
    rows = collect(city, "--write").data["rows"]
    assert [(r["ref"], r["fault"]) for r in rows] == [("zb-2017-01/2", "I172"), ("zb-2017-01/3", None)]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("没有.xlsx",), "没有 没有.xlsx 这个文件或文件夹"),
        (("ledger.yaml",), "没有一份读得了的报送表"),
        (("../out", "--month", "2017-10"), "没有一份读得了的报送表"),
        (("../out", "--date", "2017-12-31"), "还没有到"),
        (("../out", "--month", "十一月"), "不是月份"),
    ],
)
def test_what_cannot_be_collected(city: Path, args: tuple[str, ...], words: str) -> None:
    done = run("collect", *args, cwd=city)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_an_archived_ledger_takes_nothing_that_came_later(city: Path) -> None:
    with (city / "ledger.yaml").open("a") as file:
        file.write("as_of: 2017-10-31\n")
    done = run("collect", "../out", cwd=city)
    assert done.code == 2
    assert "as_of 归档在 2017-10-31" in done.err


@needs_office
def test_a_workbook_saved_again_by_libreoffice_keeps_its_locks_lists_and_secrets(city: Path) -> None:
    [saved] = resaved(answer(city, "市财政局", NEWS))
    path = city.parent / "back" / "2017-11-市财政局.xlsx"
    path.write_bytes(saved)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.protection.sheet
    assert (sheet["A6"].protection.locked, sheet["H6"].protection.locked) == (True, False)
    assert sheet.data_validations.dataValidation[0].formula1 == '"已启动,有进展,已完成,无进展"'
    assert [r["event"] for r in collect(city).data["rows"]] == ["进展", "完成"]
