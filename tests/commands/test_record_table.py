"""``ledger record --from``: many entries at once, all or none, each fault at its cell."""

import io
from pathlib import Path

import pytest
from cli_runner import Ran, run
from openpyxl import Workbook
from output_shape import faults
from register_ledger import write_registers
from small_ledger import write_ledger

HEAD = "编号,事件,日期,由谁,说明,进度,佐证,至\n"
GOOD = (
    "zb-2017-01/2,进展,2017/9/1,,指标定稿,60%,,\n"
    "zb-2017-01/2,完成,2017年9月20日,,,,《绩效评价办法》（云财〔2017〕7号）；云财〔2017〕8号:文件,\n"
    'zb-2017-02/1,进展,2017-06-20,,"第一行\n第二行",,,\n'
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path)


def table(ledger: Path, rows: str, *more: str, head: str = HEAD, encoding: str = "utf-8") -> Ran:
    (ledger / "many.csv").write_bytes((head + rows).encode(encoding))
    return run("record", "--from", "many.csv", *more, cwd=ledger)


def plan(ledger: Path, name: str = "zb-2017-01") -> str:
    return (ledger / "2017" / f"{name}.yaml").read_text("utf-8")


def test_a_table_is_shown_first_and_written_on_demand(ledger: Path) -> None:
    before = plan(ledger)
    shown = table(ledger, GOOD)
    assert shown.code == 0
    assert "+        event: 完成\n" in shown.out
    assert "要记 3 条，2 个文件；没有写入，加 --write 写入" in shown.err
    assert plan(ledger) == before
    done = table(ledger, GOOD, "--write")
    assert (done.code, done.out) == (0, shown.out)
    assert "记了 3 条，2 个文件" in done.err
    assert (
        plan(ledger)
        .replace(before.split("  - id: 3")[0], "")
        .startswith(
            """\
      - date: 2017-09-01
        event: 进展
        percent: 60
        note: 指标定稿
      - date: 2017-09-20
        event: 完成
        evidence:
          - number: 云财〔2017〕7号
            title: 绩效评价办法
          - number: 云财〔2017〕8号
            kind: 文件
"""
        )
    )
    assert "        note: |-\n          第一行\n          第二行\n" in plan(ledger, "zb-2017-02")


def test_what_is_written_has_the_layout_of_fmt(ledger: Path) -> None:
    run("fmt", cwd=ledger)
    assert table(ledger, GOOD.replace("指标定稿", "指标定稿，" * 20), "--write").code == 0
    assert run("fmt", "--check", cwd=ledger).code == 0


def test_the_same_table_a_second_time_writes_nothing(ledger: Path) -> None:
    assert table(ledger, GOOD, "--write").code == 0
    before = plan(ledger)
    again = table(ledger, GOOD, "--write")
    assert again.code == 2
    assert again.err.count("错误 I187") == 3
    assert "many.csv B2 错误 I187 zb-2017-01/2 2017-09-01 的“进展”已经记过" in again.err
    assert plan(ledger) == before


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("zb-2017-01/9,启动,2017-09-01,,,,,", "A2 错误 I182 没有“zb-2017-01/9”"),
        ("zb-2017-01/2,办结,2017-09-01,,,,,", "B2 错误 I183 事项没有“办结”这个事件"),
        ("zb-2017-01/2,进展,九月上旬,,,,,", "C2 错误 I184 日期（date）写着“九月上旬”，不是哪一天"),
        ("zb-2017-01/2,进展,2018-09-01,,,,,", "C2 错误 I184 2018-09-01 还没有到"),
        ("zb-2017-01/2,启动,2017-09-01,,,,,2017-12-31", "H2 错误 I185 记“启动”用不到延期至（until）"),
        ("zb-2017-01/2,批准延期,2017-09-01,,,,,2017-12-31", "B2 错误 I186 记“批准延期”要写由谁（by）"),
        ("zb-2017-01/2,更正,2017-09-01,市委改革办,误记,,,", "B2 错误 I186 记“更正”要写作废（voids）"),
        ("zb-2017-01/2,进展,,,,,,", "A2 错误 I186 没有写日期"),
        (",进展,2017-09-01,,,,,", "A2 错误 I186 没有写编号"),
        ("zb-2017-01/2,销号,2017-09-01,市委改革办,,,,", "B2 错误 I188 记下就通不过 P121"),
        ("zb-2017-01/2,进展,2017-09-01,,,160,,", "B2 错误 I188 记下就通不过 R124"),
    ],
)  # fmt: skip
def test_one_bad_row_keeps_all_of_them_out(ledger: Path, row: str, said: str) -> None:
    before = plan(ledger)
    done = table(ledger, f"{row}\n{GOOD}", "--write")
    assert done.code == 2
    assert f"many.csv {said}" in done.err
    assert "一条也没有记" in done.err
    assert ("I188" in said) == ("；这一行先不记的，从表里删去" in done.err)
    assert plan(ledger) == before
    assert table(ledger, row + "\n").code == 1


def test_heads_may_say_what_people_say(ledger: Path) -> None:
    done = table(
        ledger, "zb-2017-01/2,移交,2017-09-01,市财政局,市委改革办\n", head="编号,事件,日期,移交给,由谁\n"
    )
    assert (done.code, "I181" in done.err) == (0, False)
    assert "+        to: 市财政局\n" in done.out


def test_every_fault_is_told_at_once(ledger: Path) -> None:
    done = table(
        ledger,
        "zb-9,启动,2017-09-01\nzb-2017-01/2,办结,2017-09-01\nzb-2017-01/2,进展,x\nzb-2017-01/1,启动,2017-09-01\n",
        head="编号,事件,日期\n",
    )
    assert [line.split()[1] for line in done.err.splitlines() if "错误 I" in line] == ["A2", "B3", "C4", "B5"]


def test_rows_go_in_by_day_and_late_ones_say_when_they_were_recorded(ledger: Path) -> None:
    rows = "zb-2017-01/3,进展,2017-09-01\nzb-2017-01/3,进展,2017-02-01\nzb-2017-01/3,进展,2017-08-01\n"
    done = table(ledger, rows, "--write", head="ref,event,date\n")
    assert done.code == 0
    added = plan(ledger).split("percent: 20\n")[1]
    assert [line.split(": ")[1] for line in added.splitlines() if "date:" in line] == [
        "2017-02-01",
        "2017-08-01",
        "2017-09-01",
    ]
    assert added.count("recorded: 2017-11-15") == 1


def test_a_day_for_all_rows_and_the_encodings_of_offices(ledger: Path) -> None:
    done = table(
        ledger, "zb-2017-01/2,进展\n", "--date", "2017-09-02", head="事项编号,事件\n", encoding="gb18030"
    )
    assert done.code == 0
    assert "+      - date: 2017-09-02\n" in done.out


def test_a_workbook_will_do_too(ledger: Path) -> None:
    book, content = Workbook(), io.BytesIO()
    sheet = book.active
    for row in (
        ["2017年9月例会"],
        ["编号", "事件", "日期", "进度"],
        ["zb-2017-01/2", "进展", "2017-09-01", 0.6],
    ):
        sheet.append(row)
    sheet["D3"].number_format = "0%"
    book.save(content)
    (ledger / "many.xlsx").write_bytes(content.getvalue())
    done = run("record", "--from", "many.xlsx", "--format", "json", cwd=ledger)
    assert faults(done.document) == []
    assert done.data["entries"] == [
        {
            "ref": "zb-2017-01/2",
            "entry": {"date": "2017-09-01", "event": "进展", "percent": "60"},
            "path": "2017/zb-2017-01.yaml",
            "cell": "Sheet!A3",
        }
    ]
    assert done.data["written"] is False


def test_columns_that_nobody_knows_are_named_and_two_of_a_kind_refused(ledger: Path) -> None:
    done = table(ledger, "zb-2017-01/2,进展,2017-09-01,甲\n", head="编号,事件,日期,说名\n")
    assert done.code == 0
    assert "many.csv D1 警告 I181 “说名”一列不认得，没有读" in done.err
    done = table(ledger, "zb-2017-01/2,进展,2017-09-01,甲\n", head="编号,事件,日期,date\n")
    assert (done.code, "many.csv D1 错误 I102" in done.err) == (1, True)


def test_a_table_without_a_head_is_refused(ledger: Path) -> None:
    done = table(ledger, GOOD, head="")
    assert (done.code, "many.csv A1 错误 I180" in done.err) == (1, True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--from none.csv", "没有 none.csv 这个文件"),
        ("--from many.csv --note 甲", "--note 写在表的一列里"),
        ("zb-2017-01/2 进展 --write", "不用 --write"),
        ("--from ledger.yaml", "不是读得了的表格"),
    ],
)
def test_wrong_use_is_one_sentence(ledger: Path, line: str, said: str) -> None:
    (ledger / "many.csv").write_text(HEAD + GOOD, "utf-8")
    done = run("record", *line.split(), cwd=ledger)
    assert done.code == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1


def test_what_registers_hold_is_recorded_by_its_references(tmp_path: Path) -> None:
    folder = write_registers(tmp_path)
    rows = "dc-2017-01/1,验收,2017-10-20,市委改革办\nRL-2017-01,抓部署,2017-09-01,\nRL-2017-01,抓方案,2017-09-02,\n"
    (folder / "many.csv").write_text("编号,事件,日期,由谁\n" + rows, "utf-8")
    done = run("record", "--from", "many.csv", "--write", cwd=folder)
    assert (done.code, done.err) == (0, "记了 3 条，2 个文件\n")
    shown = run("show", "RL-2017-01", cwd=folder).out
    assert ("2017-09-01 办结" in shown, "2017-09-02 办结" in shown) == (True, True), shown
    own = "编号,事件,日期,由谁\ndc-2017-01/1,销号,2017-10-21,市财政局\n"
    (folder / "many.csv").write_text(own, "utf-8")
    refused = run("record", "--from", "many.csv", cwd=folder)
    assert (refused.code, "I188" in refused.err) == (1, True)
