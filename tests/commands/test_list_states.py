"""``ledger list REGISTER --state --kind``: a part of what is listed, by words."""

import pytest
from cli_runner import bundled, json_of


def ids(*line: str) -> list[str]:
    (rows,) = (value for key, value in json_of("list", *line).items() if key == line[0])
    return [row["id"] for row in rows]


def test_a_word_of_either_language_asks_for_the_same_and_several_for_either() -> None:
    assert ids("plans", "--state", "closed") == ids("plans", "--state", "已销账") == ["zb-2017-03"]
    either = ids("plans", "--state", "closed", "--state", "事项全部完成")
    assert either == ["zb-2017-03", "zb-2017-09"]
    assert ids("plans", "--state", "closed", "--state", "已销账") == ["zb-2017-03"]


def test_the_kind_and_the_state_both_have_to_fit() -> None:
    orders = ids("slips", "--kind", "责令书", "--state", "本月签发", "--month", "2017-09")
    assert orders == ["ZL-2017-002", "ZL-2017-003"]
    pressing = ("--kind", "urging_slip", "--kind", "责令书", "--state", "open")
    assert ids("rows", *pressing) == [
        "CB-2017-004/1", "CB-2017-005/1", "ZL-2017-001/1", "ZL-2017-002/1", "ZL-2017-003/1",
    ]  # fmt: skip


def test_a_filter_narrows_a_state_to_the_addressee() -> None:
    assert ids("rows", "--state", "unanswered", "--unit", "市行政审批局") == [
        "TS-2017-041/1", "TS-2017-061/1", "TS-2017-080/1",
    ]  # fmt: skip


def test_a_plans_state_is_that_of_all_its_items_whichever_are_chosen() -> None:
    chosen = ("--lead", "市行政审批局")
    listed = json_of("list", "plans", *chosen)["plans"]
    assert any(0 < p["completed"] == p["total"] for p in listed)
    assert ids("plans", *chosen, "--state", "completed") == []
    assert json_of("status", *chosen)["plans"]["completed"] == 0


def test_a_row_says_what_was_asked_answered_and_done() -> None:
    (row,) = json_of("list", "rows", "--state", "lapsed", "--kind", "催办单", "--lead", "市发展改革委")[
        "rows"
    ]
    assert row == {
        "id": "CB-2017-004/1",
        "kind": "催办单",
        "track": "item",
        "unit": "市发展改革委",
        "subject": "zb-2017-05/8",
        "title": "对接投资项目在线监管平台",
        "issued": "2017-09-30",
        "reply_due": "2017-10-11",
        "limit": "2017-10-20",
        "replied": "2017-10-13",
        "in_time": False,
        "state": "replied",
        "objected": None,
        "settled": None,
    }


def test_the_title_says_what_is_left_out_and_the_funnel_says_no_shares_of_a_part() -> None:
    lines = bundled("list", "slips", "--kind", "交办单", "--state", "本年签发", "--open").lines
    assert lines[0] == "三单一书登记簿（交办单，本年签发，未办结）"
    assert [line for line in lines if line.startswith(("提示单  ", "交办单  "))] == ["交办单  4 件，4 行"]
    assert json_of("list", "slips", "--kind", "交办单")["passed_on"] == {}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("list plans --state 销账了", "--state 没有“销账了”；是否为“已销账”？可写：adopted（审议通过）、"),
        ("list slips --state 提示单", "--state 没有“提示单”；可写：issued（已签发）、"),
        ("list rows --kind 通报", "--kind 没有“通报”；可写：prompt_slip（提示单）、"),
        ("list units --state closed", "units 不分状态，不能写 --state"),
        ("list plans --kind 提示单", "plans 不分种类，不能写 --kind"),
        ("list --state closed", "只列一部分要写明登记簿，如 ledger list plans --state 已销账"),
        ("list upstream --cause 资金未落实", "上级文件没有所属方案、领域、原因和事项的状态"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_sentence(line: str, sentence: str) -> None:
    done = bundled(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"错误：{sentence}")
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("改革问题",), "错误：没有“改革问题”这个登记簿；写 ledger list problems\n"),
        (("督察发现问题",), "错误：没有“督察发现问题”这个登记簿；写 ledger list findings\n"),
        (("problms",), "错误：没有“problms”这个登记簿；是否为“problems”？\n"),
        (
            ("agendas", "--kind", "要点"),
            "错误：--kind 没有“要点”；是否为“工作要点”？可写：年度任务清单、工作要点、工作台账\n",
        ),
    ],
)
def test_what_is_not_known_is_told_what_may_be_written(line: tuple[str, ...], said: str) -> None:
    assert bundled("list", *line).err == said
