"""序号 in every style, titles from texts."""

import pytest

from ledger.loading.sheets.numbering import Style, chinese_value, read_number, split_number
from ledger.loading.sheets.titles import clause_after, title_of


@pytest.mark.parametrize(
    ("text", "id_", "style", "value"),
    [
        ("1", "1", Style.PLAIN, 1),
        ("1.", "1", Style.PLAIN, 1),
        ("1．", "1", Style.PLAIN, 1),
        ("１", "1", Style.PLAIN, 1),
        ("12、", "12", Style.PLAIN, 12),
        ("003", "003", Style.PLAIN, 3),
        ("1.10", "1.10", Style.PLAIN, 10),
        ("1-2", "1-2", Style.PLAIN, 2),
        ("（一）", "一", Style.BRACKETED, 1),
        ("(十二)", "十二", Style.BRACKETED, 12),
        ("一、", "一", Style.CHINESE, 1),
        ("十", "十", Style.CHINESE, 10),
        ("序号十", "十", Style.CHINESE, 10),
        ("第三部分", "三", Style.CHINESE, 3),
        ("（1）", "1", Style.PAREN, 1),
        ("2）", "2", Style.PAREN, 2),
        ("①", "1", Style.CIRCLED, 1),
        ("⑳", "20", Style.CIRCLED, 20),
        ("第1件", "1", Style.PLAIN, 1),
        ("第十七件", "十七", Style.PLAIN, 17),
        ("第17、18件", "17、18", Style.PLAIN, 17),
        ("M1C1-00-ITA-1", "M1C1-00-ITA-1", Style.PLAIN, 0),
    ],
)
def test_numbers_of_every_style(text, id_, style, value):
    number = read_number(text)
    assert number is not None
    assert (number.id, number.style, number.value) == (id_, style, value)


@pytest.mark.parametrize("text", ["A 1", "A/1", "1#", "长" * 81, ""])
def test_what_can_be_no_id_is_none(text):
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "id_", "title"),
    [
        ("一、简政放权", "一", "简政放权"),
        ("（二）优化服务", "二", "优化服务"),
        ("3.建立清单", "3", "建立清单"),
        ("4．建立清单", "4", "建立清单"),
        ("1.10 建立清单", "1.10", "建立清单"),
        ("①建立清单", "1", "建立清单"),
        ("（5）建立清单", "5", "建立清单"),
        ("2.5万户农民进城", None, "2.5万户农民进城"),
        ("12345热线整合", None, "12345热线整合"),
        ("2020年底前完成", None, "2020年底前完成"),
        ("一窗受理", None, "一窗受理"),
        ("一、", None, "一、"),
    ],
)
def test_the_number_in_front_of_a_title_is_split_off(text, id_, title):
    number, rest = split_number(text)
    assert (number and number.id, rest) == (id_, title)


@pytest.mark.parametrize(
    ("numeral", "value"), [("十", 10), ("二十三", 23), ("一百零五", 105), ("一〇", 10), ("九十九", 99)]
)
def test_chinese_numerals(numeral, value):
    assert chinese_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("2020年底前开展专项治理，对收费开展检查。", "开展专项治理"),
        (
            "指导地方将“双随机、一公开”监管与信用管理结合，减少检查。",
            "指导地方将“双随机、一公开”监管与信用管理结合",
        ),
        ("完善水电气、纳税、社保等领域标准，利用平台。", "完善水电气、纳税、社保等领域标准"),
        ("修改《指引（2020年，试行）》，推进共享", "修改《指引（2020年，试行）》"),
        ("6月底前，出台细则", "出台细则"),
        ("压减至8.5个工作日；其他", "压减至8.5个工作日"),
        ("2020年底前", "2020年底前"),
        ("只有一句", "只有一句"),
        ("第一行\n第二行", "第一行"),
        ("12345热线整合，统一受理", "12345热线整合"),
        ("2020年版目录修订，扩大范围", "2020年版目录修订"),
    ],
)
def test_a_title_is_the_first_clause_without_its_limit(text, title):
    assert title_of(text) == title


def test_what_is_due_by_a_date_is_what_the_text_says_behind_it():
    text = "2020年底前组织全面自查，2021年3月底前开展检查，确保到位。"
    assert clause_after(text, "2020年底前") == "组织全面自查"
    assert clause_after(text, "2021年3月底前") == "开展检查"
    assert clause_after(text, "2022年底前") == ""
