"""``gitlab``: a Code Quality report as GitLab reads it."""

import json
from typing import Any

from diagnostic_answers import (
    ERROR,
    HUGE,
    NOTE,
    TEXT,
    WARNING,
    allowed,
    huge,
    make,
    mended,
    published,
    render,
)
from hypothesis import given

from ledger.base.diagnostics import Diagnostic


def report(*diagnostics: Diagnostic, **more: Any) -> list[dict[str, Any]]:
    violations: list[dict[str, Any]] = json.loads(render("gitlab", *diagnostics, **more))
    for violation in violations[:: max(1, len(violations) // 200)]:
        published("gitlab-codeclimate.json").validate(violation)
    return violations


def fingerprints(*diagnostics: Diagnostic, **more: Any) -> list[str]:
    return [v["fingerprint"] for v in report(*diagnostics, **more)]


def test_a_violation() -> None:
    (found,) = report(make(line=12, column=11, length=4, hint="登记它", fix=mended(12)))
    assert len(found.pop("fingerprint")) == 64
    assert found == {
        "description": "没有这个单位。改法：登记它；可自动修复：改为“市发展改革委”（ledger check --fix）",
        "check_name": "P103",
        "severity": "major",
        "location": {"path": "plans/a.yaml", "lines": {"begin": 12}},
    }


def test_a_clean_ledger_is_an_empty_list() -> None:
    assert render("gitlab") == "[]\n"
    assert render("gitlab", allow=[allowed(make())]) == "[]\n"


def test_the_worst_come_first_then_by_place() -> None:
    found = report(make(severity=NOTE), make(severity=ERROR, line=9), make(severity=WARNING), make(line=2))
    assert [(v["severity"], v["location"]["lines"]["begin"]) for v in found] == [
        ("major", 2),
        ("major", 9),
        ("minor", 1),
        ("info", 1),
    ]


def test_a_fingerprint_stays_when_lines_move() -> None:
    before = fingerprints(make(line=3), make(line=7), make(message="别的", line=8))
    assert before == fingerprints(make(line=13), make(line=70), make(message="别的", line=200))
    assert len(set(before)) == 3


def test_findings_that_say_the_same_have_fingerprints_of_their_own() -> None:
    same = [make(line=5) for _ in range(3)]
    assert len(set(fingerprints(*same))) == 3
    other = [make("P104"), make(path="plans/b.yaml"), make(message="别的"), make()]
    assert len(set(fingerprints(*other))) == 4


def test_allowing_one_finding_leaves_the_next_as_it_was() -> None:
    first, second = make(line=3), make(line=7)
    assert fingerprints(second, allow=[allowed(first)]) == fingerprints(first, second)[1:]


def test_the_order_of_the_answer_makes_no_difference() -> None:
    some = [make(line=n % 3 + 1, message=f"第{n % 4}项", severity=(ERROR, NOTE)[n % 2]) for n in range(9)]
    assert report(*some) == report(*reversed(some))


def test_an_old_place_is_told_and_shown_at_the_head_of_the_file() -> None:
    (found,) = report(make(line=40, column=3, revision="0123456789abcdef"))
    assert found["location"]["lines"]["begin"] == 1
    assert found["description"] == "没有这个单位（版本 0123456789ab:40:3）"


@given(TEXT, TEXT)
def test_text_reads_back_as_it_was(message: str, path: str) -> None:
    (found,) = report(make(message=message, path=path))
    assert found["description"] == message
    assert found["location"]["path"] == path


def test_thirty_thousand_findings_are_all_there_and_apart() -> None:
    found = report(*huge())
    assert len(found) == len({v["fingerprint"] for v in found}) == HUGE
    assert [v["severity"] for v in found[:: HUGE // 3]] == ["major", "minor", "info"]
