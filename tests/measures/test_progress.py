"""Counts and rates: honest rounding, pooled over items, and groups that never lose an item."""

import pytest
from build import day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.measures.causes import causes
from ledger.measures.progress import (
    GROUPINGS,
    LABELS,
    MARKS,
    Group,
    Tally,
    ages,
    grouped,
    oldest_overdue,
    percent,
    tally,
)
from ledger.measures.standing import Standing, standings
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan


def judged(ledger: Ledger, on: str = "2017-10-31") -> list[Standing]:
    return list(standings(ledger, day(on)))


def count(*parts: Plan | Item, on: str = "2017-10-31") -> Tally:
    return tally(judged(make_ledger(*parts), on))


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [
        (461, 717, "64.3"),
        (224, 717, "31.2"),
        (32, 717, "4.5"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (3, 2000, "0.2"),
        (1999, 2000, "100.0"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (5, 5, "100.0"),
        (0, 5, "0.0"),
        (0, 0, None),
    ],
)
def test_rates_have_one_decimal_and_round_half_up(part: int, whole: int, rate: str | None) -> None:
    assert percent(part, whole) == rate


def test_the_figures_of_sichuan() -> None:
    done = [make_item("2016-05-01 完成", id=f"d{n}") for n in range(461)]
    begun = [make_item("2016-05-01 启动", id=f"b{n}") for n in range(224)]
    still = [make_item(id=f"s{n}") for n in range(32)]
    found = count(*done, *begun, *still, on="2016-08-31")
    assert (found["total"], found["completed"], found["in_progress"], found["not_started"]) == (
        717,
        461,
        224,
        32,
    )
    assert found.rate == "64.3"


def test_suspended_and_cancelled_items_stand_beside_the_total() -> None:
    found = count(
        make_item("2017-05-01 完成", id="1"),
        make_item(entry("2017-05-01 暂缓", until="2017-12-31"), id="2", due="2017-03-31"),
        make_item("2017-05-01 终止", id="3", due="2017-03-31"),
        make_item("2017-05-01 并入", id="4"),
        make_item("2017-05-01 拆分", id="5"),
    )
    assert (found["total"], found["suspended"], found["cancelled"], found["overdue"], found.rate) == (
        1,
        1,
        3,
        0,
        "100.0",
    )


def test_nothing_to_count_has_no_rate() -> None:
    assert count(make_item("2017-05-01 终止")).rate is None
    assert tally([]).rate is None


def test_every_figure() -> None:
    found = count(
        make_item("2017-06-30 完成", "2017-07-05 核验通过", id="1", due="2017-06-30"),
        make_item("2017-07-01 完成", id="2", due="2017-06-30"),
        make_item("2017-03-01 启动", id="3", due="2017-09-30"),
        make_item(id="4", due="2017-11-30"),
        make_item(id="5", due="长期"),
        make_item(id="6"),
        make_item("2017-07-01 完成", id="7"),
        make_item(entry("2017-05-01 暂缓", until="2017-12-31"), id="8", due="2017-09-30"),
        make_item("2017-07-01 终止", id="9"),
    )
    assert found.counts == {
        "total": 7,
        "completed": 3,
        "in_progress": 1,
        "not_started": 3,
        "suspended": 1,
        "cancelled": 1,
        "accepted": 1,
        "overdue": 1,
        "late": 1,
        "on_time": 1,
        "due_soon": 1,
        "long_term": 1,
        "undated": 2,
    }


def test_every_figure_has_a_label() -> None:
    assert list(LABELS) == list(MARKS)
    assert len(set(LABELS.values())) == len(LABELS)


def keys(groups: list[Group]) -> list[tuple[str | None, int]]:
    return [(g.key, g.tally["total"]) for g in groups]


def test_an_item_with_two_leads_stands_in_both_groups() -> None:
    ledger = make_ledger(make_item(lead=["市财政局", "市教育局"]), make_item(id="2", lead="市财政局"))
    assert keys(grouped(judged(ledger), "lead")) == [("市教育局", 1), ("市财政局", 2)]


def test_a_unit_is_counted_once_for_what_it_leads_and_takes_part_in() -> None:
    ledger = make_ledger(
        make_item(lead="市财政局", participants=["市财政局", "市教育局"]), make_item(id="2", lead="市教育局")
    )
    assert keys(grouped(judged(ledger), "unit")) == [("市教育局", 2), ("市财政局", 1)]


def test_a_unit_renamed_mid_year_stays_one_group() -> None:
    units = [
        make_unit("市旅游局", until="2017-05-31", successor="市文旅委"),
        make_unit("市文旅委", from_="2017-06-01"),
    ]
    ledger = make_ledger(make_item(lead="市旅游局"), make_item(id="2", lead="市文旅委"), units=units)
    assert keys(grouped(judged(ledger), "lead")) == [("市文旅委", 2)]


def test_groups_are_renamed_like_units() -> None:
    units = [
        make_unit("农村组", until="2017-05-31", successor="农业农村组"),
        make_unit("农业农村组", from_="2017-06-01"),
    ]
    plan = make_plan(make_item(), make_item(id="2", group="农业农村组"), group="农村组")
    assert keys(grouped(judged(make_ledger(plan, units=units)), "group")) == [("农业农村组", 2)]


def test_what_has_no_key_comes_last() -> None:
    plans = [
        make_plan(make_item(), make_item(id="2", field="党建"), id="b"),
        make_plan(make_item(), id="a", field="经济体制"),
    ]
    groups = grouped(judged(make_ledger(*plans)), "field")
    assert [(g.key, g.label) for g in groups] == [
        ("党建", "党建"),
        ("经济体制", "经济体制"),
        (None, "（未填）"),
    ]


def test_plans_are_labelled_by_their_titles() -> None:
    ledger = make_ledger(
        make_plan(make_item(), id="b", title="乙方案"), make_plan(make_item(), id="a", title="甲方案")
    )
    assert [(g.key, g.label) for g in grouped(judged(ledger), "plan")] == [("a", "甲方案"), ("b", "乙方案")]


@pytest.mark.parametrize("by", ["plan", "field", "group"])
def test_groups_of_one_key_an_item_add_up_to_the_total(by: str) -> None:
    plans = [
        make_plan(make_item(), make_item("2017-05-01 完成", id="2", field="党建", group="甲组"), id="a"),
        make_plan(make_item("2017-05-01 启动"), id="b", field="经济体制", group="乙组"),
    ]
    known = judged(make_ledger(*plans))
    for figure in MARKS:
        assert sum(g.tally[figure] for g in grouped(known, by)) == tally(known)[figure]


def test_groupings_are_those_of_the_command_line() -> None:
    assert list(GROUPINGS) == ["plan", "field", "group", "lead", "unit"]


def test_the_oldest_overdue_come_first_and_ties_in_the_order_of_their_plans() -> None:
    ledger = make_ledger(
        *(
            make_item(id=n, due=d)
            for n, d in {"3": "2017-06", "1": "2017-08", "2": "2017-06", "4": "2017-12"}.items()
        )
    )
    assert [s.item.id for s in oldest_overdue(judged(ledger), 2)] == ["3", "2"]
    assert [s.item.id for s in oldest_overdue(judged(ledger), 9)] == ["3", "2", "1"]


def test_overdue_by_age_changes_after_30_and_60_days() -> None:
    dues = ["2017-10-30", "2017-10-01", "2017-09-30", "2017-09-01", "2017-08-31"]
    ledger = make_ledger(*(make_item(id=str(n), due=d) for n, d in enumerate(dues)))
    assert [n for _, n in ages(judged(ledger))] == [2, 2, 1]


def test_causes_are_those_of_overdue_and_suspended_items_the_commonest_first() -> None:
    def stuck(n: int, cause: str, due: str) -> Item:
        return make_item(entry("2017-03-01 进展", cause=cause), id=str(n), due=due)

    pause = entry("2017-03-01 暂缓", until="2017-12-31", cause="资金未落实")
    ledger = make_ledger(
        stuck(1, "意见不一致", "2017-06"), stuck(2, "上级未定", "2017-06"), stuck(3, "意见不一致", "2017-06"),
        stuck(4, "不逾期不算", "2017-12"), make_item(pause, id="5"),
    )  # fmt: skip
    assert causes(judged(ledger)) == [("意见不一致", 2), ("上级未定", 1), ("资金未落实", 1)]
