"""``sarif``: a log that the published schema of 2.1.0 takes, within what GitHub accepts."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
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
from hypothesis import strategies as st

from ledger import __version__
from ledger.base.diagnostics import Diagnostic, Place
from ledger.render.diagnostics import sarif

URI = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*")


def run_of(*diagnostics: Diagnostic, **more: Any) -> dict[str, Any]:
    log = json.loads(render("sarif", *diagnostics, **more))
    (run,) = log["runs"]
    results = run["results"]
    run["results"] = results[:: max(1, len(results) // 200)]
    published("sarif-schema-2.1.0.json").validate(log)
    assert log["version"] == "2.1.0"
    assert log["$schema"] == published("sarif-schema-2.1.0.json").schema["id"]
    run["results"] = results
    return run  # type: ignore[no-any-return]


def results(*diagnostics: Diagnostic, **more: Any) -> list[dict[str, Any]]:
    return run_of(*diagnostics, **more)["results"]  # type: ignore[no-any-return]


def test_a_clean_ledger_is_one_run_without_results() -> None:
    run = run_of()
    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert run["tool"]["driver"]["name"] == "ledger"
    assert run["tool"]["driver"]["semanticVersion"] == __version__
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_a_result() -> None:
    (found,) = results(make(line=12, column=11, length=4, hint="登记它"))
    assert len(found.pop("partialFingerprints").pop("ledgerFinding/v1")) == 64
    assert found == {
        "ruleId": "P103",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "没有这个单位。改法：登记它"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "plans/a.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 11, "endColumn": 15},
                }
            }
        ],
    }


def test_only_the_fingerprint_of_our_own_is_given() -> None:
    """GitHub computes primaryLocationLineHash from the lines, and warns of every value that is not its own."""
    before, after = results(make(line=3))[0], results(make(line=30))[0]
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert list(before["partialFingerprints"]) == ["ledgerFinding/v1"]


def test_rules_are_those_of_the_results_with_their_pages() -> None:
    run = run_of(make("R106"), make("P108", WARNING), make("P103"), make("R106", line=2))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["P103", "P108", "R106"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    unit = rules[0]
    assert unit["name"] == "UnknownUnit"
    assert unit["defaultConfiguration"] == {"level": "error"}
    assert unit["shortDescription"]["text"].startswith("写了一个 units.yaml 里没有的单位。")
    assert unit["fullDescription"]["text"].startswith(unit["shortDescription"]["text"])
    assert unit["help"]["markdown"].startswith("# P103（错误）\n\n## 查什么\n")
    assert [f"\n{head}\n" in unit["help"]["text"] for head in ("查什么", "为什么", "例子", "怎么改")] == [
        True
    ] * 4


def test_a_code_without_a_page_has_an_entry() -> None:
    assert run_of(make("X999"))["tool"]["driver"]["rules"] == [{"id": "X999"}]


def test_the_worst_come_first_and_what_is_allowed_last() -> None:
    found = results(make(severity=NOTE), make(severity=WARNING), make(), allow=[allowed(make(line=7))])
    assert [r["level"] for r in found] == ["error", "warning", "note", "error"]
    assert [r.get("suppressions") for r in found] == [
        None,
        None,
        None,
        [{"kind": "inSource", "status": "accepted", "justification": "历史原因（至 2017-12-31）"}],
    ]


def test_a_fix_replaces_what_it_names() -> None:
    (found,) = results(make(line=4, column=11, length=4, fix=mended(4)))
    assert found["fixes"] == [
        {
            "description": {"text": "改为“市发展改革委”"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "plans/a.yaml", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 4, "startColumn": 11, "endColumn": 15},
                            "insertedContent": {"text": "市发展改革委"},
                        }
                    ],
                }
            ],
        }
    ]


def test_an_old_place_has_no_region_and_is_told_in_words() -> None:
    old = Place("plans/旧.yaml", 40, 3, 4, revision="0123456789abcdef")
    new = Place("plans/new.yaml", 7, 1)
    (found,) = results(make(related=((old, "原来在这里"), (new, "现在在这里"))))
    before, now = found["relatedLocations"]
    assert before["message"]["text"] == "原来在这里（版本 0123456789ab:40:3）"
    assert list(before["physicalLocation"]) == ["artifactLocation"]
    assert now["message"]["text"] == "现在在这里"
    assert now["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 1}
    (gone,) = results(make(line=40, column=3, revision="0123456789abcdef"))
    assert list(gone["locations"][0]["physicalLocation"]) == ["artifactLocation"]
    assert gone["message"]["text"] == "没有这个单位（版本 0123456789ab:40:3）"


def test_places_named_twice_are_there_once_and_not_more_than_a_thousand() -> None:
    twice = (
        (Place("b"), "甲"),
        (Place("b"), "甲"),
        (Place("b"), "乙"),
        (Place("b", revision="a" * 40), "甲"),
    )
    assert len(results(make(related=twice))[0]["relatedLocations"]) == 3
    many = tuple((Place("b", n), "甲") for n in range(1, 3000))
    (found,) = json.loads(render("sarif", make(related=many)))["runs"][0]["results"]
    assert len(found["locations"]) + len(found["relatedLocations"]) == 1000


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/云山市.yaml", "plans/%E4%BA%91%E5%B1%B1%E5%B8%82.yaml"),
        ("a b.yaml", "a%20b.yaml"),
        ("100%.yaml", "100%25.yaml"),
        ("a#b?c.yaml", "a%23b%3Fc.yaml"),
        ("http:x.yaml", "http%3Ax.yaml"),
        ("a\\u000a.yaml", "a%5Cu000a.yaml"),
    ],
)
def test_a_path_is_a_relative_uri(path: str, uri: str) -> None:
    (found,) = results(make(path=path))
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@given(TEXT, TEXT, st.integers(1, 9))
def test_text_reads_back_as_it_was(message: str, path: str, length: int) -> None:
    related = ((Place(path, 2), message),)
    (found,) = results(
        make(message=message, path=path, length=length, related=related, fix=mended(1, message))
    )
    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert URI.fullmatch(uri)
    assert unquote(uri) == path
    assert found["message"]["text"].startswith(message + "。改法：")
    assert found["relatedLocations"][0]["message"]["text"] == message
    replacement = found["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == message


def test_of_thirty_thousand_findings_the_worst_are_there_and_the_rest_counted() -> None:
    run = run_of(*huge())
    levels = [r["level"] for r in run["results"]]
    assert levels == ["error"] * 10_000 + ["warning"] * 10_000 + ["note"] * 5_000
    marks = {r["partialFingerprints"]["ledgerFinding/v1"] for r in run["results"]}
    assert len(marks) == 25_000
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith(f"还有 {HUGE - 25_000} 条")


def test_what_is_allowed_is_left_out_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    run = run_of(make(line=8), make(line=9, severity=NOTE), allow=[allowed(make(line=n)) for n in (1, 2)])
    assert ["suppressions" in r for r in run["results"]] == [False, False, True]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("还有 1 条")


def test_nothing_in_it_changes_from_run_to_run() -> None:
    some = [make(line=n, severity=(ERROR, NOTE)[n % 2]) for n in range(1, 9)]
    assert render("sarif", *some) == render("sarif", *reversed(some))
