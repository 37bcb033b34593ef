"""``ledger status`` on the bundled city: the figures, the groups, and that ``items`` lists what every figure counts."""

import pytest
from cli_runner import bundled, json_of

TOTAL = {
    "total": 176,
    "completed": 111,
    "in_progress": 53,
    "not_started": 12,
    "suspended": 3,
    "cancelled": 3,
    "accepted": 102,
    "overdue": 15,
    "late": 8,
    "on_time": 103,
    "due_soon": 13,
    "long_term": 6,
    "undated": 3,
    "rate": "63.1",
}
FIGURES = [name for name in TOTAL if name != "rate"]
WORDS = {
    "计数事项": 176,
    "已完成": 111,
    "已启动未完成": 53,
    "未启动": 12,
    "暂缓": 3,
    "终止或并出": 3,
    "已核验": 102,
    "逾期": 15,
    "逾期完成": 8,
    "按时完成": 103,
    "将到期": 13,
    "长期": 6,
    "待定": 3,
}
FILTERS = [
    (),
    ("--plan", "zb-2017-05"),
    ("--field", "经济体制"),
    ("--group", "社会体制改革专项小组"),
    ("--group", "社会组"),
    ("--lead", "市财政局"),
    ("--unit", "财政局"),
    ("--text", "平台"),
    ("--status", "逾期"),
    ("--issued-for", "6m"),
    ("--lead", "市教育局", "--lead", "市公安局"),
    ("--field", "经济体制", "--unit", "市财政局"),
    ("--month", "2017-06"),
    ("--day", "2017-01-05"),
]


def test_totals() -> None:
    assert json_of("status")["total"] == TOTAL


def test_plans() -> None:
    plans = json_of("status")["plans"]
    assert plans == {"adopted": 16, "issued": 15, "inspectable": 10, "completed": 2, "closed": 1}


def test_the_statuses_add_up_and_so_do_late_and_on_time() -> None:
    total = json_of("status")["total"]
    assert total["total"] == total["completed"] + total["in_progress"] + total["not_started"]
    assert total["completed"] == total["late"] + total["on_time"]


def test_overdue_by_age_adds_up_to_overdue() -> None:
    assert [age["count"] for age in json_of("status")["overdue_by_age"]] == [3, 5, 7]


def test_the_oldest_overdue_come_first() -> None:
    oldest = json_of("status")["oldest"]
    assert [(i["ref"], i["overdue_days"]) for i in oldest] == [
        ("zb-2017-06/3", 169),
        ("zb-2017-04/6", 123),
        ("zb-2017-08/9", 123),
        ("zb-2017-08/7", 103),
        ("zb-2017-10/5", 92),
    ]


def test_causes_are_those_of_overdue_and_suspended_items_the_commonest_first() -> None:
    counts = [cause["count"] for cause in json_of("status")["causes"]]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) <= TOTAL["overdue"] + TOTAL["suspended"]


def test_papers_of_the_year_are_those_of_the_register() -> None:
    papers = json_of("status")["papers"]
    assert papers["year"] == json_of("list", "slips")["counts"]
    assert papers["month"]["提示单"] == {"papers": 0, "rows": 0}


def test_papers_are_the_whole_ledgers_so_a_part_has_none() -> None:
    assert json_of("status", "--lead", "市财政局")["papers"] == {}


# --- what a figure counts can be listed --------------------------------------------------------------------


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("chosen", FILTERS, ids=" ".join)
def test_items_lists_what_a_figure_counts(figure: str, chosen: tuple[str, ...]) -> None:
    if "--status" in chosen:  # given twice it takes either
        chosen = ()
    counted = json_of("status", *chosen)["total"][figure]
    listed = json_of("items", *chosen, "--status", figure)["items"]
    assert len(listed) == counted
    assert len({item["ref"] for item in listed}) == counted


@pytest.mark.parametrize(("word", "count"), WORDS.items())
def test_a_figure_is_also_asked_for_by_its_chinese_name(word: str, count: int) -> None:
    assert len(json_of("items", "--status", word)["items"]) == count


def test_status_of_what_a_status_filter_chooses() -> None:
    total = json_of("status", "--status", "overdue")["total"]
    assert (total["total"], total["overdue"], total["completed"]) == (15, 15, 0)


def test_two_values_of_one_filter_are_alternatives() -> None:
    one, other = (json_of("status", "--plan", f"zb-2017-0{n}")["total"]["total"] for n in (5, 6))
    both = json_of("status", "--plan", "zb-2017-05", "--plan", "zb-2017-06")["total"]["total"]
    assert both == one + other == 25


def test_different_filters_all_have_to_fit() -> None:
    items = json_of("items", "--plan", "zb-2017-05", "--status", "completed", "--lead", "市发展改革委")[
        "items"
    ]
    assert items
    for item in items:
        assert (item["plan"], item["status"]) == ("zb-2017-05", "completed")
        assert "市发展改革委" in item["lead"]


def test_text_looks_into_titles() -> None:
    titles = [item["title"] for item in json_of("items", "--text", "平台")["items"]]
    every = [item["title"] for item in json_of("items")["items"]]
    assert titles
    assert set(titles) >= {title for title in every if "平台" in title}


def test_items_lists_everything_set_aside_items_too() -> None:
    assert len(json_of("items")["items"]) == TOTAL["total"] + TOTAL["suspended"] + TOTAL["cancelled"]


def test_items_stand_by_plan_and_then_as_the_plan_has_them() -> None:
    refs = [item["ref"] for item in json_of("items")["items"]]
    keys = [(ref.split("/")[0], int(ref.split("/")[1])) for ref in refs]
    assert keys == sorted(keys)


# --- groups ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["plan", "field", "group", "lead", "unit"])
def test_groups_are_sorted_by_key_with_null_last(by: str) -> None:
    keys = [group["key"] for group in json_of("status", "--by", by)["groups"]]
    assert keys == sorted(keys, key=lambda key: (key is None, key or ""))
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("by", ["plan", "field", "group"])
@pytest.mark.parametrize("figure", FIGURES)
def test_groups_that_part_the_items_add_up(by: str, figure: str) -> None:
    data = json_of("status", "--by", by)
    assert sum(group[figure] for group in data["groups"]) == data["total"][figure]


@pytest.mark.parametrize("figure", FIGURES)
def test_an_item_with_two_leads_stands_in_both_groups(figure: str) -> None:
    items = json_of("items", "--status", figure)["items"]
    groups = json_of("status", "--by", "lead")["groups"]
    assert sum(group[figure] for group in groups) == sum(len(item["lead"]) for item in items)


@pytest.mark.parametrize("by", ["plan", "field", "group", "lead", "unit"])
def test_a_group_is_what_the_filter_of_that_name_chooses(by: str) -> None:
    for group in json_of("status", "--by", by)["groups"][:4]:
        figures = {name: group[name] for name in TOTAL}
        assert json_of("status", f"--{by}", group["key"])["total"] == figures


def test_a_group_of_plans_is_labelled_with_the_title() -> None:
    labels = {group["key"]: group["label"] for group in json_of("status", "--by", "plan")["groups"]}
    assert labels["zb-2017-05"] == "企业投资项目审批改革实施方案"
    assert len(labels) == 16


def test_status_without_by_has_no_groups() -> None:
    assert json_of("status")["groups"] == []


# --- issued half a year ------------------------------------------------------------------------------------


def test_issued_for_six_months_takes_the_plans_that_are_inspectable() -> None:
    data = json_of("status", "--issued-for", "6m")
    plans = {p["id"]: p["issued"] for p in json_of("list", "plans")["plans"]}
    long_enough = {name for name, issued in plans.items() if issued and issued <= "2017-04-30"}
    assert data["plans"]["issued"] == data["plans"]["inspectable"] == len(long_enough) == 10
    items = json_of("items", "--issued-for", "6m")["items"]
    assert {item["plan"] for item in items} == long_enough


@pytest.mark.parametrize(("months", "plans"), [("1m", 15), ("6m", 10), ("9m", 3), ("60m", 0)])
def test_issued_for_any_number_of_months(months: str, plans: int) -> None:
    assert json_of("status", "--issued-for", months)["plans"]["issued"] == plans


@pytest.mark.parametrize("text", ["6", "0m", "半年", "6y", "-6m", "100m"])
def test_issued_for_another_word_is_wrong_use(text: str) -> None:
    done = bundled("status", "--issued-for", text)
    assert done.code == 2
    assert "6m" in done.err
