"""``ledger escalate --only``: one kind of rows of a run, to look at."""

from pathlib import Path
from typing import Any

import pytest
from cli_runner import bundled, json_of, run
from issuing_ledger import OCTOBER, contents, small


def only(word: str) -> Any:
    return json_of("escalate", "--month", "2017-10", "--only", word)


@pytest.mark.parametrize(
    ("word", "same", "key"), [("催办单", "urging_slip", "proposed"), ("移交建议", "referral", "referral")]
)
def test_only_one_kind_of_rows_is_shown_and_the_other_lists_are_empty(word: str, same: str, key: str) -> None:
    whole, part = json_of("escalate", "--month", "2017-10"), only(word)
    assert part == only(same)
    assert list(part) == list(whole)
    assert part[key] == [row for row in whole[key] if row.get("rung") in {None, word}]
    assert not any(part[other] for other in ("proposed", "hold", "referral", "backlog") if other != key)
    counts = {kind: c["rows"] for kind, c in part["counts"].items() if c["rows"]}
    assert counts == ({word: len(part[key])} if key == "proposed" else {})


def test_the_page_shows_the_kind_that_was_asked_for_and_nothing_else() -> None:
    lines = bundled("escalate", "--month", "2017-10", "--only", "移交建议").lines
    assert lines[0] == "三单一书建议（移交建议）"
    assert [line for line in lines if line.endswith("行")] == ["移交建议（供会议研究，不自动发文），3 行"]
    assert "只列了“移交建议”的行" in lines[-1]
    assert "本次没有“积压清单”的行。" in bundled("escalate", "--only", "积压清单").lines


def test_what_was_issued_before_is_no_part_of_it_and_the_difference_is_that_of_its_papers(
    tmp_path: Path,
) -> None:
    ledger = small(tmp_path)
    before = contents(ledger)
    asked = (*OCTOBER, "--only", "交办单")
    patch = run(*asked, "--diff", "--format", "json", cwd=ledger).data["diff"]
    assert "JB-2017-002" in patch
    assert "TS-2017-001" not in patch
    assert contents(ledger) == before
    assert run(*OCTOBER, "--write", cwd=ledger).code == 0
    issued = run(*asked, "--format", "json", cwd=ledger).data
    assert (issued["proposed"], issued["earlier"]) == ([], [])


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("--only 催办 --month 2017-10", "--only 没有“催办”；是否为“催办单”？可写：prompt_slip（提示单）、"),
        ("--only 催办单 --write", "--only 只用来看，不能与 --write 同写"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_sentence(line: str, sentence: str) -> None:
    done = bundled("escalate", *line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"错误：{sentence}")
    assert len(done.err.splitlines()) == 1
