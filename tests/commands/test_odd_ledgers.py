"""Ledgers that are read, and yet are not what they should be: commands go on and say so."""

from pathlib import Path

import pytest
from cli_runner import run
from small_ledger import write_ledger

ORDER = """\
id: JB-2017-001
kind: 交办单
number: 云改办交〔2017〕1号
unit: 市财政局
as_of: 2017-09-30
reply_due: 2017-10-11
log:
  - {date: 2017-09-30, event: 签发, by: 市委改革办}
rows:
  - {id: 1, subject: zb-2017-01/2, limit: 2017-10-27}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path / "ledger")


@pytest.mark.parametrize("rule", ["verify_within", "due_soon"])
def test_a_number_beyond_reason_in_the_policy_is_refused(rule: str, ledger: Path) -> None:
    (ledger / "policy.yaml").write_text(f"versions:\n  - from: 2017-01-01\n    {rule}: 999999999\n", "utf-8")
    done = run("unit", "市财政局", "--day", "2017-10-31", cwd=ledger)
    assert done.code == 1
    assert f"policy.yaml:3:{6 + len(rule) + 1} 错误 R124 {rule}：超过 3660" in done.err


@pytest.mark.parametrize("rungs", ["[]", "[{kind: 提示单}]"])
def test_a_ladder_cut_short_stops_no_look_command(rungs: str, ledger: Path) -> None:
    (ledger / "policy.yaml").write_text(
        f"versions:\n  - from: 2017-01-01\n    ladder:\n      rungs: {rungs}\n", "utf-8"
    )
    (ledger / "slips").mkdir()
    (ledger / "slips" / "JB-2017-001.yaml").write_text(ORDER, "utf-8")
    assert "（E9）" in run("why", "zb-2017-01/2", "--day", "2017-10-31", cwd=ledger).out
    assert run("check", "--day", "2017-10-31", cwd=ledger).code == 1


def test_a_plan_that_could_not_be_read_is_not_said_to_be_missing(ledger: Path) -> None:
    next(ledger.rglob("zb-2017-01.yaml")).write_text("id: [\n", "utf-8")
    listed = run("items", "--plan", "zb-2017-01", "--day", "2017-10-31", cwd=ledger)
    assert listed.code == 1
    assert "1 个文件有错未读入" in listed.out
    shown = run("show", "zb-2017-01/1", cwd=ledger)
    assert (shown.code, shown.err) == (2, "错误：“zb-2017-01”的文件有错，没有读入；运行 ledger check 查看\n")


def test_a_broken_head_is_said_to_have_lost_the_day(ledger: Path) -> None:
    (ledger / "ledger.yaml").write_text("a: [\n", "utf-8")
    done = run("status", cwd=ledger)
    assert done.code == 1
    assert "ledger.yaml 里的截止日、领域、改革办都没有生效" in done.out


def test_a_claim_that_is_not_accepted_may_still_have_come_late(ledger: Path) -> None:
    (ledger / "policy.yaml").write_text(
        "versions:\n  - from: 2017-01-01\n    acceptance: required\n", "utf-8"
    )
    plan = next(ledger.rglob("zb-2017-01.yaml"))
    claim = "      - {date: 2017-10-10, event: 完成, evidence: [{number: 云财〔2017〕2号}]}\n"
    text = plan.read_text("utf-8")
    mark = "  - id: 3\n"
    plan.write_text(text.replace(mark, claim + mark, 1), "utf-8")
    told = run("why", "zb-2017-01/2", "--day", "2017-10-31", cwd=ledger).out
    assert "2017年10月10日报完成，晚于当时的有效时限" in told


def test_a_unit_is_shown_what_has_no_time_limit_too(ledger: Path) -> None:
    plan = next(ledger.rglob("zb-2017-01.yaml"))
    plan.write_text(plan.read_text("utf-8") + "  - id: 9\n    title: 没有时限的一项\n", "utf-8")
    page = run("unit", "市财政局", "--day", "2017-10-31", "--format", "json", cwd=ledger).document
    assert [item["ref"] for item in page["data"]["undated"]] == ["zb-2017-01/9"]


def test_extra_words_are_named(ledger: Path) -> None:
    assert run("status", "extra", cwd=ledger).err.startswith("错误：多写了参数：extra；")
