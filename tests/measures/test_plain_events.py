"""Whether a plain event counts hangs on the state alone: P121 asks only the first log of those that tell the same."""

from dataclasses import replace
from datetime import date, timedelta

from build import make_item
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.measures.replay import PLAIN, replay
from ledger.model.entries import Entry

FIRST = date(2017, 1, 1)
DAYS = st.none() | st.dates(FIRST, date(2018, 12, 31))
NAMES = st.none() | st.sampled_from(["反弹", "a", "市财政局", "due", "lead"])
DRESSED = st.fixed_dictionaries(
    {
        "until": DAYS,
        "result": NAMES,
        "node": NAMES,
        "from_": NAMES,
        "field": NAMES,
        "to": st.none() | st.just(("2017-05-01",)),
        "percent": st.none() | st.integers(0, 100),
        "gap": st.integers(0, 60),
    }
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(sorted(PLAIN)), DRESSED), max_size=8))
def test_what_else_an_entry_says_changes_nothing(told: list[tuple[str, dict[str, object]]]) -> None:
    plain, dressed, when = list[Entry](), list[Entry](), FIRST
    for word, extra in told:
        said = dict(extra)
        when += timedelta(days=int(str(said.pop("gap"))))
        plain.append(Entry(date=FIRST, event=word))
        dressed.append(replace(Entry(date=when, event=word), **said))  # type: ignore[arg-type]
    item = make_item()

    def course(log: list[Entry]) -> list[tuple[str, str, bool]]:
        steps = replay(replace(item, log=tuple(log)), ("市财政局",), date.max).steps
        return [(step.before, step.after, step.counted) for step in steps]

    assert course(plain) == course(dressed)
