"""Which entries of a log are facts on a day: 更正 voids, 补记 comes late, nothing of tomorrow exists."""

from build import correction, day, entry, make_item, make_ledger

from ledger.measures.standing import standings
from ledger.model.entries import Entry
from ledger.model.facts import facts, first, voided

LOG = (entry("2017-03-01 启动"), entry("2017-06-22 完成"))


def told(log: tuple[Entry, ...], on: str) -> list[str]:
    return [f"{e.date} {e.event}" for e in facts(log, day(on))]


def test_a_correction_voids_only_from_its_own_day() -> None:
    log = (*LOG, correction("2017-07-01", voids="2017-06-22 完成"))
    assert told(log, "2017-06-30") == ["2017-03-01 启动", "2017-06-22 完成"]
    assert told(log, "2017-07-01") == ["2017-03-01 启动", "2017-07-01 更正"]


def test_what_is_recorded_again_below_a_correction_stands() -> None:
    again = entry("2017-06-22 完成", recorded="2017-07-02", note="再报")
    log = (*LOG, correction("2017-07-01", voids="2017-06-22 完成"), again)
    assert voided(log, day("2017-07-02")) == {1: 2}
    assert facts(log, day("2017-07-02"))[1] is again


def test_a_correction_voids_the_nearest_of_two_alike_and_a_second_one_the_other() -> None:
    twins = (entry("2017-05-01 进展", note="甲"), entry("2017-05-01 进展", note="乙"))
    mend = correction("2017-05-02", voids="2017-05-01 进展")
    assert voided((*twins, mend), day("2017-06-01")) == {1: 2}
    assert voided((*twins, mend, mend), day("2017-06-01")) == {1: 3, 0: 2}


def test_a_voided_correction_never_happened() -> None:
    log = (
        *LOG,
        correction("2017-07-01", voids="2017-06-22 完成"),
        correction("2017-07-03", voids="2017-07-01 更正"),
    )
    assert voided(log, day("2017-07-02")) == {1: 2}
    assert voided(log, day("2017-07-03")) == {2: 3}


def test_a_correction_without_a_target_voids_nothing() -> None:
    for wrong in ("2017-06-23 完成", "2017-06-22 启动"):
        assert voided((*LOG, correction("2017-07-01", voids=wrong)), day("2017-12-31")) == {}


def test_facts_are_sorted_by_their_days_and_stay_in_order_within_one() -> None:
    log = (
        entry("2017-05-02 进展"),
        entry("2017-05-01 启动", recorded="2017-05-02"),
        entry("2017-05-01 进展"),
    )
    assert told(log, "2017-05-02") == ["2017-05-01 启动", "2017-05-01 进展", "2017-05-02 进展"]


def test_the_first_skips_what_is_void() -> None:
    log = (
        entry("2017-05-01 进展"),
        entry("2017-05-09 进展"),
        entry("2017-05-20 进展"),
        correction("2017-06-01", voids="2017-05-01 进展"),
    )
    found = first(log, "进展", day("2017-06-01"))
    assert found is not None
    assert found.date == day("2017-05-09")
    assert first(log, "完成", day("2017-06-01")) is None


def test_a_slip_of_the_pen_is_mended_as_if_it_had_never_been_written() -> None:
    item = make_item(
        entry("2017-02-01 移交", to="市财政局"),
        correction("2017-05-01", field="due", to="2017Q3"),
        correction("2017-05-01", field="title", to="正名"),
        correction("2017-05-01", field="lead", to=["市教育局", "市卫生局"]),
        due="2017H1",
        title="误名",
    )
    before, after = (next(standings(make_ledger(item), day(d))) for d in ("2017-04-30", "2017-05-01"))
    assert (before.title, str(before.due), before.leads) == ("误名", "2017H1", ("市财政局",))
    # with two leads from the start, a transfer that names no `from` no longer says whose part it is
    assert (after.title, str(after.due), after.leads) == ("正名", "2017Q3", ("市教育局", "市卫生局"))


def test_a_mended_due_date_that_is_none_is_left_alone() -> None:
    item = make_item(correction("2017-05-01", field="due", to="六月底"), due="2017H1")
    assert next(standings(make_ledger(item), day("2017-06-01"))).effective_due == day("2017-06-30")
