"""The published figures of a province come out of ``ledger status --issued-for 6m`` as they were printed."""

from pathlib import Path
from typing import Any

import pytest
from cli_runner import run
from province_ledger import FIRST_NOT_TO, LAST_TO_COUNT, write_province

ASKED = ("--issued-for", "6m", "--day", "2016-06-30")


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_province(tmp_path_factory.mktemp("province"))


def data(folder: Path, *args: str) -> Any:
    done = run(*args, "--format", "json", cwd=folder)
    assert done.code == 0, done.err
    return done.data


def test_the_ledger_is_sound(province: Path) -> None:
    done = run("check", "--day", "2016-06-30", "--format", "json", cwd=province)
    assert done.document["diagnostics"] == []


def test_the_published_counts(province: Path) -> None:
    status = data(province, "status", *ASKED)
    total = status["total"]
    assert [total[k] for k in ("total", "completed", "in_progress", "not_started")] == [717, 461, 224, 32]
    assert total["rate"] == "64.3"
    assert status["plans"] == {"adopted": 0, "issued": 35, "inspectable": 35, "completed": 6, "closed": 0}


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_the_published_shares_are_printed(province: Path, form: str) -> None:
    out = run("status", *ASKED, "--format", form, cwd=province).out
    for count, share in (("461 项", "64.3%"), ("224 项", "31.2%"), ("32 项", "4.5%")):
        (line,) = [text for text in out.splitlines() if count in text and "%" in text]
        assert share in line
    assert "印发满半年 35" in out
    assert "事项全部完成 6" in out


def test_the_day_decides_and_half_a_year_ends_with_the_month(province: Path) -> None:
    plans = {p["id"]: p["issued"] for p in data(province, "list", "plans", *ASKED)["plans"]}
    issued = {text for text in plans.values() if text}
    assert len(plans) == 35
    assert {str(day) for day in LAST_TO_COUNT} <= issued
    assert max(issued) == "2015-12-31"
    later = data(province, "status", "--issued-for", "6m", "--day", "2016-07-01")["plans"]
    assert later["inspectable"] == 36, f"the one issued on {FIRST_NOT_TO} comes in"
    earlier = data(province, "status", "--issued-for", "6m", "--day", "2016-06-29")["plans"]
    assert earlier["inspectable"] == 33


def test_without_the_filter_all_82_plans_count(province: Path) -> None:
    assert len(data(province, "list", "plans", "--day", "2016-06-30")["plans"]) == 82
    status = data(province, "status", "--day", "2016-06-30")
    assert status["total"]["total"] > 717
    assert status["plans"]["issued"] == 65
    assert status["plans"]["inspectable"] == 35
    assert status["plans"]["completed"] > 6
