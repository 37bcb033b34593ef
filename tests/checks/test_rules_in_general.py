"""What holds for every rule, whatever a log says."""

import textwrap
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rule_cases import DAY, LEDGER, LOG, UNITS, Case

from ledger.checks.run import rules
from ledger.model.events import CORRECT
from ledger.model.items import ITEM_EVENTS

DAYS = st.sampled_from(["2016-12-31", "2017-03-01", "2017-03-31", "2017-06-30", "2017-10-31", "2018-02-28"])
FIELDS: dict[str, Any] = {
    "by": st.sampled_from(["改革办", "沈砚青", "丁委"]),
    "note": st.just("说明"),
    "cause": st.sampled_from(["资金未落实", "天气"]),
    "recorded": DAYS,
    "node": st.sampled_from(["a", "b"]),
    "until": DAYS,
    "to": st.sampled_from(["乙局", "[乙局, 丁委]", "2017-06-31"]),
    "from": st.sampled_from(["甲局", "丙局"]),
    "into": st.sampled_from(["1", "99", "q/1"]),
    "result": st.sampled_from(["巩固", "反弹", "尚可"]),
    "evidence": st.sampled_from(["[]", "[{number: 一号, date: 2016-01-01}]", "[{kind: 文件}]"]),
    "field": st.sampled_from(["due", "lead", "percent"]),
}
EVENTS = ["办结", *(word for word in ITEM_EVENTS.words if word != CORRECT)]


def _entry(date: str, event: str, fields: dict[str, str]) -> str:
    said = {"date": date, "event": event} | fields
    return "- {" + ", ".join(f"{key}: {value}" for key, value in said.items()) + "}\n"


ENTRIES = st.builds(_entry, DAYS, st.sampled_from(EVENTS), st.fixed_dictionaries({}, optional=FIELDS))
CORRECTIONS = st.builds(
    lambda day, event: _entry("2018-03-01", CORRECT, {"voids": f"{{date: {day}, event: {event}}}"}),
    DAYS,
    st.sampled_from([*EVENTS, CORRECT]),
)


def _case(log: Sequence[str]) -> Case:
    plan = LOG + textwrap.indent("".join(log), "  ") if log else LOG
    return Case("", DAY, files={"ledger.yaml": LEDGER, "units.yaml": UNITS, "p.yaml": plan})


@settings(max_examples=150)
@given(st.lists(ENTRIES | CORRECTIONS, max_size=8))
def test_no_log_is_too_odd_for_a_rule(log: list[str]) -> None:
    case = _case(log)
    found = case.diagnostics()
    assert found == case.diagnostics()
    assert all(d.place.path in case.files for d in found)
    assert {d.code for d in found} <= {rule.code for rule in rules()}


@settings(max_examples=100)
@given(
    st.lists(st.tuples(DAYS, st.sampled_from(EVENTS), st.fixed_dictionaries({}, optional=FIELDS)), max_size=6)
)
def test_making_an_entry_void_settles_whatever_was_wrong_with_it(entries: list[tuple[str, str, Any]]) -> None:
    log = [_entry(*entry) for entry in entries]
    for day, event, _ in entries:
        fields = {"by": "改革办", "note": "误记", "voids": f"{{date: {day}, event: {event}}}"}
        log.append(_entry("2018-03-01", CORRECT, fields))
    assert _case(log).diagnostics() == []
