"""Heads of columns by their words, and where the head of a table is."""

import pytest
from sheet_files import draft_of, draft_of_book, faults, said

from ledger.files.sheets.reading import read_sheets
from ledger.loading.sheets.head_words import Head, head_of
from ledger.loading.sheets.heads import find_table


def table_of(text):
    return find_table(read_sheets("a.csv", "a.csv", text.encode()).sheets[0])


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (Head.NUMBER, "序号 序　号 No. 号"),
        (Head.ID, "编号 事项编号 item_id"),
        (Head.PARENT, "parent_item 上级编号 所属任务编号"),
        (Head.PART, "section 一级任务 所属部分 任务类别 板块"),
        (
            Head.TITLE,
            "工作任务 改革事项 2017年重点任务 工作任务及要求 项目名称 整改任务 督办事项 建议名称 议定事项 工作计划 名称 事项",
        ),
        (
            Head.TEXT,
            "任务分解/时序进度 具体工作内容 整改措施 整改目标 反馈问题 主要内容 督查内容 原文 工作目标及任务要求 text",
        ),
        (Head.LEAD, "牵头单位 牵头责任单位 牵头（责任）单位 主办单位 lead"),
        (Head.PARTICIPANTS, "配合单位 协同责任单位 参加单位 协办部门"),
        (
            Head.UNITS,
            "责任单位 责任单位及责任人 责任单位（责任人） 责任部门 责\n任\n单\n位 units_raw 牵头及配合单位 任务分工",
        ),
        (Head.LEADER, "牵头负责领导 分管领导 领衔领导 市领导"),
        (Head.DUE, "完成时限 完成时限（年月） 工作完成时限要求 完成时间节点 整改时限 deadline_phrases 时限"),
        (Head.FINISHED, "完成时间"),
        (Head.DONE_ON, "实际完成时间 办结日期"),
        (Head.STATE, "是否完成 状态 办理状态"),
        (
            Head.PROGRESS,
            "进度 工作进展 完成情况 整改完成情况 工作动态 截至10月底进展情况 截至2017年10月31日工作进展情况 详细说明",
        ),
        (Head.EVIDENCE, "佐证 成果 文号 佐证材料"),
        (Head.CAUSE, "未完成原因 滞后原因"),
        (Head.UNKEPT, "备注 责任人 责任单位负责人 联络员 联系电话 分管负责人 存在问题及困难"),
        (Head.PLAN_NUMBER, "plan_no 方案文号"),
        (Head.PLAN_DATE, "plan_date 印发日期"),
        (None, "自评分 考核要点 负荷系数 标段 资金使用情况 报送材料 频次"),
    ],
)
def test_heads_of_published_tables_are_known_by_their_words(head, words):
    assert {word: head_of(word) for word in words.split(" ")} == dict.fromkeys(words.split(" "), head)


def test_the_head_is_found_below_titles_and_the_plan_is_named_by_them():
    plan = draft_of(
        "附件1,,\n2017年全市改革任务分工台账（云改发〔2017〕5号）,,\n填报单位：市委改革办,,\n"
        "序号,工作任务,责任单位\n1,建立负面清单,市财政局\n"
    )
    assert plan.fields == {
        "title": "2017年全市改革任务分工台账（云改发〔2017〕5号）",
        "number": "云改发〔2017〕5号",
    }
    assert [item.fields["title"] for item in plan.items] == ["建立负面清单"]
    assert "读作方案名称" in said(plan)


def test_a_head_of_two_rows_is_read_as_one():
    def fill(sheet):
        sheet.append(["任务台账"])
        sheet.append(["序号", "工作任务", "责任单位", None, "完成", None])
        sheet.append([None, None, "牵头单位", "配合单位", "时限", "情况"])
        sheet.append([1, "建立负面清单", "市财政局", "市税务局", "6月底前", "征求意见"])
        for area in ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"):
            sheet.merge_cells(area)

    (item,) = draft_of_book(fill).items
    assert (item.fields["lead"], item.fields["with"]) == ("市财政局", ["市税务局"])
    assert (item.fields["due"], item.progress.note) == ("2017-06", "征求意见")


@pytest.mark.parametrize("area", ["A2:D2", "A2:C2", "B2:C2", "A2:B2"])
def test_a_title_merged_over_the_list_right_above_its_head_is_no_part_of_the_head(area):
    def fill(sheet):
        for row in (
            ["附件1"],
            [],
            ["序号", "工作任务", "牵头单位", "进展情况"],
            [1, "减税", "市财政局", "已起草"],
        ):
            sheet.append(row)
        sheet["D2"] = "单位：件"
        sheet[area[:2]] = "2017年改革任务台账（云改发〔2017〕5号，截至2017年10月31日）"
        sheet.merge_cells(area)

    plan = draft_of_book(fill)
    assert plan.fields["number"] == "云改发〔2017〕5号"
    assert plan.fields["title"].startswith("2017年改革任务台账")
    assert str(plan.reported.day) == "2017-10-31"
    assert [item.fields["title"] for item in plan.items] == ["减税"]


def test_columns_that_nobody_knows_and_those_that_have_no_place_are_named():
    plan = draft_of("序号,事项,责任单位,自评分,备注\n1,建立负面清单,市财政局,5,老张\n")
    assert "不认得的列，没有读：“自评分”（D列）" in said(plan)
    assert "没有读：“备注”" in said(plan)


def test_two_columns_that_say_the_same_are_refused():
    plan = draft_of("序号,事项,牵头单位,牵头部门\n1,建立负面清单,市财政局,市税务局\n")
    assert faults(plan) == [("I102", "C1")]
    assert "“牵头单位”（C列）、“牵头部门”（D列）" in plan.faults[0].message
    assert plan.items == ()


def test_without_a_head_it_is_said_what_was_looked_for():
    plan = draft_of("1,建立负面清单,市财政局\n2,公布服务指南,市税务局\n")
    assert [fault.code for fault in plan.faults] == ["I101"]
    assert "工作任务" in plan.faults[0].hint


@pytest.mark.parametrize(
    ("heads", "due", "day"),
    [
        ("序号,事项,责任单位,完成时间", "2017-06-30", None),
        ("序号,事项,责任单位,完成时间,完成时限", "2017-12", "2017-06-30"),
    ],
)
def test_the_other_columns_decide_what_finished_means(heads, due, day):
    (item,) = draft_of(f"{heads}\n1,建立负面清单,市财政局,2017-06-30,2017年12月\n").items
    assert (item.fields["due"], item.progress.day) == (due, day)


def test_beside_a_column_of_leads_those_responsible_take_part():
    (item,) = draft_of("序号,事项,牵头单位,责任单位\n1,建立负面清单,市财政局,市税务局\n").items
    assert (item.fields["lead"], item.fields["with"]) == ("市财政局", ["市税务局"])


def test_a_number_that_only_counts_rows_gives_way_to_one_that_names_them():
    (item,) = draft_of("序号,编号,事项,责任单位\n1,A-7,建立负面清单,市财政局\n").items
    assert item.fields["id"] == "A-7"


@pytest.mark.parametrize("text", ["事项\n甲\n", "一段,文字\n又一段,文字\n", "序号,日期\n1,2\n"])
def test_what_is_no_list_has_no_head(text):
    assert table_of(text) is None


def test_a_second_list_below_is_read_by_its_own_head():
    """Its 牵头单位 stands where the first list has 配合单位: read by the first head, the two would change places."""
    plan = draft_of(
        "序号,任务,牵头单位,配合单位\n1,减税,市税务局,市财政局\n二、社会体制,,,\n序号,任务,配合单位,牵头单位,时限\n"
        "2,放权,市财政局,市税务局,6月底前\n序号,任务,配合单位,牵头单位,时限\n3,户籍,市财政局,市税务局,6月底前\n"
    )
    assert [(i.fields["lead"], i.fields["with"]) for i in plan.items] == [("市税务局", ["市财政局"])] * 3
    assert [i.fields.get("part") for i in plan.items] == [None, "二", "二"]
    assert "另有一个表头" in said(plan)
    assert [reason for _, reason in plan.skipped] == ["重复的表头"]
    assert {"lead", "with", "due"} <= plan.columns
