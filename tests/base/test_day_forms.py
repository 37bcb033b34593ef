"""Other ways to write days and time limits: one reading, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.base.day_forms import day_form, due_form
from ledger.base.days import NoSuchDay, parse_day, parse_due

DAYS = [
    "2017-06-30",
    "2017-6-30",
    "2017/06/30",
    "2017/6/30",
    "2017.6.30",
    "2017年6月30日",
    "2017 年 6 月 30 日",
]
DAYS += ["2017年06月30号", "２０１７-０６-３０", "２０１７／６／３０", "２０１７年６月３０日", " 2017-6-30 "]
PERIODS = {
    "2017-06": ["2017-06", "2017-6", "2017/6", "2017/06", "2017年6月", "2017年06月", "２０１７年６月"],
    "2017Q3": [
        "2017Q3",
        "2017q3",
        "2017Q３",
        "2017-Q3",
        "2017年Q3",
        "2017年第三季度",
        "2017年三季度",
        "2017年3季度",
    ],
    "2017H1": ["2017H1", "2017h1", "2017年上半年", "2017年H1"],
    "2017H2": ["2017年下半年"],
    "2017": ["2017", "2017年", "２０１７"],
    "长期": ["长期", " 长期"],
}
UNSURE = [
    "",
    "17-3-15",
    "6/30/2017",
    "2017.1",
    "2017.10",
    "2017-02-30",
    "2017-13",
    "2017-6/30",
    "2017年13月",
    "年底",
]
UNSURE += [
    "0017-03-15",
    "2017年第五季度",
    "2017Q5",
    "2017H3",
    "2017年6",
    "2017-06-30 00:00",
    "20170630",
    "²017-06-30",
]
UNSURE += ["2017年6月31日", "2017年底", "2017年6月底", "2017-06-30、2017-07-31", "3017年", "2017\n年"]


@pytest.mark.parametrize("text", DAYS)
def test_days(text: str) -> None:
    assert (day_form(text), due_form(text)) == ("2017-06-30", "2017-06-30")


@pytest.mark.parametrize(
    ("form", "text"), [(form, text) for form, texts in PERIODS.items() for text in texts]
)
def test_time_limits_are_no_days(form: str, text: str) -> None:
    assert (day_form(text), due_form(text)) == (None, form)


@pytest.mark.parametrize("text", UNSURE)
def test_what_would_need_a_guess_has_no_form(text: str) -> None:
    assert (day_form(text), due_form(text)) == (None, None)


PIECES = st.lists(
    st.sampled_from([*"0123456789/-.年月日号Qqh上下第三 ２", "2017", "2017年", "半年", "季度", "06", "长期"]),
    max_size=8,
)


@given(PIECES.map("".join))
def test_a_form_can_be_read_and_is_its_own_form(text: str) -> None:
    for form, parse in ((day_form(text), parse_day), (due_form(text), parse_due)):
        if form is not None:
            assert str(parse(form)) == form
    day, due = day_form(text), due_form(text)
    assert day is None or (day_form(day), due) == (day, day)
    assert due is None or due_form(due) == due


@given(PIECES.map("".join) | st.dates().map(str))
def test_what_can_be_read_keeps_its_meaning(text: str) -> None:
    try:
        read = parse_due(text)
    except NoSuchDay:
        return
    assert due_form(text) == text == str(read)
