"""Writing values: plain where that reads back and misleads nobody, else quoted; nothing invisible gets in."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.base.errors import LedgerError
from ledger.files.composition import compose
from ledger.files.layout import item_lines
from ledger.files.scalars import Layout, flow_text, scalar

PRINTABLE = st.characters(exclude_categories=("Cc", "Cs"))
TRICKY = st.sampled_from(
    [*":#-?!&*@%|>'\"[]{},`~\\= \n\t", ": ", " #", "- ", "---", "\u2028", "\u3000", "中", "𠀀"]
)
TEXTS = st.lists(TRICKY | PRINTABLE, max_size=8).map("".join)


def block(fields: dict) -> str:
    return "\n".join(item_lines(fields, 0, Layout(), lambda _: Layout())) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "完成",
        "2017-06-22",
        "2017-06",
        "2017",
        "60",
        "0",
        "-5",
        "2017H1",
        "zb-2017-08/12",
        "云政办发〔2017〕13号",
        "费率测算稿报省厅备案，财政、经信两家会签；",
        "http://example.cn/a?b=c",
        "a:b",
        "C#",
        "it's",
        "-x",
        "1.10.3",
        "no one",
        "\u3000全角空格\u3000",
        "𠀀",
        "长" * 5000,
    ],
)
def test_plain_where_it_reads_back(text: str) -> None:
    assert scalar(text, flow=False) == text


@pytest.mark.parametrize("text", ["no", "Yes", "on", "TRUE", "null", "~", "y", "=", "<<"])
def test_words_that_others_take_for_another_type_are_quoted(text: str) -> None:
    assert scalar(text, flow=False) == f'"{text}"'


@pytest.mark.parametrize(
    "text",
    [
        "1.10",
        ".5",
        "1.",
        "+1",
        "1e3",
        "010",
        "0x1F",
        "0o17",
        "1_000",
        "12:30",
        ".inf",
        "-.NaN",
        "2017-06-22 10:00",
    ],
)
def test_numbers_that_others_would_round_or_convert_are_quoted(text: str) -> None:
    assert scalar(text, flow=False) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        (" 前", '" 前"'),
        ("后 ", '"后 "'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:", '"a:"'),
        ("#1", '"#1"'),
        ("- x", '"- x"'),
        ("-", '"-"'),
        ("? x", '"? x"'),
        ("!x", '"!x"'),
        ("&x", '"&x"'),
        ("*x", '"*x"'),
        ("@x", '"@x"'),
        ("`x", '"`x"'),
        ("%x", '"%x"'),
        ("|", '"|"'),
        ("> x", '"> x"'),
        ("'x'", "\"'x'\""),
        ('"x"', "'\"x\"'"),
        ("[x", '"[x"'),
        ("{x", '"{x"'),
        ('a: "b"', "'a: \"b\"'"),
        ("\\a: it's", "'\\a: it''s'"),
        ("a\tb", '"a\\tb"'),
        ("a\nb", '"a\\nb"'),
        ("a\u2028b", '"a\\u2028b"'),
        ("\u202e", '"\\u202e"'),
        ("\ufeff", '"\\ufeff"'),
        ("\ufffe", '"\\ufffe"'),
        ("\U000e0001", '"\\U000e0001"'),
    ],
)
def test_the_rest_is_quoted(text: str, written: str) -> None:
    assert scalar(text, flow=False) == written
    assert compose(f"k: {written}".encode()).data == {"k": text}


@pytest.mark.parametrize("text", ["a,b", "a[", "a]", "{a", "a}", "a,", "[a]"])
def test_brackets_and_commas_are_quoted_between_brackets(text: str) -> None:
    assert scalar(text, flow=True) == f'"{text}"'


def test_values_in_one_line() -> None:
    value = {"voids": {"date": "2017-08-07", "event": "完成"}, "to": ["市财政局", "a,b"], "by": [], "x": {}}
    assert (
        flow_text(value) == '{voids: {date: 2017-08-07, event: 完成}, to: [市财政局, "a,b"], by: [], x: {}}'
    )


def test_an_entry_in_lines() -> None:
    fields = {
        "date": "2017-06-22",
        "into": ["zb-2017-08/12", "zb-2017-08/13"],
        "voids": {"date": "2017-08-07"},
        "evidence": [{"title": "一", "kind": "文件"}, {"title": "二", "note": "x\ny"}],
        "note": "第一行\n\n  # 第三行\n",
    }
    assert block(fields) == (
        "- date: 2017-06-22\n"
        "  into: [zb-2017-08/12, zb-2017-08/13]\n"
        "  voids: {date: 2017-08-07}\n"
        "  evidence:\n"
        "    - title: 一\n"
        "      kind: 文件\n"
        "    - title: 二\n"
        "      note: |-\n"
        "        x\n"
        "        y\n"
        "  note: |\n"
        "    第一行\n"
        "\n"
        "      # 第三行\n"
    )
    assert compose(block(fields).encode()).data == [fields]


@pytest.mark.parametrize(
    "text", ["\n", "\na", "a\n\n", " a\nb", "a \nb", "a\n\tb", "a\n\u200bb", "a\n \nb", "\n\n"]
)
def test_several_lines_that_a_literal_would_not_show_are_quoted(text: str) -> None:
    assert block({"note": text}).startswith('- note: "')
    assert compose(block({"note": text}).encode()).data == [{"note": text}]


@pytest.mark.parametrize("text", ["\x07", "a\r\nb", "\x00", "\x85", "\x7f", "\udc80"])
def test_control_characters_are_refused_in_one_sentence(text: str) -> None:
    for write in (lambda: scalar(text, flow=False), lambda: block({"note": f"x\n{text}"})):
        with pytest.raises(LedgerError, match="里有控制字符，不能写进台账；请删去后再记") as refused:
            write()
        sentence = str(refused.value)
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in sentence), sentence


@given(TEXTS)
@example("? ")
@example("a: b\n# c\n")
@example("...")
def test_any_text_reads_back(text: str) -> None:
    for flow, around in ((False, "k: {}\n"), (False, "k: {}  # c\n"), (True, "k: [{}, {}]\n")):
        written = scalar(text, flow=flow)
        read = compose(around.replace("{}", written).encode())
        assert not read.faults
        assert read.data == {"k": [text, text] if flow else text}


@given(TEXTS, TEXTS)
@example("", "\u3000")
def test_any_entry_reads_back(one: str, other: str) -> None:
    fields = {"a": one, "b": [one, other], "c": {"d": other}, "e": [{"f": one, "g": other}], "h": other}
    lines = item_lines(fields, 4, Layout(0, 4), lambda _: Layout(1, 3))
    assert compose("\n".join(lines).encode() + b"\n").data == [fields]
    assert compose(flow_text(fields).encode()).data == fields
