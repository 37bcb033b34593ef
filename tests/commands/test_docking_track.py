"""A document from above, from its adoption to the companion plan, on a ledger of nothing else."""

from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from issuing_ledger import errors, issued, record, repository
from small_ledger import write_ledger

LATER = "2019-12-31"
PLAN = "id: p\ntitle: 配套方案\nlead: 市财政局\nupstream: sj-1\nitems: []\n"
DOCUMENT = """\
upstream:
  - id: sj-1
    title: 关于预算公开的意见
    group: 经济体制改革专项小组
    lead: [市财政局, 市教育局]
    log: []
"""
OFFICE = ("--by", "市委改革办")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = write_ledger(tmp_path, {"p": PLAN})
    (folder / "registers").mkdir()
    (folder / "registers/upstream.yaml").write_text(DOCUMENT, "utf-8")
    return repository(folder)


def say(ledger: Path, day: str, ref: str, event: str, *args: str) -> None:
    record(ledger, ref, event, *args, "--date", day, today=LATER)


def fails(ledger: Path, day: str) -> int:
    return run("overdue", "--fail", "--day", day, cwd=ledger, today=LATER).code


def owed(ledger: Path, day: str) -> list[tuple[str, str, str]]:
    data = run("overdue", "--day", day, "--format", "json", cwd=ledger, today=LATER).data
    return [(duty["ref"], duty["what"], duty["unit"]) for duty in data["duties"]]


def dock(ledger: Path, day: str) -> dict[str, list[str]]:
    """The daily run of the docking track."""
    done = run(
        *("escalate", "--track", "docking", "--day", day, "--write", "--format", "json"),
        cwd=ledger,
        today=LATER,
    )
    assert done.code == 0, done.err
    return {f"{s['id']} {s['unit']}": [r["limit"] for r in s["rows"]] for s in done.data["issued"]}


def clocks(ledger: Path, day: str) -> Any:
    return run("why", "sj-1", "--day", day, "--format", "json", cwd=ledger, today=LATER).data


def test_the_three_day_rule_is_judged_daily(ledger: Path) -> None:
    """Adopted on the 7th: the 10th is the third day and still in time."""
    say(ledger, "2017-11-07", "sj-1", "通过")
    assert [fails(ledger, f"2017-11-{day:02}") for day in (6, 7, 9, 10, 11)] == [0, 0, 0, 0, 1]
    assert owed(ledger, "2017-11-11") == [("sj-1", "对接提示", "市委改革办")]
    assert dock(ledger, "2017-11-11") == {"TS-2017-001 经济体制改革专项小组": [None]}
    assert fails(ledger, "2017-11-11") == 0
    assert errors(ledger, "2017-11-11") == []


def test_from_the_prompt_to_the_companion_plan(ledger: Path) -> None:
    say(ledger, "2017-11-07", "sj-1", "通过")
    assert dock(ledger, "2017-11-09") == {"TS-2017-001 经济体制改革专项小组": [None]}
    assert dock(ledger, "2017-11-10") == {}
    assert clocks(ledger, "2017-11-10")["notified"] == "2017-11-09"
    # the reply to the prompt is the arrangement: ten working days, through 2017-11-23
    assert [fails(ledger, day) for day in ("2017-11-23", "2017-11-24")] == [0, 1]
    assert run("reply", "TS-2017-001", "--date", "2017-11-20", cwd=ledger, today=LATER).code == 0
    assert fails(ledger, "2017-11-24") == 0
    assert clocks(ledger, "2017-11-24")["fed_back"] == "2017-11-20"
    assert (
        run("list", "slips", "--open", "--day", "2017-11-24", "--format", "json", cwd=ledger).data["slips"]
        == []
    )
    # received: a 交办单 to each lead, with the companion limit of six months
    say(ledger, "2017-11-27", "sj-1", "收文")
    assert clocks(ledger, "2017-11-27")["companion_due"] == "2018-05-27"
    assert dock(ledger, "2017-11-28") == {
        "JB-2017-001 市财政局": ["2018-05-27"],
        "JB-2017-002 市教育局": ["2018-05-27"],
    }
    assert dock(ledger, "2018-05-27") == {}
    # past it, each rung in its turn
    assert list(dock(ledger, "2018-05-28")) == ["CB-2018-001 市财政局", "CB-2018-002 市教育局"]
    assert dock(ledger, "2018-05-29") == {}
    assert dock(ledger, "2018-06-26") == {}
    assert list(dock(ledger, "2018-06-27")) == ["ZL-2018-001 市财政局", "ZL-2018-002 市教育局"]
    assert errors(ledger, "2018-06-27") == []
    # and the companion plan ends it
    say(ledger, "2018-07-02", "sj-1", "配套印发", "--plan", "p")
    assert dock(ledger, "2018-09-30") == {}
    assert fails(ledger, "2018-09-30") == 0
    assert clocks(ledger, "2018-09-30")["settled"] == "2018-07-02"
    slips = run("list", "slips", "--open", "--day", "2018-07-02", "--format", "json", cwd=ledger, today=LATER)
    assert slips.data["slips"] == []
    assert errors(ledger, "2018-09-30") == []
    out = run("why", "JB-2017-001", "--day", "2018-09-30", cwd=ledger, today=LATER).out
    assert "已印发配套方案 p（" in out or "印发配套方案 p" in out


def test_an_exemption_ends_it_with_its_reason(ledger: Path) -> None:
    say(ledger, "2017-11-07", "sj-1", "通过")
    dock(ledger, "2017-11-09")
    say(ledger, "2017-11-15", "sj-1", "免于配套", *OFFICE, "--note", "本市无此事权")
    assert dock(ledger, "2018-12-31") == {}
    assert fails(ledger, "2018-12-31") == 0
    (ruling,) = clocks(ledger, "2017-12-31")["rulings"]
    assert (ruling["clause"], ruling["outcome"]) == ("E1", "none")
    assert "本市无此事权" in ruling["because"]
    listed = run(
        "list", "upstream", "--open", "--day", "2017-12-31", "--format", "json", cwd=ledger, today=LATER
    )
    assert listed.data["upstream"] == []


def test_a_notice_by_hand_is_the_prompt(ledger: Path) -> None:
    say(ledger, "2017-11-07", "sj-1", "通过")
    say(ledger, "2017-11-08", "sj-1", "对接提示", *OFFICE)
    assert dock(ledger, "2017-11-30") == {}
    assert owed(ledger, "2017-11-30") == [("sj-1", "反馈对接安排", "经济体制改革专项小组")]
    say(ledger, "2017-12-01", "sj-1", "反馈安排", "--by", "经济体制改革专项小组")
    assert fails(ledger, "2017-12-01") == 0


def test_the_daily_run_does_not_close_the_month_of_the_items(ledger: Path) -> None:
    """A notice of 11-10 stands between the October papers and no paper of October is refused for it."""
    (ledger / "2017/p.yaml").write_text(
        PLAN.replace("items: []\n", "items:\n  - {id: 1, title: 甲, due: 2017-10-01}\n"), "utf-8"
    )
    say(ledger, "2017-11-07", "sj-1", "通过")
    assert dock(ledger, "2017-11-10")
    assert issued(ledger, "2017-10", "--track", "item") == {"JB-2017-001": ["p/1"]}
    assert errors(ledger, "2017-11-10") == []


def test_both_tracks_in_one_monthly_run(ledger: Path) -> None:
    (ledger / "2017/p.yaml").write_text(
        PLAN.replace("items: []\n", "items:\n  - {id: 1, title: 甲, due: 2017-10-01}\n"), "utf-8"
    )
    say(ledger, "2017-10-20", "sj-1", "收文")
    assert issued(ledger, "2017-10") == {
        "JB-2017-001": ["p/1"],
        "JB-2017-002": ["sj-1"],
        "JB-2017-003": ["sj-1"],
    }
    assert errors(ledger, "2017-10-31") == []


def test_a_document_received_without_a_prompt_is_assigned(ledger: Path) -> None:
    say(ledger, "2017-11-07", "sj-1", "收文")
    assert list(dock(ledger, "2017-11-08")) == ["JB-2017-001 市财政局", "JB-2017-002 市教育局"]
    assert errors(ledger, "2017-11-08") == []
