"""Cells of a row: units, limits, progress, what is of the plan; workbooks with every trap at once."""

import io
import re
from datetime import date, datetime

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_files import asked, draft_of, draft_of_book, drafts_of, faults, said

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import Cell, Row, Sheet, SheetFile
from ledger.files.sheets.reading import read_sheets
from ledger.loading.sheets.reading import read_drafts


def item_of(heads, *cells, **more):
    row = ",".join(f'"{cell}"' for cell in cells)
    (item,) = draft_of(f"{heads}\n{row}\n", **more).items
    return item


# units


def test_one_column_of_units_says_who_leads_and_who_takes_part():
    item = item_of("事项,责任单位", "减税", "市财政局牵头，市税务局、各县区按职责分工负责")
    assert (item.fields["lead"], item.fields["with"]) == ("市财政局", ["市税务局", "各县区"])
    assert item.places["lead"].cell == "B2"


def test_a_row_that_states_no_lead_is_refused_unless_it_is_answered():
    heads, cells = "事项,责任单位", ("减税", "市财政局、市税务局按职责分工负责")
    (fault,) = item_of(heads, *cells).faults
    assert (fault.code, fault.place.cell) == ("I130", "B2")
    item = item_of(heads, *cells, lead="市财政局")
    assert (item.fields["lead"], item.fields["with"], item.faults) == ("市财政局", ["市税务局"], ())
    assert "按 --lead 由市财政局牵头" in str(item.remarks)


def test_a_sheet_without_columns_of_leads_asks_nobody_for_one():
    plan = draft_of("序号,事项,进展情况\n1,减税,正在征求各部门意见，月底印发\n")
    assert faults(plan) == []
    assert plan.columns == {"id", "title", "note", "state", "percent"}


def test_the_rule_that_the_first_leads_holds_for_the_rows_below():
    plan = draft_of(
        "注：排在第一位的部门为牵头部门,\n事项,责任单位\n减税,市税务局、市财政局\n放权,市财政局、市税务局\n"
    )
    assert [item.fields["lead"] for item in plan.items] == ["市税务局", "市财政局"]


def test_names_are_those_of_the_register_and_unknown_ones_stay_as_written():
    item = item_of("事项,牵头单位,配合单位", "减税", "市发改委", "市人社局、市不存在局")
    assert (item.fields["lead"], item.fields["with"]) == (
        "市发展改革委",
        ["市人力资源社会保障局", "市不存在局"],
    )
    assert "“市人社局”读作市人力资源社会保障局" in str(item.remarks)


# limits


def test_a_limit_is_read_or_refused_by_its_cell():
    plan = draft_of(
        "序号,事项,责任单位,完成时限\n1,甲,市财政局,6月底前\n2,乙,市财政局,会后7日内\n3,丙,市财政局,尽快\n4,丁,市财政局,\n"
    )
    assert [item.fields.get("due") for item in plan.items] == ["2017-06", None, None, None]
    assert faults(plan) == [("I123", "D3"), ("I124", "D4")]


def test_without_a_year_the_document_s_is_taken_and_without_that_it_is_asked_for():
    text = "序号,事项,责任单位,完成时限\n1,甲,市财政局,年底前\n"
    assert faults(draft_of(text, year=None)) == [("I121", "D2")]
    assert draft_of(text, year=None, issued=date(2018, 3, 1)).items[0].fields["due"] == "2018-12"
    (item,) = draft_of(f"任务分工（云改发〔2019〕5号）\n{text}", year=None).items
    assert item.fields["due"] == "2019-12"


def test_a_day_that_the_sheet_keeps_is_that_day_and_a_bare_number_is_none():
    def fill(sheet):
        sheet.append(["序号", "事项", "责任单位", "完成时限"])
        sheet.append([1, "甲", "市财政局", datetime(2017, 6, 30)])  # noqa: DTZ001
        sheet.append([2, "乙", "市财政局", datetime(2017, 6, 1)])  # noqa: DTZ001
        sheet.append([3, "丙", "市财政局", 42916])
        sheet.append([4, "丁", "市财政局", "=A99"])
        sheet["D3"].number_format = 'yyyy"年"m"月"'

    plan = draft_of_book(fill)
    assert [item.fields.get("due") for item in plan.items] == ["2017-06-30", "2017-06", None, None]
    assert faults(plan) == [("I110", "台账!D4"), ("I108", "台账!D5")]
    assert "2017年6月30日" in plan.items[2].faults[0].message


def test_several_dates_are_nodes_named_by_the_text():
    item = item_of(
        "事项,原文,责任单位,完成时限",
        "收费自查",
        "2020年底前组织全面自查，2021年3月底前开展检查。",
        "市财政局",
        "2020年底前 | 2021年3月底前",
    )
    assert item.fields["due"] == "2021-03"
    assert item.fields["nodes"] == [{"id": "a", "title": "组织全面自查", "due": "2020-12"}]


def test_a_limit_that_stands_among_the_units_counts_where_the_column_says_nothing():
    item = item_of("事项,责任单位", "减税", "市财政局负责，2017年4月底前完成")
    assert (item.fields["lead"], item.fields["due"]) == ("市财政局", "2017-04")


# words


def test_a_text_alone_gives_the_title_and_a_title_of_whole_sentences_is_the_text():
    text = "2017年底前建立清单，公布指南。完善机制。"
    for heads in ("具体措施,责任单位", "工作任务,责任单位"):
        item = item_of(heads, text, "市财政局")
        assert (item.fields["title"], item.fields["text"]) == ("建立清单", text)
        assert "名称取自原文第一句" in item.remarks


def test_a_row_without_words_is_refused():
    plan = draft_of("序号,事项,责任单位\n1,,市财政局\n")
    assert faults(plan) == [("I109", "B2")]


def test_fields_that_are_registers_are_read_when_they_are_registered():
    heads = "事项,责任单位,领衔领导,专项小组,重点,权重,复查日期"
    item = item_of(heads, "减税", "市财政局", "王某", "经改组", "是", "2", "2017年12月31日")
    assert {key: item.fields[key] for key in ("leader", "group", "focus", "weight", "review_by")} == {
        "leader": "王某",
        "group": "经济体制改革专项小组",
        "focus": "true",
        "weight": "2",
        "review_by": "2017-12-31",
    }
    other = item_of(heads, "减税", "市财政局", "李某", "民改组", "也许", "", "年底")
    assert not {"leader", "group", "focus"} & set(other.fields)
    assert [fault.code for fault in other.faults] == ["I111"]
    assert all(word in str(other.remarks) for word in ("李某", "民改组", "也许"))


def test_people_are_told_apart_from_their_units_where_the_head_says_that_they_stand_there():
    item = item_of(
        "事项,责任单位（责任人）,时限", "减税", "市财政局（李某）、市税务局 王某某牵头", "2017年底"
    )
    assert item.faults
    for head in ("责任单位（责任人）", "责任单位及责任人", "责任单位、责任人"):
        item = item_of(f"事项,{head},时限", "减税", "市财政局（责任人：李某、王某某）", "2017年底")
        assert (item.fields["lead"], item.faults) == ("市财政局", ())
        assert "“李某、王某某”是人名" in str(item.remarks)
    item = item_of("事项,牵头单位（负责人）", "减税", "市财政局 李某\n市税务局（稽查局）")
    assert item.fields["lead"] == ["市财政局", "市税务局（稽查局）"]
    item = item_of("事项,责任单位", "减税", "市财政局（2017年6月底前）")
    assert (item.fields["lead"], item.fields["due"]) == ("市财政局", "2017-06")
    (fault,) = item_of("事项,责任单位", "减税", "同上").faults
    assert (fault.code, fault.hint) == ("I131", "每一行都写出单位名称")


@pytest.mark.parametrize(
    ("head", "key"),
    [("督办事项", "title"), ("整改目标", "text"), ("反馈问题", "text"), ("问题", None), ("存在问题", None)],
)
def test_heads_of_supervision_and_rectification(head, key):
    item = item_of(
        f"事项,{head},责任单位" if key != "title" else f"{head},备注,责任单位", "减税", "减轻", "市财政局"
    )
    assert item.fields.get("text") == ("减轻" if key == "text" else None)
    assert item.fields["title"] == "减税"


def test_the_head_may_say_of_which_year_the_limits_are():
    plan = draft_of("事项,牵头单位,2017年完成时限\n减税,市财政局,6月底\n", year=None)
    assert (plan.items[0].fields["due"], faults(plan)) == ("2017-06", [])


def test_a_day_whose_year_nobody_sees_is_not_last_years():
    """A list of 2016 brought up to date: its cells show 6月30日 and keep 2016."""

    def fill(sheet):
        sheet.append(["序号", "事项", "牵头单位", "完成时限"])
        for number, (day, form) in enumerate(
            [
                (date(2016, 6, 30), 'm"月"d"日"'),
                (date(2017, 6, 30), 'm"月"d"日"'),
                (date(2016, 6, 1), 'm"月"'),
                (date(2016, 6, 30), "yyyy-mm-dd"),
            ],
            1,
        ):
            sheet.append([number, f"第{number}件事", "市财政局", day])
            sheet.cell(number + 1, 4).number_format = form

    plan = draft_of_book(fill)
    assert faults(plan) == [("I125", "台账!D2")]
    assert [item.fields.get("due") for item in plan.items] == [None, "2017-06-30", "2017-06", "2016-06-30"]
    old = draft_of_book(fill, year=None, issued=date(2017, 3, 1))
    assert faults(old)[0] == ("I125", "台账!D2")


def test_a_number_that_is_a_day_is_refused_in_a_csv_too():
    assert faults(draft_of("事项,牵头单位,时限\n减税,市财政局,43008\n")) == [("I110", "C2")]


# progress


def test_what_has_happened_is_read_from_its_columns():
    heads = "事项,责任单位,是否完成,工作进展,佐证文号,实际完成时间,未完成原因"
    done = item_of(
        heads, "甲", "市财政局", "已完成", "已印发", "云财发〔2017〕3号、《甲、乙办法》", "2017/6/30", "无"
    ).progress
    assert (done.state, done.note, done.day) == ("completed", "已印发", "2017-06-30")
    assert done.evidence == ("云财发〔2017〕3号", "《甲、乙办法》")
    late = item_of(heads, "甲", "市财政局", "60%", "", "", "", "资金未到位").progress
    assert (late.state, late.percent, late.note) == ("in_progress", "60", "")


def test_words_in_place_of_a_paper_are_no_evidence_and_told():
    item = item_of("事项,责任单位,是否完成,佐证", "甲", "市财政局", "已完成", "无。；见附件")
    assert item.progress.evidence == ()
    assert "“见附件”不是文号" in str(item.remarks)


def test_what_has_happened_has_its_cells_too():
    item = item_of("事项,责任单位,完成情况,佐证", "甲", "市财政局", "已完成", "云财发〔2017〕3号")
    assert {key: item.places[key].cell for key in ("state", "note", "evidence")} == {
        "state": "C2",
        "note": "C2",
        "evidence": "D2",
    }


def test_a_doubtful_state_is_refused_by_its_cell():
    (fault,) = item_of("事项,责任单位,状态", "甲", "市财政局", "已完成或基本完成").faults
    assert (fault.code, fault.place.cell) == ("I135", "C2")


@pytest.mark.parametrize(
    ("words", "state", "note"),
    [
        ("已完成", "completed", ""),
        ("正在征求意见，计划下月印发", None, "正在征求意见，计划下月印发"),
        ("无", None, ""),
    ],
)
def test_words_of_progress_are_a_state_only_where_they_say_no_more(words, state, note):
    progress = item_of("事项,责任单位,完成情况", "甲", "市财政局", words).progress
    assert (progress.state, progress.note) == (state, note)


TOLD = "事项,责任单位,状态,进展情况,完成率,实际完成时间"


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        (("未完成", "已完成", "", ""), "D2"),
        (("已完成", "正在推进", "", ""), "D2"),
        (("未启动", "已开工", "", ""), "D2"),
        (("未启动", "", "30%", ""), "E2"),
        (("已启动未完成", "", "", "2017-06-20"), "F2"),
        (("", "推进中", "", "2017-06-20"), "F2"),
    ],
)
def test_cells_of_a_row_that_contradict_each_other_are_refused(cells, cell):
    (fault,) = item_of(TOLD, "甲", "市财政局", *cells).faults
    assert (fault.code, fault.place.cell) == ("I147", cell)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("", "", "", "2017-06-20"), ("completed", None, "", "2017-06-20")),
        (
            ("", "已印发实施方案并组织培训", "100%", ""),
            ("completed", "100", "已印发实施方案并组织培训", None),
        ),
        (("已启动未完成", "已完成60%", "", ""), ("in_progress", "60", "", None)),
        (("已启动未完成", "", "100%", ""), ("in_progress", "100", "", None)),
        (("已暂缓", "已开工", "", ""), ("suspended", None, "已开工", None)),
        (("", "", "0%", ""), (None, "0", "", None)),
        (("否", "未启动", "", ""), ("not_started", None, "", None)),
    ],
)
def test_cells_of_a_row_are_read_together(cells, told):
    item = item_of(TOLD, "甲", "市财政局", *cells)
    said = item.progress
    assert ((said.state, said.percent, said.note, said.day), item.faults) == (told, ())


@pytest.mark.parametrize(
    ("title", "head", "day"),
    [
        ("进展情况表（截至2017年10月31日）", "进展情况", date(2017, 10, 31)),
        ("进展情况表", "截至10月底进展情况", date(2017, 10, 31)),
        ("截至9月底", "截至10月底进展情况", None),
        ("进展情况表", "进展情况", None),
    ],
)
def test_the_day_of_which_a_sheet_reports_stands_above_it_or_in_a_head(title, head, day):
    plan = draft_of(f"{title},,\n事项,责任单位,{head}\n减税,市财政局,正在征求各部门意见，月底印发\n")
    assert (plan.reported.day if plan.reported else None) == day


def test_a_day_of_reporting_without_a_year_is_told():
    plan = draft_of("事项,责任单位,截至10月底进展情况\n减税,市财政局,已起草\n", year=None)
    assert plan.reported is None
    assert "“截至10月底”看不出是哪一天" in said(plan)


# plans


def test_rows_that_name_their_plan_are_drafts_of_their_own():
    plans = drafts_of(
        "plan_no,plan_title,plan_date,item_id,text,units_raw\n云改发〔2017〕1号,甲方案,2017-03-01,1,减税,市财政局\n"
        ",,,2,放权,市财政局\n云改发〔2017〕2号,乙方案,2017年4月1日,1,立法,市税务局\n"
    )
    assert [(plan.fields["number"], plan.fields["issued"], len(plan.items)) for plan in plans] == [
        ("云改发〔2017〕1号", "2017-03-01", 2),
        ("云改发〔2017〕2号", "2017-04-01", 1),
    ]


def test_a_sheet_that_is_not_there_is_an_impossible_wish():
    with pytest.raises(LedgerError, match="“丙”，有：台账"):
        draft_of_book(lambda sheet: sheet.append(["事项", "责任单位"]), sheets=("丙",))


def test_a_workbook_with_every_trap_of_office_sheets():
    def fill(sheet):
        rows = [
            ["附件"],
            ["２０１７年重点改革任务台账"],
            ["填报单位：市委改革办", None, None, None, None, "2017年3月"],
            ["序\n号", "改革　任务", "改革事项", "责任\n单位", "完成\n时限", "联系人"],
            ["（一）", "一、经济体制", "建立清单", "市财政局牵头，市税务局配合", "６月底前", "张某"],
            [
                "（二）",
                None,
                "公布指南\n（含网上）",
                "市发改委牵头；市财政局参加",
                datetime(2017, 9, 30),  # noqa: DTZ001
                None,
            ],
            ["小计", None, "2项"],
            ["（三）", "二、民生", "社保转移", "市人社局", "3-4月", "王某"],
            [None] * 6,
            ["注：时限均含当日"],
        ]
        for row in rows:
            sheet.append(row)
        for area in ("A1:F1", "A2:F2", "B5:B6", "A7:B7", "A10:F10"):
            sheet.merge_cells(area)

    plan = draft_of_book(fill)
    assert faults(plan) == []
    assert plan.fields == {"title": "２０１７年重点改革任务台账"}
    assert [(part.id, part.title) for part in plan.parts] == [("一", "经济体制"), ("二", "民生")]
    assert [
        (i.fields["id"], i.fields["part"], i.fields["title"], i.fields["lead"], i.fields["due"])
        for i in plan.items
    ] == [
        ("一", "一", "建立清单", "市财政局", "2017-06"),
        ("二", "一", "公布指南（含网上）", "市发展改革委", "2017-09-30"),
        ("三", "二", "社保转移", "市人力资源社会保障局", "2017-04"),
    ]
    assert plan.items[2].fields["start"] == "2017-03"
    assert [reason for _, reason in plan.skipped] == ["合计行", "说明或落款，不是事项"]
    assert "联系人" in said(plan)


CELLS = st.sampled_from(
    [
        " ",
        " 1",
        "1.1",
        "2",
        "一、",
        "（一）",
        "①",
        "合计",
        "减税，放权",
        "一、减税",
        "注：略",
        "市财政局",
        "市税务局牵头",
        "6月底前",
        "尽快",
        "6月底前、年底前",
        "已完成",
        "60%",
        "42916",
        "#REF!",
        "A/1",
        "无",
    ]
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=8))
def test_no_row_is_lost_whatever_it_says(rows):
    """Each is an item, a step of one, a heading, or left out with a reason; every fault names a cell of its row."""
    heads = ["序号", "工作任务", "具体措施", "责任单位", "完成时限", "状态", "进展情况", "佐证"]
    cells = [tuple(Cell(c, text) for c, text in enumerate(row, 1) if text.strip()) for row in [heads, *rows]]
    sheet = Sheet("", tuple(Row(n, row) for n, row in enumerate(cells, 1) if row))
    (plan,) = read_drafts(SheetFile("a.csv", (sheet,)), asked())
    told = {spot.line for spot, _ in plan.skipped} | {
        thing.place.line for thing in (*plan.parts, *plan.items)
    }
    steps = sum(
        int(re.match(r"\d+", r)[0]) - 1 for i in plan.items for r in i.remarks if "行合为一个事项" in r
    )
    refused = any(fault.code == "I107" for item in plan.items for fault in item.faults)
    assert refused or len(told) + steps == len([row for row in rows if "".join(row).strip()])
    for item in plan.items:
        assert item.fields["id"]
        assert "title" in item.fields or item.faults
        assert all(fault.place.cell and fault.hint for fault in item.faults)


def test_a_table_of_a_letter_is_read_as_one_of_a_workbook():
    document = docx.Document()
    table = document.add_table(3, 4)
    cells = [
        "序号",
        "任务",
        "责任单位",
        "时限",
        "（一）",
        "减税",
        "市税务局",
        "6月底前",
        "（二）",
        "放权",
        "市财政局牵头",
        "会后7日内",
    ]
    for n, text in enumerate(cells):
        table.cell(n // 4, n % 4).text = text
    buffer = io.BytesIO()
    document.save(buffer)
    (plan,) = read_drafts(read_sheets("正文.docx", "正文.docx", buffer.getvalue()), asked())
    assert [(item.fields["id"], item.fields.get("due")) for item in plan.items] == [
        ("一", "2017-06"),
        ("二", None),
    ]
    assert faults(plan) == [("I123", "表1!D3")]
