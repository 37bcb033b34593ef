"""What happens to an item between two days, told by the ledgers of those days."""

from typing import Any

import pytest
from build import OFFICE, correction, day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.measures.comparing.effect import Effect, Side
from ledger.measures.comparing.happenings import Happened, happenings
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy

SEPTEMBER, OCTOBER = day("2017-09-30"), day("2017-10-31")
DONE = ["2017-05-01 启动", entry("2017-09-20 完成", evidence="一号")]
CHECKED = [*DONE, entry("2017-09-25 核验通过", by=OFFICE)]
PAUSED = ["2017-05-01 启动", entry("2017-09-10 暂缓", by=OFFICE, until="2017-12-31", note="等上级")]
ENDED = entry("2017-10-12 终止", by=OFFICE, note="不再实施")


def between(old: Ledger, now: Ledger) -> list[Happened]:
    return happenings(Effect(Side(old, SEPTEMBER), Side(now, OCTOBER)))


def kinds(old: Any, now: Any, **fields: Any) -> list[str]:
    """Of one item, by its log then and now; None for an item that is not there."""
    sides = [
        make_ledger(make_plan(*([] if log is None else [make_item(*log, **fields)]))) for log in (old, now)
    ]
    return [h.kind.value for h in between(*sides)]


@pytest.mark.parametrize(
    ("old", "now", "due", "told"),
    [
        (["2017-05-01 启动"], DONE, None, ["completed"]),
        (DONE, CHECKED, None, []),
        (DONE, [*DONE, entry("2017-10-09 核验退回", by=OFFICE, note="佐证不足")], None, ["returned"]),
        (CHECKED, [*CHECKED, entry("2017-10-09 回头看", by=OFFICE, result="反弹")], None, ["returned"]),
        (CHECKED, [*CHECKED, entry("2017-10-09 回头看", by=OFFICE, result="巩固")], None, []),
        (DONE, [*DONE, correction("2017-10-09", voids="2017-09-20 完成")], None, ["returned"]),
        ([], [], "2017-10-20", ["newly_overdue"]),
        ([], [], "2017-09-20", []),
        (["2017-05-01 启动"], DONE, "2017-09-15", ["completed", "no_longer_overdue"]),
        (
            [], [entry("2017-10-09 批准延期", until="2017-12-31", by=OFFICE)], "2017-09-15",
            ["no_longer_overdue", "due"],
        ),
        ([], [entry("2017-10-09 移交", to="市财政局", by=OFFICE)], None, ["lead"]),
        (["2017-05-01 启动"], PAUSED, None, ["suspended", "removed"]),
        (PAUSED, PAUSED, "2017-12-01", []),
        (PAUSED, [*PAUSED, entry("2017-10-09 恢复", by=OFFICE)], "2017-12-01", ["due", "resumed", "added"]),
        ([], [ENDED], None, ["cancelled", "removed"]),
        (PAUSED, [*PAUSED, ENDED], None, ["cancelled"]),
        (None, [], None, ["added"]),
        ([], None, None, ["removed"]),
        ([], None, "2017-09-15", ["no_longer_overdue", "removed"]),
        (None, DONE, None, ["completed", "added"]),
        ([], [entry("2017-10-09 进展", cause="资金未落实")], None, ["cause"]),
        ([entry("2017-09-09 进展", cause="资金未落实")], DONE, None, ["completed"]),
    ],
)  # fmt: skip
def test_an_item_stands_under_everything_that_happened_to_it(
    old: Any, now: Any, due: str | None, told: list[str]
) -> None:
    assert kinds(old, now, due=due) == told


def test_one_that_was_sent_back_and_is_completed_again_was_sent_back() -> None:
    again = [
        *DONE,
        entry("2017-10-09 核验退回", by=OFFICE, note="佐证不足"),
        entry("2017-10-20 完成", evidence="二号"),
    ]
    assert kinds(DONE, again) == ["returned"]


def test_a_node_that_was_extended_is_a_limit_that_moved() -> None:
    extended = [entry("2017-10-09 批准延期", node="a", until="2017-11-30", by=OFFICE)]
    assert kinds([], extended, due="2017-12-31", nodes={"a": "2017-10-31"}) == ["due"]


def test_a_limit_edited_in_place_moved_too() -> None:
    old, now = (make_ledger(make_item(due=due)) for due in ("2017-11-30", "2017-12-31"))
    assert [h.kind.value for h in between(old, now)] == ["due"]


def test_a_unit_that_was_renamed_is_the_same_lead() -> None:
    plan = make_plan(make_item(), lead="市食药监局")
    old = make_ledger(plan, units=[make_unit("市食药监局")])
    now = make_ledger(
        plan,
        units=[
            make_unit("市食药监局", until="2017-10-10", successor="市市场监管局"),
            make_unit("市市场监管局", from_="2017-10-11"),
        ],
    )
    assert between(old, now) == []


def test_what_stands_under_a_word_is_as_many_as_the_figures_say() -> None:
    items = [
        (DONE, [*DONE, entry("2017-10-09 核验退回", by=OFFICE, note="佐证不足")]),
        (["2017-05-01 启动"], DONE), ([], [ENDED]), (PAUSED, [*PAUSED, entry("2017-10-09 恢复", by=OFFICE)]),
        ([], []),
    ]  # fmt: skip
    sides = [
        make_ledger(*(make_item(*logs[n], id=str(k), due="2017-10-15") for k, logs in enumerate(items)))
        for n in (0, 1)
    ]
    effect = Effect(Side(sides[0], SEPTEMBER), Side(sides[1], OCTOBER))
    counts = [h.kind.value for h in happenings(effect)]
    before, after = effect.before.tally, effect.after.tally
    assert after["total"] - before["total"] == counts.count("added") - counts.count("removed") == 0
    assert (
        after["completed"] - before["completed"] == counts.count("completed") - counts.count("returned") == 0
    )
    assert after["overdue"] - before["overdue"] == counts.count("newly_overdue") == 2


def test_the_rest_is_said_beside_each_and_kinds_come_in_their_order() -> None:
    old = make_ledger(make_item(id="1"), make_item(*PAUSED, id="2"))
    now = make_ledger(make_item(*DONE, id="1", due="2017-09-01"), make_item(*PAUSED, ENDED, id="2"))
    told = [(h.kind.value, h.last.item.id, [o.value for o in h.also]) for h in between(old, now)]
    assert told == [("completed", "1", ["due"]), ("due", "1", ["completed"]), ("cancelled", "2", [])]


def test_what_other_rules_do_not_count_as_completed_stands_with_what_was_sent_back() -> None:
    old, now = (
        make_ledger(make_item(*DONE)),
        make_ledger(make_item(*DONE), policy=Policy(acceptance="required")),
    )
    assert [h.kind.value for h in between(old, now)] == ["returned"]
