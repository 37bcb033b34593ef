"""What a comment allows is gone from the findings and kept beside them with its reason."""

from datetime import date

import pytest
from rule_cases import DAY, LEDGER, UNITS, MemoryTree

from ledger.base.diagnostics import Allowed, Diagnostic, Place, Severity
from ledger.checks.allowances import Verdict
from ledger.checks.run import allow, check, judge
from ledger.files import comments
from ledger.loading.load import load
from ledger.loading.sources import Sources

HEAD = "id: p\ntitle: 方案\nlead: 甲局\nitems:\n"
TITLE = "- id: 1\n  title: 事项  # ledger: allow P108 until 2017-12-31 — 时限待上级明确\n"


def _judge(plan: str, day: date = DAY) -> Verdict:
    ledger, sources = load(MemoryTree(_files(plan)))
    verdict = judge(ledger, sources, day)
    assert check(ledger, sources, day) == verdict.findings
    return verdict


def _files(plan: str) -> dict[str, str]:
    return {"ledger.yaml": LEDGER, "units.yaml": UNITS, "p.yaml": plan}


def _told(allowed: tuple[Allowed, ...]) -> list[tuple[str, str, str, str]]:
    return [(a.diagnostic.code, str(a.diagnostic.place), a.reason, str(a.until)) for a in allowed]


def test_allowed_finding_stands_beside_the_others() -> None:
    verdict = _judge(HEAD + TITLE)
    assert verdict.findings == []
    assert _told(verdict.allowed) == [("P108", "p.yaml:6:10", "时限待上级明确", "2017-12-31")]


@pytest.mark.parametrize(("day", "found"), [("2017-12-31", []), ("2018-01-01", ["P108", "A102"])])
def test_it_ends_with_its_last_day(day: str, found: list[str]) -> None:
    assert [d.code for d in _judge(HEAD + TITLE, date.fromisoformat(day)).findings] == found


def test_too_long_a_one_holds_nevertheless() -> None:
    """Judged on a day of the past every year is longer: that must not make an error of it."""
    verdict = _judge(HEAD + TITLE, date(2016, 1, 31))
    assert [(d.code, d.severity) for d in verdict.findings] == [("A104", Severity.WARNING)]
    assert [a.diagnostic.code for a in verdict.allowed] == ["P108"]


@pytest.mark.parametrize(
    "dash", [" — ", "——", " – ", " -- ", " - ", "：", "―", " ── ", "－", "\u3000—\u3000"]
)
def test_whatever_dash_the_input_method_writes(dash: str) -> None:
    verdict = _judge(HEAD + TITLE.replace(" — ", dash))
    assert verdict.findings == []
    assert _told(verdict.allowed)[0][2:] == ("时限待上级明确", "2017-12-31")


def test_a_wide_blank_is_a_blank() -> None:
    comment = "# ledger: allow P108 until 2017-12-31"
    verdict = _judge(HEAD + TITLE.replace(comment, comment.replace("# ", "#\u3000").replace(" ", "\u3000")))
    assert (verdict.findings, len(verdict.allowed)) == ([], 1)


def test_malformed_one_allows_nothing() -> None:
    plan = HEAD + "- id: 1\n  title: 事项  # ledger: allow P108, P999 until 2017-12-31 — 时限待定\n"
    assert [d.code for d in _judge(plan).findings] == ["P108", "A101"]


def test_other_codes_of_the_line_and_other_lines_stand() -> None:
    plan = HEAD + TITLE.replace("P108", "P107") + "- {id: 2, title: 无时限}\n"
    assert [(d.code, d.place.line) for d in _judge(plan).findings] == [("P108", 6), ("A103", 6), ("P108", 7)]


def test_comments_above_may_be_stacked() -> None:
    plan = (
        HEAD + "# ledger: allow P108 until 2017-12-31 — 待定\n"
        "# ledger: allow P103 until 2017-11-30 — 新设单位\n- {id: 1, title: 事项, lead: 丁局}\n"
    )
    verdict = _judge(plan)
    assert verdict.findings == []
    assert _told(verdict.allowed) == [
        ("P108", "p.yaml:7:18", "待定", "2017-12-31"),
        ("P103", "p.yaml:7:28", "新设单位", "2017-11-30"),
    ]


def test_the_nearer_of_two_that_allow_the_same_is_told() -> None:
    above, beside = ("# ledger: allow P108 until 2017-11-30 — " + where for where in ("写在上面", "写在旁边"))
    verdict = _judge(f"{HEAD}{above}\n- {{id: 1, title: 事项}}  {beside}\n")
    assert [a.reason for a in verdict.allowed] == ["写在旁边"]
    assert verdict.findings == []


def _history(code: str, line: int, revision: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, "改动了", Place("p.yaml", line, revision=revision))


def test_findings_made_elsewhere_are_allowed_by_the_same_comments() -> None:
    _, sources = load(MemoryTree(_files(HEAD + TITLE)))
    here, there, old = _history("P108", 6), _history("P108", 5), _history("P108", 6, revision="a" * 40)
    verdict = allow([here, there, old], sources, DAY)
    assert [a.diagnostic for a in verdict.allowed] == [here]
    assert verdict.findings == [there, old]


def test_nothing_is_said_there_of_the_comments_themselves() -> None:
    _, sources = load(MemoryTree(_files(HEAD + TITLE.replace("until", "bis"))))
    assert allow([], sources, DAY) == Verdict([], ())


def test_files_without_the_word_are_not_searched_for_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[bytes] = []
    monkeypatch.setattr(comments, "comments", lambda source: searched.append(source) or [])
    plan = HEAD + TITLE
    tree = MemoryTree(_files(plan) | {"q.yaml": plan.replace("id: p", "id: q").partition("  #")[0] + "\n"})
    ledger, sources = load(tree)
    assert isinstance(sources, Sources)
    judge(ledger, sources, DAY)
    assert searched == [plan.encode()]
