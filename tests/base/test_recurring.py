"""What is done anew every month or quarter."""

from build import day

from ledger.base.periods import MONTH, QUARTER
from ledger.base.recurring import Done, asked_again, missed, period_of


def _asked(ref: str, months: int, on: str, **done: str) -> list[tuple[str, str]]:
    known = [Done(period_of(day(when), months), day(when), name) for name, when in done.items()]
    return [(str(p), str(met)) for p, met in asked_again(ref, known, day(on), months)]


def test_what_was_done_last_asks_for_the_period_of_the_day_and_the_one_before() -> None:
    assert _asked("a", MONTH, "2017-06-02", a="2017-04-20") == [("2017年5月", "None"), ("2017年6月", "None")]
    assert _asked("a", QUARTER, "2017-06-02", a="2017-03-20") == [("2017年第2季度", "None")]
    assert _asked("a", MONTH, "2017-04-30", a="2017-04-20") == []


def test_each_period_is_asked_for_once_and_met_by_the_first_done_in_it() -> None:
    done = {"a": "2017-04-20", "b": "2017-04-21", "c": "2017-05-10", "d": "2017-05-20"}
    assert _asked("a", MONTH, "2017-05-31", **done) == []
    assert _asked("b", MONTH, "2017-05-31", **done) == [("2017年5月", "2017-05-10")]
    assert _asked("d", MONTH, "2017-06-30", **done) == [("2017年6月", "None")]


def test_a_miss_is_told_between_the_first_and_the_current_period() -> None:
    done = [period_of(day(when), QUARTER) for when in ("2016-11-30", "2017-05-01")]
    assert [str(p) for p in missed(done, day("2017-12-31"), QUARTER)] == ["2017年第1季度", "2017年第3季度"]
    assert missed([], day("2017-12-31"), QUARTER) == []
