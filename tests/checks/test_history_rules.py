"""What holds for every rule about history: one fault is one finding, and nobody is blamed for what stayed."""

import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rule_cases import CASES, ITEMS, LEDGER, LOG, REVISION, UNITS, Case, compared, read_cases, unmarked

from ledger.base.diagnostics import Diagnostic

HEADS = {"ledger.yaml": LEDGER, "units.yaml": UNITS}
PLAN = ITEMS + "- {id: 1, title: 事项, due: 2017-12-31, log: [{date: 2017-03-01, event: 启动}]}\n"
SLIP = """\
id: TS-2017-001
kind: 提示单
number: 改提〔2017〕1号
unit: 甲局
as_of: 2017-10-31
reply_due: 2017-11-03
log: [{date: 2017-10-31, event: 签发, by: 改革办}]
rows: [{id: 1, subject: p/1}]
"""
UPSTREAM = "upstream: [{id: zy-1, title: 上级文件}, {id: zy-2, title: 又一份}]\n"
FULL = HEADS | {"p.yaml": PLAN, "slips/TS-2017-001.yaml": SLIP, "registers/upstream.yaml": UPSTREAM}


def _cases(pattern: str, *kinds: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}-{case.name}")
        for path in sorted(CASES.glob(pattern))
        for kind in kinds
        for case in read_cases(path)[kind]
    ]


def _codes(found: Sequence[Diagnostic]) -> list[str]:
    return [d.code for d in found]


@pytest.mark.parametrize("case", _cases("D1*.yaml", "pass", "fail"))
def test_old_places_are_as_marked(case: Case, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.partition("-")[0]
    old = {
        (place.path, place.line, place.column, words)
        for d in case.diagnostics()
        if d.code == code
        for place, words in d.related
        if place.revision == REVISION
    }
    assert old == {(r.path, r.line, r.column, r.words) for r in case.expected_related()}


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_ledger_compared_with_itself_is_blamed_for_nothing(path: Any) -> None:
    for kind in ("pass", "fail"):
        for case in read_cases(path)[kind]:
            for files in filter(None, (case.files, case.before_files)):
                assert compared(unmarked(files), unmarked(files), case.day) == []


@pytest.mark.parametrize("path", sorted(CASES.glob("D1*.yaml")), ids=lambda path: path.stem)
def test_a_version_written_from_nothing_rewrites_nothing(path: Any) -> None:
    for case in read_cases(path)["fail"]:
        found = compared(HEADS, unmarked(case.files), case.day)
        assert set(_codes(found)) <= {"D112", "D121"}  # D121: cases have registers of their own


def test_any_two_ledgers_can_be_compared() -> None:
    """Those of neighbouring cases have little in common but their names: everything happens at once."""
    every = [
        unmarked(case.files)
        for path in sorted(CASES.glob("*.yaml"))
        for cases in read_cases(path).values()
        for case in cases
    ]
    met = set()
    for before, after in pairwise(every):
        for found in compared(before, after):
            met.add(found.code)
            assert found.place.path in after
            assert all(place.path in (before if place.revision else after) for place, _ in found.related)
            assert len(found.message) < 600
    assert len(met) > 15


def test_findings_come_by_place() -> None:
    for path in sorted(CASES.glob("D1*.yaml")):
        for case in read_cases(path)["fail"]:
            found = case.diagnostics()
            assert found == sorted(found, key=lambda d: d.sort_key)


@pytest.mark.parametrize(
    ("path", "code", "was"),
    [
        ("p.yaml", "D101", ["p.yaml:1:1（版本 0123456789ab）"]),
        ("slips/TS-2017-001.yaml", "D115", ["slips/TS-2017-001.yaml:1:1（版本 0123456789ab）"]),
        (
            "registers/upstream.yaml",
            "D101",
            [f"registers/upstream.yaml:1:{c}（版本 0123456789ab）" for c in (12, 37)],
        ),
    ],
)
def test_a_file_that_is_gone_is_told_at_the_head_of_the_ledger(path: str, code: str, was: list[str]) -> None:
    found = compared(FULL, {p: text for p, text in FULL.items() if p != path})
    assert {(d.code, str(d.place)) for d in found} == {(code, "ledger.yaml:1:1")}
    assert [str(place) for d in found for place, _ in d.related] == was


@pytest.mark.parametrize("broken", ["p.yaml", "slips/TS-2017-001.yaml", "registers/upstream.yaml"])
def test_what_could_not_be_read_is_not_taken_for_removed(broken: str) -> None:
    unread = FULL | {broken: "titel: 读不出来\n"}
    assert compared(FULL, unread) == []
    assert compared(unread, FULL) == []


def test_unread_heads_blame_nobody() -> None:
    policy = "versions: [{from: 2017-01-01, acceptance: required}]\n"
    full = FULL | {"policy.yaml": policy}
    for path in ("units.yaml", "policy.yaml", "ledger.yaml"):
        unread = full | {path: "- 读不出来\n"}
        assert compared(full, unread) == []
        assert compared(unread, full) == []


def _item(**said: str) -> dict[str, str]:
    keys = {"id": "1", "title": "事项", "due": "2017-12-31"} | said
    return {"p.yaml": ITEMS + "- {" + ", ".join(f"{k}: {v}" for k, v in keys.items()) + "}\n"}


DONE = "[{date: 2017-06-22, event: 完成, evidence: [{number: 一号}]}]"


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        pytest.param(_item(log=DONE), {}, ["D101"], id="a plan with entries and evidence is gone"),
        pytest.param(
            _item(log=DONE),
            {"p.yaml": ITEMS + "- {id: 2, title: 别的}\n"},
            ["D102"],
            id="an item with entries",
        ),
        pytest.param(
            _item(log=DONE),
            _item(title="别的", due="2018-12-31", lead="丙局", log="[{date: 2017-10-01, event: 启动}]"),
            ["D103"],
            id="an id stands for another item",
        ),
        pytest.param(
            {"slips/TS-2017-001.yaml": SLIP, "slips/TS-2017-001.md": "提示单\n"}, {}, ["D115"], id="a paper"
        ),
        pytest.param(
            {"slips/TS-2017-001.yaml": SLIP, "slips/TS-2017-001.md": "提示单\n"},
            {"slips/TS-2017-001.yaml": SLIP},
            [],
            id="only its text, which S118 says",
        ),
        pytest.param(
            {"slips/TS-2017-001.yaml": SLIP},
            {"slips/TS-2017-002.yaml": SLIP.replace("TS-2017-001", "TS-2017-002").replace("〕1号", "〕2号")},
            ["D114"],
            id="a paper renumbered",
        ),
        pytest.param(
            _item(lead="甲", **{"with": "甲"}),
            _item(lead="甲局", **{"with": "[甲局]"}),
            [],
            id="names in full",
        ),
        pytest.param(
            _item(log=DONE),
            _item(log=DONE.replace("一号", "二号").replace("完成,", "完成, note: 说明,")),
            ["D105", "D107"],
            id="an entry's words and its evidence",
        ),
        pytest.param(
            _item(log=DONE),
            _item(
                due="2018-12-31",
                log=DONE[:-1] + ", {date: 2017-07-01, event: 更正, by: 改革办, field: due, to: 2018-12-31}]",
            ),
            ["D108"],
            id="a correction beside an edit does not excuse it",
        ),
    ],
)
def test_one_fault_is_one_finding(before: dict[str, str], after: dict[str, str], codes: list[str]) -> None:
    assert sorted(_codes(compared(HEADS | before, HEADS | after))) == codes


def test_an_entry_put_in_points_to_the_entry_that_had_landed() -> None:
    case = read_cases(CASES / "D106.yaml")["fail"][0]
    related = [[(str(place), words) for place, words in d.related] for d in case.diagnostics()]
    assert related == [[("p.yaml:11:5", "这一条已经入库")]] * 2


def test_a_verdict_points_to_the_claim_and_a_signature_to_the_addressee() -> None:
    claims, rows = read_cases(CASES / "D112.yaml")["fail"]
    found = [d for d in claims.diagnostics() if d.code == "D112"]
    assert [str(place) for d in found for place, _ in d.related] == [
        "p.yaml:9:5", "p.yaml:15:5", "p.yaml:21:5", "q.yaml:9:5",
    ]  # fmt: skip
    (found_row,) = [d for d in rows.diagnostics() if d.place.path.startswith("slips/")]
    assert [(place.path, words) for place, words in found_row.related] == [
        ("slips/TS-2017-001.yaml", "主送单位")
    ]


def test_a_resealed_text_is_told_so() -> None:
    from ledger.files.seal import seal

    before = HEADS | {"slips/TS-2017-001.yaml": SLIP}
    texts = [{"slips/TS-2017-001.md": seal(f"{words}\n", "TS-2017-001")} for words in ("提示单", "改过")]
    (found,) = compared(before | texts[0], before | texts[1])
    assert found.message == "TS-2017-001 的文稿与签发时不同，封记也换了新的"


DAYS = st.sampled_from(["2017-03-01", "2017-03-31", "2017-06-30", "2017-10-31"])
EVENTS = st.sampled_from(["启动", "进展", "完成", "核验退回", "批准延期"])
ENTRIES = st.builds(
    lambda day, event, note: f"- {{date: {day}, event: {event}, by: 改革办, note: {note}}}\n",
    DAYS,
    EVENTS,
    st.sampled_from(["一", "二"]),
)
LOGS = st.lists(ENTRIES, max_size=6)
REWRITTEN = {"D104", "D105", "D106"}


def _plan(log: Sequence[str]) -> dict[str, str]:
    text = textwrap.indent("".join(log), "  ") if log else "    []\n"
    return HEADS | {"p.yaml": LOG + text}


@settings(max_examples=60)
@given(LOGS, LOGS)
def test_entries_that_go_last_rewrite_nothing(log: list[str], more: list[str]) -> None:
    assert _codes(compared(_plan(log), _plan([*log, *more]))) == []


@settings(max_examples=60)
@given(LOGS.filter(bool), LOGS, st.data())
def test_an_entry_never_goes_unseen(log: list[str], more: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(log) - 1))
    left = [*log[:gone], *log[gone + 1 :], *more]
    assume(left[: len(log)] != log)  # recorded again at once, or its twin stands there
    found = set(_codes(compared(_plan(log), _plan(left))))
    assert found & REWRITTEN
    if log[gone] not in left:
        assert found & {"D104", "D105"}


@settings(max_examples=60)
@given(LOGS.filter(lambda log: len(set(log)) > 1), st.data())
def test_two_entries_that_change_places_are_told(log: list[str], data: st.DataObject) -> None:
    places = st.integers(0, len(log) - 1)
    one, other = data.draw(st.tuples(places, places).filter(lambda pair: log[pair[0]] != log[pair[1]]))
    swapped = list(log)
    swapped[one], swapped[other] = log[other], log[one]
    assert set(_codes(compared(_plan(log), _plan(swapped)))) == {"D106"}
