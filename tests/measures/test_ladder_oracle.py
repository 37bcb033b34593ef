"""The ladder agrees, clause by clause, with the slow reading of the decision tables, through whole random years."""

from collections import Counter
from datetime import timedelta
from random import Random

import oracle
from hypothesis import given, settings
from hypothesis import strategies as st
from random_years import SUCCESSION, Run, year_of

from ledger.measures.escalation import rulings
from ledger.model.ledger import Ledger

AHEAD = (0, 4, 20)


def ours(ledger: Ledger, month: Run, ahead: int) -> dict[oracle.Key, oracle.Asked]:
    found = rulings(ledger, month.on + timedelta(days=ahead))
    return {r.key: (r.clause, r.rung or r.outcome.value) for r in found}


@settings(max_examples=25)
@given(st.binary(min_size=220, max_size=220))
def test_every_clause_of_every_run(choices: bytes) -> None:
    for month in year_of(choices):
        for ledger, ahead in [(month.before, 0), *((month.after, n) for n in AHEAD)]:
            theirs = oracle.ladder(ledger, month.on + timedelta(days=ahead), SUCCESSION)
            assert ours(ledger, month, ahead) == theirs


def test_papers_decided_and_not_yet_signed_are_among_those_tried() -> None:
    random, seen = Random(2017), Counter[str]()
    for _ in range(60):
        for month in year_of(random.randbytes(220)):
            found = oracle.ladder(month.after, month.on, SUCCESSION)
            seen.update(f"{track} {what}" for (track, _, _), (_, what) in found.items())
            seen["signed later"] += any(s.as_of < s.log[0].date for s in month.new)
    assert min(seen[name] for name in ("signed later", "item hold", "docking hold", "item referral")) >= 5
