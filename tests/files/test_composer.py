"""Reading by events: the C parser, every scalar text, what the ledger refuses of YAML, and never an exception."""

from types import WrapperDescriptorType

import pytest
from _ruamel_yaml import CParser
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger.files import composer
from ledger.files.composition import MAX_DEPTH, compose


def data(text: str) -> object:
    return compose(text.encode()).data


def faults(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column, counted from 1."""
    return [(f.code, f.span[0] + 1, f.span[1] + 1) for f in compose(text.encode()).faults]


def test_the_c_parser_is_in_use() -> None:
    assert vars(composer)["CParser"] is CParser
    assert isinstance(CParser.__init__, WrapperDescriptorType), "a pure Python parser is 4 to 20 times slower"
    assert {type(e).__module__ for e in composer._events(b"a: 1")} == {"ruamel.yaml.events"}


@pytest.mark.parametrize(
    "scalar",
    [
        "2017-06-30",
        "2017-02-30",
        "2017",
        "010",
        "1.10",
        "1e3",
        "0x1F",
        "no",
        "yes",
        "true",
        "null",
        "~",
        "NaN",
        ".5",
        "12:30",
        "1_000",
    ],
)
def test_every_scalar_is_text(scalar: str) -> None:
    assert data(f"a: {scalar}\nb:\n- {scalar}\n{scalar}: c") == {"a": scalar, "b": [scalar], scalar: "c"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:", {}),
        ("a:\nb: 1", {"b": "1"}),
        ("a: ''", {"a": ""}),
        ('a: ""', {"a": ""}),
        ("- a\n-\n- b", ["a", None, "b"]),
        ("a: {}\nb: []", {"a": {}, "b": []}),
        ("a: |\n  一\n  二\n", {"a": "一\n二\n"}),
        ("a: >-\n  一\n  二\n", {"a": "一 二"}),
        ("a: '它''是'", {"a": "它'是"}),
        ('a: "\\u6539"', {"a": "改"}),
        ("# 只有注释", None),
        ("", None),
        ("改革", "改革"),
    ],
)
def test_what_yaml_means(text: str, value: object) -> None:
    assert (data(text), faults(text)) == (value, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", [("R104", 1, 4)]),
        ("a: &x 1\nb: *x", [("R104", 1, 4), ("R104", 2, 4)]),
        ("a: &x\n  b: 1\nc:\n  <<: *x", [("R104", 1, 4), ("R104", 4, 7)]),
        ("- &x [1]\n- {*x : 2}", [("R104", 1, 3), ("R104", 2, 4)]),
        ("a: !!str 1", [("R105", 1, 4)]),
        ("a: !!python/object:os.system x", [("R105", 1, 4)]),
        ("a: ! 1", [("R105", 1, 4)]),
        ("a: 1\nb: 2\na: 3", [("R106", 3, 1)]),
        ("a: {b: 1, b: 2}\nc: 1\nc: 2", [("R106", 1, 11), ("R106", 3, 1)]),
        ("a: 1\n---\nb: 2", [("R107", 2, 1)]),
        ("[a, b]: 1", [("R108", 1, 1)]),
        ("? {a: 1}\n: 2", [("R108", 1, 3)]),
        ("a: 1\n  b: 2", [("R108", 2, 4)]),
        ("a: [1", [("R108", 2, 1)]),
        ("a: @x", [("R108", 1, 4)]),
        ("a: '1", [("R108", 1, 4)]),
        ("a: [http://x]", [("R108", 1, 9)]),
    ],
)
def test_what_the_ledger_does_not_take(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: 1\n  b: 2", "这里不能再出现“键: 值”（缩进不齐，或上一行的值里有未加引号的冒号）"),
        ("a: [1, 2\nb: 1", "方括号没有配对，或缺少逗号"),
        ("a: '1", "从这里开始的引号或括号没有结束"),
        ("a: {url: http://x}", "方括号或花括号里的值含有冒号，要加引号"),
        ('a: "D:\\资料"', "双引号里的反斜杠 \\ 是转义符；写反斜杠本身要写两个，或改用单引号"),
        ("a: *重点*", "以 * 或 & 开头的值要加引号"),
        ("a: !重要", "以感叹号 ! 开头的值要加引号"),
        ("a: >60%", "| 或 > 后面要换行；以它们开头的值要加引号"),
        ("a: %60", "这里的字符不能作为开头（制表符，或 @ ` 须加引号）"),
    ],
)
def test_what_is_no_yaml_is_told_in_chinese(text: str, sentence: str) -> None:
    assert compose(text.encode()).faults[-1].message == f"不是合法的 YAML：{sentence}"


def test_a_duplicate_key_points_to_the_first_one_and_the_first_counts() -> None:
    found = compose(b"a: 1\nb: 2\na: 3\n")
    assert found.faults[0].related == (0, 0, 1)
    assert found.data == {"a": "1", "b": "2"}


def test_depth_is_limited_before_it_can_hurt() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert faults(deep) == []
    assert faults(f"[{deep}]") == [("R112", 1, MAX_DEPTH + 1)]
    assert faults("[" * 100_000) == [("R112", 1, MAX_DEPTH + 1)]


def test_many_aliases_are_never_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert {code for code, _, _ in faults(bomb)} == {"R104"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: \x07", 1, 4),
        ("标题: 改革\x01方案", 1, 7),
        ("id: 1\n标题: 改革方案\nx: 一\x1b二", 3, 5),
        ("a: 😀\x0c", 1, 5),
    ],
)
def test_a_control_character_is_shown_where_it_stands(text: str, line: int, column: int) -> None:
    assert faults(text) == [("R115", line, column)]


YAMLISH = st.text(st.sampled_from("ab改 \n\t:-?[]{}&*!|>'\"#%@`,.~0\x07\u2028"), max_size=40)


@settings(max_examples=600)
@given(YAMLISH)
@example("*a : b\nc: d")
@example("? ? a")
@example("{*a, b: c}")
@example("- *a\n- ")
@example("<<: *a")
def test_nothing_that_may_stand_in_a_file_raises(text: str) -> None:
    plain, placed = compose(text.encode()), compose(text.encode(), positions=True)
    assert (plain.data, plain.faults) == (placed.data, placed.faults)


@settings(max_examples=200)
@given(st.binary(max_size=40))
def test_no_bytes_raise(source: bytes) -> None:
    compose(source, positions=True)
