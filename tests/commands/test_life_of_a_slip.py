"""A paper from its 签发 to its end, month by month, in a ledger of one item: due on 2017-09-30 and never done."""

from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from issuing_ledger import contents, errors, issued, record, repository
from small_ledger import write_ledger

from ledger.files.seal import SealState, seal_state

LATER = "2019-12-31"
ITEM = """\
id: p
title: 方案
lead: 市财政局
items:
  - id: 1
    title: 清理账户
    due: 2017-09-30
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """交办单 JB-2017-001 of 2017-10-31: to be answered by 11-07, to be done by 11-21."""
    folder = repository(write_ledger(tmp_path, {"p": ITEM}))
    assert issued(folder, "2017-10") == {"JB-2017-001": ["p/1"]}
    return folder


def say(ledger: Path, day: str, ref: str, event: str, *args: str) -> None:
    record(ledger, ref, event, *args, "--date", day, today=LATER)


def ask(ledger: Path, *args: str) -> Any:
    done = run(*args, "--format", "json", cwd=ledger, today=LATER)
    assert done.code == 0, done.err
    return done.data


def clause(ledger: Path, day: str, ref: str = "p/1") -> tuple[str, str, str | None]:
    (ruling,) = ask(ledger, "why", ref, "--day", day)["rulings"]
    return (ruling["clause"], ruling["outcome"], ruling["rung"])


def opened(ledger: Path, day: str) -> list[str]:
    return [slip["id"] for slip in ask(ledger, "list", "slips", "--open", "--day", day)["slips"]]


def settled(ledger: Path, ref: str, day: str) -> str | None:
    (row,) = ask(ledger, "why", ref, "--day", day)["rows"]
    return row["settled"]


OFFICE = ("--by", "市委改革办")


def test_nobody_answers_and_the_ladder_is_climbed_to_its_end(ledger: Path) -> None:
    assert issued(ledger, "2017-11") == {"CB-2017-001": ["p/1"]}
    assert settled(ledger, "JB-2017-001", "2017-11-30") == "已发催办单 CB-2017-001"
    assert issued(ledger, "2017-12") == {"ZL-2017-001": ["p/1"]}
    assert clause(ledger, "2018-01-31") == ("E12", "hold", None)  # one calendar month, through 2018-01-31
    assert clause(ledger, "2018-02-01") == ("E11", "referral", None)
    assert issued(ledger, "2018-02") == {}
    assert opened(ledger, "2018-02-28") == ["ZL-2017-001"]
    assert errors(ledger, "2018-02-28") == []


def test_a_returned_reply_lets_the_next_rung_fire_at_once(ledger: Path) -> None:
    """With a long limit to finish by, so that it is the return alone that opens the next rung."""
    path = ledger / "policy.yaml"
    path.write_text(
        "versions:\n  - from: 2017-11-01\n    ladder:\n      rungs:\n"
        "        - {kind: 提示单, reply_within: 3}\n"
        "        - {kind: 交办单, after: 0, reply_within: 5, finish_within: 15}\n"
        "        - {kind: 催办单, after: 30, reply_within: 3, finish_months: 6}\n"
        "        - {kind: 责令书, after: 60, reply_within: 2, finish_months: 1}\n",
        "utf-8",
    )
    assert issued(ledger, "2017-11") == {"CB-2017-001": ["p/1"]}
    assert run("reply", "CB-2017-001", "--date", "2017-12-04", cwd=ledger, today=LATER).code == 0
    assert clause(ledger, "2017-12-31") == ("E12", "hold", None)
    say(ledger, "2017-12-06", "CB-2017-001", "退回", *OFFICE, "--note", "没有措施")
    assert clause(ledger, "2017-12-31") == ("E10", "propose", "责令书")
    assert "的回复已退回" in run("why", "p/1", "--day", "2017-12-31", cwd=ledger, today=LATER).out
    assert issued(ledger, "2017-12") == {"ZL-2017-001": ["p/1"]}
    assert errors(ledger, "2017-12-31") == []


def test_a_reply_in_time_does_not_stop_the_clock_of_the_work(ledger: Path) -> None:
    assert run("reply", "JB-2017-001", "--date", "2017-11-06", cwd=ledger, today=LATER).code == 0
    say(ledger, "2017-11-08", "JB-2017-001/1", "验收", *OFFICE)
    assert opened(ledger, "2017-11-08") == ["JB-2017-001"]
    assert issued(ledger, "2017-11") == {"CB-2017-001": ["p/1"]}


def test_what_is_done_is_settled_and_never_pressed_again(ledger: Path) -> None:
    say(ledger, "2017-11-15", "p/1", "完成", "--evidence", "云财〔2017〕3号")
    assert opened(ledger, "2017-11-14") == ["JB-2017-001"]
    assert opened(ledger, "2017-11-15") == []
    assert settled(ledger, "JB-2017-001", "2017-11-15") == "2017-11-15 报完成"
    assert issued(ledger, "2017-11") == {}
    assert issued(ledger, "2018-03") == {}
    assert "报完成" in run("why", "JB-2017-001", "--day", "2018-03-31", cwd=ledger, today=LATER).out


def test_a_claim_sent_back_takes_the_ladder_up_again(ledger: Path) -> None:
    say(ledger, "2017-11-15", "p/1", "完成", "--evidence", "云财〔2017〕3号")
    say(ledger, "2017-11-20", "p/1", "核验退回", *OFFICE, "--note", "佐证不实")
    assert issued(ledger, "2017-11") == {"CB-2017-001": ["p/1"]}


def test_an_objection_freezes_the_ladder_for_thirty_days(ledger: Path) -> None:
    say(ledger, "2017-11-20", "JB-2017-001", "异议", "--by", "市财政局", "--note", "职责不清")
    assert clause(ledger, "2017-11-30") == ("E5", "hold", None)
    assert issued(ledger, "2017-11") == {}
    assert clause(ledger, "2017-12-20")[0] == "E5"
    assert clause(ledger, "2017-12-21") == ("E9", "propose", "催办单")
    duties = ask(ledger, "unit", "市委改革办", "--day", "2017-11-30")["duties"]
    assert ("复核异议", "JB-2017-001/1", "2017-12-20") in {(d["what"], d["ref"], d["due"]) for d in duties}


def test_an_objection_that_is_dismissed_lets_the_ladder_go_on(ledger: Path) -> None:
    say(ledger, "2017-11-20", "JB-2017-001", "异议", "--by", "市财政局", "--note", "职责不清")
    say(ledger, "2017-11-28", "JB-2017-001", "复核", *OFFICE, "--result", "维持")
    assert issued(ledger, "2017-11") == {"CB-2017-001": ["p/1"]}
    assert errors(ledger, "2017-11-30") == []


def test_an_objection_that_is_upheld_withdraws_the_row(ledger: Path) -> None:
    """As if it had never been issued: the number stays, and the rung may be given anew."""
    say(ledger, "2017-11-20", "JB-2017-001", "异议", "--by", "市财政局", "--note", "不归我管")
    say(ledger, "2017-11-28", "JB-2017-001", "复核", *OFFICE, "--result", "撤销")
    assert settled(ledger, "JB-2017-001", "2017-11-28") == "异议成立，已撤销"
    assert opened(ledger, "2017-11-28") == []
    assert issued(ledger, "2017-11") == {"JB-2017-002": ["p/1"]}
    assert errors(ledger, "2017-11-30") == []


def test_a_void_paper_keeps_its_number_and_the_next_run_issues_anew(ledger: Path) -> None:
    say(ledger, "2017-11-02", "JB-2017-001", "作废", *OFFICE, "--note", "主送单位写错")
    assert opened(ledger, "2017-11-02") == []
    assert ask(ledger, "list", "slips", "--day", "2017-11-02")["counts"]["交办单"] == {"papers": 0, "rows": 0}
    assert issued(ledger, "2017-11") == {"JB-2017-002": ["p/1"]}
    assert ask(ledger, "list", "slips", "--day", "2017-11-30")["counts"]["交办单"] == {"papers": 1, "rows": 1}
    assert errors(ledger, "2017-11-30") == []
    said = run("why", "JB-2017-001", "--day", "2017-11-30", cwd=ledger, today=LATER)
    assert "已作废" in said.out
    assert run("show", "JB-2017-001", cwd=ledger).code == 0


def test_a_paper_made_void_at_once_is_issued_anew_by_the_same_month(ledger: Path) -> None:
    say(ledger, "2017-10-31", "JB-2017-001", "作废", *OFFICE, "--note", "写错")
    assert issued(ledger, "2017-10") == {"JB-2017-002": ["p/1"]}
    assert issued(ledger, "2017-10") == {}
    assert errors(ledger, "2017-10-31") == []


def test_an_extension_begins_a_new_cycle_and_the_old_paper_presses_no_more(ledger: Path) -> None:
    say(ledger, "2017-11-10", "p/1", "批准延期", *OFFICE, "--until", "2017-12-31", "--note", "省里政策未出")
    assert settled(ledger, "JB-2017-001", "2017-11-30") == "2017-11-10 起重新计轮"
    assert issued(ledger, "2017-11") == {"TS-2017-001": ["p/1"]}
    assert issued(ledger, "2018-01") == {"JB-2018-001": ["p/1"]}
    assert errors(ledger, "2018-01-31") == []


def test_a_transfer_begins_with_the_new_lead_and_leaves_the_old_one_alone(ledger: Path) -> None:
    say(ledger, "2017-11-10", "p/1", "移交", *OFFICE, "--to", "市教育局")
    assert settled(ledger, "JB-2017-001", "2017-11-30") == "已移交市教育局"
    assert issued(ledger, "2017-11") == {"JB-2017-002": ["p/1"]}
    assert ask(ledger, "show", "JB-2017-002")["unit"] == "市教育局"


def test_a_suspension_stops_the_ladder(ledger: Path) -> None:
    say(ledger, "2017-11-10", "p/1", "暂缓", *OFFICE, "--until", "2018-01-31", "--note", "机构改革")
    assert clause(ledger, "2017-11-30")[0] == "E2"
    assert issued(ledger, "2017-11") == {}


def test_what_happened_to_a_paper_does_not_change_what_was_printed(ledger: Path) -> None:
    """The Markdown is what was sent; replies go into the record, and the seal stays whole."""
    paper = ledger / "slips/2017/JB-2017-001.md"
    before = paper.read_bytes()
    run("reply", "JB-2017-001", "--date", "2017-11-06", cwd=ledger, today=LATER)
    say(ledger, "2017-11-20", "p/1", "进展", "--percent", "70")
    assert paper.read_bytes() == before
    assert seal_state(before.decode(), "JB-2017-001") is SealState.INTACT
    assert run("paper", "JB-2017-001", cwd=ledger, today=LATER).out.encode() == before
    tree = contents(ledger)
    assert run("paper", "--write", cwd=ledger, today=LATER).code == 0
    assert contents(ledger) == tree


def test_why_tells_the_whole_life(ledger: Path) -> None:
    run("reply", "JB-2017-001", "--date", "2017-11-09", cwd=ledger, today=LATER)
    say(ledger, "2017-11-10", "JB-2017-001", "退回", *OFFICE, "--note", "没有计划")
    said = run("why", "JB-2017-001", "--day", "2017-11-30", cwd=ledger, today=LATER).out
    for words in (
        "云改办交〔2017〕1号",
        "2017-10-31，市委改革办签发",
        "E8",
        "工作日5天，至2017年11月7日",
        "已退回，未再回复（期限 2017-11-07）",
        "应发催办单（E9）",
    ):
        assert words in said
