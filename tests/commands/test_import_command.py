"""``ledger import`` as people type it: the preview, what is written, what is refused, and the same sheet once more."""

from pathlib import Path

import pytest
from cli_runner import Ran, cells, run
from issuing_ledger import contents
from output_shape import faults
from small_ledger import write_ledger

NEW = """\
社会治理创新实施方案,,,,,
（云改办发〔2017〕30号）,,,,,
序号,工作任务,责任单位,完成时限,状态,佐证
1,编制社区工作事项清单,市教育局牵头,2017年10月底前,已完成,云教发〔2017〕12号
2,建立社区协商议事制度,市财政局牵头；市教育局配合,2018年上半年,未启动,
合计,2项,,,,
"""
NEWER = """\
序号,工作任务,牵头单位,完成时限,状态,工作进展
2,建立绩效评价制度,市财政局,2017-12-31,已启动未完成,已征求意见
3,清理专项资金,市财政局,2017-12-31,已启动未完成,
4,推进预决算公开,市财政局,2018-06,未启动,
"""
SHEET = "表.csv"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "台账")


def bring(ledger: Path, text: str, *args: str, encoding: str = "utf-8") -> Ran:
    """The sheet imported from beside the ledger; under json too, which changes nothing."""
    (ledger.parent / SHEET).write_bytes(text.encode(encoding))
    before = contents(ledger)
    json = run(
        "import",
        f"../{SHEET}",
        *(a for a in args if a not in {"--write", "--partial"}),
        "--format",
        "json",
        cwd=ledger,
    )
    assert faults(json.document) == []
    assert json.data is None or json.data["written"] is False
    assert contents(ledger) == before
    return run("import", f"../{SHEET}", *args, cwd=ledger)


def test_a_new_plan_is_shown_then_written_and_then_there_is_nothing_to_do(ledger: Path) -> None:
    shown = bring(ledger, NEW, "--plan", "zb-2017-09")
    assert shown.code == 0, shown.out
    assert "按 UTF-8 编码读取" in shown.out
    assert "读作 2 项事项，略去 1 行：新增 2 项。" in shown.out
    assert shown.err == "只是预览，没有写入；核对后加 --write 写入 1 个文件\n"
    done = bring(ledger, NEW, "--plan", "zb-2017-09", "--write")
    assert (done.code, done.err) == (0, "已写 1 个文件\n")
    assert (
        (ledger / "2017/zb-2017-09.yaml").read_text("utf-8")
        == """\
id: zb-2017-09
title: 社会治理创新实施方案
number: 云改办发〔2017〕30号
items:
  - id: 1
    title: 编制社区工作事项清单
    lead: 市教育局
    due: 2017-10
    log:
      - date: 2017-11-15
        event: 完成
        evidence:
          - number: 云教发〔2017〕12号

  - id: 2
    title: 建立社区协商议事制度
    lead: 市财政局
    with: 市教育局
    due: 2018H1
"""
    )
    assert run("check", cwd=ledger).code == 0
    again = bring(ledger, NEW, "--write")  # its number says which plan it is
    assert (again.code, again.err) == (0, "没有要写的：表里的都已在台账里\n")


def test_a_newer_sheet_becomes_entries_and_a_new_item(ledger: Path) -> None:
    before = (ledger / "2017/zb-2017-01.yaml").read_text("utf-8")
    refused = bring(ledger, NEWER, "--plan", "zb-2017-01", "--write")
    assert refused.code == 2
    assert "错误 I143  D2  时限：台账里是2017-09-30，表里是2017-12-31" in refused.out
    assert "没有写入任何文件" in refused.err
    assert (ledger / "2017/zb-2017-01.yaml").read_text("utf-8") == before
    said = ("--plan", "zb-2017-01", "--by", "改革办", "--date", "2017-09-25")
    done = bring(ledger, NEWER, *said, "--write", "--diff")
    assert (done.code, done.err) == (0, "已写 1 个文件\n")
    added = [line[1:] for line in done.out.splitlines() if line.startswith("+") and "+++" not in line]
    assert added == [
        "      - date: 2017-09-25",
        "        event: 批准延期",
        "        by: 市委改革办",
        "        until: 2017-12-31",
        "      - date: 2017-09-25",
        "        event: 进展",
        "        note: 已征求意见",
        "  - id: 4",
        "    title: 推进预决算公开",
        "    lead: 市财政局",
        "    due: 2018-06",
    ]
    assert not any(
        line.startswith("-") and "---" not in line for line in done.out.splitlines() if line[1:2] == " "
    )
    assert "警告 I151" in done.out
    again = bring(ledger, NEWER, *said, "--write")
    assert again.err == "没有要写的：表里的都已在台账里\n"


def test_partial_writes_what_was_understood_and_counts_the_rest(ledger: Path) -> None:
    sheet = NEWER.replace("2018-06,未启动", "尽快,未启动")
    whole = bring(ledger, sheet, "--plan", "zb-2017-01", "--by", "改革办", "--write")
    assert whole.code == 2
    assert (
        whole.err
        == "错误：有 1 行读不懂或不能记，没有写入任何文件；改好再导入，或用 --write --partial 先写读懂的\n"
    )
    part = bring(ledger, sheet, "--plan", "zb-2017-01", "--by", "改革办", "--write", "--partial")
    assert (part.code, part.err) == (1, "已写 1 个文件；1 行没有写入，见上面的错误\n")
    text = (ledger / "2017/zb-2017-01.yaml").read_text("utf-8")
    assert "批准延期" in text
    assert "推进预决算公开" not in text


def test_units_are_registered_only_when_that_is_said(ledger: Path) -> None:
    sheet = NEW.replace("市教育局配合", "市审计局配合")
    refused = bring(ledger, sheet, "--plan", "zb-2017-09", "--write")
    assert refused.code == 2
    assert "配合单位“市审计局”不在 units.yaml 里" in refused.out
    before = (ledger / "units.yaml").read_text("utf-8")
    done = bring(ledger, sheet, "--plan", "zb-2017-09", "--write", "--add-units")
    assert (done.code, done.err) == (0, "已写 2 个文件\n")
    assert (ledger / "units.yaml").read_text("utf-8") == before + "  - id: 市审计局\n    kind: 部门\n"


def test_a_ledger_without_a_register_knows_no_strangers(ledger: Path) -> None:
    sheet = NEW.replace("市教育局配合", "市审计局配合")
    (ledger / "units.yaml").write_text("units: [", "utf-8")
    assert "units.yaml 有错没有读入" in bring(ledger, sheet, "--plan", "zb-2017-09").err
    (ledger / "units.yaml").unlink()
    assert bring(ledger, sheet, "--plan", "zb-2017-09", "--add-units").code == 2
    assert bring(ledger, sheet, "--plan", "zb-2017-09", "--write").err == "已写 1 个文件\n"


def test_what_a_chinese_excel_saves_is_read_and_said(ledger: Path) -> None:
    shown = bring(ledger, NEW, "--plan", "zb-2017-09", encoding="gb18030")
    assert shown.code == 0
    assert "GB18030" in shown.out


def test_a_file_without_a_list_says_what_was_looked_for(ledger: Path) -> None:
    done = bring(ledger, "甲,乙\n1,2\n")
    assert done.code == 1
    assert "I101" in done.out
    assert done.err == "表格有错，没有写入任何文件；改好再导入\n"


PLACES = {
    "zb-2018-07": "2018/zb-2018-07.yaml",
    "shequ": "2017/shequ.yaml",
    "a/b": "里面不能有空白、/ 或 #",
    "../a": "以句点开头",
    ".a": "以句点开头",
    "CON": "Windows 的设备名",
}


@pytest.mark.parametrize(("name", "said"), PLACES.items(), ids=PLACES)
def test_a_new_plan_is_a_file_of_its_year_that_any_computer_can_hold(
    ledger: Path, name: str, said: str
) -> None:
    done = bring(ledger, NEW.replace("2018年上半年", "2018H1"), "--plan", name)
    assert said in done.out + done.err
    assert done.code == (0 if said.endswith(".yaml") else 2)


def test_rows_for_programs_and_for_spreadsheets(ledger: Path) -> None:
    (ledger.parent / SHEET).write_text(NEW, "utf-8")
    done = run("import", f"../{SHEET}", "--plan", "zb-2017-09", "--format", "json", cwd=ledger)
    [plan], rows = done.data["plans"], done.data["rows"]
    assert (plan["path"], plan["new"], plan["added"], plan["skipped"]) == ("2017/zb-2017-09.yaml", True, 2, 1)
    assert [(row["cell"], row["read_as"], row["result"]) for row in rows] == [
        ("A4", "item", "new"),
        ("A5", "item", "new"),
        ("A6", "nothing", "skipped"),
    ]
    assert rows[1]["lead"] == ["市财政局"]
    assert rows[0]["entries"][0]["event"] == "完成"
    table = run("import", f"../{SHEET}", "--plan", "zb-2017-09", "--format", "csv", cwd=ledger)
    assert table.lines[0].startswith("cell,plan,read_as,id,title,lead,due")
    wide = run("import", f"../{SHEET}", "--plan", "zb-2017-09", cwd=ledger, terminal=80)
    assert max(map(cells, wide.lines)) <= 80
