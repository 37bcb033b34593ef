"""An extension dated under a paper that was judged already: ``record`` says when it was written down, S112 refuses it."""

from datetime import date

import pytest
from rule_cases import LEDGER, UNITS, Case, MemoryTree

from ledger.actions.recording import addition, last_judged, spliced
from ledger.actions.targets import find_target
from ledger.loading.load import load

TODAY = date(2017, 11, 15)
PLAN = """\
id: p
title: 方案
lead: 甲局
items:
- id: 1
  title: 事项
  due: 2017-10-15
  log:
    - {date: 2017-03-01, event: 启动}
    - {date: 2017-03-20, event: 完成, evidence: [{number: 一号}]}
    - {date: 2017-03-21, event: 核验通过, by: 改革办}
    - {date: 2017-03-22, event: 回头看, by: 改革办, result: 反弹}
- id: 2
  title: 另一件
  due: 2017-10-15
"""
SLIP = """\
id: {id}
kind: {kind}
track: item
number: 一号
unit: 甲局
as_of: {as_of}
reply_due: 2017-12-31
log: [{log}]
rows:
  - {{id: 1, subject: p/1, limit: 2017-12-31, log: []}}
"""
SIGNED = "{date: 2017-11-02, event: 签发, by: 改革办}"
VOID = SIGNED + ", {date: 2017-11-03, event: 作废, by: 改革办, note: 误发}"
EXTENSION = {"until": "2017-12-20", "by": "深改组"}


def _recorded(
    ref: str, word: str, when: str, *, log: str = SIGNED, **given: str
) -> tuple[str | None, list[str]]:
    """What ``recorded`` the entry gets, and the codes of the errors that are found with it."""
    slips = {
        "slips/TS-2017-001.yaml": SLIP.format(id="TS-2017-001", kind="提示单", as_of="2017-09-30", log=log),
        "slips/JB-2017-001.yaml": SLIP.format(id="JB-2017-001", kind="交办单", as_of="2017-10-31", log=log),
    }
    files = {"ledger.yaml": LEDGER, "units.yaml": UNITS, "p.yaml": PLAN} | slips
    ledger, _ = load(MemoryTree(files))
    target = find_target(ledger, ref, word)
    added = addition(target, given, date.fromisoformat(when), TODAY, last_judged(ledger, target))
    files["p.yaml"] = spliced(PLAN.encode(), [added]).decode()
    found = Case("", TODAY, files=files).diagnostics()
    said = added.fields.get("recorded")
    return str(said) if said else None, [d.code for d in found if d.code == "S112" or d.code.startswith("P")]


@pytest.mark.parametrize("when", ["2017-09-30", "2017-10-30", "2017-10-31"])
@pytest.mark.parametrize("until", ["2017-12-20", "2017-10-31"])
def test_on_or_before_the_day_judged(when: str, until: str) -> None:
    said, codes = _recorded("p/1", "批准延期", when, **EXTENSION | {"until": until})
    assert (said, codes) == ("2017-11-15", ["S112"])


@pytest.mark.parametrize("when", ["2017-11-01", "2017-11-15"])
def test_from_the_day_after_on(when: str) -> None:
    assert _recorded("p/1", "批准延期", when, **EXTENSION) == (None, [])


def test_of_a_node_too() -> None:
    assert _recorded("p/1#a", "批准延期", "2017-10-30", **EXTENSION)[0] == "2017-11-15"


def test_a_relapse_too_and_no_other_result() -> None:
    """Not allowed here: what is asked is only when it says that it was recorded."""
    assert _recorded("p/1", "回头看", "2017-10-30", by="改革办", result="反弹")[0] == "2017-11-15"
    assert _recorded("p/1", "回头看", "2017-10-30", by="改革办", result="巩固")[0] is None


def test_what_starts_nothing_anew_is_only_late() -> None:
    assert _recorded("p/1", "进展", "2017-10-30") == (None, [])
    given = {"until": "2017-12-20", "note": "资金未到"}
    assert _recorded("p/1", "申请延期", "2017-10-30", **given) == (None, [])


def test_another_item_and_a_void_paper() -> None:
    assert _recorded("p/2", "批准延期", "2017-10-30", **EXTENSION) == (None, [])
    assert _recorded("p/1", "批准延期", "2017-10-30", log=VOID, **EXTENSION) == (None, [])
