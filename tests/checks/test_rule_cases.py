"""How cases of rules are written: the marks say where findings are, and rules do not see them."""

from pathlib import Path

import pytest
from rule_cases import Case, Expected, Related, read_cases, unmarked

CASES = """\
pass: []
fail:
  - name: the due date moves by itself
    before:
      items: |
        - {id: 1, title: 事项, due: 2017-06-30}  # ^^2017-06-30 原来是这一天
    items: |
      - {id: 1, title: 事项, due: 2017-09-30}  # ^2017-09-30 时限改了 | 记批准延期
  - name: no older version
    items: |
      - {id: 1, title: 事项}  # ^事项 没有时限
"""


@pytest.fixture
def cases(tmp_path: Path) -> list[Case]:
    file = tmp_path / "D999.yaml"
    file.write_text(CASES, "utf-8")
    return read_cases(file)["fail"]


def test_older_version_is_written_like_the_newer(cases: list[Case]) -> None:
    moved, alone = cases
    assert moved.before_files is not None
    assert sorted(moved.before_files) == sorted(moved.files) == ["ledger.yaml", "p.yaml", "units.yaml"]
    assert moved.before_files["ledger.yaml"] == moved.files["ledger.yaml"]
    assert alone.before_files is None


def test_marks_are_places(cases: list[Case]) -> None:
    moved, alone = cases
    assert list(moved.expected()) == [Expected("p.yaml", 5, 27, "时限改了", "记批准延期")]
    assert list(moved.expected_related()) == [Related("p.yaml", 5, 27, "原来是这一天")]
    assert list(alone.expected()) == [Expected("p.yaml", 5, 18, "没有时限", "")]
    assert list(alone.expected_related()) == []


def test_rules_do_not_see_the_marks(cases: list[Case]) -> None:
    assert unmarked(cases[0].files)["p.yaml"].endswith("- {id: 1, title: 事项, due: 2017-09-30}\n")
    assert unmarked(cases[0].before_files or {})["p.yaml"].endswith("due: 2017-06-30}\n")
    assert [d.place.text for d in cases[1].diagnostics()] == ["- {id: 1, title: 事项}"]
