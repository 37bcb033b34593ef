"""Our measures agree with the slow oracle on ledgers nobody would write by hand."""

from collections import Counter
from datetime import date
from itertools import pairwise
from random import Random

import oracle
from hypothesis import example, given, settings
from hypothesis import strategies as st
from random_items import SUCCESSION, Case, case_of

from ledger.measures.progress import tally
from ledger.measures.standing import Standing, standings
from ledger.model.items import State

EXAMPLES = 900


def answer(standing: Standing) -> oracle.Verdict:
    return oracle.Verdict(
        standing.status.value,
        standing.accepted,
        standing.effective_due,
        standing.overdue_days,
        standing.late,
        standing.history.cycle,
        standing.leads,
    )


def verdicts(case: Case, on: date) -> list[oracle.Verdict]:
    return [
        oracle.judge(item, on, plan.lead, units=SUCCESSION, required=case.required)
        for plan, item in case.ledger.items()
    ]


@settings(max_examples=EXAMPLES)
@given(st.binary(min_size=150, max_size=150))
@example(b"")
def test_standing_and_progress_agree_with_the_oracle(choices: bytes) -> None:
    case = case_of(choices)
    for on in case.days:
        ours = list(standings(case.ledger, on))
        theirs = verdicts(case, on)
        assert [answer(s) for s in ours] == theirs
        counts, expected = tally(ours), oracle.tally(theirs)
        assert {k: counts.rate if k == "rate" else counts[k] for k in expected} == expected


def test_the_ledgers_tried_reach_deep_states() -> None:
    """Otherwise agreement would say little."""
    random, seen = Random(2017), Counter[str]()
    for _ in range(400):
        case = case_of(random.randbytes(150))
        for on in case.days:
            for standing in standings(case.ledger, on):
                seen.update(_features(standing))
    rare = {name: seen[name] for name in FEATURES if seen[name] < 25}
    assert rare == {}


FEATURES = [
    *State, "late", "overdue", "overdue by node", "extended", "node extended", "paused", "resumed", "relapsed",
    "returned", "transferred", "not allowed", "voided", "mended", "backdated", "renamed lead",
]  # fmt: skip


def _features(standing: Standing) -> list[str]:
    history, log = standing.history, standing.item.log
    events = [s.entry.event for s in history.steps if s.counted]
    found = {
        standing.history.state.value: True,
        "late": standing.late,
        "overdue": standing.overdue,
        "overdue by node": standing.overdue and standing.deadline != standing.effective_due,
        "extended": any(x.node is None for x in history.extensions),
        "node extended": any(x.node for x in history.extensions),
        "paused": bool(history.pauses),
        "resumed": any(p.resumed for p in history.pauses),
        "relapsed": history.relapsed,
        "returned": "核验退回" in events,
        "transferred": "移交" in events,
        "not allowed": any(not s.counted for s in history.steps),
        "voided": len(history.steps) < len(log),
        "mended": history.due != standing.item.due,
        "backdated": any(later.date < earlier.date for earlier, later in pairwise(log)),
        "renamed lead": not set(standing.leads) & {"市旅游局", "市财政局", "市教育局"},
    }
    return [name for name, held in found.items() if held]
