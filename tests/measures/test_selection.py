"""The filters that every command shares, and what they say to a name nobody knows."""

from typing import Any

import pytest
from build import OFFICE, day, entry, make_item, make_ledger, make_plan, make_unit

from ledger.base.errors import LedgerError
from ledger.measures.counting import WORDS, Counting, figure_named
from ledger.measures.plans import plan_standing
from ledger.measures.progress import LABELS
from ledger.measures.selection import Selection, resolved, select
from ledger.measures.standing import standings
from ledger.model.findings import Finding
from ledger.model.policy import Policy
from ledger.model.registers.inspections import Inspection

ON = day("2017-10-31")
LEDGER = make_ledger(
    make_plan(
        make_item("2017-05-01 完成", title="建立负面清单", due="2017-06"),
        make_item(id="2", lead=["市财政局", "市教育局"], due="2017-06", text="推进联合审图"),
        make_item(id="3", participants="市财政局", field="社会体制", group="社会组"),
        id="a", field="经济体制", group="经济组", log=["2017-03-06 印发"],
    ),
    make_plan(make_item(entry("2017-05-01 暂缓", until="2017-12-31", cause="资金未落实"), lead="市旅游局"), id="b", log=["2017-08-01 印发"]),
    units=[
        make_unit("市发展改革委", aliases=["市发改委", "发改委"]),
        make_unit("市财政局"),
        make_unit("市教育局"),
        make_unit("市旅游局", until="2017-09-30", successor="市文旅委"),
        make_unit("市文旅委", from_="2017-10-01"),
        make_unit("市人力资源社会保障局"),
        make_unit("经济组", kind="专项小组"),
        make_unit("社会组", kind="专项小组"),
    ],
    settings={"fields": ("经济体制", "社会体制", "党建")},
    policy=Policy(causes=("资金未落实", "部门意见不一致")),
)  # fmt: skip


def refs(**chosen: Any) -> list[str]:
    selection = resolved(Selection(**chosen), LEDGER, ON)
    plans = [plan_standing(p, ON) for p in LEDGER.plans]
    return [s.ref for s in select(standings(LEDGER, ON), plans, selection, Counting(LEDGER, ON))]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["a/1", "a/2", "a/3", "b/1"]),
        ({"plans": ("b",)}, ["b/1"]),
        ({"plans": ("a", "b"), "leads": ("市财政局",)}, ["a/2"]),
        ({"fields": ("经济体制",)}, ["a/1", "a/2"]),
        ({"fields": ("经济体制", "社会体制")}, ["a/1", "a/2", "a/3"]),
        ({"fields": ("党建",)}, []),
        ({"groups": ("社会组",)}, ["a/3"]),
        ({"leads": ("市教育局",)}, ["a/2"]),
        ({"units": ("市财政局",)}, ["a/2", "a/3"]),
        ({"units": ("市财政局", "市教育局")}, ["a/2", "a/3"]),
        ({"figures": ("overdue",)}, ["a/2"]),
        ({"figures": ("completed", "suspended")}, ["a/1", "b/1"]),
        ({"figures": ("total",), "leads": ("市发展改革委",)}, ["a/1", "a/3"]),
        ({"fields": ("未填",)}, ["b/1"]),
        ({"fields": ("未填", "社会体制")}, ["a/3", "b/1"]),
        ({"groups": ("未填",)}, ["b/1"]),
        ({"leads": ("未填",)}, []),
        ({"causes": ("资金未落实",)}, ["b/1"]),
        ({"causes": ("资金未落实", "未填")}, ["a/1", "a/2", "a/3", "b/1"]),
        ({"causes": ("未填",), "figures": ("stuck",)}, ["a/2"]),
        ({"causes": ("部门意见不一致",)}, []),
        ({"text": "负面"}, ["a/1"]),
        ({"text": "审图"}, ["a/2"]),
        ({"issued_for": 6}, ["a/1", "a/2", "a/3"]),
        ({"issued_for": 2}, ["a/1", "a/2", "a/3", "b/1"]),
    ],
)
def test_filters_narrow_and_values_of_one_filter_are_alternatives(
    chosen: dict[str, object], expected: list[str]
) -> None:
    assert refs(**chosen) == expected


@pytest.mark.parametrize("name", ["市发改委", "发改委", "市发展改革委"])
def test_a_unit_goes_by_any_of_its_names(name: str) -> None:
    assert refs(leads=(name,)) == ["a/1", "a/3"]


@pytest.mark.parametrize("name", ["市旅游局", "市文旅委"])
def test_a_renamed_unit_is_found_by_either_name(name: str) -> None:
    assert refs(leads=(name,)) == ["b/1"]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"leads": ("人社局",)}, "没有“人社局”这个单位；是否为“市人力资源社会保障局”？"),
        ({"units": ("财政局",)}, "没有“财政局”这个单位；是否为“市财政局”？"),
        ({"plans": ("九",)}, "没有“九”这个方案；用 ledger list 查看可用的名称"),
        ({"fields": ("经济",)}, "没有“经济”这个领域；是否为“经济体制”？"),
        ({"groups": ("经济小组",)}, "没有“经济小组”这个专项小组；是否为“经济组”？"),
        ({"causes": ("资金没有落实",)}, "没有“资金没有落实”这个原因；是否为“资金未落实”？"),
        ({"causes": ("天气",)}, "没有“天气”这个原因；用 ledger list 查看可用的名称"),
    ],
)
def test_an_unknown_name_suggests_the_nearest(chosen: dict[str, object], sentence: str) -> None:
    with pytest.raises(LedgerError) as caught:
        refs(**chosen)
    assert str(caught.value) == sentence


def test_what_only_plans_name_can_be_asked_for_where_there_is_no_register() -> None:
    ledger = make_ledger(
        make_plan(
            make_item(
                entry("2017-05-01 暂缓", until="2017-12-31", cause="没有人"),
                group="某组",
                lead="某局",
                field="某域",
            ),
            make_item(id="2", lead=()),
            lead=(),
        )
    )
    plans = [plan_standing(p, ON) for p in ledger.plans]
    for asked, refs in {
        Selection(groups=("某组",), leads=("某局",), fields=("某域",), causes=("没有人",)): ["zb-2017-01/1"],
        Selection(groups=("未填",), leads=("未填",), fields=("未填",), causes=("未填",)): ["zb-2017-01/2"],
    }.items():
        found = select(standings(ledger, ON), plans, resolved(asked, ledger, ON), Counting(ledger, ON))
        assert [s.ref for s in found] == refs


def test_what_only_a_register_of_things_names_can_be_asked_for_too() -> None:
    finding = Finding(id="1", title="问题", unit="丙局", due=ON)
    inspection = Inspection(id="dc-1", title="督察", kind="专项督察", date=ON, findings=(finding,))
    ledger = make_ledger(inspections=[inspection])
    assert resolved(Selection(units=("丙局", OFFICE)), ledger, ON).units == ("丙局", OFFICE)


@pytest.mark.parametrize(
    ("word", "figure"),
    [("本月到期", "due_this_month"), ("并入", "cancelled"), ("核验", "accepted"), ("stuck", "stuck")],
)
def test_figures_of_a_month_go_by_their_words_too(word: str, figure: str) -> None:
    assert figure_named(word) == figure


def test_no_two_figures_share_a_word() -> None:
    assert len(set(WORDS.values())) == len(WORDS)
    assert not set(WORDS.values()) & set(WORDS)


@pytest.mark.parametrize(("figure", "label"), list(LABELS.items()))
def test_figures_go_by_their_identifiers_and_their_chinese_labels(figure: str, label: str) -> None:
    assert (figure_named(figure), figure_named(label)) == (figure, figure)


def test_an_unknown_figure_lists_them_all() -> None:
    with pytest.raises(LedgerError, match="没有“办结”；可写：total（计数事项）、completed（已完成）"):
        figure_named("办结")
