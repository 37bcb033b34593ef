"""``ledger record``: one entry more in a file, every other byte as it was, and what it refuses."""

from pathlib import Path

import pytest
from cli_runner import Ran, run
from issuing_ledger import OCTOBER, contents, errors, small
from output_shape import faults
from small_ledger import HEAD

TODAY = "2017-11-15"
UPSTREAM = """\
upstream:
  - id: sj-1
    title: 关于预算公开的意见
    group: 经济体制改革专项小组
    lead: 市财政局
    log:
      - date: 2017-11-01
        event: 通过
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """With a document from above, and the papers of October."""
    folder = small(tmp_path)
    (folder / "registers").mkdir()
    (folder / "registers/upstream.yaml").write_text(UPSTREAM, "utf-8")
    assert run(*OCTOBER, "--write", cwd=folder).code == 0
    return folder


def refused(ledger: Path, *args: str, command: str = "record") -> Ran:
    """Exit 2, and no byte changed; in json too."""
    before = contents(ledger)
    done = run(command, *args, cwd=ledger)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    json = run(command, *args, "--format", "json", cwd=ledger)
    assert (json.code, json.document["ok"], json.data) == (2, False, None)
    assert faults(json.document) == []
    assert contents(ledger) == before
    return done


def lines_added(ledger: Path, *args: str, path: str = "2017/zb-2017-01.yaml", today: str = TODAY) -> str:
    """The lines that the entry put into the file; all others stand as they stood, and the diff shows just these."""
    before = (ledger / path).read_bytes().decode().splitlines(keepends=True)
    done = run("record", *args, cwd=ledger, today=today)
    assert done.code == 0, done.err
    after = (ledger / path).read_bytes().decode().splitlines(keepends=True)
    start = next(
        (n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before)
    )
    kept = len(before) - start
    added = after[start : len(after) - kept]
    assert after == [*before[:start], *added, *before[start:]]
    assert [
        line[1:] for line in done.out.splitlines(keepends=True) if line.startswith("+") and "+++" not in line
    ] == added
    assert not any(line.startswith("-") and "---" not in line for line in done.out.splitlines())
    return "".join(added)


# --- what is written -------------------------------------------------------------------------------------------


def test_an_entry_and_its_diff(ledger: Path) -> None:
    done = run("record", "zb-2017-01/3", "进展", "--percent", "40", "--note", "已清理两类", cwd=ledger)
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
--- 2017/zb-2017-01.yaml
+++ 2017/zb-2017-01.yaml
@@ -35,3 +35,7 @@
       - date: 2017-03-01
         event: 进展
         percent: 20
+      - date: 2017-11-15
+        event: 进展
+        percent: 40
+        note: 已清理两类
"""
    )
    assert errors(ledger, TODAY) == []


EVENTS = {
    "an item": ("zb-2017-03/1 启动", "2017/zb-2017-03.yaml", "- date: 2017-11-15\n        event: 启动\n"),
    "its identifier": ("zb-2017-03/1 start", "2017/zb-2017-03.yaml", "        event: 启动\n"),
    "an item's end": (
        "zb-2017-01/3 complete --evidence 云财〔2017〕31号:制度成果",
        "2017/zb-2017-01.yaml",
        "        evidence:\n          - number: 云财〔2017〕31号\n            kind: 制度成果\n",
    ),
    "a plan": (
        "zb-2017-01 年中督察 --by 改革办",
        "2017/zb-2017-01.yaml",
        "    event: 年中督察\n    by: 改革办\n",
    ),
    "a plan without a log": (
        "zb-2017-03 印发",
        "2017/zb-2017-03.yaml",
        "log:\n  - date: 2017-11-15\n    event: 印发\n",
    ),
    "a slip": (
        "TS-2017-001 作废 --by 市委改革办 --note 发错了",
        "slips/2017/TS-2017-001.yaml",
        "  - date: 2017-11-15\n    event: 作废\n    by: 市委改革办\n    note: 发错了\n",
    ),
    "an extension": (
        "zb-2017-01/3 批准延期 --until 2018-03-31 --by 市委改革办",
        "2017/zb-2017-01.yaml",
        "        event: 批准延期\n        by: 市委改革办\n        until: 2018-03-31\n",
    ),
    "a transfer": (
        "zb-2017-01/3 移交 --to 市教育局 --by 市委改革办",
        "2017/zb-2017-01.yaml",
        "        to: 市教育局\n",
    ),
    "a split": (
        "zb-2017-01/3 拆分 --into zb-2017-01/1 --into zb-2017-01/2 --by 市委改革办",
        "2017/zb-2017-01.yaml",
        "        into: [zb-2017-01/1, zb-2017-01/2]\n",
    ),
    "a document from above": (
        "sj-1 对接提示 --by 市委改革办",
        "registers/upstream.yaml",
        "      - date: 2017-11-15\n        event: 对接提示\n        by: 市委改革办\n",
    ),
    "its companion plan": (
        "sj-1 issue_companion --plan zb-2017-01",
        "registers/upstream.yaml",
        "        event: 配套印发\n        plan: zb-2017-01\n",
    ),
}


@pytest.mark.parametrize("name", EVENTS)
def test_every_kind_of_thing_takes_its_events(ledger: Path, name: str) -> None:
    line, path, expected = EVENTS[name]
    assert expected in lines_added(ledger, *line.split(), path=path)
    assert run("check", "--day", TODAY, cwd=ledger).code == 0


def test_a_fact_that_contradicts_a_paper_is_told_though_the_papers_file_is_not_written(ledger: Path) -> None:
    moved = ["--date", "2017-10-20", "--to", "市教育局", "--by", "市委改革办"]
    done = run("record", "zb-2017-01/2", "移交", *moved, cwd=ledger)
    assert done.code == 0
    assert "警告 S124 主送单位市财政局" in done.err
    assert "作废 JB-2017-001，由 ledger escalate 重发" in done.err


def test_a_row_of_a_slip(ledger: Path) -> None:
    """``log: []`` becomes a list: the only line that is changed and not added."""
    path = ledger / "slips/2017/JB-2017-001.yaml"
    before = path.read_text("utf-8")
    assert run("record", "JB-2017-001/1", "回复", "--by", "财政局", cwd=ledger).code == 0
    assert path.read_text("utf-8") == before.replace(
        "    log: []\n", "    log:\n      - date: 2017-11-15\n        event: 回复\n        by: 财政局\n"
    )
    assert "event: 验收" in lines_added(
        ledger, "JB-2017-001", "验收", "--by", "市委改革办", path="slips/2017/JB-2017-001.yaml"
    )


def test_a_node_by_its_reference(ledger: Path) -> None:
    path = ledger / "2017/zb-2017-01.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "    title: 清理专项资金\n",
            "    title: 清理专项资金\n    nodes: [{id: a, title: 出清单, due: 2017-10-31}]\n",
        ),
        "utf-8",
    )
    added = lines_added(ledger, "zb-2017-01/3#a", "节点完成", "--evidence", "云财〔2017〕8号")
    assert "        event: 节点完成\n        node: a\n" in added
    refused(ledger, "zb-2017-01/3#b", "节点完成", "--evidence", "云财〔2017〕8号")


def test_several_pieces_of_evidence(ledger: Path) -> None:
    texts = ["云财〔2017〕31号:制度成果", "会议纪要〔2017〕4号：会议纪要", "http://a.invalid:80/x", "甲:乙"]
    args = [word for text in texts for word in ("--evidence", text)]
    assert lines_added(ledger, "zb-2017-01/3", "完成", *args).partition("evidence:\n")[2] == (
        "          - number: 云财〔2017〕31号\n            kind: 制度成果\n"
        "          - number: 会议纪要〔2017〕4号\n            kind: 会议纪要\n"
        "          - number: http://a.invalid:80/x\n          - number: 甲:乙\n"
    )


def test_an_entry_dated_before_the_one_above_says_when_it_was_recorded(ledger: Path) -> None:
    added = lines_added(ledger, "zb-2017-01/3", "进展", "--date", "2017-02-01")
    assert added == "      - date: 2017-02-01\n        event: 进展\n        recorded: 2017-11-15\n"
    assert "recorded" not in lines_added(ledger, "zb-2017-01/2", "进展", "--date", "2017-03-01")
    assert errors(ledger, TODAY) == []


def test_a_correction_voids_an_entry_and_the_rest_stands(ledger: Path) -> None:
    added = lines_added(
        ledger, "zb-2017-01/3", "更正", "--by", "市委改革办", "--note", "记错了", "--voids", "2017-03-01:进展"
    )
    assert "        voids: {date: 2017-03-01, event: 进展}\n" in added
    data = run("why", "zb-2017-01/3", "--day", TODAY, "--format", "json", cwd=ledger).data
    assert data["status"] == "not_started"
    assert errors(ledger, TODAY) == []


def test_a_correction_mends_a_slip_of_the_pen(ledger: Path) -> None:
    args = ["更正", "--by", "市委改革办", "--note", "笔误", "--field", "due", "--to", "2018-01-31"]
    added = lines_added(ledger, "zb-2017-01/3", *args)
    assert "        field: due\n" in added
    assert "        to: 2018-01-31\n" in added
    data = run("why", "zb-2017-01/3", "--day", TODAY, "--format", "json", cwd=ledger).data
    assert data["effective_due"] == "2018-01-31"
    assert errors(ledger, TODAY) == []


def test_comments_quotes_and_blank_lines_stay(ledger: Path) -> None:
    text = """\
# 头上的话
id: "p"            # 引号
title: '方案'

lead: 市财政局
items:

  - id: "1"        # 第一项
    title: >-
      折叠的
      标题
    due: 2017-12-31

    log:
      # 记录里的话
      - {date: 2017-03-01, event: 启动}   # 行尾

      - date: "2017-04-01"
        event: '进展'
        note: |
          两行

          的说明
      # 最后的话

  # 第二项前的话
  - id: 2
    title: 乙
    due: 长期
    review_by: 2018-12-31
"""
    (ledger / "2017/p.yaml").write_text(text, "utf-8")
    added = lines_added(ledger, "p/1", "进展", "--percent", "5", path="2017/p.yaml")
    assert added == "      - date: 2017-11-15\n        event: 进展\n        percent: 5\n"
    assert (ledger / "2017/p.yaml").read_text("utf-8").replace(added, "", 1) == text
    assert lines_added(ledger, "p/2", "启动", path="2017/p.yaml").startswith("    log:\n")


def test_windows_line_ends_stay(ledger: Path) -> None:
    path = ledger / "2017/zb-2017-01.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert lines_added(ledger, "zb-2017-01/2", "进展", "--note", "甲").count("\r\n") == 3
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "note",
    [
        "行一\n行二\n\n行四",
        "\"双\" '单'",
        "键: 值 # 不是注释",
        "😀 全角：冒号",
        "- 像列表",
        "{像: 映射}",
        "null",
        "2017-02-30",
        "yes",
        " 前后有空格 ",
        "*anchor &x !tag %y @z `q`",
        "x" * 3000,
        "末尾换行\n",
        "\ttab",
    ],
    ids=ascii,
)
def test_any_text_is_a_note_as_it_was_typed(ledger: Path, note: str) -> None:
    done = run("record", "zb-2017-01/3", "进展", "--note", note, "--format", "json", cwd=ledger)
    if done.code == 2:  # what YAML cannot keep as it is, is refused and not bent
        assert "\t" in note
        return
    assert done.code == 0, done.err
    assert done.data["entries"][0]["entry"]["note"] == note
    shown = run("show", "zb-2017-01/3", "--format", "json", cwd=ledger).data["log"][-1]
    assert note.split(maxsplit=1)[0] in shown["details"]
    assert errors(ledger, TODAY) == []


def test_json_is_one_document_with_what_was_written(ledger: Path) -> None:
    done = run("record", "zb-2017-01/3", "进展", "--percent", "40", "--format", "json", cwd=ledger)
    assert (done.code, done.err) == (0, "")
    assert faults(done.document) == []
    assert done.data["path"] == "2017/zb-2017-01.yaml"
    assert done.data["entries"] == [
        {"ref": "zb-2017-01/3", "entry": {"date": "2017-11-15", "event": "进展", "percent": "40"}}
    ]
    assert done.data["diff"].startswith("--- 2017/zb-2017-01.yaml\n")


def test_an_archived_ledger_is_written_as_of_its_day(tmp_path: Path) -> None:
    ledger = small(tmp_path, head=f"{HEAD}as_of: 2017-10-31\n")
    assert "date: 2017-10-31" in lines_added(ledger, "zb-2017-01/3", "进展")
    assert "date: 2017-10-05" in lines_added(ledger, "zb-2017-01/2", "进展", "--date", "2017-10-05")


def test_paths_are_told_from_the_repositorys_top(tmp_path: Path) -> None:
    ledger = small(tmp_path / "plans")
    (tmp_path / ".git").mkdir()
    (ledger / ".git").rename(tmp_path / "unused")
    done = run("record", "zb-2017-01/3", "进展", "--format", "json", cwd=tmp_path)
    assert done.data["path"] == "plans/2017/zb-2017-01.yaml"


# --- what other faults of the ledger have to do with it ------------------------------------------------------------


def test_other_faults_are_no_hindrance_unless_they_are_new(ledger: Path) -> None:
    path = ledger / "2017/zb-2017-02.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: 市教育局", "lead: 市教育厅"), "utf-8")
    (ledger / "2017/bad.yaml").write_text("id: [", "utf-8")
    assert run("check", "--day", TODAY, cwd=ledger).code == 1
    lines_added(ledger, "zb-2017-01/3", "进展")
    lines_added(ledger, "zb-2017-02/1", "进展", path="2017/zb-2017-02.yaml")
    assert "P121" in refused(ledger, "zb-2017-02/1", "启动").err


def test_a_warning_is_told_and_does_not_hinder(ledger: Path) -> None:
    done = run(
        "record", "zb-2017-01/3", "批准延期", "--until", "2017-12-01", "--by", "市委改革办", cwd=ledger
    )
    assert done.code == 0
    assert "P136" in done.err
    assert "+" in done.out


def test_a_file_that_cannot_be_read_is_not_written(ledger: Path) -> None:
    (ledger / "2017/zb-2017-01.yaml").write_text("id: [", "utf-8")
    refused(ledger, "zb-2017-01/3", "进展")


# --- refusals --------------------------------------------------------------------------------------------------------

SENTENCES = {
    "zb-2017-01/3 完成": "记“完成”要写 --evidence",
    "zb-2017-01/3 申请延期": "要写 --until、--note",
    "zb-2017-01/3 移交": "要写 --to、--by",
    "zb-2017-01/3 更正 --by 市委改革办": "要写 --note",
    "zb-2017-01/3 更正 --by 市委改革办 --note 甲": "--voids",
    "zb-2017-01/3 更正 --by 市委改革办 --note 甲 --field due": "--to",
    "zb-2017-01/3 更正 --by 市委改革办 --note 甲 --voids 进展": "2017-06-22:完成",
    "zb-2017-01/3 更正 --by 市委改革办 --note 甲 --voids 2017-02-30:进展": "28",
    "zb-2017-01/3 完城": "是否为“完成”",
    "zb-2017-01/3 complet": "事项没有",
    "zb-2017-01/3 签发 --by 市委改革办": "事项没有“签发”",
    "zb-2017-01 完成 --evidence 甲": "方案没有“完成”",
    "sj-1 完成 --evidence 甲": "上级文件没有“完成”",
    "JB-2017-001 启动": "三单一书没有“启动”",
    "zb-2017-01/9 启动": "zb-2017-01/3",
    "zb-2017-1/3 启动": "zb-2017-01/3",
    "zb-2017-01/3/4 启动": "没有“zb-2017-01/3/4”",
    "/ 启动": "没有“/”",
    "../2017/zb-2017-01 启动": "没有",
    "JB-2017-1 作废 --by 市委改革办 --note 甲": "JB-2017-001",
    "没有 启动": "ledger items",
    "zb-2017-01/3 进展 --date 2017-02-30": "28",
    "zb-2017-01/3 进展 --date 昨天": "昨天",
    "zb-2017-01/3 进展 --date 2017-11-16": "2017-11-16 还没有到",
    "zb-2017-01/3 批准延期 --until 2017-02-30 --by 市委改革办": "28",
}


@pytest.mark.parametrize("line", SENTENCES)
def test_wrong_use_is_one_sentence_that_says_what_to_write(ledger: Path, line: str) -> None:
    done = refused(ledger, *line.split())
    assert done.err.count("\n") == 1
    assert done.err.startswith("错误：")
    assert SENTENCES[line] in done.err


FOUND = {
    "zb-2017-01/1 启动": "P121 zb-2017-01/1 这时是“已核验”，不能记“启动”",
    "zb-2017-01/3 核验通过 --by 市委改革办": "P121",
    "zb-2017-02/2 进展": "P121 zb-2017-02/2 这时是“终止",
    "JB-2017-001 签发 --by 市委改革办": "P121 JB-2017-001 这时是“已签发”",
    "JB-2017-001/1 验收 --by 市委改革办": "P121 JB-2017-001/1 这时是“待回复”",
    "zb-2017-01/3 进展 --percent 101": "percent：超过 100",
    "zb-2017-01/3 进展 --percent 一半": "percent",
    "zb-2017-01/3 进展 --by nobody": "没有“nobody”这个单位或领导",
    "zb-2017-01/3 移交 --to 市没有局 --by 市委改革办": "市没有局",
    "zb-2017-01/3 进展 --node a": "没有节点 a",
    "zb-2017-01/3 更正 --by 市委改革办 --note 甲 --field colour --to 红": "更正不能改 colour",
    "zb-2017-01/3 更正 --by 市委改革办 --note 甲 --voids 2017-03-02:进展": "没有 2017-03-02 的“进展”可作废",
    "sj-1 配套印发 --plan zb-2017-77": "zb-2017-77",
    "JB-2017-001/1 复核 --by 市委改革办 --result 同意": "同意",
}


@pytest.mark.parametrize("line", FOUND)
def test_what_a_rule_has_against_the_entry_is_told_as_check_tells_it(ledger: Path, line: str) -> None:
    done = refused(ledger, *line.split())
    assert FOUND[line] in done.err
    assert done.err.splitlines()[-1].startswith("错误：照这样记下，就通不过上面的检查，所以没有改动任何文件")


def test_only_the_new_faults_are_told(ledger: Path) -> None:
    path = ledger / "2017/zb-2017-02.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: 市教育局", "lead: 市教育厅"), "utf-8")
    assert "市教育厅" not in refused(ledger, "zb-2017-01/1", "启动").err


def test_of_several_rows_one_has_to_be_named(tmp_path: Path) -> None:
    ledger = small(tmp_path)
    plan = (ledger / "2017/zb-2017-02.yaml").read_text("utf-8")
    (ledger / "2017/zb-2017-02.yaml").write_text(plan.replace("lead: 市教育局", "lead: 市财政局"), "utf-8")
    assert run(*OCTOBER, "--write", cwd=ledger).code == 0
    err = refused(ledger, "JB-2017-001", "验收", "--by", "市委改革办").err
    assert "JB-2017-001/1（zb-2017-01/2）、JB-2017-001/2（zb-2017-02/1）" in err


def test_a_past_version_is_not_written(ledger: Path) -> None:
    assert "--at" in refused(ledger, "zb-2017-01/3", "进展", "--at", "HEAD").err


def test_a_second_paper_of_the_same_plan_is_no_obstacle(ledger: Path) -> None:
    """Entries follow one another, each on the result of the last."""
    for n in range(5):
        assert f"第{n}次" in lines_added(ledger, "zb-2017-01/3", "进展", "--note", f"第{n}次")
    assert errors(ledger, TODAY) == []
