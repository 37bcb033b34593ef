"""Widths, cuts, hints, and text that never drives a terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from ledger.base import text
from ledger.base.text import did_you_mean, first_of, in_words, nearest, printable, shorten, width, wrap

UNITS = [
    "市人力资源社会保障局",
    "市财政局",
    "市发展改革委",
    "市卫生计生委",
    "市教育局",
    "市行政审批局",
    "市审计局",
]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("改革", 4),
        ("改革a", 5),
        ("（一）", 6),
        ("é", 1),
        ("e\u0301", 1),
        ("😀", 2),
        ("改\x07革", 4),
    ],
)
def test_chinese_is_two_cells_wide(text: str, cells: int) -> None:
    assert width(text) == cells


def test_what_is_measured_without_tables_is_as_wide_as_the_tables_say() -> None:
    every = "".join(map(chr, range(0x10000)))
    plain = re.findall(text._PLAIN.removesuffix("*"), every)
    assert len(plain) > 21_000
    assert [c for c in plain if width(c) != wcwidth(c)] == []


@given(st.text(st.sampled_from("a~改、（）“”…—·é\u0301😀\ufe0f\u20e3\u3099ｱ")))
def test_characters_side_by_side_are_as_wide_as_the_tables_say(text: str) -> None:
    assert width(text) == wcswidth(text)


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [
        ("企业投资项目", 12, "企业投资项目"),
        ("企业投资项目", 11, "企业投资.."),
        ("企业投资项目", 10, "企业投资.."),
        ("企业投资项目", 3, ".."),
        ("abcdef", 5, "abc.."),
        ("企业", 2, ".."),
        ("企业", 1, "."),
        ("企业", 0, ""),
    ],
)
def test_cut_text_fits_and_says_so(text: str, cells: int, cut: str) -> None:
    assert shorten(text, cells) == cut


@given(st.text(st.characters(exclude_categories=["C", "M"])), st.integers(0, 30))
def test_cut_text_never_exceeds_its_cells(text: str, cells: int) -> None:
    assert width(shorten(text, cells)) <= cells


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("人社局", "市人力资源社会保障局"),
        ("市人社局", "市人力资源社会保障局"),
        ("发改委", "市发展改革委"),
        ("财政局", "市财政局"),
        ("市财证局", "市财政局"),
        ("审批局", "市行政审批局"),
        ("卫计委", "市卫生计生委"),
        ("市教育局", "市教育局"),
        ("博物馆", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_the_one_most_likely_meant(name: str, meant: str | None) -> None:
    assert nearest(name, UNITS) == meant


def test_of_several_abbreviated_names_the_shortest_is_meant() -> None:
    assert nearest("教育", ["市教育局", "省教育厅督导办", "市教育"]) == "市教育"


def test_capitals_make_no_difference() -> None:
    assert nearest("ZB-2017-05", ["JB-2017-005", "zb-2017-05", "zb-2017-05/1"]) == "zb-2017-05"
    assert nearest("ts-2017-25", ["TS-2017-025", "zb-2017-05"]) == "TS-2017-025"


def test_the_hint_asks_or_says_nothing() -> None:
    assert did_you_mean("人社局", UNITS) == "是否为“市人力资源社会保障局”？"
    assert did_you_mean("博物馆", UNITS) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("改革\n方案", "改革\n方案"),
        ("\x1b[31m红", "\\u001b[31m红"),
        ("a\rb\tc\x00", "a\\u000db\\u0009c\\u0000"),
        ("\u202eexe.txt", "\\u202eexe.txt"),
        ("零\u200b宽", "零\\u200b宽"),
        ("\u0085", "\\u0085"),
    ],
)
def test_control_characters_are_shown_not_obeyed(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_printable_text_stays_as_it_is_when_shown_again(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize(
    ("names", "rest", "said"),
    [
        ("", " 等", ""),
        ("甲乙", " 等", "甲、乙"),
        ("甲乙丙", " 等", "甲、乙 等"),
        ("甲乙丙", " 等 {n} 处", "甲、乙 等 3 处"),
    ],
)
def test_many_names_are_told_by_the_first_of_them(names: str, rest: str, said: str) -> None:
    assert first_of(names, 2, rest) == said


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""), (True, "true"), (False, "false"), (0, "0"), ("甲", "甲"), (("甲", "乙"), "甲、乙"),
        (frozenset({"乙", "甲"}), "乙、甲"),
    ],
)  # fmt: skip
def test_a_value_is_told_in_words(value: object, words: str) -> None:
    assert in_words(value) == words


def test_lines_break_between_characters_and_around_words() -> None:
    assert wrap("至2018-01-31止，见（附件）。", 12) == ["至2018-01-31", "止，见（附", "件）。"]


@given(st.text(st.sampled_from("市财政局abc-12（）、。"), max_size=40), st.integers(6, 30))
def test_a_word_longer_than_a_line_is_broken_so_that_no_line_is_too_long(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join(lines) == text
    assert max(map(width, lines)) <= cells
