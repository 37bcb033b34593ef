"""Time limits of published papers and tables, each as a plan file has it, or the code by which it is refused.

The rows of the first table are those of a collection of published phrases; the year is that of the paper.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.base.days import parse_due
from ledger.loading.phrases.deadlines import read_deadline
from ledger.loading.phrases.values import Deadline, Refusal

PUBLISHED = [
    ("2020年11月底前", 2020, "2020-11"),
    ("2021年3月底前", 2020, "2021-03"),
    ("2021年底前", 2020, "2021-12"),
    ("年底前", 2020, "2020-12"),
    ("今年年底前", 2021, "2021-12"),
    ("于2020年底", 2020, "I125"),  # may tell what was done by then
    ("2017年底前", 2016, "2017-12"),
    ("2019年底前", 2016, "2019-12"),
    ("在2017年底前", 2016, "2017-12"),
    ("自2017年起", 2016, "长期"),
    ("2015年底前", 2014, "2015-12"),
    ("2015年6月底前", 2014, "2015-06"),
    ("在2013年年底", 2011, "2013-12"),
    ("2018年12月31日之前", 2018, "2018-12-31"),
    ("于2018年12月31日前", 2018, "2018-12-31"),
    ("于每年1月31日前", 2018, "I122"),
    ("7个工作日内", 2018, "I123"),
    ("2019年6月底前", 2019, "2019-06"),
    ("在2019年9月底前", 2019, "2019-09"),
    ("2019年12月底前", 2019, "2019-12"),
    ("每年3月底前", 2019, "I122"),
    ("于2019年4月底前", 2019, "2019-04"),
    ("2020年12月底前", 2019, "2020-12"),
    ("于2020年4月底前", 2018, "2020-04"),
    ("到2019年底", 2019, "2019-12"),
    ("2020年起", 2019, "长期"),
    ("六月底前", 1981, "1981-06"),
    ("20个工作日内", None, "I123"),
    ("持续推进", 2021, "长期"),
    ("尽快", None, "I124"),
    ("分步实施", None, "I124"),
    ("年内持续推进", 2020, "2020"),
    ("6月底完成", 2020, "2020-06"),
    ("到2019年6月底", 2019, "2019-06"),
    ("2019年3月底前基本完成", 2018, "2019-03"),
    ("每月28日前", 2021, "I122"),
    ("4月15日前", 2001, "2001-04-15"),
    ("会后7日内", None, "I123"),
    ("急件1—5日内", None, "I123"),
    ("每个季度第1个月20日前", 2024, "I122"),
    ("2020年2月3日前", 2020, "2020-02-03"),
    ("每季度报送一次", 2024, "I122"),
    ("2021年3月15日前", 2021, "2021-03-15"),
    ("2019年5月22日前", 2019, "2019-05-22"),
    ("6月底前", 2019, "2019-06"),
    ("3个月内", None, "I123"),
    ("6月底前开工、12月底前完工", 2024, "2024-12"),
    ("本月内", 2019, "I123"),  # the month of the paper is not known from its year
    ("已经完成，长期坚持", 2019, "I124"),
    ("“十一”之前", 2018, "2018-09-30"),
    ("年底前", 2020, "2020-12"),
    ("2027年前", None, "I125"),
    ("2017-2018年", 2017, "2018"),
    ("3-4月", 2017, "2017-04"),
    ("6月～8月", 2017, "2017-08"),
    ("3月——12月", 2017, "2017-12"),
    ("1月至4月", 2017, "2017-04"),
    ("5月、10月", 2017, "2017-10"),
    ("4月下旬", 2017, "2017-04-30"),
    ("7月初", 2017, "2017-07-10"),
    ("2021-12-31", 2021, "2021-12-31"),
    ("Q2 2026", 2026, "2026Q2"),
    ("2024-2-1", 2024, "2024-02-01"),
    ("never", None, "I124"),
]
OTHERS = [
    ("2017年上半年", "2017H1"),
    ("第三季度", "2017Q3"),
    ("三季度末前", "2017Q3"),
    ("2017 Q2", "2017Q2"),
    ("2017H1", "2017H1"),
    ("4月上旬", "2017-04-10"),
    ("2月下旬", "2017-02-28"),
    ("明年3月底前", "2018-03"),
    ("二〇一七年十二月三十日前", "2017-12-30"),
    ("二O一七年六月底", "2017-06"),
    ("2017.6", "2017-06"),
    ("2017.06.30", "2017-06-30"),
    ("2017/6/30", "2017-06-30"),
    ("2017年6月30日 00:00:00", "2017-06-30"),
    ("20170630", "2017-06-30"),
    ("2017年6月30", "2017-06-30"),
    ("2017年 6 月底前", "2017-06"),
    ("2017", "2017"),
    ("2017年6月30日（周五）前", "2017-06-30"),
    ("国庆前", "2017-09-30"),
    ("全年", "2017"),
    ("完成时限：2017年6月底", "2017-06"),
    ("力争2017年底前", "2017-12"),
    ("长期坚持", "长期"),
    ("2017年6月底前完成《2018年工作要点》", "2017-06"),
    ("17年底前", "2017-12"),
    ("17年上半年", "2017H1"),
    ("17.6.30", "2017-06-30"),
    ("6/30", "2017-06-30"),
    ("6.30前", "2017-06-30"),
    ("12.31", "2017-12-31"),
    ("2017上半年", "2017H1"),
    ("2017年国庆节前", "2017-09-30"),
    ("2017年全年开展", "2017"),
    ("6月底前和12月底前各一次", "2017-12"),
    ("力争6月底前完成方案，12月底前完成", "2017-12"),
    ("3月底前：完成调研\n6月底前：起草方案\n12月底前：印发实施", "2017-12"),
    ("6月底前初步建成", "2017-06"),
    # two readings, or none
    ("6/7", "I120"),  # the seventh of June, or June and July
    ("6.3", "I120"),  # a sheet shows 6.30 so
    ("6-30", "I120"),
    ("2017年9月—", "I120"),
    ("9月30日-", "I120"),
    ("力争9月底前、确保12月底前", "I125"),
    ("力争6月底前完成，原则上不超过9月底", "I125"),
    ("6月底前，最迟9月底前", "I125"),
    ("2017.1", "I125"),  # a sheet shows 2017.10 so
    ("6月前", "I125"),
    ("7月初前", "I125"),
    ("第三季度前", "I125"),
    ("3月内", "I125"),
    ("10月-3月", "I125"),
    ("12月底前、3月底前", "I125"),
    ("6月底前开工", "I125"),
    ("年底前开工建设", "I125"),
    ("2021年6月底前完成并长期坚持", "I125"),
    ("2017年6月底前，持续推进", "I125"),
    ("6月底或7月初", "I120"),
    ("6月底前后", "I120"),
    ("2017年6月以后", "I120"),
    ("6月左右", "I120"),
    ("6月底前（延至9月底）", "I120"),
    ("2017年底前完成2018年预算编制", "I120"),
    ("前三季度", "I120"),
    ("5、10月", "I120"),
    ("13月底前", "I120"),
    ("2017年2月30日", "I120"),
    ("年中", "I120"),
    ("“十三五”期间", "I120"),
    ("一年内", "I123"),
    ("春节前", "I123"),
    ("即日起至2017年底", "I123"),
    ("按要求", "I124"),
    ("立行立改", "I124"),
    ("2017年9月底前（已完成）", "I124"),
    ("不定期", "I122"),
]


def _outcome(phrase: str, year: int | None) -> str | None:
    answer = read_deadline(phrase, year=year, issued=None)
    return answer.code if isinstance(answer, Refusal) else answer.due


@pytest.mark.parametrize(("phrase", "year", "expected"), PUBLISHED)
def test_a_published_phrase(phrase: str, year: int | None, expected: str) -> None:
    assert _outcome(phrase, year) == expected


@pytest.mark.parametrize(("phrase", "expected"), OTHERS)
def test_a_phrase_of_2017(phrase: str, expected: str) -> None:
    assert _outcome(phrase, 2017) == expected


@pytest.mark.parametrize("phrase", ["", "待定", "/", "—", "无", "N/A"])
def test_an_empty_cell_is_undecided(phrase: str) -> None:
    answer = read_deadline(phrase, year=None, issued=None)
    assert isinstance(answer, Deadline)
    assert answer.due is None
    assert bool(answer.remarks) == bool(phrase)


@pytest.mark.parametrize(
    ("phrase", "stages", "due"),
    [
        ("6月底前开工、12月底前完工", [("开工", "2017-06")], "2017-12"),
        ("6月底前开工12月底前完工", [("开工", "2017-06")], "2017-12"),
        ("2020年底前 | 2021年3月底前", [("", "2020-12")], "2021-03"),
        ("2020年底前 | 2021年底前 | 2021年3月底前", [("", "2020-12"), ("", "2021-03")], "2021-12"),
        ("2021年6月底前 | 12月底前", [("", "2021-06")], "2021-12"),
        ("2013年年底和2015年年底", [("", "2013-12")], "2015-12"),
        ("3月底前摸底；6月底前总结", [("摸底", "2017-03"), ("总结", "2017-06")], "2017-06"),
        ("6月底前完成30%，12月底前完成100%", [("完成30%", "2017-06"), ("完成100%", "2017-12")], "2017-12"),
        ("2017年底前(第一批)、2018年底前(第二批)", [("第一批", "2017-12"), ("第二批", "2018-12")], "2018-12"),
    ],
)
def test_several_dates_are_stages(phrase: str, stages: list[tuple[str, str]], due: str) -> None:
    answer = read_deadline(phrase, year=2017, issued=None)
    assert isinstance(answer, Deadline)
    assert [(s.words, s.due) for s in answer.stages] == stages
    assert answer.due == due


@pytest.mark.parametrize(
    ("phrase", "start", "due"),
    [
        ("3-4月", "2017-03", "2017-04"),
        ("2017年10月至次年3月", "2017-10", "2018-03"),
        ("2017-2018年", "2017", "2018"),
        ("3月1-15日", "2017-03-01", "2017-03-15"),
        ("2017.3-2017.6", "2017-03", "2017-06"),
        ("一至三季度", "2017Q1", "2017Q3"),
        ("自2017年3月起至12月底", "2017-03", "2017-12"),
        ("2017年3月起，12月底前完成", "2017-03", "2017-12"),
        ("从2024年第二季度起", "2024Q2", "长期"),
    ],
)
def test_a_range_says_when_it_starts(phrase: str, start: str, due: str) -> None:
    answer = read_deadline(phrase, year=2017, issued=None)
    assert isinstance(answer, Deadline)
    assert (answer.start, answer.due) == (start, due)


NOVEMBER = date(2020, 11, 1)


@pytest.mark.parametrize(
    ("phrase", "year", "issued", "expected"),
    [
        ("年底前", None, NOVEMBER, "2020-12"),
        ("本月内", None, NOVEMBER, "2020-11"),
        ("下月底前", None, date(2020, 12, 5), "2021-01"),
        ("本季度末", None, NOVEMBER, "2020Q4"),
        ("明年3月底前", None, NOVEMBER, "2021-03"),
        ("6月底前", None, NOVEMBER, "I121"),  # of this year it would be past already
        ("6月底前", 2021, NOVEMBER, "2021-06"),
        ("年底前", None, None, "I121"),
        ("今年年底前", 2021, NOVEMBER, "I125"),  # the year of the paper, or the one that was asked for
        ("1-12月", None, NOVEMBER, "2020-12"),  # that it began before the paper is no mistake
        ("2020年3月底前", None, NOVEMBER, "2020-03"),  # written out: a paper may be published late
    ],
)
def test_the_year_is_that_of_the_paper_or_asked_for(
    phrase: str, year: int | None, issued: date | None, expected: str
) -> None:
    answer = read_deadline(phrase, year=year, issued=issued)
    assert (answer.code if isinstance(answer, Refusal) else answer.due) == expected


@pytest.mark.parametrize(
    ("phrase", "remarks"),
    [
        ("2017年6月底前", ()),
        ("六月底前", ("“六月底前”读作2017年",)),
        ("2021年6月底前 | 12月底前", ("“12月底前”跟着前面读作2021年",)),
        ("“十一”之前", ("““十一”之前”读作2017年9月30日",)),
        ("17年底", ("“17年底”读作2017年",)),
        ("原则上2017年6月底前", ("时限栏里还写着“原则上”",)),
        ("持续推进", ("“持续推进”读作长期，复查日期写在“复查日期”一栏",)),
        ("2019年3月底前基本完成", ("时限栏里还写着“基本完成”",)),
        ("年内持续推进", ("“年内”读作2017年", "时限栏里还写着“持续推进”")),
    ],
)
def test_what_was_not_copied_is_said(phrase: str, remarks: tuple[str, ...]) -> None:
    answer = read_deadline(phrase, year=2017, issued=None)
    assert isinstance(answer, Deadline)
    assert answer.remarks == remarks


def test_a_refusal_says_what_is_unclear_and_what_to_write() -> None:
    assert read_deadline("2027年前", year=None, issued=None) == Refusal(
        "I125", "“2027年前”是到2026年12月31日，还是到2027年12月31日？", "写明到哪一天、哪个月底或年底"
    )
    assert read_deadline("年底前", year=None, issued=None) == Refusal(
        "I121", "“年底前”没有写是哪一年", "用 --year 年份 说明，或在格里写上年份"
    )


WIDE = {half: half + 0xFEE0 for half in range(ord("!"), ord("~") + 1)}
PHRASES = [*(p for p, _, _ in PUBLISHED), *(p for p, _ in OTHERS)]


@pytest.mark.parametrize("phrase", [p for p in PHRASES if not p.isascii() or p[:1].isdigit()])
def test_the_width_of_letters_makes_no_difference(phrase: str) -> None:
    assert _outcome(phrase.translate(WIDE), 2017) == _outcome(phrase, 2017)


ATOMS = [
    *"年月日底末前内初上下中旬第季度半至到、，-.|/ （）《》%起于在或",
    *"0123456789一二三十",
    "2017",
    "完成",
    "持续推进",
    "次年",
    "今年",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(ATOMS), max_size=9).map("".join), st.sampled_from([None, 2017]))
def test_whatever_is_read_is_a_time_limit(phrase: str, year: int | None) -> None:
    answer = read_deadline(phrase, year=year, issued=None)
    if isinstance(answer, Refusal):
        assert answer.code in {"I120", "I121", "I122", "I123", "I124", "I125"}
        assert answer.message
        assert answer.hint
        return
    for due in (answer.due, answer.start, *(s.due for s in answer.stages)):
        if due is not None:
            parse_due(due)
    lasts = [parse_due(s.due).last for s in answer.stages]
    assert lasts == sorted(lasts, key=str)


SPELLINGS = {
    "{y}-{m:02}-{d:02}": ["{y}年{m}月{d}日前", "{y}.{m}.{d}", "{y}/{m:02}/{d:02}", "于{y}年{m}月{d}日之前完成", "{y}-{m}-{d}"],
    "{y}-{m:02}": ["{y}年{m}月底前", "到{y}年{m:02}月底", "{y}年{m}月末", "{y}年 {m}月份", "确保{y}年{m}月底前办结"],
    "{y}Q{q}": ["{y}年第{q}季度", "{y}年{q}季度末前", "{y}Q{q}", "Q{q} {y}"],
    "{y}-12": ["{y}年底前", "{y}年年底", "在{y}年底前完成"],
    "{y}": ["{y}年", "{y}年内", "{y}年度"],
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(SPELLINGS)), st.data())
def test_a_day_is_read_however_it_is_spelt(day: date, due: str, data: st.DataObject) -> None:
    parts = {"y": day.year, "m": day.month, "d": day.day, "q": (day.month + 2) // 3}
    phrase = data.draw(st.sampled_from(SPELLINGS[due])).format(**parts)
    assert read_deadline(phrase, year=None, issued=None) == Deadline(due=due.format(**parts))
