"""Every rule finds what its cases mark, there and nowhere else."""

import re
from pathlib import Path
from typing import Any

import pytest
from rule_cases import CASES, Case, read_cases

from ledger.checks.allowances import OF_HISTORY
from ledger.checks.run import ELSEWHERE, rules

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "ledger"
CHECKED = [rule.code for rule in rules() if not rule.code.startswith(("R", "V", "I"))]
"""Faults met while reading have their cases in tests/errors, those of bulletins in tests/commands/test_verify.py,
those of sheets in tests/loading and tests/files."""
NOQA = re.compile(r"# noqa: [A-Z0-9, ]+")
BY_CODE = {rule.code: rule for rule in rules()}


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{case.name}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in read_cases(path)[kind]
    ]


@pytest.mark.parametrize(("code", "case"), _cases("pass"))
def test_rule_is_silent(code: str, case: Case) -> None:
    assert not list(case.expected())
    assert [d for d in case.diagnostics() if d.code == code] == []


@pytest.mark.parametrize(("code", "case"), _cases("fail"))
def test_rule_finds_what_is_marked(code: str, case: Case) -> None:
    expected = sorted(case.expected(), key=lambda e: (e.path, e.line, e.column, e.message))
    found = [d for d in case.diagnostics() if d.code == code]
    assert expected, "a failing case marks its findings"
    places = [(d.place.path, d.place.line, d.place.column) for d in found]
    assert places == [(e.path, e.line, e.column) for e in expected]
    for diagnostic, wanted in zip(found, expected, strict=True):
        assert wanted.message in diagnostic.message
        assert wanted.hint in diagnostic.hint
        assert diagnostic.hint, "every finding says what to do next"
        assert diagnostic.severity is BY_CODE[code].severity


def test_every_rule_has_cases_that_pass_and_fail() -> None:
    assert sorted(path.stem for path in CASES.glob("*.yaml")) == CHECKED
    for path in CASES.glob("*.yaml"):
        cases = read_cases(path)
        assert cases["pass"], path.stem
        assert cases["fail"], path.stem


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_page_says_what_why_and_how(code: str) -> None:
    rule = BY_CODE[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    for text in (rule.what, rule.why, rule.fix):
        assert text.endswith("。")
        assert not re.search(r"[,;:?](?=[一-鿿])", text), "Chinese text takes Chinese punctuation"
    assert rule.example
    assert all(len(line) <= 72 for line in rule.example.splitlines())


def test_every_code_that_is_emitted_has_a_page() -> None:
    emitted = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"\b[RPUSKDAVIGFC]\d{3}\b", NOQA.sub("", path.read_text(encoding="utf-8")))
    }
    assert emitted - set(BY_CODE) == set()


def test_names_are_unique() -> None:
    assert len({rule.name for rule in rules()}) == len(rules())


def test_rules_are_asked_by_their_families() -> None:
    asked = {rule.code[0] for rule in rules() if rule.check is not None}
    compared = {rule.code[0] for rule in rules() if rule.compare is not None}
    assert compared == {OF_HISTORY}
    assert not asked & {*ELSEWHERE, OF_HISTORY}


def test_codes_are_as_published() -> None:
    """A renumbered or renamed rule shows as a changed line of codes.txt; retired codes are never used again."""
    listed = (HERE / "codes.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{rule.code} {rule.name} {rule.severity}" for rule in rules()] == listed


def test_second_use_points_to_the_first() -> None:
    case = read_cases(CASES / "P124.yaml")["fail"][0]
    found = [d for d in case.diagnostics() if d.code == "P124"]
    assert [[(str(place), words) for place, words in d.related] for d in found] == [
        [("q.yaml:9:59", "q/1 先用")],
        [("p.yaml:14:56", "p/2 先用")],
    ]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_findings_come_in_one_order(path: Path) -> None:
    for case in read_cases(path)["fail"]:
        assert (
            case.diagnostics() == case.diagnostics() == sorted(case.diagnostics(), key=lambda d: d.sort_key)
        )
