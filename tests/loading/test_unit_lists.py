"""Units of published papers: who leads, who takes part, and what is refused because the text does not say it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.loading.phrases.unit_lists import read_units, stated_rule
from ledger.loading.phrases.unit_shapes import is_collective, is_unit_like
from ledger.loading.phrases.values import LeadRule, Refusal, Role, UnitWords

FIRST = LeadRule.FIRST


def nobody(_: str) -> bool:
    return False


def read(text: str, rule: LeadRule | None = None, column: Role | None = None) -> UnitWords:
    answer = read_units(text, known=nobody, rule=rule, column=column)
    assert isinstance(answer, UnitWords), answer
    return answer


PUBLISHED = [
    (
        "财政部、税务总局牵头，国务院相关部门及各地区按职责分工负责",
        "财政部 税务总局",
        "国务院相关部门 各地区",
    ),
    ("国务院办公厅负责", "国务院办公厅", ""),
    (
        "工业和信息化部、公安部、财政部、交通运输部、商务部、税务总局、市场监管总局、银保监会等国务院相关部门按职责分工负责",
        "",
        "工业和信息化部 公安部 财政部 交通运输部 商务部 税务总局 市场监管总局 银保监会 国务院相关部门",
    ),
    ("税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同", "税务总局", "财政部 海关总署"),
    ("负责部门：商务部、银保监会、铁路局、中国铁路总公司", "", "商务部 银保监会 铁路局 中国铁路总公司"),
    (  # a list of which the first may well lead; the paper does not say so
        "人力资源社会保障部、科技部、财政部、住房城乡建设部、市场监管总局，各省级人民政府按职责分工负责",
        "",
        "人力资源社会保障部 科技部 财政部 住房城乡建设部 市场监管总局 各省级人民政府",
    ),
    (
        "由发展改革委会同中央农办、农业部、财政部、科技部、国土资源部、水利部、商务部、统计局、粮食局等部门研究提出落实意见",
        "发展改革委",
        "中央农办 农业部 财政部 科技部 国土资源部 水利部 商务部 统计局 粮食局",
    ),
    (
        "牵头单位：区政府办公室、区司法局、区行政审批服务局；责任单位：区政府有关部门",
        "区政府办公室 区司法局 区行政审批服务局",
        "区政府有关部门",
    ),
    ("国家卫生计生委负责，2017年4月底前完成", "国家卫生计生委", ""),
    (
        "牵头单位：区发改局 / 责任单位：立山经济开发区，各街道、区直各部门",
        "区发改局",
        "立山经济开发区 各街道 区直各部门",
    ),
    (
        "责任单位：市疫情防控指挥部办公室、市卫生健康委等，各县（市、区）政府（管委会）",
        "",
        "市疫情防控指挥部办公室 市卫生健康委 各县（市、区）政府（管委会）",
    ),
    ("列第一位的责任单位为牵头单位或汇总单位", "", ""),
    (
        "各镇（街道）人民政府（办事处），临港经济开发区管委会，区政府各部门、直属机构",
        "",
        "各镇（街道）人民政府（办事处） 临港经济开发区管委会 区政府各部门 直属机构",
    ),
]
OTHERS = [
    ("银保监会及各地区按职责分工负责", "银保监会", "各地区"),
    ("工业和信息化部等国务院相关部门及各地区按职责分工负责", "工业和信息化部", "国务院相关部门 各地区"),
    ("各地区、各部门负责", "", "各地区 各部门"),
    ("国务院办公厅牵头，各地区、各部门负责", "国务院办公厅", "各地区 各部门"),
    ("各地区牵头，市财政局配合", "", "各地区 市财政局"),
    ("市财政局（牵头）、市审计局、市税务局", "市财政局", "市审计局 市税务局"),
    ("（市财政局牵头，市审计局、市税务局配合）", "市财政局", "市审计局 市税务局"),
    ("〔牵头单位：市财政局，责任单位：各县（市、区）政府〕", "市财政局", "各县（市、区）政府"),
    ("牵头:市财政局 配合:市审计局", "市财政局", "市审计局"),
    ("牵头单位：市财政局，市审计局配合", "市财政局", "市审计局"),
    ("配合单位：市财政局、市审计局按职责分工负责", "", "市财政局 市审计局"),
    ("市财政局牵头，会同市审计局、市税务局", "市财政局", "市审计局 市税务局"),
    ("市财政局牵头市审计局配合", "市财政局", "市审计局"),
    ("市财政局、市审计局共同牵头", "市财政局 市审计局", ""),
    ("市财政局、市审计局共同负责", "", "市财政局 市审计局"),
    ("市财政局\n市审计局", "", "市财政局 市审计局"),
    ("市财政局 市审计局", "", "市财政局 市审计局"),
    ("市 财 政 局", "市财政局", ""),
    ("工业和信息化部和公安部", "", "工业和信息化部 公安部"),
    ("市人力资源和社会保障局及市住房和城乡建设局", "", "市人力资源和社会保障局 市住房和城乡建设局"),
    ("市文化和旅游局以及各区县", "市文化和旅游局", "各区县"),
    ("市教育局与市体育局牵头", "市教育局 市体育局", ""),
    ("市高级人民法院、市高等教育局", "", "市高级人民法院 市高等教育局"),
    ("市投资促进中心、市重点项目推进办", "", "市投资促进中心 市重点项目推进办"),
    ("市住房城乡建设局（市人防办）", "市住房城乡建设局（市人防办）", ""),
    ("Ministero dell'Economia", "Ministero dell'Economia", ""),
    ("各县、区人民政府，市财政局、市审计局", "", "各县、区人民政府 市财政局 市审计局"),
    ("各省、自治区、直辖市人民政府，各部委", "", "各省、自治区、直辖市人民政府 各部委"),
    ("各县、市财政局", "", "各县 市财政局"),
    ("—", "", ""),
]


@pytest.mark.parametrize(("text", "leads", "others"), [*PUBLISHED, *OTHERS])
def test_who_leads_and_who_takes_part(text: str, leads: str, others: str) -> None:
    answer = read(text)
    assert " ".join(answer.leads) == leads
    assert " ".join(answer.others) == others


@pytest.mark.parametrize(
    ("text", "open_ended"),
    [
        ("市财政局等", True),
        ("市财政局、市审计局等12家单位", True),
        ("市高等教育局", False),
        ("财政部、公安部", False),
    ],
)
def test_a_list_may_be_left_open(text: str, open_ended: bool) -> None:
    assert read(text).open_ended is open_ended


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("国家卫生计生委负责，2017年4月底前完成", "2017年4月底前完成"),
        ("由市财政局牵头，市审计局等部门配合，2017年6月底前完成", "2017年6月底前完成"),
        ("牵头单位：市财政局，责任单位：市审计局，6月底完成", "6月底完成"),
        ("市财政局负责，年内持续推进", "年内持续推进"),
        ("年底前由市财政局牵头", "年底前"),
        ("市财政局2017年6月底前牵头完成", "2017年6月底前"),
        ("责任单位：市财政局；完成时限：三季度", "三季度"),
        ("市财政局", ""),
    ],
)
def test_words_of_time_are_told_apart(text: str, deadline: str) -> None:
    answer = read(text)
    assert answer.deadline == deadline
    assert answer.leads[0] in {"市财政局", "国家卫生计生委"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("市财政局（市国资委", "的括号不配对"),
        ("市财政局）、市审计局", "的括号不配对"),
        ("张三", "“张三”不像单位名称"),
        ("市发改委负责项目审批，市财政局负责资金", "“市发改委负责项目审批”不像单位名称"),
        ("市发改委或市经信局", "“市发改委或市经信局”不像单位名称"),
        ("1.市财政局 2.市审计局", "不像单位名称"),
        ("市直有关部门（市财政局、市审计局）", "不像单位名称"),
        ("各牵头单位", "不像单位名称"),
    ],
)
def test_what_is_no_list_of_units_is_refused(text: str, why: str) -> None:
    answer = read_units(text, known=nobody)
    assert isinstance(answer, Refusal)
    assert answer.code == "I131"
    assert why in answer.message


@pytest.mark.parametrize(
    "text",
    [
        "会同" * 900,
        "财政部和" * 400 + "甲",
        "财政部和公安部等" * 100 + "乙",
        "（" * 900 + "甲" + "）" * 900,
        "部" * 3000,
    ],
)
def test_a_cell_of_nonsense_is_refused_at_once(text: str) -> None:
    assert isinstance(read_units(text, known=nobody), Refusal)


def test_a_known_name_is_never_split() -> None:
    name = "教育局和体育局"
    assert read(name).others == ("教育局", "体育局")
    assert read_units(name, known={name}.__contains__) == UnitWords(leads=(name,))
    people = read_units("张三、李四牵头", known={"张三", "李四"}.__contains__)
    assert people == UnitWords(leads=("张三", "李四"))


def test_a_rule_names_the_lead_where_the_row_does_not() -> None:
    text = "市财政局、市审计局按职责分工负责"
    assert read(text).leads == ()
    answer = read(text, rule=FIRST)
    assert (answer.leads, answer.others, answer.rule) == (("市财政局",), ("市审计局",), None)
    assert answer.remarks == ("排在第一位的牵头：市财政局",)
    assert read("各地区、市财政局负责", rule=FIRST).leads == ()
    assert read("市财政局、市审计局牵头", rule=FIRST).leads == ("市财政局", "市审计局")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("税务总局、财政部负责，排在第一位的部门为牵头部门，下同", FIRST),
        ("市财政局、市审计局（排名第一的为牵头单位，下同）", FIRST),
        ("列第一位的责任单位为牵头单位或汇总单位", FIRST),
        ("市财政局、市审计局负责（第一个为牵头单位）", None),  # of this row only
        ("市财政局、市审计局", None),
    ],
)
def test_a_rule_holds_below_only_where_it_says_so(text: str, rule: LeadRule | None) -> None:
    assert read(text).rule is rule


def test_a_rule_may_stand_in_a_head_or_a_note() -> None:
    assert stated_rule("责任单位（排在首位的为牵头单位）") is FIRST
    assert stated_rule("责任单位") is None
    assert stated_rule("牵头单位排名不分先后") is None


def test_the_head_of_a_column_says_what_its_units_are() -> None:
    assert read("市财政局、市审计局", column=Role.LEAD).leads == ("市财政局", "市审计局")
    assert read("市财政局", column=Role.OTHER) == UnitWords(others=("市财政局",))
    both = read("市财政局牵头，市审计局配合", column=Role.LEAD)
    assert (both.leads, both.others) == (("市财政局",), ("市审计局",))
    collective = read("市财政局、各区县", column=Role.LEAD)
    assert (collective.leads, collective.others) == (("市财政局",), ("各区县",))
    assert collective.remarks == ("“各区县”不是哪一个单位，不作牵头单位",)


def test_what_is_no_business_of_units_is_named() -> None:
    answer = read("牵头负责领导：张三。牵头责任单位：市财政局。协同责任单位：市审计局。")
    assert answer == UnitWords(
        leads=("市财政局",), others=("市审计局",), remarks=("“牵头负责领导：张三”没有读入",)
    )
    assert read("责任单位：市财政局；适用范围：全市").remarks == ("“适用范围：全市”没有读入",)


@pytest.mark.parametrize(
    "name",
    ["各地区", "各部门", "国务院相关部门", "各县（市、区）政府", "有关部门", "区直各单位", "县（市、区）人民政府", "省级人民政府",
     "市直机关", "领导小组成员单位", "县级以上人民政府", "相关地区", "乡镇（街道）", "其他部门"],
)  # fmt: skip
def test_collective(name: str) -> None:
    assert is_collective(name)
    assert is_unit_like(name)


@pytest.mark.parametrize(
    "name", ["市政府", "市财政局", "立山经济开发区", "市各界联谊会", "市机关事务局", "区政府办公室"]
)
def test_not_collective(name: str) -> None:
    assert not is_collective(name)


NAMES = ["财政部", "工业和信息化部", "市住房和城乡建设局", "各县（市、区）政府（管委会）", "各地区", "国务院相关部门", "市残联",
         "中国移动淄博分公司", "市人力资源和社会保障局"]  # fmt: skip
SEPARATORS = ["、", "，", ",", "；", ";", "/", "|", "\n", "及", "以及", "和", "与"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(SEPARATORS)), min_size=1, max_size=7))
def test_splitting_finds_the_names_and_nothing_else(parts: list[tuple[str, str]]) -> None:
    text = "".join(name + separator for name, separator in parts[:-1]) + parts[-1][0]
    answer = read(text)
    assert sorted((*answer.leads, *answer.others)) == sorted({name for name, _ in parts})


WORDS = [*NAMES, "牵头", "负责", "配合", "会同", "按职责分工负责", "等", "等部门", "责任单位：", "牵头单位：", "2017年6月底前",
         "持续推进", "由", "和", "、", "，", "；", " ", "（", "）", "张三", "下同", "排在第一位的为牵头部门"]  # fmt: skip
TOLD = {*NAMES, "2017年6月底前", "持续推进", "张三"}


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_no_name_and_no_time_is_lost(words: list[str]) -> None:
    answer = read_units("".join(words), known=nobody)
    if isinstance(answer, Refusal):
        assert answer.code == "I131"
        return
    told = "、".join((*answer.leads, *answer.others, answer.deadline, *answer.remarks))
    assert [word for word in words if word in TOLD and word not in told] == []
    assert not set(answer.leads) & set(answer.others)
    assert not any(map(is_collective, answer.leads))
