"""Every number of papers, replies, plans and documents on the bundled city can be listed: so many rows of csv."""

import csv
import io
from collections import Counter
from typing import Any

import pytest
from cli_runner import bundled, json_of

from ledger.model.slips import RUNGS

DAYS = ["2017-08-31", "2017-09-30", "2017-10-31"]
REPLIES = {"due": "应回复", "answered": "已回复", "in_time": "按期回复"}


def listed(command: str, *states: str, **chosen: str) -> list[dict[str, str]]:
    """The rows of csv of one query; ``states`` are alternatives."""
    words = [word for state in states for word in ("--state", state)]
    words += [word for option, value in chosen.items() for word in (f"--{option}", value)]
    done = bundled(*command.split(), *words, "--format", "csv")
    assert done.code == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out)))


@pytest.fixture(params=DAYS)
def day(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def status(day: str) -> dict[str, Any]:
    data: dict[str, Any] = json_of("status", "--day", day)
    return data


def test_plans(day: str) -> None:
    for figure, count in status(day)["plans"].items():
        assert len(listed("list plans", figure, day=day)) == count, figure


def test_papers_of_the_month_and_of_the_year_and_their_rows(day: str) -> None:
    for span, state in {"month": "本月签发", "year": "本年签发"}.items():
        for kind in RUNGS:
            count = status(day)["papers"][span][kind]
            assert len(listed("list slips", state, day=day, kind=kind)) == count["papers"], (span, kind)
            assert len(listed("list rows", state, day=day, kind=kind)) == count["rows"], (span, kind)


def test_replies(day: str) -> None:
    found = status(day)["replies"]
    for figure, state in REPLIES.items():
        assert len(listed("list rows", state, day=day)) == found[figure], figure
    assert len(listed("list rows", "应回复未回复", day=day)) == found["due"] - found["answered"]


def test_what_the_register_of_papers_counts(day: str) -> None:
    data = json_of("list", "slips", "--day", day)
    for kind, count in data["counts"].items():
        assert len(listed("list slips", "issued", day=day, kind=kind)) == count["papers"]
        assert len(listed("list rows", day=day, kind=kind)) == count["rows"]
    pending = sum(slip["open"] for slip in data["slips"])
    assert len(listed("list rows --open", day=day)) == len(listed("list rows", "open", day=day)) == pending
    lapsing = {row["id"] for row in listed("list rows", "下月底以前到期", day=day)}
    assert lapsing == {lapse["ref"] for lapse in data["lapsing"]}


def test_what_a_unit_and_a_field_have_is_counted_and_listed_alike(day: str) -> None:
    for option, value in {"unit": "市农业局", "field": "经济体制", "plan": "zb-2017-06"}.items():
        data = json_of("list", "slips", "--day", day, f"--{option}", value)
        for kind, count in data["counts"].items():
            assert len(listed("list rows", day=day, kind=kind, **{option: value})) == count["rows"]
        asked = listed("list rows", "应回复", day=day, **{option: value})
        assert len(asked) == data["replies"]["due"]


def test_documents_by_the_clocks_that_the_register_shows(day: str) -> None:
    every = listed("list upstream", day=day)
    done = [d for d in every if d["companion"] or d["exempt"] == "true"]
    assert listed("list upstream", "已办结", day=day) == done
    assert listed("list upstream", "未办结", day=day) == listed("list upstream --open", day=day)
    month = day[:7]
    for column, state in {"adopted": "本月通过", "received": "本月收文"}.items():
        assert listed("list upstream", state, day=day) == [d for d in every if d[column].startswith(month)]
    late = [d for d in every if d["companion_due"] and d["companion_due"] < day and d not in done]
    assert listed("list upstream", "companion_overdue", day=day) == late
    assert [d["id"] for d in listed("list upstream", "逾期提示", day=day)] == ["zy-2017-02"]
    assert [d["id"] for d in listed("list upstream", "逾期反馈", day=day)] == ["sj-2017-02"]


def test_every_proposal_of_a_run(day: str) -> None:
    month = day[:7]
    data = json_of("escalate", "--month", month)
    proposed = Counter(row["rung"] for row in data["proposed"])
    words = {"移交建议": "referral", "暂不升级": "hold", "积压清单": "backlog"}
    expected = {kind: proposed[kind] for kind in RUNGS} | {
        word: len(data[key]) for word, key in words.items()
    }
    assert {word: len(listed("escalate", month=month, only=word)) for word in expected} == expected
