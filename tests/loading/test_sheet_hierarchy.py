"""Which rows are headings and which are items; rows that are neither; ids."""

from datetime import datetime

import pytest
from sheet_files import draft_of, draft_of_book, faults, said

HEAD = "序号,工作任务,责任单位,完成时限\n"


def shape(plan):
    """Every part and, below it, the items that point to it."""
    parts = [(part.id, part.title) for part in plan.parts]
    items = [(item.fields["id"], item.fields["title"], item.fields.get("part")) for item in plan.items]
    return parts, items


def test_numbers_of_papers_nest_as_papers_do():
    plan = draft_of(
        HEAD
        + "一、,简政放权,,\n（一）,精简审批,,\n1．,建立清单,市财政局,6月底前\n2．,公布清单,市财政局,9月底前\n"
        "（二）,优化服务,,\n3．,一窗受理,市税务局,年底前\n二、,放管结合,市税务局,年底前\n"
    )
    parts, items = shape(plan)
    assert parts == [("一", "简政放权"), ("一.一", "精简审批"), ("一.二", "优化服务")]
    assert items == [
        ("1", "建立清单", "一.一"),
        ("2", "公布清单", "一.一"),
        ("3", "一窗受理", "一.二"),
        ("二", "放管结合", None),
    ]


def test_dotted_numbers_name_their_parents_and_a_parent_keeps_no_limit():
    plan = draft_of(
        HEAD
        + "1,减税降费,市财政局,年底前\n1.1,减税,市税务局,6月底前\n1.10,降费,市财政局,9月底前\n2,放权,市财政局,10月底前\n"
    )
    assert shape(plan) == (
        [("1", "减税降费")],
        [("1.1", "减税", "1"), ("1.10", "降费", "1"), ("2", "放权", None)],
    )
    assert "这一行的单位、时限不入账" in plan.parts[0].remarks[0]


def test_a_column_of_parents_says_it_whatever_the_numbers():
    plan = draft_of(
        "编号,上级编号,事项,责任单位\nB,A,减税,市税务局\nA,,减税降费,市财政局\nC,Z,放权,市财政局\n"
    )
    assert shape(plan) == ([("A", "减税降费")], [("B", "减税", "A"), ("C", "放权", None)])
    assert faults(plan) == [("I106", "B4")]


@pytest.mark.parametrize("rows", ["A,B,甲,市财政局\nB,A,乙,市财政局\n", "A,A,甲,市财政局\n"])
def test_parents_that_go_round_in_a_circle_are_faults(rows):
    assert [code for code, _ in faults(draft_of(f"编号,上级编号,事项,责任单位\n{rows}"))] == ["I106"]


def test_headings_over_the_whole_row_and_headings_without_numbers():
    def fill(sheet):
        sheet.append(["序号", "工作任务", "责任单位", "完成时限"])
        sheet.append(["一、经济体制（2项）", None, None, None])
        sheet.append([1, "减税", "市税务局", "6月底前"])
        sheet.append([None, "民主法制", None, None])
        sheet.append([2, "立法", "市财政局", "6月底前"])
        sheet.merge_cells("A2:D2")

    plan = draft_of_book(fill)
    parts, items = shape(plan)
    assert [title for _, title in parts] == ["经济体制（2项）", "民主法制"]
    assert [(i[0], i[2]) for i in items] == [("1", parts[0][0]), ("2", parts[1][0])]


def test_an_item_without_unit_and_limit_among_numbered_ones_is_an_item():
    plan = draft_of(HEAD + "1,减税,市税务局,6月底前\n2,放权,,\n3,立法,市财政局,6月底前\n")
    assert [item.fields["id"] for item in plan.items] == ["1", "2", "3"]
    assert faults(plan) == [("I130", "C3")]


def test_a_column_of_parts_is_merged_or_repeated_or_written_once():
    def fill(sheet):
        sheet.append(["板块", "序号", "工作任务", "责任单位"])
        for row in (
            ["一、简政", 1, "甲", "市财政局"],
            [None, 2, "乙", "市财政局"],
            ["放管", 3, "丙", "市税务局"],
        ):
            sheet.append(row)
        sheet.append(["放管", 4, "丁", "市税务局"])
        sheet.append([None, 5, "戊", "市税务局"])
        sheet.merge_cells("A2:A3")

    plan = draft_of_book(fill)
    parts, items = shape(plan)
    assert [title for _, title in parts] == ["简政", "放管"]
    assert [part for *_, part in items] == [parts[0][0]] * 2 + [parts[1][0]] * 3
    assert ["所属部分一格空着" in str(item.remarks) for item in plan.items] == [False] * 4 + [True]


def test_two_columns_of_parts_are_two_levels_and_an_item_is_of_the_nearer_one():
    plan = draft_of(
        "一级任务,二级任务,事项,责任单位\n经济,财税,减税,市税务局\n经济,投资,放权,市财政局\n民生,,社保,市财政局\n"
    )
    parts, items = shape(plan)
    assert [title for _, title in parts] == ["经济", "财税", "投资", "民生"]
    titles = dict(parts)
    assert [titles[part] for *_, part in items] == ["财税", "投资", "民生"]


@pytest.mark.parametrize(
    ("value", "part", "field"), [("经济体制", None, "经济体制"), ("财税金融", "财税金融", None)]
)
def test_a_field_that_the_ledger_does_not_have_is_a_heading(value, part, field):
    plan = draft_of(f"领域,事项,责任单位\n{value},减税,市税务局\n")
    assert plan.items[0].fields.get("field") == field
    assert [p.title for p in plan.parts] == ([part] if part else [])


# several rows of one task


def task(sheet, rows, merged):
    sheet.append(["序号", "工作任务", "任务分解/时序进度", "责任单位", "完成时限"])
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)


def test_a_task_merged_over_steps_is_one_item_with_nodes():
    rows = [
        [1, "医保改革", "制定方案", "市财政局", "3月底前"],
        [None, None, "组织实施", None, "9月底前"],
        [2, "放权", "公布清单", "市税务局", "年底前"],
    ]
    plan = draft_of_book(lambda sheet: task(sheet, rows, ["A2:A3", "B2:B3", "D2:D3"]))
    first, second = plan.items
    assert first.fields["nodes"] == [
        {"id": "a", "title": "制定方案", "due": "2017-03"},
        {"id": "b", "title": "组织实施", "due": "2017-09"},
    ]
    assert (first.fields["due"], first.fields["text"], first.fields["lead"]) == (
        "2017-09",
        "制定方案\n组织实施",
        "市财政局",
    )
    assert second.fields["id"] == "2"


@pytest.mark.parametrize("merged", [["A2:A3", "B2:B3"], ["A2:A3", "B2:B3", "E2:E3"]])
def test_steps_that_do_not_all_say_by_when_are_refused(merged):
    rows = [[1, "医保改革", "制定方案", "市财政局", "3月底前"], [None, None, "组织实施", None, None]]
    plan = draft_of_book(lambda sheet: task(sheet, rows, merged))
    assert faults(plan) == [("I107", "台账!C3")]
    assert "第 3 行" in plan.items[0].faults[0].message


def test_steps_may_say_by_when_in_front_of_their_words():
    rows = [
        [1, "专业建设", "3-4月：完成调研", "市财政局", None],
        [None, None, "5月、10月：组织评审", None, None],
        [2, "教材管理", "年底前：选用教材", "市税务局", None],
        [3, "学风建设", "要求：常抓不懈", "市税务局", None],
    ]
    plan = draft_of_book(lambda sheet: task(sheet, rows, ["A2:A3", "B2:B3", "D2:D3"]))
    nodes = plan.items[0].fields["nodes"]
    assert [(node["title"], node["due"]) for node in nodes] == [
        ("完成调研", "2017-04"),
        ("组织评审", "2017-05"),
        ("组织评审", "2017-10"),
    ]
    assert [item.fields.get("due") for item in plan.items] == ["2017-10", "2017-12", None]
    assert "时限“年底前”写在原文前面" in plan.items[1].remarks


def test_a_task_merged_over_rows_with_units_of_their_own_is_a_heading():
    rows = [
        [1, "医保改革", "制定方案", "市财政局", "3月底前"],
        [None, None, "组织实施", "市税务局", "9月底前"],
    ]
    plan = draft_of_book(lambda sheet: task(sheet, rows, ["A2:A3", "B2:B3"]))
    assert shape(plan) == ([("1", "医保改革")], [("1.1", "制定方案", "1"), ("1.2", "组织实施", "1")])
    assert plan.items[1].fields["lead"] == "市税务局"


def test_where_merging_is_lost_an_empty_title_goes_on():
    plan = draft_of(
        "序号,工作任务,具体措施,责任单位,完成时限\n1,医保改革,制定方案,市财政局,3月底前\n,,组织实施,,9月底前\n"
    )
    assert [node["title"] for node in plan.items[0].fields["nodes"]] == ["制定方案", "组织实施"]


def test_rows_of_one_item_that_say_only_by_when_are_no_steps():
    rows = [(1, "医保改革", None, "市财政局", "3月底前"), (None, None, None, None, "9月底前")]
    plan = draft_of_book(lambda sheet: task(sheet, rows, ["A2:A3", "B2:B3"]))
    assert faults(plan) == [("I107", "台账!C2")]
    assert "text" not in plan.items[0].fields


# rows that are no items


def test_rows_that_are_no_items_are_left_out_with_the_reason():
    plan = draft_of(
        "序号,工作任务,责任单位,完成时限\n1,2,3,4\n1,减税,市税务局,6月底前\n序号,工作任务,责任单位,完成时限\n"
        "2,放权,市财政局,6月底前\n3,,,\n合计,2项,,\n小计算机室建设,,,\n注：本表每月报送一次,,,\n填报人：老张,审核人：老李,,\n"
    )
    assert [item.fields["id"] for item in plan.items] == ["1", "2"]
    skipped = sorted(plan.skipped, key=lambda told: told[0].line)
    assert [(spot.cell, reason) for spot, reason in skipped] == [
        ("A2", "栏次"),
        ("A4", "重复的表头"),
        ("A6", "只有编号，没有内容"),
        ("A7", "合计行"),
        ("A8", "下面没有事项，不作部分"),
        ("A9", "说明或落款，不是事项"),
        ("A10", "说明或落款，不是事项"),
    ]


def test_pages_and_words_to_the_reader_are_no_headings():
    plan = draft_of(
        "序号,工作任务,责任单位,完成时限\n1,减税,市税务局,6月底前\n第1页 共2页,,,\n任务清单（续表）,,,\n2,放权,市财政局,6月底前\n"
        "备注,时限以文件为准,,\n以上任务请抓好落实。,,,\n"
    )
    assert shape(plan) == ([], [("1", "减税", None), ("2", "放权", None)])
    assert sorted(spot.cell for spot, _ in plan.skipped) == ["A3", "A4", "A6", "A7"]


def test_hidden_rows_columns_and_sheets_are_not_read_and_told():
    def fill(sheet):
        sheet.append(["序号", "工作任务", "责任单位", "完成时限"])
        sheet.append([1, "减税", "市税务局", "6月底前"])
        sheet.append([2, "放权", "市财政局", "6月底前"])
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True
        hidden = sheet.parent.create_sheet("底稿")
        hidden.append(["事项", "责任单位"])
        hidden.append(["立法", "市财政局"])
        hidden.sheet_state = "hidden"
        sheet.parent.create_sheet("说明").append(["怎样填表"])

    plan = draft_of_book(fill)
    assert [item.fields["id"] for item in plan.items] == ["1"]
    assert "due" not in plan.items[0].fields
    assert "隐藏的列，没有读：“完成时限”（D列）" in said(plan)
    assert faults(plan) == [("I103", "台账!A3")]
    assert [(spot.cell, reason[:7]) for spot, reason in plan.skipped] == [
        ("底稿!A1", "隐藏的工作表，"),
        ("说明!A1", "没有认出表头，"),
        ("台账!A3", "隐藏的行，没有"),
    ]
    assert [item.fields["title"] for item in draft_of_book(fill, sheets=("底稿",)).items] == ["立法"]


# ids


def test_numbers_that_begin_anew_below_every_heading_are_told_apart_by_it():
    plan = draft_of(
        HEAD
        + "一、,简政,,\n1,甲,市财政局,6月底前\n2,乙,市财政局,6月底前\n二、,放权,,\n1,丙,市财政局,6月底前\n"
    )
    assert [item.fields["id"] for item in plan.items] == ["一.1", "一.2", "二.1"]
    assert faults(plan) == []


def test_missing_numbers_are_given_in_order_and_told():
    plan = draft_of("事项,责任单位\n甲,市财政局\n乙,市财政局\n")
    assert [item.fields["id"] for item in plan.items] == ["1", "2"]
    assert "没有编号，按次序编为 2" in said(plan)
    mixed = draft_of(HEAD + "1,甲,市财政局,6月底前\n,乙,市财政局,6月底前\n2,丙,市财政局,6月底前\n")
    assert [item.fields["id"] for item in mixed.items] == ["1", "3", "2"]


def test_a_number_used_twice_is_a_fault_of_the_second_row():
    plan = draft_of(HEAD + "1,甲,市财政局,6月底前\n1,乙,市财政局,6月底前\n")
    assert faults(plan) == [("I105", "A3")]
    (fault,) = plan.items[1].faults
    assert fault.related[0][0].cell == "A2"


def test_a_number_that_became_a_date_or_holds_a_slash_is_a_fault():
    def fill(sheet):
        sheet.append(["序号", "工作任务", "责任单位"])
        sheet.append([datetime(2017, 1, 2), "甲", "市财政局"])  # noqa: DTZ001
        sheet.append(["A/1", "乙", "市财政局"])
        sheet["A2"].number_format = 'm"月"d"日"'

    plan = draft_of_book(fill)
    assert faults(plan) == [("I104", "台账!A2"), ("I104", "台账!A3")]
    assert "“1月2日”被存成了日期" in plan.items[0].faults[0].message
