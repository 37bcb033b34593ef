"""``ledger reply``, and the commands that ``ledger unit`` prints: pasted, they do what they promise."""

import shlex
from pathlib import Path

import pytest
from cli_runner import run
from issuing_ledger import OCTOBER, contents, errors, record, repository, small
from output_shape import faults
from small_ledger import write_ledger
from test_record import refused

THREE = "id: p\ntitle: 方案\nlead: 市财政局\nitems:\n" + "".join(
    f"  - id: {n}\n    title: 事项{n}\n    due: 2017-10-0{n}\n" for n in (1, 2, 3)
)
TODAY = "2017-11-03"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """One 交办单 JB-2017-001 of 2017-10-31 with three rows, to be answered by 2017-11-07."""
    folder = repository(write_ledger(tmp_path, {"p": THREE}))
    assert run(*OCTOBER, "--write", cwd=folder).code == 0
    return folder


def rows(ledger: Path, day: str = "2017-12-31") -> list[tuple[str, bool]]:
    found = run("why", "JB-2017-001", "--day", day, "--format", "json", cwd=ledger, today="2018-12-31").data[
        "rows"
    ]
    return [(row["state"], row["in_time"]) for row in found]


def reply(ledger: Path, *args: str, today: str = TODAY) -> dict[str, list[str]]:
    """Which rows were answered, and by whom."""
    done = run("reply", *args, "--format", "json", cwd=ledger, today=today)
    assert (done.code, done.err) == (0, "")
    assert faults(done.document) == []
    return {e["ref"]: e["entry"].get("by") for e in done.data["entries"]}


def test_a_paper_is_answered_as_a_whole_by_its_addressee(ledger: Path) -> None:
    done = run("reply", "JB-2017-001", "--note", "已知悉", cwd=ledger, today=TODAY)
    assert (done.code, done.err) == (0, "")
    text = (ledger / "slips/2017/JB-2017-001.yaml").read_text("utf-8")
    entry = "      - date: 2017-11-03\n        event: 回复\n        by: 市财政局\n        note: 已知悉\n"
    assert text.count(entry) == 3
    assert done.out.count("+        event: 回复\n") == 3
    assert rows(ledger) == [("replied", True)] * 3
    assert errors(ledger, TODAY) == []


def test_only_the_rows_that_wait_are_answered(ledger: Path) -> None:
    assert reply(ledger, "JB-2017-001/2") == {"JB-2017-001/2": "市财政局"}
    assert reply(ledger, "JB-2017-001") == {"JB-2017-001/1": "市财政局", "JB-2017-001/3": "市财政局"}
    err = refused(ledger, "JB-2017-001", "--date", TODAY, command="reply").err
    assert err == "错误：JB-2017-001 在 2017-11-03 没有待回复的行；要补充回复某一行，写 JB-2017-001/行号\n"
    assert reply(ledger, "JB-2017-001/3", "--note", "补充") == {"JB-2017-001/3": "市财政局"}


def test_a_returned_row_waits_again(ledger: Path) -> None:
    reply(ledger, "JB-2017-001")
    record(ledger, "JB-2017-001/2", "退回", "--by", "市委改革办", "--note", "没有计划", "--date", TODAY)
    assert rows(ledger)[1] == ("returned", False)
    assert reply(ledger, "JB-2017-001", today="2017-11-06") == {"JB-2017-001/2": "市财政局"}
    assert rows(ledger)[1] == ("replied", True)


def test_somebody_may_answer_for_the_addressee(ledger: Path) -> None:
    assert reply(ledger, "JB-2017-001/1", "--by", "财政局") == {"JB-2017-001/1": "财政局"}
    assert "nobody" in refused(ledger, "JB-2017-001/2", "--by", "nobody", command="reply").err


def test_a_late_reply_is_a_note_and_no_fault(ledger: Path) -> None:
    reply(ledger, "JB-2017-001", today="2017-11-09")
    assert rows(ledger) == [("replied", False)] * 3
    done = run("check", "--day", "2017-11-09", "--format", "json", cwd=ledger)
    assert done.code == 0
    assert {(d["severity"], d["code"]) for d in done.document["diagnostics"]} == {("note", "S117")}
    assert run("check", "--strict", "--day", "2017-11-09", cwd=ledger).code == 0


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("JB-2017-002", "JB-2017-001"),
        ("JB-2017-001/7", "JB-2017-001/"),
        ("JB-2017-001/1/1", "没有"),
        ("p/1", "ledger list slips"),
        ("JB-2017-001 --date 2017-02-30", "28"),
    ],
)
def test_what_cannot_be_answered(ledger: Path, line: str, hint: str) -> None:
    err = refused(ledger, *line.split(), command="reply").err
    assert err.count("\n") == 1
    assert hint in err


def test_before_its_issue_a_paper_is_not_answered(ledger: Path) -> None:
    assert "没有待回复的行" in refused(ledger, "JB-2017-001", "--date", "2017-10-30", command="reply").err


def test_a_void_paper_is_not_answered(ledger: Path) -> None:
    record(ledger, "JB-2017-001", "作废", "--by", "市委改革办", "--note", "发错了", "--date", TODAY)
    assert "没有待回复的行" in refused(ledger, "JB-2017-001", "--date", TODAY, command="reply").err


def test_all_rows_or_none(ledger: Path) -> None:
    """What a rule has against one of three entries keeps all three out."""
    before = contents(ledger)
    assert run("reply", "JB-2017-001", "--by", "没有此人", cwd=ledger, today=TODAY).code == 2
    assert contents(ledger) == before


# --- the commands of ``ledger unit`` -------------------------------------------------------------------------------

FILL = {"文号": "云改办发〔2017〕9号", "方案编号": "p"}
EVERY_KIND = {
    "办结事项": ("市财政局", "p/1"),
    "完成节点": ("市财政局", "q/1#a"),
    "复查长期事项": ("市财政局", "q/2"),
    "回复来单": ("市财政局", "JB-2017-001/1"),
    "按单办结": ("市财政局", "JB-2017-001/1"),
    "核验完成": ("市委改革办", "q/3"),
    "复核异议": ("市委改革办", "JB-2017-001/3"),
    "对接提示": ("市委改革办", "sj-1"),
    "反馈对接安排": ("经济体制改革专项小组", "sj-2"),
    "印发配套方案": ("市教育局", "sj-3"),
}
OTHERS = {
    "2017/q.yaml": """\
id: q
title: 方案乙
lead: 市财政局
items:
  - id: 1
    title: 有节点
    due: 2018-06-30
    nodes:
      - {id: a, title: 出细则, due: 2018-03-31}
  - id: 2
    title: 长期的
    due: 长期
    review_by: 2017-11-01
  - id: 3
    title: 等核验的
    due: 2018-06-30
    log:
      - {date: 2017-11-01, event: 完成, evidence: [{number: 甲}]}
""",
    "registers/upstream.yaml": """\
upstream:
  - {id: sj-1, title: 甲, group: 经济体制改革专项小组, lead: 市教育局, log: [{date: 2017-11-01, event: 通过}]}
  - id: sj-2
    title: 乙
    group: 经济体制改革专项小组
    lead: 市教育局
    log:
      - {date: 2017-11-01, event: 通过}
      - {date: 2017-11-02, event: 对接提示, by: 市委改革办}
  - id: sj-3
    title: 丙
    lead: 市教育局
    log:
      - {date: 2017-11-01, event: 收文}
""",
}


@pytest.fixture
def busy(ledger: Path) -> Path:
    for name, text in OTHERS.items():
        (ledger / name).parent.mkdir(exist_ok=True)
        (ledger / name).write_text(text, "utf-8")
    record(ledger, "JB-2017-001/3", "异议", "--by", "市财政局", "--note", "不归我管", "--date", "2017-11-02")
    return ledger


def owed(ledger: Path, unit: str) -> dict[tuple[str, str], str]:
    data = run("unit", unit, "--day", TODAY, "--format", "json", cwd=ledger, today=TODAY).data
    return {(duty["what"], duty["ref"]): duty["settle"] for duty in data["duties"]}


def test_there_is_a_duty_of_every_kind(busy: Path) -> None:
    found = {what for unit in {unit for unit, _ in EVERY_KIND.values()} for what, _ in owed(busy, unit)}
    assert found == set(EVERY_KIND)


@pytest.mark.parametrize("what", EVERY_KIND)
def test_the_command_that_unit_prints_settles_the_duty_when_it_is_pasted(busy: Path, what: str) -> None:
    unit, ref = EVERY_KIND[what]
    command = owed(busy, unit)[what, ref]
    for word, value in FILL.items():
        command = command.replace(f" {word}", f" {value}")
    words = shlex.split(command)
    assert words[0] == "ledger"
    done = run(*words[1:], cwd=busy, today=TODAY)
    assert done.code == 0, done.err
    assert (what, ref) not in owed(busy, unit)
    assert run("check", "--day", TODAY, cwd=busy).code == 0


def test_a_small_ledgers_prompt_is_answered_too(tmp_path: Path) -> None:
    ledger = small(tmp_path)
    assert run(*OCTOBER, "--write", cwd=ledger).code == 0
    assert reply(ledger, "TS-2017-001") == {"TS-2017-001/1": "市财政局"}
    data = run(
        "list", "slips", "--day", "2017-12-01", "--format", "json", cwd=ledger, today="2018-12-31"
    ).data
    assert data["replies"] == {"due": 3, "answered": 1, "in_time": 1, "rate": "33.3", "in_time_rate": "33.3"}
