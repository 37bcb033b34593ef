"""What became of a log: letters stand for entries, ``a1`` and ``a2`` for one entry that was edited."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.measures.comparing.common_run import common_run
from ledger.measures.comparing.log_changes import Became, log_changes

LOGS = st.lists(st.sampled_from(["a1", "a2", "b1", "b2", "c1", "c2", "d1", "e1"]), max_size=12)
LIKE = ((lambda entry: entry[0]),)


def told(before: str, after: str, *, in_place: bool = False) -> list[str]:
    likeness = {"in_place": LIKE} if in_place else {"anywhere": LIKE}
    found = log_changes(before.split(), after.split(), **likeness)
    return [f"{c.became} {_number(c.before)}→{_number(c.after)}" for c in found]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("a", "a", []),
        ("", "a b", ["added →0", "added →1"]),
        ("a b", "", ["removed 0→", "removed 1→"]),
        ("a b", "a b c", ["added →2"]),
        ("a b", "a c b", ["inserted →1"]),
        ("a b", "c a b d", ["inserted →0", "added →3"]),
        ("a b c", "a c", ["removed 1→"]),
        ("a b c", "a c d", ["removed 1→", "added →2"]),
        ("a1 b", "a2 b", ["edited 0→0"]),
        ("b a1", "b a2", ["edited 1→1"]),
        ("b a1", "b a2 c", ["edited 1→1", "added →2"]),
        ("a b c", "b c a", ["moved 0→2"]),
        ("a b", "b a", ["moved 0→1"]),
        ("a1 b c", "b c a2", ["edited 0→2"]),
        ("a b c", "a x c", ["edited 1→1"]),  # alone between its neighbours
        ("a b", "a x", ["removed 1→", "added →1"]),  # at the end it may be another one
        ("a b", "a x b", ["inserted →1"]),
        ("a b c d", "a x y d", ["removed 1→", "removed 2→", "inserted →1", "inserted →2"]),
        ("a1 k a2", "a3 k a4", ["edited 0→0", "edited 2→2"]),
        ("a1 k a2", "k a3", ["removed 0→", "edited 2→1"]),  # the one with the same neighbours
        ("a b c", "x y", ["removed 0→", "removed 1→", "removed 2→", "added →0", "added →1"]),
    ],
)
def test_every_entry_that_is_not_as_it_was_is_told(before: str, after: str, expected: list[str]) -> None:
    assert told(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a a", "a", ["removed 1→"]),
        ("a", "a a", ["added →1"]),
        ("a b a", "a a b", ["moved 1→2"]),
        ("h a b c a d", "h b c a d n", ["removed 1→", "added →5"]),
        ("a a b", "a b a", ["moved 1→2"]),
        ("a a a", "b b", ["removed 0→", "removed 1→", "removed 2→", "added →0", "added →1"]),
    ],
)
def test_identical_entries_are_told_apart_by_where_they_stand(
    before: str, after: str, expected: list[str]
) -> None:
    assert told(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("k a1", "k a2", ["edited 1→1"]),
        ("k a1", "k a2 n", ["edited 1→1", "added →2"]),
        ("k a1", "k n a2", ["removed 1→", "added →1", "added →2"]),
        ("k a1 b1", "k a2 b2", ["edited 1→1", "edited 2→2"]),
        ("a1 k", "k a2", ["removed 0→", "added →1"]),
    ],
)
def test_what_is_alike_in_place_only_has_to_stand_there(before: str, after: str, expected: list[str]) -> None:
    assert told(before, after, in_place=True) == expected


@given(LOGS, LOGS)
def test_new_entries_at_the_end_are_only_added(log: list[str], more: list[str]) -> None:
    found = log_changes(log, log + more, LIKE, LIKE)
    assert [(c.became, c.after) for c in found] == [(Became.ADDED, len(log) + n) for n in range(len(more))]


@given(LOGS, LOGS)
def test_every_entry_of_both_logs_is_accounted_for_once(before: list[str], after: list[str]) -> None:
    found = log_changes(before, after, LIKE, LIKE)
    olds, news = _numbers(c.before for c in found), _numbers(c.after for c in found)
    assert len(set(olds)) == len(olds)
    assert len(set(news)) == len(news)
    kept = [b for b in range(len(before)) if b not in olds]
    assert len(kept) == len(after) - len(news)
    for change in found:
        gone, new = change.became is Became.REMOVED, change.became in {Became.ADDED, Became.INSERTED}
        assert (change.before is None, change.after is None) == (new, gone)
    moved = [(before[c.before or 0], after[c.after or 0]) for c in found if c.became is Became.MOVED]
    assert all(old == new for old, new in moved)


@given(LOGS, LOGS)
def test_the_changes_turn_the_old_log_into_the_new_one(before: list[str], after: list[str]) -> None:
    found = log_changes(before, after, LIKE, LIKE)
    touched = set(_numbers(c.before for c in found))
    kept = [entry for n, entry in enumerate(before) if n not in touched]
    placed = {c.after: after[c.after] for c in found if c.after is not None}
    assert [placed[n] if n in placed else kept.pop(0) for n in range(len(after))] == after


@given(LOGS, LOGS)
def test_added_entries_stand_below_all_that_had_landed(before: list[str], after: list[str]) -> None:
    found = log_changes(before, after, LIKE, LIKE)
    added = _numbers(c.after for c in found if c.became is Became.ADDED)
    assert added == list(range(len(after) - len(added), len(after)))
    inserted = [c for c in found if c.became is Became.INSERTED]
    assert all(c.after is not None and c.after < len(after) - len(added) - 1 for c in inserted)


@given(LOGS, LOGS)
def test_as_many_entries_as_can_be_are_kept(before: list[str], after: list[str]) -> None:
    run = common_run(before, after)
    assert run == sorted(run)
    assert [before[b] for b, _ in run] == [after[a] for _, a in run]
    assert len(run) == _longest(before, after)


def _longest(before: Sequence[str], after: Sequence[str]) -> int:
    """As textbooks reckon it."""
    best = Counter[tuple[int, int]]()
    for b, a in product(range(len(before)), range(len(after))):
        best[b, a] = max(best[b - 1, a], best[b, a - 1], best[b - 1, a - 1] + (before[b] == after[a]))
    return best[len(before) - 1, len(after) - 1]


@pytest.mark.parametrize(
    ("make", "count"),
    [
        (lambda n: f"a{n} new", 5000),
        (lambda n: f"x{n}", 10000),
        (lambda n: f"a{4999 - n}", 4999),
        (lambda n: f"a{n}" if n % 2 else f"x{n}", 2500),
        (lambda n: f"a{(n * 7) % 5000}", None),
    ],
    ids=["edited", "replaced", "reversed", "every-other", "mixed"],
)
def test_a_log_that_was_wholly_rewritten_takes_no_longer(
    make: Callable[[int], str], count: int | None
) -> None:
    before, after = [f"a{n}" for n in range(5000)], [make(n) for n in range(5000)]
    began = time.perf_counter()
    found = log_changes(before, after, ((lambda entry: entry.split()[0]),), LIKE[:0])
    assert time.perf_counter() - began < 2
    assert count is None or len(found) == count


@pytest.mark.parametrize(
    ("before", "after"), [("ab" * 2500, "ba" * 2500), ("a" * 5000, "b" + "a" * 5000)], ids=["turns", "one"]
)
def test_thousands_of_equal_entries_take_no_longer(before: str, after: str) -> None:
    began = time.perf_counter()
    assert len(log_changes(list(before), list(after))) == 1
    assert time.perf_counter() - began < 2


def test_one_change_within_a_long_log_is_found_at_once() -> None:
    before = [f"a{n}" for n in range(2000)]
    after = [*before[:1000], "x", *before[1001:]]
    began = time.perf_counter()
    assert log_changes(before, after) == [(Became.EDITED, 1000, 1000)]
    assert time.perf_counter() - began < 0.5


def _numbers(found: Iterable[int | None]) -> list[int]:
    return [n for n in found if n is not None]
