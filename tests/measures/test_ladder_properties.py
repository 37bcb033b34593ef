"""What never happens on the ladder, whatever is recorded between its monthly runs."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from random import Random

import oracle
import pytest
from build import LEAD, day, entry, make_item, make_ledger, make_slip, make_upstream
from hypothesis import given, settings
from hypothesis import strategies as st
from monthly import month_ends, proposed, run
from random_years import SUCCESSION, Run, year_of

from ledger.actions.issuing import draft
from ledger.measures.escalation import rulings
from ledger.measures.papers import issued_rows
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.ledger import Ledger
from ledger.model.numbers import read_id
from ledger.model.policy import Ladder, Policy
from ledger.model.slips import Slip

YEARS = st.binary(min_size=220, max_size=220)


def told(found: list[Ruling]) -> list[tuple[object, ...]]:
    return [(r.track, r.subject, r.unit, r.clause, r.outcome, r.rung, r.level, r.because) for r in found]


def signed(slip: Slip) -> date:
    return slip.log[0].date


@settings(max_examples=100)
@given(YEARS)
def test_every_run_keeps_the_rules(choices: bytes) -> None:
    for month in year_of(choices):
        never_two_rungs_at_once(month)
        never_a_rung_skipped_or_lowered(month)
        nothing_for_what_is_done_or_suspended(month)
        nothing_new_the_second_time(month)
        limits_begin_with_the_day_of_issue(month)
        numbers_run_from_1(month.after)


def never_two_rungs_at_once(month: Run) -> None:
    keys = Counter(r.key for r in proposed(month.rulings))
    assert not [key for key, times in keys.items() if times > 1]
    rows = [(s.track, row.subject, s.unit) for s in month.new for row in s.rows]
    assert Counter(rows) == keys


def never_a_rung_skipped_or_lowered(month: Run) -> None:
    """Enters at the first or the second, then one by one."""
    for ruling in proposed(month.rulings):
        assert ruling.rung in ({1, 2} if ruling.level == 0 else {ruling.level + 1})
        assert ruling.level >= _highest(month, ruling)


def _highest(month: Run, ruling: Ruling) -> int:
    """Of what this unit had got for this subject since its cycle began, counted by hand."""
    cycle = ruling.standing.cycle_start if ruling.standing else None
    rows = [
        p.slip.rung
        for p in issued_rows(month.before, month.on)
        if (p.slip.track, p.row.subject, p.unit) == ruling.key
        and not p.withdrawn
        and (cycle is None or p.slip.as_of >= cycle)
    ]
    return max(rows, default=0)


def nothing_for_what_is_done_or_suspended(month: Run) -> None:
    (plan,) = month.before.plans
    status = {
        f"{plan.id}/{i.id}": oracle.judge(i, month.on, plan.lead, units=SUCCESSION).status for i in plan.items
    }
    asked = {r.subject for r in proposed(month.rulings) if r.track == "item"}
    assert {status[ref] for ref in asked} <= {"not_started", "in_progress"}
    ended = {
        d.id
        for d in month.before.upstream
        for e in d.log
        if e.event in {"配套印发", "免于配套"} and e.date <= month.on
    }
    assert not ended & {r.subject for r in proposed(month.rulings)}


def nothing_new_the_second_time(month: Run) -> None:
    """Neither on the same day nor with the papers signed later."""
    again = rulings(month.after, month.on)
    assert proposed(again) == []
    assert draft(month.after, again, month.on, month.on + timedelta(days=9)) == []


def limits_begin_with_the_day_of_issue(month: Run) -> None:
    due = {r.key: r.due for r in month.rulings}
    for slip in month.new:
        assert signed(slip) == month.issued <= slip.reply_due
        for row in slip.rows:
            if slip.rung == 1:  # keeps the limit of its item
                kept = due[slip.track, row.subject, slip.unit] if slip.track == "item" else None
                assert row.limit == kept
            else:
                assert row.limit is not None
                assert month.issued <= row.limit


def numbers_run_from_1(ledger: Ledger) -> None:
    """Void ones among them; in the order of issue."""
    known = sorted((n, s) for s in ledger.slips if (n := read_id(s.id)))
    for _, group in groupby(known, lambda pair: pair[0][:2]):
        papers = list(group)
        assert [n.number for n, _ in papers] == list(range(1, len(papers) + 1))
        assert all(signed(a) <= signed(b) for (_, a), (_, b) in pairwise(papers))


@settings(max_examples=60)
@given(YEARS, st.randoms(use_true_random=False))
def test_the_register_does_not_depend_on_the_order_of_papers(choices: bytes, random: Random) -> None:
    for month in year_of(choices):
        slips = list(month.before.slips)
        random.shuffle(slips)
        shuffled = replace(month.before, slips=tuple(slips))
        found = rulings(shuffled, month.on)
        assert told(found) == told(month.rulings)
        assert draft(shuffled, found, month.on, month.issued) == month.new


@settings(max_examples=60)
@given(YEARS)
def test_splitting_or_merging_never_resets_a_rung(choices: bytes) -> None:
    """While the heir opened no cycle of its own, it stands at least as high as what went into it."""
    for month in year_of(choices):
        (plan,) = month.before.plans
        logs = {i.id: oracle.counted(i, month.on) for i in plan.items}
        level = {r.subject: r.level for r in month.rulings if r.track == "item"}
        for item, log in logs.items():
            for entry_ in log:
                for heir in entry_.into or ():
                    heir_log = logs.get(heir, [])
                    if heir != item and not opens(heir_log) and not opens(log):
                        reached = _reached(month, f"{plan.id}/{item}")
                        assert level.get(f"{plan.id}/{heir}", 4) >= reached


def opens(log: list[object]) -> bool:
    return any(e.event == "批准延期" or e.result == "反弹" for e in log)  # type: ignore[attr-defined]


def _reached(month: Run, ref: str) -> int:
    rows = issued_rows(month.before, month.on)
    return max((p.slip.rung for p in rows if p.row.subject == ref and not p.withdrawn), default=0)


def test_a_void_number_is_never_used_again() -> None:
    ledger = make_ledger(make_item(due="2017-06-30"))
    ledger, (first,), _ = run(ledger, day("2017-07-31"))
    void = replace(first, log=(*first.log, entry("2017-08-02 作废", by="市委改革办", note="误发")))
    ledger, (second,), _ = run(replace(ledger, slips=(void,)), day("2017-08-31"))
    assert (first.id, second.id, second.kind) == ("JB-2017-001", "JB-2017-002", "交办单")


class TestBacklog:
    """What was overdue before the ladder was taken into use is worked off, the longest overdue first."""

    @staticmethod
    def ledger(cap: int) -> Ledger:
        dues = (
            "2016-03-31",
            "2015-06-30",
            "2017-09-29",
            "2016-12-31",
            "2014-12-31",
            "2017-09-30",
            "2017-10-15",
        )
        old = [make_item(id=str(n), due=due) for n, due in enumerate(dues, 1)]
        other = make_item(id="9", due="2016-01-31", lead="市教育局")
        ladder = Ladder(adopted_on=day("2017-10-01"), backlog_cap=cap)
        return make_ledger(*old, other, policy=Policy(ladder=ladder))

    @staticmethod
    def by(found: list[Ruling], outcome: Outcome) -> list[str]:
        return sorted(r.subject[-1] for r in found if r.outcome is outcome)

    def test_no_unit_gets_more_than_the_cap(self) -> None:
        found = rulings(self.ledger(2), day("2017-10-31"))
        assert self.by(found, Outcome.PROPOSE) == [
            "2",
            "5",
            "7",
            "9",
        ]  # 7 fell due after the ladder's first day
        assert self.by(found, Outcome.BACKLOG) == ["1", "3", "4", "6"]
        spared = next(r for r in found if r.outcome is Outcome.BACKLOG)
        assert (spared.rung, spared.kind, spared.clause) == (None, None, "E8")
        assert spared.because.endswith("；起用发单（2017-10-01）以前的积压，每次每单位至多2行，本次未排到")

    def test_month_after_month_all_are_worked_off(self) -> None:
        ledger, seen = self.ledger(2), []
        for on in month_ends("2017-10", "2018-01"):
            ledger, new, found = run(ledger, on)
            entering = [row.subject[-1] for s in new if s.kind == "交办单" for row in s.rows]
            seen.append((sorted(entering), self.by(found, Outcome.BACKLOG)))
        assert seen == [
            (["2", "5", "7", "9"], ["1", "3", "4", "6"]),
            (["1", "4"], ["3", "6"]),
            (["3", "6"], []),
            ([], []),
        ]

    def test_running_the_month_again_lets_nobody_in(self) -> None:
        ledger, new, _ = run(self.ledger(2), day("2017-10-31"))
        again = rulings(ledger, day("2017-10-31"))
        assert (sum(len(s.rows) for s in new), proposed(again)) == (4, [])
        assert self.by(again, Outcome.BACKLOG) == ["1", "3", "4", "6"]

    def test_documents_from_above_wait_in_the_same_line(self) -> None:
        documents = [
            make_upstream(f"{year}-03-01 收文", "2015-01-01 对接提示", id=f"zy-{year}", lead=LEAD)
            for year in (2015, 2016)
        ]
        ledger = replace(self.ledger(2), registers={"upstream": tuple(documents)})
        ledger, _, found = run(ledger, day("2017-10-31"))
        assert sorted(r.subject for r in proposed(found) if r.unit == LEAD) == [
            "zb-2017-01/2", "zb-2017-01/5", "zb-2017-01/7",
        ]  # fmt: skip
        again = rulings(ledger, day("2017-10-31"))
        assert (proposed(again), len(self.by(again, Outcome.BACKLOG))) == ([], 6)

    def test_a_cap_of_none_and_a_day_of_none_spare_nobody(self) -> None:
        for ladder in (Ladder(adopted_on=day("2017-10-01")), Ladder(backlog_cap=1)):
            ledger = replace(self.ledger(1), policies=make_ledger(policy=Policy(ladder=ladder)).policies)
            assert len(proposed(rulings(ledger, day("2017-10-31")))) == 8

    def test_what_was_prompted_is_no_backlog(self) -> None:
        slip = make_slip("TS-2017-001", *(f"zb-2017-01/{n}" for n in range(1, 7)), issued="2017-09-01")
        ledger = replace(self.ledger(0), slips=(slip,))
        assert self.by(rulings(ledger, day("2017-10-31")), Outcome.BACKLOG) == ["9"]


def test_the_years_tried_reach_deep_states() -> None:
    random, seen = Random(2017), Counter[str]()
    for _ in range(300):
        for month in year_of(random.randbytes(220)):
            seen.update(f"{r.track} {r.clause} {r.rung or r.outcome}" for r in month.rulings)
            seen.update("inherited" for r in month.rulings if r.last and r.last.row.subject != r.subject)
            rows = [*issued_rows(month.before, month.on)]
            seen.update(["withdrawn"] * any(p.withdrawn for p in rows))
            seen.update(["frozen"] * any(p.frozen(month.on) for p in rows))
            seen.update(["spurned"] * any(p.spurned for p in rows))
    assert {name: seen[name] for name in FEATURES if seen[name] < 5} == {}


FEATURES = [
    *(f"item {what}" for what in ("E1 none", "E2 none", "E3 none", "E3 1", "E4 none", "E5 hold", "E6 none", "E7 1",
                                  "E8 2", "E8 backlog", "E9 3", "E10 4", "E11 referral", "E12 hold")),
    *(f"docking {what}" for what in ("E1 none", "E5 hold", "E7 1", "E8 2", "E9 3", "E12 hold")),
    "inherited", "withdrawn", "frozen", "spurned",
]  # fmt: skip


@pytest.mark.parametrize(
    ("due", "asked"), [("2017-10-31", ("E7", 0, "提示单")), ("2017-10-30", ("E8", 1, "交办单"))]
)
def test_due_today_is_prompted_due_yesterday_is_assigned(due: str, asked: tuple[str, int, str]) -> None:
    (found,) = rulings(make_ledger(make_item(due=due)), day("2017-10-31"))
    assert (found.clause, found.days, found.kind) == asked


def test_five_working_days_over_the_october_holidays() -> None:
    ledger = make_ledger(make_item(due="2017-09-26"))
    (slip,) = draft(ledger, rulings(ledger, day("2017-09-27")), day("2017-09-27"), day("2017-09-27"))
    assert (slip.kind, slip.reply_due) == ("交办单", day("2017-10-10"))
