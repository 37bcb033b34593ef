"""What is told of a bulletin that reads otherwise than it is computed: every difference, at its line."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ledger.base.diagnostics import Diagnostic, Place
from ledger.checks.bulletins import differences, in_short, marker_faults
from ledger.files.bulletin_markers import joined, split
from ledger.files.bulletin_text import Part, Prose, Region

FRONT = "month: 2017-10\n"
PARTS: list[Part] = [
    Region("head", "# 改革督察月报 2017年第10期\n\n市委改革办　2017年10月31日"),
    Prose("有人写的话：逾期 2 项"),
    Region(
        "due",
        "本月到期0项；逾期12项，比上月底增加1项，完成率64.3%（1,461/2,717）。\n\n"
        "| 事项 | 天数 |\n|:-----|-----:|\n| a/1 | 61 |\n| a/2 | 31 |",
    ),
    Prose("又一段"),
    Region("method", "口径"),
]
REGIONS = [part for part in PARTS if isinstance(part, Region)]
TEXT = joined(FRONT, PARTS)


def told(text: str, expected: list[Region] = REGIONS) -> list[Diagnostic]:
    return differences("b.md", split(text), expected, "2017-10")


def lines(text: str, expected: list[Region] = REGIONS) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.code} {d.message}" for d in told(text, expected)]


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ("第10期", "第11期", ["7:16 V102 写着 11，应为 10"]),
        ("12项", "21项", ["17:10 V102 写着 21，应为 12"]),
        ("64.3%", "64.6%", ["17:26 V102 写着 64.6%，应为 64.3%"]),
        ("1,461/", "1461/", ["17:32 V102 写着 1461，应为 1,461"]),
        ("64.3%（1,461", "65.0%（1,466", ["17:26 V102 写着 65.0%，应为 64.3%", "17:32 V102 写着 1,466，应为 1,461"]),
        ("| a/2 | 31 |", "| a/2 | 13 |", ["22:9 V102 写着 13，应为 31"]),
        ("| a/2 | 31 |", "| a/2 | 3l |", ["22:10 V102 写着“| a/2 | 3l |”，应为“| a/2 | 31 |”"]),
        ("口径", "口经", ["30:2 V102 写着“口经”，应为“口径”"]),
        ("口径", "口径。", ["30:3 V102 写着“口径。”，应为“口径”"]),
        ("| a/2 | 31 |\n", "", ["21:1 V102 少了一行“| a/2 | 31 |”"]),
        ("| a/1 | 61 |\n| a/2 | 31 |\n", "", ["20:1 V102 少了一行“| a/1 | 61 |”等 2 行"]),
        ("| a/2 | 31 |", "| a/2 | 31 |\n| a/3 | 7 |", ["23:1 V102 多出一行“| a/3 | 7 |”"]),
        ("）。\n\n|", "）。\n|", ["18:1 V102 少了一个空行"]),
        ("）。\n\n|", "）。\n\n\n|", ["18:1 V102 多出一个空行"]),
        ("逾期 2 项", "逾期 3 项，另有 4 项", []),
        ("又一段", "", []),
        ("口径", "\n口径\n \n", []),
    ],
)  # fmt: skip
def test_what_is_written_and_what_should_be(was: str, becomes: str, expected: list[str]) -> None:
    assert TEXT.count(was) == 1
    assert lines(TEXT.replace(was, becomes)) == expected


def test_a_long_line_shows_the_place_where_it_differs() -> None:
    long = Region("due", "完成率是已完成除以计数事项，" * 8 + "不凑100" + "，四舍五入" * 8)
    (found,) = lines(joined(FRONT, [long]).replace("不凑", "凑足"), [long])
    shown = "…率是已完成除以计数事项，{}100，四舍五入，四舍五入，四舍.."
    assert found == f"7:113 V102 写着“{shown.format('凑足')}”，应为“{shown.format('不凑')}”"


@pytest.mark.parametrize(("wrong", "expected"), [(20, []), (23, ["本文件还有 3 处与重算的不同，没有列出"])])
def test_of_many_lines_of_a_file_the_first_twenty_are_listed(wrong: int, expected: list[str]) -> None:
    ours, theirs = Region("due", "\n".join("1" * wrong)), Region("due", "\n".join("2" * wrong))
    found = told(joined(FRONT, [ours, Region("mine", "自己加的")]), [theirs])
    elsewhere = replace(found[-1], place=Place("c.md"))
    said = in_short([*found, elsewhere])
    assert said[:22] == [*found[:21], elsewhere]
    assert [(d.code, d.message, d.place) for d in said[22:]] == [
        ("V102", message, Place("b.md", found[21].place.line)) for message in expected
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (PARTS[:-1], ["1:1 V103 缺少计算的一节“method”"]),
        ([*PARTS, Region("mine", "自己加的")], ["36:1 V103 多出计算的一节“mine”，台账里算不出它"]),
        ([PARTS[2], *PARTS[:2], *PARTS[3:]], ["7:1 V103 计算的各节次序不对：这里应是“head”，不是“due”"]),
        ([], [f"1:1 V103 缺少计算的一节“{r.name}”" for r in REGIONS]),
    ],
)
def test_regions_that_are_missing_added_or_moved(parts: list[Part], expected: list[str]) -> None:
    assert lines(joined(FRONT, parts)) == expected


def test_a_marker_that_is_broken_is_told_at_its_line() -> None:
    found = marker_faults("b.md", split(TEXT.replace("<!-- /ledger:due -->", "")))
    assert [(d.code, d.place.line, d.message) for d in found] == [
        ("V103", 28, "标记不配对：“due”还没有结束，又开始了“method”"),
        ("V103", 32, "标记不配对：“method”结束了，却没有开始"),
        ("V103", 15, "标记不配对：“due”没有结束标记"),
    ]


CHARACTERS = st.sampled_from(list("0123456789²%.,|项 \n　\t\r`-")) | st.characters(exclude_categories=["Cs"])
COMPUTED = st.lists(st.text(CHARACTERS, max_size=12), max_size=6).map("\n".join)


@st.composite
def _changed(draw: st.DrawFn) -> tuple[list[Region], str, int]:
    """Regions as computed; the file with a character of one of them replaced, added or taken away; and its line.

    The line is 0 where the change makes lines come or go: which of several alike it was nobody can tell.
    """
    texts = draw(
        st.lists(COMPUTED.filter(lambda t: t == t.strip() and "\r\n" not in t), min_size=1, max_size=3)
    )
    regions = [Region(f"r{n}", text) for n, text in enumerate(texts)]
    chosen = draw(st.integers(0, len(regions) - 1))
    text = regions[chosen].text
    at = draw(st.integers(0, len(text)))
    gone, added = draw(st.sampled_from([(1, 1), (0, 1), (1, 0)]))
    other = "".join(draw(CHARACTERS) for _ in range(added))
    assume(text[at : at + gone] != other)
    written = joined(FRONT, regions)
    start = written.index(f"ledger:r{chosen} ") + len(f"ledger:r{chosen} 由 ledger 计算，勿手改 -->\n\n")
    altered = written[: start + at] + other + written[start + at + min(gone, len(text) - at) :]
    plain = gone == added and other.strip() and text[at : at + 1].strip()
    return regions, altered, altered[: start + at].count("\n") + 1 if plain else 0


@settings(max_examples=300)
@given(_changed())
def test_no_changed_character_goes_unseen(case: tuple[list[Region], str, int]) -> None:
    """But empty lines around a region are nobody's."""
    regions, text, line = case
    found = told(text, regions)
    after = split(text)
    assert not after.faults
    held = text.replace("\r\n", "\n").split("\n")
    same = [r.text for r in after.regions.values()] == [r.text for r in regions]
    assert (found == []) is same
    if not same:
        assert {d.code for d in found} == {"V102"}
        assert not line or line in {d.place.line for d in found}
    for d in found:
        assert d.place.text in {"", held[d.place.line - 1]}
        assert 1 <= d.place.column <= len(d.place.text) + 1
        assert 0 <= d.place.length <= len(d.place.text)


@settings(max_examples=200)
@given(COMPUTED, COMPUTED)
def test_any_two_texts_can_be_compared(ours: str, theirs: str) -> None:
    one, other = (split(joined("", [Region("r", text)])).regions["r"] for text in (ours, theirs))
    assert (told(joined(FRONT, [one]), [other]) == []) is (one.text == other.text)
