"""Text from files in Markdown: whatever it holds, GitHub shows exactly that text, in the cell or line it belongs to."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ledger.base.text import printable
from ledger.render.answer import Answer, Screen, report_renderers
from ledger.render.reports.markdown import escape
from ledger.reports.blocks import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Report,
    Table,
    Task,
    Tasks,
    cells,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
MARKUP = st.text(st.sampled_from("\\`*_{}[]<>()#+-.!|~&:;=\"'/@ \n1a甲"), max_size=30)
TEXT = st.one_of(ANY, MARKUP)


def markdown(*blocks: Block, title: str = "标题", remarks: tuple[str, ...] = ()) -> str:
    answer = Answer("status", None, Report(title, None, blocks, {}), remarks=remarks)
    return report_renderers()["markdown"].render(answer, Screen())


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(token: Any) -> str:
    """What a reader sees of an inline token; any markup in it fails."""
    parts = []
    for child in token.children:
        assert child.type in {"text", "text_special", "softbreak"}, (child.type, token.content)
        parts.append(" " if child.type == "softbreak" else child.content)
    return folded("".join(parts))


def table_rows(text: str) -> list[list[str]]:
    rows: list[list[str]] = []
    tokens = READER.parse(text)
    for n, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"td_open", "th_open"}:
            rows[-1].append(shown(tokens[n + 1]))
    return rows


def block_types(text: str) -> list[str]:
    return [token.type for token in READER.parse(text) if token.nesting >= 0]


def kept(text: str) -> str:
    return folded(printable(text))


@given(TEXT, TEXT, TEXT)
def test_cells_show_their_text(one: str, two: str, three: str) -> None:
    table = Table((Column("甲"), Column("乙", right=True)), (cells(one, two), cells(three, one)))
    assert table_rows(markdown(table)) == [["甲", "乙"], [kept(one), kept(two)], [kept(three), kept(one)]]


@given(TEXT, TEXT)
def test_facts_and_bars_are_tables_too(one: str, two: str) -> None:
    rows = table_rows(markdown(Facts(((one, Cell(two)),)), Bars((Bar(one, 1, 2, two),))))
    assert rows == [["项目", "情况"], [kept(one), kept(two)], ["状态", "项数和占比"], [kept(one), kept(two)]]


@given(TEXT, TEXT, TEXT)
def test_tasks_are_a_table(state: str, text: str, detail: str) -> None:
    tasks = Tasks(("甲", "乙", "丙"), (Task(Cell(state), (text,), detail),))
    assert table_rows(markdown(tasks)) == [["甲", "乙", "丙"], [kept(state), kept(text), kept(detail)]]


@given(TEXT)
def test_a_paragraph_stays_a_paragraph(text: str) -> None:
    tokens = READER.parse(markdown(Paragraph(text)))
    inline = [t for t in tokens if t.type == "inline"][1:]
    if kept(text):
        assert block_types(markdown(Paragraph(text)))[2:] == ["paragraph_open", "inline"]
        assert [shown(t) for t in inline] == [kept(text)]
    else:
        assert inline == []


@given(TEXT.filter(lambda t: kept(t) != ""))
def test_a_heading_shows_its_text(text: str) -> None:
    tokens = READER.parse(markdown(Heading(text, 3)))
    assert [(t.type, t.tag) for t in tokens if t.nesting == 1] == [
        ("heading_open", "h1"),
        ("heading_open", "h3"),
    ]
    assert shown(tokens[4]) == kept(text)


@given(TEXT.filter(lambda t: kept(t) != ""))
def test_the_title_and_remarks_show_their_text(text: str) -> None:
    tokens = READER.parse(markdown(title=text, remarks=(text,)))
    assert [t.type for t in tokens if t.nesting == 1] == ["heading_open", "blockquote_open", "paragraph_open"]
    assert [shown(t) for t in tokens if t.type == "inline"] == [kept(text), kept(text)]


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_lines_stay_in_their_block(lines: list[str]) -> None:
    tokens = READER.parse(markdown(Lines(tuple(lines)), Paragraph("后")))
    assert [t.type for t in tokens if t.type in {"fence", "paragraph_open", "html_block"}] == [
        "fence",
        "paragraph_open",
    ]


@given(TEXT.filter(lambda t: kept(t) != ""))
def test_commands_are_code_in_one_cell(text: str) -> None:
    tasks = Tasks(("甲", "乙", "丙"), (Task(Cell("一"), "二", text),), code=True)
    tokens = READER.parse(markdown(tasks))
    inline = [t for t in tokens if t.type == "inline"][1:]
    assert len(inline) == 6
    assert [child.type for child in inline[5].children] == ["code_inline"]
    assert folded(inline[5].children[0].content) == folded(printable(text))


@pytest.mark.parametrize(
    "text",
    [
        "a|b",
        "a\\|b",
        "a\nb",
        "a\r\nb",
        "<script>alert(1)</script>",
        "<!-- x -->",
        "&lt;",
        "![x](http://y)",
        "[x]: http://y",
        "**粗**",
        "__粗__",
        "~~删~~",
        "`码`",
        "$x$",
        "1. 甲",
        "1) 甲",
        "- 甲",
        "+ 甲",
        "* 甲",
        "# 甲",
        "> 甲",
        "---",
        "===",
        "甲\n---",
        "甲\n===",
        "```",
        "    甲",
        "| a | b |\n|---|---|",
        "\\",
        "甲\\",
        "甲  \n乙",
    ],
)
def test_texts_that_would_be_markup(text: str) -> None:
    document = markdown(Paragraph(text), Table((Column("甲"),), (cells(text),)))
    assert block_types(document)[2:5] == ["paragraph_open", "inline", "table_open"]
    inline = [t for t in READER.parse(document) if t.type == "inline"]
    assert [shown(t) for t in inline] == ["标题", kept(text), "甲", kept(text)]


def test_a_table_aligns_numbers_right() -> None:
    text = markdown(Table((Column("甲"), Column("乙", right=True)), (cells("a", 1),)))
    delimiter = text.splitlines()[3]
    assert re.fullmatch(r"\|:-+\|-+:\|", delimiter)


def test_numbers_and_dates_come_out_as_they_went_in() -> None:
    values = ("64.30", "007", "1e5", "2017-10-31", "1,000", "-", "0x1f", "nan", "True", "")
    rows = table_rows(markdown(Table(tuple(Column(str(n)) for n in range(len(values))), (cells(*values),))))
    assert rows[1] == list(values)


def test_an_empty_table_is_its_head() -> None:
    assert table_rows(markdown(Table((Column("甲"), Column("乙", right=True)), ()))) == [["甲", "乙"]]


ADDRESS = st.lists(st.sampled_from(["http", "://", "www.", "WWW.", "<", ">", "_", "`", "a"])).map("".join)


@given(ADDRESS)
def test_an_address_is_text_and_opens_no_way_for_markup(text: str) -> None:
    """GitHub makes a link of a bare address and takes the backslashes in it as they are: ``http://a/\\<img>``."""
    assert not re.search(r"(?<!\\)://|www\.", escape(text), re.IGNORECASE)
    assert table_rows(markdown(Table((Column("甲"),), (cells(text),))))[1] == [kept(text)]


def test_markup_behind_an_address_is_escaped_for_good() -> None:
    assert escape("http://a.cn/<img src=x> www.a.cn/<b>") == r"http\://a.cn/\<img src=x\> www\.a.cn/\<b\>"


def test_a_comment_calls_nobody() -> None:
    """Who is named in a title is not notified by every comment that quotes it, nor is an issue linked."""
    report = Report("@市财政局 @octocat", None, (Paragraph("a@b.cn #12 # 3"),), {}, marker="m")
    text = report_renderers()["markdown"].render(Answer("diff", None, report), Screen())
    assert "# @市财政局 @&#8203;octocat\n" in text
    assert text.endswith("\n\na@&#8203;b.cn \\#&#8203;12 \\# 3\n")
